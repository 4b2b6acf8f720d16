#include "config.h"

#include "yz-stock-equipment-view.h"

#include <string.h>

#include "yz-audit-window.h"
#include "yz-chip.h"
#include "yz-equipment-card.h"
#include "yz-equipment-dialogs.h"
#include "yz-equipment-list.h"
#include "yz-equipment-offers.h"
#include "yz-equipment-words.h"
#include "yz-kinds.h"
#include "yz-record-list.h"
#include "yz-stock-chooser.h"
#include "yz-stock-reading.h"
#include "yz-stock-record-window.h"
#include "yz-text.h"
#include "yz-widgets.h"
#include "yz-wrap-layout.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _YzStockEquipmentView
{
  GtkWidget parent_instance;

  YzInventory *inventory;
  YzStockReading *reading;   /* of the pieces */
  YzStockReading *proposals; /* of where they should go */
  YzRecordList *list;
  char *filter;
  char *type;

  YzStockChooser *type_chooser;
  GtkWidget *chips;
  GtkStack *stack;
  GtkSingleSelection *selection;
  YzEquipmentOffers *offers;
  YzEquipmentCard *card;
};

G_DEFINE_FINAL_TYPE (YzStockEquipmentView, yz_stock_equipment_view, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_INVENTORY = 1,
  PROP_FILTER,
  PROP_TYPE,
} YzStockEquipmentViewProperty;

static GParamSpec *properties[PROP_TYPE + 1];

/* In the order of YzEquipmentFilter. */
static const struct
{
  const char *nick, *title;
} filters[] = {
  { "all", NC_ ("equipment", "All") }, { "idle", N_ ("Idle") },
  { "broken", N_ ("Broken") },         { "lent", N_ ("Lent") },
  { "due", N_ ("Check due") },         { "disposed", N_ ("Disposed of") },
};

G_STATIC_ASSERT (G_N_ELEMENTS (filters) == YZ_N_EQUIPMENT_FILTERS);

static YzSession *
get_session (YzStockEquipmentView *self)
{
  return yz_inventory_get_session (self->inventory);
}

static YzStore *
get_store (YzStockEquipmentView *self)
{
  return yz_session_get_store (get_session (self));
}

static YzRecord *
get_piece (YzStockEquipmentView *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

/* --- cells -------------------------------------------------------------------------------------------------------- */

static void
set_up_pair (YzStockEquipmentView *self, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), yz_widgets_make_label (NULL, NULL));
  gtk_box_append (GTK_BOX (box), yz_widgets_make_label (NULL, "yz-small"));
  gtk_widget_add_css_class (gtk_widget_get_last_child (box), "yz-dim");
  gtk_list_item_set_child (item, box);
}

static void
show_pair (GtkListItem *item, const char *first, const char *second)
{
  GtkWidget *box = gtk_list_item_get_child (item), *label = gtk_widget_get_last_child (box);

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (box)), first);
  gtk_label_set_text (GTK_LABEL (label), second);
  gtk_widget_set_visible (label, *second != '\0');
}

static void
bind_fields (YzStockEquipmentView *self, GtkListItem *item, const char *first, const char *second)
{
  YzRecord *piece = gtk_list_item_get_item (item);
  g_autofree char *one = yz_equipment_dup_field (get_store (self), piece, first);
  g_autofree char *two = second != NULL ? yz_equipment_dup_field (get_store (self), piece, second) : g_strdup ("");

  show_pair (item, one, two);
}

static void
bind_type (YzStockEquipmentView *self, GtkListItem *item)
{
  bind_fields (self, item, "item", "model");
}

static void
bind_tag (YzStockEquipmentView *self, GtkListItem *item)
{
  bind_fields (self, item, "tag", "serial");
}

static void
bind_check (YzStockEquipmentView *self, GtkListItem *item)
{
  const char *date = yz_record_get_text (gtk_list_item_get_item (item), "next_check");
  g_autoptr (GDateTime) now = yz_clock_get_local (yz_session_get_clock (get_session (self)));
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  gboolean is_overdue = date != NULL && strcmp (date, today) < 0;

  bind_fields (self, item, "next_check", NULL);
  yz_widgets_set_class (gtk_widget_get_first_child (gtk_list_item_get_child (item)), "yz-refused", is_overdue);
}

