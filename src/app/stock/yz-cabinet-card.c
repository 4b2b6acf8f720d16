#include "config.h"

#include "yz-cabinet-card-private.h"

#include "yz-planogram.h"
#include "yz-slot-row.h"
#include "yz-stock-reading.h"
#include "yz-text.h"
#include "yz-widgets.h"

#include <glib/gi18n.h>

/* Six slots beside one another. */
#define COMPACT_WIDTH 424
#define COMPACT_GAP 12

struct _YzCabinetCard
{
  GtkWidget parent_instance;

  YzInventory *inventory;
  YzStockReading *reading;
  char *slot; /* "" for none */
  char *mode;
  gboolean compact;
  gboolean showing; /* while widgets are being told */

  GtkWidget *content;
  GtkDropDown *cabinet_list;
  GtkLabel *name_label;
  GtkStack *stack;
  GtkLabel *none_label;
  YzPlanogram *planogram;
  GtkListBox *slot_list;
  GtkWidget *foot;
  GtkButton *round_button;
  GtkLabel *slot_title;
  GtkLabel *slot_summary;
};

G_DEFINE_FINAL_TYPE (YzCabinetCard, yz_cabinet_card, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_INVENTORY = 1,
  PROP_SLOT,
  PROP_MODE,
  PROP_COMPACT,
} YzCabinetCardProperty;

static GParamSpec *properties[PROP_COMPACT + 1];
static guint shown_signal;

const YzCabinetAnswer *
yz_cabinet_card_get_answer (YzCabinetCard *self)
{
  g_return_val_if_fail (YZ_IS_CABINET_CARD (self), NULL);
  return self->reading != NULL ? yz_stock_reading_get_answer (self->reading) : NULL;
}

YzInventory *
yz_cabinet_card_get_inventory (YzCabinetCard *self)
{
  return self->inventory;
}

static const YzCabinetView *
get_view (YzCabinetCard *self)
{
  const YzCabinetAnswer *answer = yz_cabinet_card_get_answer (self);

  return answer != NULL ? answer->view : NULL;
}

const YzSlot *
yz_cabinet_card_get_slot (YzCabinetCard *self)
{
  const YzCabinetView *view = get_view (self);

  for (guint i = 0; view != NULL && i < view->slots->len; i++)
    if (g_str_equal (yz_record_get_id (yz_cabinet_view_get_slot (view, i)->place), self->slot))
      return yz_cabinet_view_get_slot (view, i);
  return NULL;
}

/* --- the slot that is chosen -------------------------------------------------------------------------------------- */

static void
update_actions (YzCabinetCard *self)
{
  const YzSlot *slot = yz_cabinet_card_get_slot (self);
  gboolean works = slot != NULL && slot->state != YZ_SLOT_BROKEN;
  gboolean assigned = works && yz_record_get (slot->place, "item") != NULL;
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "cabinet.refill",
                                 assigned && (slot->capacity == 0 || slot->there < slot->capacity));
  gtk_widget_action_set_enabled (widget, "cabinet.reserve", assigned && slot->there - slot->unusable > slot->reserved);
  gtk_widget_action_set_enabled (widget, "cabinet.assign", slot != NULL);
  gtk_widget_action_set_enabled (widget, "cabinet.break", works);
  gtk_widget_action_set_enabled (widget, "cabinet.repair", slot != NULL && !works);
  gtk_widget_action_set_enabled (widget, "cabinet.clear", slot != NULL && slot->unusable > 0);
  gtk_widget_action_set_enabled (widget, "cabinet.round", get_view (self) != NULL);
  gtk_widget_action_set_enabled (widget, "cabinet.events", get_view (self) != NULL);
}

static void
show_slot (YzCabinetCard *self)
{
  const YzCabinetView *view = get_view (self);
  const YzSlot *slot = yz_cabinet_card_get_slot (self);
  g_autofree char *title = slot != NULL ? yz_slot_dup_title (slot) : NULL;
  g_autofree char *summary = slot != NULL ? yz_slot_dup_summary (slot, view->today) : NULL;

  gtk_label_set_label (self->slot_title, title != NULL ? title : _ ("No slot is chosen"));
  gtk_label_set_label (self->slot_summary, summary != NULL ? summary : _ ("Click one to see what is in it"));
  update_actions (self);
}

