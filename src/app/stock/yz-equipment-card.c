#include "config.h"

#include "yz-equipment-card.h"

#include "yz-equipment-verbs.h"
#include "yz-equipment-words.h"
#include "yz-history-view.h"
#include "yz-kinds.h"
#include "yz-widgets.h"
#include "yz-wrap-layout.h"

#include <glib/gi18n.h>

struct _YzEquipmentCard
{
  GtkWidget parent_instance;

  GtkLabel *title_label;
  GtkLabel *tag_label;
  GtkBox *state_slot;
  GtkGrid *facts;
  GtkBox *verbs;
  YzHistoryView *history_view;

  GtkWidget *state;
  YzHistory *history;
};

G_DEFINE_FINAL_TYPE (YzEquipmentCard, yz_equipment_card, GTK_TYPE_WIDGET)

/* --- what is known ------------------------------------------------------------------------------------------------ */

static void
add_fact (YzEquipmentCard *self, int row, const char *title, const char *text)
{
  GtkWidget *label = yz_widgets_make_wrapped_label (text, NULL);

  gtk_grid_attach (self->facts, yz_widgets_make_label (title, "yz-dim"), 0, row, 1, 1);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_grid_attach (self->facts, label, 1, row, 1, 1);
}

static void
show_facts (YzEquipmentCard *self, YzStore *store, YzRecord *piece)
{
  static const char *const fields[] = { "model",      "serial",     "state_reason", "state_since", "lent_to",
                                        "lent_until", "next_check", "bought",       "value",       "note" };
  g_autofree char *where = yz_equipment_dup_where (store, piece);
  int row = 0;

  while (gtk_grid_get_child_at (self->facts, 0, 0) != NULL)
    gtk_grid_remove_row (self->facts, 0);
  add_fact (self, row++, _ ("Where"), where);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const YzField *field = yz_kind_find_field (&yz_equipment_kind, fields[i]);
      g_autofree char *text = yz_equipment_dup_field (store, piece, fields[i]);

      if (*text != '\0')
        add_fact (self, row++, _ (field->title), text);
    }
}

/* --- what can be done --------------------------------------------------------------------------------------------- */

static GtkWidget *
make_button (const char *label, const char *action, const char *target)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  if (target != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  return button;
}

static void
show_verbs (YzEquipmentCard *self, YzRecord *piece)
{
  yz_widgets_clear_box (self->verbs);
  for (guint i = 0; i < YZ_N_EQUIPMENT_VERBS; i++)
    if (yz_equipment_verb_fits ((YzEquipmentVerb) i, piece))
      gtk_box_append (self->verbs, make_button (_ (yz_equipment_verb_get_label ((YzEquipmentVerb) i)), "equipment.do",
                                                yz_equipment_verb_get_nick ((YzEquipmentVerb) i)));
  if (yz_equipment_get_state (piece) != YZ_EQUIPMENT_DISPOSED)
    gtk_box_append (self->verbs, make_button (_ ("Move equipment"), "equipment.move", NULL));
  gtk_box_append (self->verbs, make_button (_ ("Edit…"), "equipment.edit", NULL));
}

void
yz_equipment_card_show (YzEquipmentCard *self, YzSession *session, YzRecord *piece)
{
  YzStore *store = yz_session_get_store (session);
  g_autofree char *type = NULL;

  g_return_if_fail (YZ_IS_EQUIPMENT_CARD (self) && store != NULL);

  type = yz_equipment_dup_field (store, piece, "item");
  gtk_label_set_text (self->title_label, type);
  gtk_label_set_text (self->tag_label, yz_record_get_title (piece));
  yz_equipment_show_state (self->state, piece);
  show_facts (self, store, piece);
  show_verbs (self, piece);
  if (self->history == NULL)
    {
      self->history = yz_history_new (session);
      g_object_set (self->history_view, "history", self->history, NULL);
    }
  yz_history_set_record (self->history, yz_record_get_id (piece));
}

/* --- the widget --------------------------------------------------------------------------------------------------- */

static void
yz_equipment_card_dispose (GObject *object)
{
  YzEquipmentCard *self = YZ_EQUIPMENT_CARD (object);

  yz_widgets_unparent_children (GTK_WIDGET (self));
  g_clear_object (&self->history);

  G_OBJECT_CLASS (yz_equipment_card_parent_class)->dispose (object);
}

static void
yz_equipment_card_class_init (YzEquipmentCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yz_equipment_card_dispose;
  g_type_ensure (YZ_TYPE_HISTORY_VIEW);
  g_type_ensure (YZ_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/stock/yz-equipment-card.ui");
  gtk_widget_class_bind_template_child (widget_class, YzEquipmentCard, title_label);
  gtk_widget_class_bind_template_child (widget_class, YzEquipmentCard, tag_label);
  gtk_widget_class_bind_template_child (widget_class, YzEquipmentCard, state_slot);
  gtk_widget_class_bind_template_child (widget_class, YzEquipmentCard, facts);
  gtk_widget_class_bind_template_child (widget_class, YzEquipmentCard, verbs);
  gtk_widget_class_bind_template_child (widget_class, YzEquipmentCard, history_view);
}

static void
yz_equipment_card_init (YzEquipmentCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->state = yz_widgets_make_state ();
  gtk_box_append (self->state_slot, self->state);
}
