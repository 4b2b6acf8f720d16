#include "config.h"

#include "yz-trash-window.h"

#include "yz-kinds.h"
#include "yz-list-window.h"

#include <glib/gi18n-lib.h>

/* More than anybody scrolls through. */
#define MAX_ROWS 200

typedef struct
{
  YzSession *session;
  YzRecord *record;
} Restoring;

static void
restoring_free (gpointer data, GClosure *closure)
{
  Restoring *restoring = data;

  g_object_unref (restoring->session);
  g_object_unref (restoring->record);
  g_free (restoring);
}

static void
on_restore_clicked (GtkWidget *button, Restoring *restoring)
{
  g_autoptr (YzEdit) edit = yz_edit_new (N_ ("Restore from trash"));

  yz_edit_restore (edit, restoring->record);
  yz_session_apply (restoring->session, edit);
  gtk_widget_set_sensitive (button, FALSE);
}

static void
add_record (AdwPreferencesGroup *group, YzSession *session, YzRecord *record)
{
  g_autoptr (GDateTime) deleted = yz_office_time (yz_record_get_deleted_at (record));
  g_autofree char *when = g_date_time_format (deleted, "%Y-%m-%d %H:%M");
  /* Translators: a kind of record, and when it was deleted */
  g_autofree char *subtitle = g_strdup_printf (_ ("%s · deleted %s"), _ (yz_record_get_kind (record)->title), when);
  Restoring *restoring = g_new (Restoring, 1);

  *restoring = (Restoring){ g_object_ref (session), g_object_ref (record) };
  adw_preferences_group_add (group, yz_list_window_make_row (yz_record_get_title (record), subtitle, _ ("Restore"),
                                                             G_CALLBACK (on_restore_clicked), restoring,
                                                             restoring_free));
}

static guint
add_kind (AdwPreferencesGroup *group, YzSession *session, const YzKind *kind)
{
  YzStore *store = yz_session_get_store (session);
  g_autoptr (YzQuery) query = yz_query_new (kind);
  g_autoptr (GArray) rows = NULL;

  yz_query_set_trash (query, YZ_QUERY_TRASHED);
  yz_query_set_limit (query, MAX_ROWS);
  rows = yz_store_query (store, query, NULL, NULL);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      g_autoptr (YzRecord) record = yz_store_load_row (store, kind, g_array_index (rows, gint64, i), NULL);

      if (record != NULL)
        add_record (group, session, record);
    }
  return rows != NULL ? rows->len : 0;
}

GtkWidget *
yz_trash_window_new (GtkWindow *parent, YzSession *session)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  guint n_kinds, n_rows = 0;
  const YzKind *const *kinds = yz_kinds_get_all (&n_kinds);

  adw_preferences_group_set_description (group, _ ("What was deleted is kept for 90 days."));
  for (guint i = 0; i < n_kinds; i++)
    n_rows += add_kind (group, session, kinds[i]);
  return yz_list_window_new (parent, _ ("Trash"), yz_list_window_wrap (group, n_rows, _ ("The trash is empty.")));
}