static void
select_row (YzCabinetCard *self)
{
  for (int i = 0; gtk_list_box_get_row_at_index (self->slot_list, i) != NULL; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->slot_list, i);

      if (g_str_equal (gtk_widget_get_name (GTK_WIDGET (row)), self->slot))
        {
          gtk_list_box_select_row (self->slot_list, row);
          return;
        }
    }
  gtk_list_box_unselect_all (self->slot_list);
}

static void
set_slot (YzCabinetCard *self, const char *slot)
{
  if (!yz_set_str (&self->slot, slot != NULL ? slot : ""))
    return;
  select_row (self);
  show_slot (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SLOT]);
}

static void
on_row_selected (YzCabinetCard *self, GtkListBoxRow *row)
{
  if (row != NULL && !self->showing)
    set_slot (self, gtk_widget_get_name (GTK_WIDGET (row)));
}

/* --- the list ----------------------------------------------------------------------------------------------------- */

static void
show_list (YzCabinetCard *self, const YzCabinetView *view)
{
  yz_widgets_clear_list (self->slot_list);
  for (guint i = 0; i < view->slots->len; i++)
    gtk_list_box_append (self->slot_list, yz_slot_row_new (yz_cabinet_view_get_slot (view, i), view->today));
  select_row (self);
}

/* --- the cabinet -------------------------------------------------------------------------------------------------- */

static void
show_names (YzCabinetCard *self, const YzCabinetAnswer *answer)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < answer->names->len; i++)
    gtk_string_list_append (names, g_ptr_array_index (answer->names, i));
  gtk_drop_down_set_model (self->cabinet_list, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->cabinet_list, answer->index);
  gtk_widget_set_visible (GTK_WIDGET (self->cabinet_list), answer->names->len > 1);
}

static void
show_head (YzCabinetCard *self, const YzCabinetAnswer *answer)
{
  guint n_slots = answer->view->slots->len;
  g_autofree char *count = g_strdup_printf (ngettext ("%u slot", "%u slots", n_slots), n_slots);
  g_autofree char *name = g_strdup_printf ("%s · %s", yz_record_get_title (answer->view->cabinet), count);
  g_autofree char *to_fill =
    g_strdup_printf (ngettext ("%u slot to fill", "%u slots to fill", answer->n_to_fill), answer->n_to_fill);

  gtk_label_set_label (self->name_label, answer->names->len > 1 ? count : name);
  gtk_button_set_label (self->round_button, to_fill);
}

static void
show_none (YzCabinetCard *self)
{
  gboolean has_station = self->inventory != NULL && yz_inventory_get_place (self->inventory) != NULL;

  gtk_label_set_label (self->none_label,
                       has_station ? _ ("There is no smart cabinet here yet.")
                                   : _ ("There is no smart cabinet yet. Choose a station above to add one to it."));
  gtk_label_set_label (self->name_label, "");
  gtk_widget_set_visible (GTK_WIDGET (self->cabinet_list), FALSE);
  gtk_stack_set_visible_child_name (self->stack, "none");
}

