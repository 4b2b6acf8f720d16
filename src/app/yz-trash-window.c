#include "config.h"

#include "yz-trash-window.h"

#include "yz-list-window.h"
#include "yz-trash-list.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  YzTrashList *trash;
  YzTrashItem *item;
} Restoring;

static void
restoring_free (gpointer data, GClosure *closure)
{
  Restoring *restoring = data;

  g_object_unref (restoring->trash);
  g_object_unref (restoring->item);
  g_free (restoring);
}

static void
on_restore_clicked (GtkWidget *button, Restoring *restoring)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  g_ptr_array_add (items, restoring->item);
  yz_trash_list_restore (restoring->trash, items);
  gtk_widget_set_visible (gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW), FALSE);
}

static void
add_item (AdwPreferencesGroup *group, YzTrashList *trash, YzTrashItem *item)
{
  g_autofree char *title = NULL, *kind = NULL, *when = NULL, *left = NULL, *subtitle = NULL;
  Restoring *restoring = g_new (Restoring, 1);

  g_object_get (item, "title", &title, "kind", &kind, "when", &when, "left", &left, NULL);
  /* Translators: a kind of record, when it was deleted, and how long it stays: "84 days left" */
  subtitle = g_strdup_printf (_ ("%s · deleted %s · %s"), kind, when, left);
  *restoring = (Restoring){ g_object_ref (trash), g_object_ref (item) };
  adw_preferences_group_add (group,
                             yz_list_window_make_row (title, subtitle, _ ("Restore"), G_CALLBACK (on_restore_clicked),
                                                      restoring, restoring_free));
}

GtkWidget *
yz_trash_window_new (GtkWindow *parent, YzSession *session)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  g_autoptr (YzTrashList) trash = yz_trash_list_new (session);
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (trash));

  adw_preferences_group_set_description (group, _ ("What was deleted is kept for 90 days."));
  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (YzTrashItem) item = g_list_model_get_item (G_LIST_MODEL (trash), i);

      add_item (group, trash, item);
    }
  return yz_list_window_new (parent, _ ("Trash"), yz_list_window_wrap (group, n_items, _ ("The trash is empty.")));
}