static void
bind_where (YzStockEquipmentView *self, GtkListItem *item)
{
  YzRecord *piece = gtk_list_item_get_item (item);
  g_autofree char *where = yz_equipment_dup_where (get_store (self), piece);
  g_autofree char *lent_to = yz_equipment_dup_field (get_store (self), piece, "lent_to");
  g_autofree char *reason = yz_equipment_dup_field (get_store (self), piece, "state_reason");

  show_pair (item, where, *lent_to != '\0' ? lent_to : reason);
}

static void
set_up_state (YzStockEquipmentView *self, GtkListItem *item)
{
  gtk_list_item_set_child (item, yz_widgets_make_state ());
}

static void
bind_state (YzStockEquipmentView *self, GtkListItem *item)
{
  yz_equipment_show_state (gtk_list_item_get_child (item), gtk_list_item_get_item (item));
}

/* --- what is shown ------------------------------------------------------------------------------------------------ */

static void
on_selected (YzStockEquipmentView *self)
{
  YzRecord *piece = get_piece (self);

  gtk_widget_set_visible (GTK_WIDGET (self->card), piece != NULL);
  if (piece != NULL)
    yz_equipment_card_show (self->card, get_session (self), piece);
}

static void
show_counts (YzStockEquipmentView *self, const YzEquipmentList *list)
{
  guint filter = 0;

  for (GtkWidget *chip = gtk_widget_get_first_child (self->chips); chip != NULL;
       chip = gtk_widget_get_next_sibling (chip))
    g_object_set (chip, "count", (guint) list->counts[filter++], NULL);
}

static void
on_answered (YzStockEquipmentView *self)
{
  const YzEquipmentList *list = yz_stock_reading_get_answer (self->reading);
  gboolean has_any = FALSE;

  if (list == NULL)
    return;
  yz_record_list_set_rows (self->list, list->rows);
  yz_record_list_refresh (self->list);
  show_counts (self, list);
  for (guint i = 0; i < YZ_N_EQUIPMENT_FILTERS; i++)
    has_any |= list->counts[i] > 0;
  gtk_stack_set_visible_child_name (self->stack, has_any ? "rows" : "empty");
  on_selected (self);
}

static void
on_proposed (YzStockEquipmentView *self)
{
  yz_equipment_offers_show (self->offers, get_session (self), yz_stock_reading_get_answer (self->proposals));
}

static void
ask (YzStockEquipmentView *self)
{
  guint32 wanted = YZ_EQUIPMENT_FILTER_ALL;

  if (self->reading == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    if (g_str_equal (filters[i].nick, self->filter))
      wanted = i;
  yz_stock_reading_set_wish (self->reading, g_variant_new ("(us)", wanted, self->type));
}

static void
on_type_chosen (YzStockEquipmentView *self, YzRecord *item)
{
  g_object_set (self->type_chooser, "title", item != NULL ? yz_record_get_title (item) : _ ("All types"), NULL);
  g_object_set (self, "type", item != NULL ? yz_record_get_id (item) : "", NULL);
}

static void
set_active (YzStockEquipmentView *self, gboolean active)
{
  if (self->reading == NULL)
    return;
  g_object_set (self->reading, "active", active, NULL);
  g_object_set (self->proposals, "active", active, NULL);
}

/* Another workspace has other pieces. */
static void
on_store_changed (YzStockEquipmentView *self)
{
  YzStore *store = get_store (self);

  g_clear_object (&self->list);
  if (store != NULL)
    self->list = yz_record_list_new (store, &yz_equipment_kind);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->list));
}

static void
set_inventory (YzStockEquipmentView *self, YzInventory *inventory)
{
  if (!g_set_object (&self->inventory, inventory))
    return;
  g_clear_object (&self->reading);
  g_clear_object (&self->proposals);
  if (inventory != NULL)
    {
      self->reading = yz_stock_reading_new (inventory, yz_equipment_list_read, yz_equipment_list_free);
      self->proposals =
        yz_stock_reading_new (inventory, yz_equipment_proposals_read, (GDestroyNotify) g_ptr_array_unref);
      g_signal_connect_object (self->reading, "answered", G_CALLBACK (on_answered), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->proposals, "answered", G_CALLBACK (on_proposed), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (get_session (self), "notify::store", G_CALLBACK (on_store_changed), self,
                               G_CONNECT_SWAPPED);
      g_object_set (self->type_chooser, "session", get_session (self), NULL);
      on_store_changed (self);
      ask (self);
      set_active (self, gtk_widget_get_mapped (GTK_WIDGET (self)));
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_INVENTORY]);
}