/* Something to look at from the beginning: what has to be done first. */
static void
choose_slot (YzCabinetCard *self, const YzCabinetView *view)
{
  static const YzSlotState order[] = { YZ_SLOT_EXPIRED, YZ_SLOT_EXPIRING, YZ_SLOT_EMPTY, YZ_SLOT_LOW };

  if (yz_cabinet_card_get_slot (self) != NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    for (guint j = 0; j < view->slots->len; j++)
      if (yz_cabinet_view_get_slot (view, j)->state == order[i])
        {
          set_slot (self, yz_record_get_id (yz_cabinet_view_get_slot (view, j)->place));
          return;
        }
  if (view->slots->len > 0)
    set_slot (self, yz_record_get_id (yz_cabinet_view_get_slot (view, 0)->place));
}

static void
on_answered (YzCabinetCard *self)
{
  const YzCabinetAnswer *answer = yz_cabinet_card_get_answer (self);
  gboolean has_view = answer != NULL && answer->view != NULL;

  self->showing = TRUE;
  gtk_widget_set_visible (self->foot, has_view);
  gtk_widget_set_visible (self->content, has_view || !self->compact);
  if (has_view)
    {
      choose_slot (self, answer->view);
      show_names (self, answer);
      show_head (self, answer);
      yz_planogram_show (self->planogram, answer->view);
      show_list (self, answer->view);
      gtk_stack_set_visible_child_name (self->stack, self->mode);
    }
  else
    show_none (self);
  self->showing = FALSE;
  show_slot (self);
  g_signal_emit (self, shown_signal, 0);
}

static void
on_cabinet_chosen (YzCabinetCard *self)
{
  const YzCabinetAnswer *answer = yz_cabinet_card_get_answer (self);
  guint index = gtk_drop_down_get_selected (self->cabinet_list);

  if (self->showing || answer == NULL || index >= answer->cabinets->len)
    return;
  yz_stock_reading_set_wish (self->reading,
                             g_variant_new_string (yz_record_get_id (g_ptr_array_index (answer->cabinets, index))));
}

/* A compact card is mapped though it shows nothing, and asks only about a place. */
static void
update_active (YzCabinetCard *self)
{
  gboolean has_place = self->inventory != NULL && yz_inventory_get_place (self->inventory) != NULL;

  if (self->compact && !has_place)
    gtk_widget_set_visible (self->content, FALSE);
  if (self->reading != NULL)
    g_object_set (self->reading, "active", gtk_widget_get_mapped (GTK_WIDGET (self)) && (has_place || !self->compact),
                  NULL);
}

static void
set_inventory (YzCabinetCard *self, YzInventory *inventory)
{
  if (!g_set_object (&self->inventory, inventory))
    return;
  g_clear_object (&self->reading);
  if (inventory != NULL)
    {
      self->reading = yz_stock_reading_new (inventory, yz_cabinet_answer_read, yz_cabinet_answer_free);
      g_signal_connect_object (self->reading, "answered", G_CALLBACK (on_answered), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (inventory, "notify::place", G_CALLBACK (update_active), self, G_CONNECT_SWAPPED);
    }
  update_active (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_INVENTORY]);
}

static void
set_mode (YzCabinetCard *self, const char *mode)
{
  if (mode == NULL || !yz_set_str (&self->mode, mode))
    return;
  if (get_view (self) != NULL)
    gtk_stack_set_visible_child_name (self->stack, self->mode);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODE]);
}

static void
set_compact (YzCabinetCard *self, gboolean compact)
{
  if (self->compact == compact)
    return;
  self->compact = compact;
  gtk_widget_set_size_request (self->content, compact ? COMPACT_WIDTH : -1, -1);
  /* below other cards; one that is not shown leaves no gap */
  gtk_widget_set_margin_top (self->content, compact ? COMPACT_GAP : 0);
  yz_widgets_set_class (GTK_WIDGET (self->planogram), "compact", compact);
  update_active (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPACT]);
}

/* --- the widget --------------------------------------------------------------------------------------------------- */

