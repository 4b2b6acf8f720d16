#include "config.h"

#include "yz-guide-spots.h"

#include <glib/gi18n-lib.h>

/* A longer menu is no help. */
#define MAX_ITEMS 24

struct _YzGuideSpots
{
  GtkWidget *widget;
  GtkPopoverMenu *menu;
  GCancellable *cancellable;
};

typedef struct
{
  YzGuideSpots *spots; /* alive while the question is not cancelled */
  YzGuideLeaf *leaf;
  gboolean everywhere;
  graphene_point_t point;
  gboolean wants_menu;
  GdkRectangle there;
} Question;

static void
question_free (Question *question)
{
  g_object_unref (question->leaf);
  g_free (question);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

static gboolean
is_meant (const Question *question, const YzGuideSpot *spot)
{
  return question->everywhere ||
         (question->point.x >= spot->box.x && question->point.x <= spot->box.x + spot->box.width &&
          question->point.y >= spot->box.y && question->point.y <= spot->box.y + spot->box.height);
}

static void
show_menu (const Question *question, const GPtrArray *spots)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  YzGuideSpots *self = question->spots;

  for (guint i = 0; i < spots->len && g_hash_table_size (seen) < MAX_ITEMS; i++)
    {
      const YzGuideSpot *spot = g_ptr_array_index (spots, i);
      /* Translators: %s is a station: leads to its record */
      g_autofree char *label = g_strdup_printf (_ ("Show “%s”"), spot->name);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      if (!is_meant (question, spot) || !g_hash_table_add (seen, spot->id))
        continue;
      g_menu_item_set_action_and_target (item, "guides.show-station", "s", spot->id);
      g_menu_append_item (menu, item);
    }
  if (g_menu_model_get_n_items (G_MENU_MODEL (menu)) == 0)
    return;
  gtk_popover_menu_set_menu_model (self->menu, G_MENU_MODEL (menu));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &question->there);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
open_first (const Question *question, const GPtrArray *spots)
{
  for (guint i = 0; i < spots->len; i++)
    {
      const YzGuideSpot *spot = g_ptr_array_index (spots, i);

      if (is_meant (question, spot))
        {
          gtk_widget_activate_action (question->spots->widget, "guides.show-station", "s", spot->id);
          return;
        }
    }
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Question) question = data;
  g_autoptr (GPtrArray) spots = yz_guide_leaf_find_finish (question->leaf, result, NULL);

  if (spots == NULL)
    return; /* it was dropped */
  if (question->wants_menu)
    show_menu (question, spots);
  else
    open_first (question, spots);
}

static void
ask (YzGuideSpots *self, YzGuideLeaf *leaf, const graphene_point_t *point, const GdkRectangle *there)
{
  Question *question = g_new0 (Question, 1);

  yz_guide_spots_forget (self);
  question->spots = self;
  question->leaf = g_object_ref (leaf);
  question->everywhere = point == NULL;
  if (point != NULL)
    question->point = *point;
  question->wants_menu = there != NULL;
  if (there != NULL)
    question->there = *there;
  self->cancellable = g_cancellable_new ();
  yz_guide_leaf_find_async (leaf, self->cancellable, on_found, question);
}

YzGuideSpots *
yz_guide_spots_new (GtkWidget *widget, GtkPopoverMenu *menu)
{
  YzGuideSpots *self = g_new0 (YzGuideSpots, 1);

  self->widget = widget;
  self->menu = menu;
  return self;
}

void
yz_guide_spots_free (YzGuideSpots *self)
{
  yz_guide_spots_forget (self);
  g_free (self);
}

void
yz_guide_spots_forget (YzGuideSpots *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

void
yz_guide_spots_open (YzGuideSpots *self, YzGuideLeaf *leaf, const graphene_point_t *point)
{
  ask (self, leaf, point, NULL);
}

void
yz_guide_spots_show_menu (YzGuideSpots *self, YzGuideLeaf *leaf, const graphene_point_t *point,
                          const GdkRectangle *there)
{
  ask (self, leaf, point, there);
}