/* --- verbs -------------------------------------------------------------------------------------------------------- */

static GPtrArray *
list_piece (YzStockEquipmentView *self)
{
  GPtrArray *pieces = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (pieces, g_object_ref (get_piece (self)));
  return pieces;
}

static void
do_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzStockEquipmentView *self = YZ_STOCK_EQUIPMENT_VIEW (widget);
  const char *nick = g_variant_get_string (parameter, NULL);
  g_autoptr (GPtrArray) pieces = NULL;

  if (get_piece (self) == NULL)
    return;
  pieces = list_piece (self);
  for (guint i = 0; i < YZ_N_EQUIPMENT_VERBS; i++)
    if (g_str_equal (yz_equipment_verb_get_nick ((YzEquipmentVerb) i), nick))
      yz_equipment_dialog_do (widget, get_session (self), (YzEquipmentVerb) i, pieces);
}

static void
move_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzStockEquipmentView *self = YZ_STOCK_EQUIPMENT_VIEW (widget);
  g_autoptr (GPtrArray) pieces = NULL;

  if (get_piece (self) == NULL)
    return;
  pieces = list_piece (self);
  yz_equipment_dialog_move (widget, get_session (self), pieces);
}

static void
show_form (YzStockEquipmentView *self, YzRecord *piece, gboolean is_new)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));

  gtk_window_present (GTK_WINDOW (yz_stock_record_window_new (window, get_session (self), piece, is_new)));
}

static void
edit_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzStockEquipmentView *self = YZ_STOCK_EQUIPMENT_VIEW (widget);

  if (get_piece (self) != NULL)
    show_form (self, get_piece (self), FALSE);
}

/* At the place that the page is about. */
static void
new_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzStockEquipmentView *self = YZ_STOCK_EQUIPMENT_VIEW (widget);
  g_autoptr (YzInventoryScope) scope = yz_inventory_dup_scope (self->inventory);
  g_autoptr (YzRecord) piece = yz_session_new_record (get_session (self), &yz_equipment_kind);

  yz_record_set_text (piece, "station", scope->station);
  yz_record_set_text (piece, "place", scope->place);
  show_form (self, piece, TRUE);
}

static void
accept_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  yz_equipment_offers_accept (YZ_STOCK_EQUIPMENT_VIEW (widget)->offers, g_variant_get_string (parameter, NULL));
}

static void
audit_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzStockEquipmentView *self = YZ_STOCK_EQUIPMENT_VIEW (widget);

  gtk_window_present (GTK_WINDOW (yz_audit_window_new (GTK_WINDOW (gtk_widget_get_root (widget)), self->inventory)));
}

/* --- the widget --------------------------------------------------------------------------------------------------- */

static void
yz_stock_equipment_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  YzStockEquipmentView *self = YZ_STOCK_EQUIPMENT_VIEW (object);

  switch ((YzStockEquipmentViewProperty) prop_id)
    {
    case PROP_INVENTORY:
      g_value_set_object (value, self->inventory);
      break;
    case PROP_FILTER:
      g_value_set_string (value, self->filter);
      break;
    case PROP_TYPE:
      g_value_set_string (value, self->type);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yz_stock_equipment_view_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  YzStockEquipmentView *self = YZ_STOCK_EQUIPMENT_VIEW (object);

  if (prop_id == PROP_INVENTORY)
    set_inventory (self, g_value_get_object (value));
  else if (prop_id > PROP_TYPE)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  else if (yz_set_str (prop_id == PROP_FILTER ? &self->filter : &self->type, g_value_get_string (value)))
    {
      ask (self);
      g_object_notify_by_pspec (object, pspec);
    }
}

static void
yz_stock_equipment_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (yz_stock_equipment_view_parent_class)->map (widget);
  set_active (YZ_STOCK_EQUIPMENT_VIEW (widget), TRUE);
}

static void
yz_stock_equipment_view_unmap (GtkWidget *widget)
{
  set_active (YZ_STOCK_EQUIPMENT_VIEW (widget), FALSE);
  GTK_WIDGET_CLASS (yz_stock_equipment_view_parent_class)->unmap (widget);
}