static void
yz_cabinet_card_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  YzCabinetCard *self = YZ_CABINET_CARD (object);

  switch ((YzCabinetCardProperty) prop_id)
    {
    case PROP_INVENTORY:
      g_value_set_object (value, self->inventory);
      break;
    case PROP_SLOT:
      g_value_set_string (value, self->slot);
      break;
    case PROP_MODE:
      g_value_set_string (value, self->mode);
      break;
    case PROP_COMPACT:
      g_value_set_boolean (value, self->compact);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yz_cabinet_card_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  YzCabinetCard *self = YZ_CABINET_CARD (object);

  switch ((YzCabinetCardProperty) prop_id)
    {
    case PROP_INVENTORY:
      set_inventory (self, g_value_get_object (value));
      break;
    case PROP_SLOT:
      set_slot (self, g_value_get_string (value));
      break;
    case PROP_MODE:
      set_mode (self, g_value_get_string (value));
      break;
    case PROP_COMPACT:
      set_compact (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yz_cabinet_card_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (yz_cabinet_card_parent_class)->map (widget);
  update_active (YZ_CABINET_CARD (widget));
}

static void
yz_cabinet_card_unmap (GtkWidget *widget)
{
  YzCabinetCard *self = YZ_CABINET_CARD (widget);

  if (self->reading != NULL)
    g_object_set (self->reading, "active", FALSE, NULL);
  GTK_WIDGET_CLASS (yz_cabinet_card_parent_class)->unmap (widget);
}

static void
yz_cabinet_card_dispose (GObject *object)
{
  YzCabinetCard *self = YZ_CABINET_CARD (object);

  g_clear_object (&self->reading);
  yz_widgets_unparent_children (GTK_WIDGET (self));
  g_clear_object (&self->inventory);

  G_OBJECT_CLASS (yz_cabinet_card_parent_class)->dispose (object);
}

static void
yz_cabinet_card_finalize (GObject *object)
{
  g_free (YZ_CABINET_CARD (object)->slot);
  g_free (YZ_CABINET_CARD (object)->mode);

  G_OBJECT_CLASS (yz_cabinet_card_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/stock/yz-cabinet-card.ui");
  gtk_widget_class_bind_template_child (widget_class, YzCabinetCard, content);
  gtk_widget_class_bind_template_child (widget_class, YzCabinetCard, cabinet_list);
  gtk_widget_class_bind_template_child (widget_class, YzCabinetCard, name_label);
  gtk_widget_class_bind_template_child (widget_class, YzCabinetCard, stack);
  gtk_widget_class_bind_template_child (widget_class, YzCabinetCard, none_label);
  gtk_widget_class_bind_template_child (widget_class, YzCabinetCard, planogram);
  gtk_widget_class_bind_template_child (widget_class, YzCabinetCard, slot_list);
  gtk_widget_class_bind_template_child (widget_class, YzCabinetCard, foot);
  gtk_widget_class_bind_template_child (widget_class, YzCabinetCard, round_button);
  gtk_widget_class_bind_template_child (widget_class, YzCabinetCard, slot_title);
  gtk_widget_class_bind_template_child (widget_class, YzCabinetCard, slot_summary);
  gtk_widget_class_bind_template_callback (widget_class, on_cabinet_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected);
}

static void
yz_cabinet_card_class_init (YzCabinetCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = yz_cabinet_card_get_property;
  object_class->set_property = yz_cabinet_card_set_property;
  object_class->dispose = yz_cabinet_card_dispose;
  object_class->finalize = yz_cabinet_card_finalize;
  widget_class->map = yz_cabinet_card_map;
  widget_class->unmap = yz_cabinet_card_unmap;

  properties[PROP_INVENTORY] = g_param_spec_object ("inventory", NULL, NULL, YZ_TYPE_INVENTORY, flags);
  properties[PROP_SLOT] = g_param_spec_string ("slot", NULL, NULL, "", flags);
  properties[PROP_MODE] = g_param_spec_string ("mode", NULL, NULL, "drawing", flags);
  properties[PROP_COMPACT] = g_param_spec_boolean ("compact", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  shown_signal = g_signal_new ("shown", YZ_TYPE_CABINET_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (YZ_TYPE_PLANOGRAM);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  yz_cabinet_card_install_actions (widget_class);
  gtk_widget_class_install_property_action (widget_class, "cabinet.mode", "mode");
  gtk_widget_class_install_property_action (widget_class, "cabinet.slot", "slot");
  bind_template (widget_class);
}

static void
yz_cabinet_card_init (YzCabinetCard *self)
{
  self->slot = g_strdup ("");
  self->mode = g_strdup ("drawing");
  gtk_widget_init_template (GTK_WIDGET (self));
  update_actions (self);
}