static void
yz_stock_equipment_view_dispose (GObject *object)
{
  YzStockEquipmentView *self = YZ_STOCK_EQUIPMENT_VIEW (object);

  g_clear_object (&self->reading);
  g_clear_object (&self->proposals);
  yz_widgets_unparent_children (GTK_WIDGET (self));
  g_clear_object (&self->list);
  g_clear_object (&self->inventory);

  G_OBJECT_CLASS (yz_stock_equipment_view_parent_class)->dispose (object);
}

static void
yz_stock_equipment_view_finalize (GObject *object)
{
  g_free (YZ_STOCK_EQUIPMENT_VIEW (object)->filter);
  g_free (YZ_STOCK_EQUIPMENT_VIEW (object)->type);

  G_OBJECT_CLASS (yz_stock_equipment_view_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, YzStockEquipmentView, type_chooser);
  gtk_widget_class_bind_template_child (widget_class, YzStockEquipmentView, chips);
  gtk_widget_class_bind_template_child (widget_class, YzStockEquipmentView, stack);
  gtk_widget_class_bind_template_child (widget_class, YzStockEquipmentView, selection);
  gtk_widget_class_bind_template_child (widget_class, YzStockEquipmentView, offers);
  gtk_widget_class_bind_template_child (widget_class, YzStockEquipmentView, card);
  gtk_widget_class_bind_template_callback (widget_class, on_type_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_selected);
  gtk_widget_class_bind_template_callback (widget_class, set_up_pair);
  gtk_widget_class_bind_template_callback (widget_class, set_up_state);
  gtk_widget_class_bind_template_callback (widget_class, bind_type);
  gtk_widget_class_bind_template_callback (widget_class, bind_tag);
  gtk_widget_class_bind_template_callback (widget_class, bind_where);
  gtk_widget_class_bind_template_callback (widget_class, bind_state);
  gtk_widget_class_bind_template_callback (widget_class, bind_check);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_property_action (widget_class, "equipment.filter", "filter");
  gtk_widget_class_install_action (widget_class, "equipment.do", "s", do_cb);
  gtk_widget_class_install_action (widget_class, "equipment.move", NULL, move_cb);
  gtk_widget_class_install_action (widget_class, "equipment.edit", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "equipment.new", NULL, new_cb);
  gtk_widget_class_install_action (widget_class, "equipment.accept", "s", accept_cb);
  gtk_widget_class_install_action (widget_class, "equipment.audit", NULL, audit_cb);
}

static void
yz_stock_equipment_view_class_init (YzStockEquipmentViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = yz_stock_equipment_view_get_property;
  object_class->set_property = yz_stock_equipment_view_set_property;
  object_class->dispose = yz_stock_equipment_view_dispose;
  object_class->finalize = yz_stock_equipment_view_finalize;
  widget_class->map = yz_stock_equipment_view_map;
  widget_class->unmap = yz_stock_equipment_view_unmap;

  properties[PROP_INVENTORY] = g_param_spec_object ("inventory", NULL, NULL, YZ_TYPE_INVENTORY, flags);
  properties[PROP_FILTER] = g_param_spec_string ("filter", NULL, NULL, "all", flags);
  properties[PROP_TYPE] = g_param_spec_string ("type", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (YZ_TYPE_EQUIPMENT_CARD);
  g_type_ensure (YZ_TYPE_EQUIPMENT_OFFERS);
  g_type_ensure (YZ_TYPE_STOCK_CHOOSER);
  g_type_ensure (YZ_TYPE_WRAP_LAYOUT);
  install_actions (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/stock/yz-stock-equipment-view.ui");
  bind_template (widget_class);
}

static void
yz_stock_equipment_view_init (YzStockEquipmentView *self)
{
  self->filter = g_strdup ("all");
  self->type = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      const char *title = i == YZ_EQUIPMENT_FILTER_ALL ? C_ ("equipment", "All") : _ (filters[i].title);
      GtkWidget *chip = g_object_new (YZ_TYPE_CHIP, "title", title, "action-name", "equipment.filter", NULL);

      gtk_actionable_set_action_target (GTK_ACTIONABLE (chip), "s", filters[i].nick);
      gtk_box_append (GTK_BOX (self->chips), chip);
    }
}
