#include "config.h"

#include "yz-station-holdings.h"

#include "yz-equipment-list.h"
#include "yz-equipment-words.h"
#include "yz-kinds.h"
#include "yz-stock-figures.h"
#include "yz-stock-reading.h"
#include "yz-stock-state.h"
#include "yz-value-text.h"
#include "yz-widgets.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* A pane is no list: whoever has more is led to it. */
#define MOST_SHOWN 200

struct _YzStationHoldings
{
  GtkWidget parent_instance;

  YzInventory *inventory;
  YzStockReading *reading;
  gboolean is_equipment;

  GtkStack *stack;
  GtkLabel *count_label;
  GtkListBox *list;
  AdwStatusPage *empty_page;
  GtkWidget *goods_verbs;
  GtkWidget *equipment_verbs;
  GtkWidget *receive_button;
  GtkWidget *new_button;
};

G_DEFINE_FINAL_TYPE (YzStationHoldings, yz_station_holdings, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_INVENTORY = 1,
  PROP_SUBJECT,
} YzStationHoldingsProperty;

static GParamSpec *properties[PROP_SUBJECT + 1];

/* Two lines at the left, one or two at the right. */
static GtkWidget *
make_row (const char *title, const char *detail, GtkWidget *side)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10), *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (lines), yz_widgets_make_label (title, "yz-name"));
  if (detail != NULL && *detail != '\0')
    {
      gtk_box_append (GTK_BOX (lines), yz_widgets_make_label (detail, "yz-small"));
      gtk_widget_add_css_class (gtk_widget_get_last_child (lines), "yz-dim");
    }
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_widget_set_valign (lines, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (side, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (row), lines);
  gtk_box_append (GTK_BOX (row), side);
  return row;
}

/* --- goods -------------------------------------------------------------------------------------------------------- */

/* "6 / 8 盒" where some of it may not be used. */
static char *
dup_quantity (const YzStockFigure *figure)
{
  gint64 total = figure->usable + figure->expired + figure->recalled;
  g_autofree char *usable = yz_stock_dup_quantity (figure->usable, NULL);
  g_autofree char *all = yz_stock_dup_quantity (total, figure->unit);

  return total == figure->usable ? g_steal_pointer (&all) : g_strdup_printf ("%s / %s", usable, all);
}

static GtkWidget *
make_figure_row (const YzStockFigure *figure, guint32 today)
{
  GtkWidget *side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *state = yz_widgets_make_state ();
  g_autofree char *quantity = dup_quantity (figure);
  g_autofree char *day = yz_value_format_day (figure->expiry);
  g_autofree char *until = day != NULL ? g_strdup_printf (_ ("until %s"), day) : NULL;
  g_autofree char *detail =
    g_strjoin (" · ", figure->detail != NULL ? figure->detail : until, figure->detail != NULL ? until : NULL, NULL);

  gtk_box_append (GTK_BOX (side), yz_widgets_make_label (quantity, "yz-strong"));
  gtk_label_set_xalign (GTK_LABEL (gtk_widget_get_first_child (side)), 1);
  yz_stock_state_show (state, figure, today);
  gtk_widget_set_halign (state, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (side), state);
  return make_row (figure->title, detail, side);
}

static guint
show_goods (YzStationHoldings *self)
{
  const YzStockFigures *figures = yz_stock_reading_get_answer (self->reading);

  for (guint i = 0; i < MIN (figures->rows->len, MOST_SHOWN); i++)
    gtk_list_box_append (self->list, make_figure_row (g_ptr_array_index (figures->rows, i), figures->today));
  return figures->rows->len;
}

/* --- equipment ---------------------------------------------------------------------------------------------------- */

static GtkWidget *
make_piece_row (YzStore *store, YzRecord *piece)
{
  GtkWidget *state = yz_widgets_make_state ();
  g_autofree char *type = yz_equipment_dup_field (store, piece, "item");
  g_autofree char *model = yz_equipment_dup_field (store, piece, "model");
  g_autofree char *detail = g_strdup_printf ("%s%s%s", yz_record_get_title (piece), *model != '\0' ? " · " : "", model);

  yz_equipment_show_state (state, piece);
  return make_row (type, detail, state);
}

static guint
show_pieces (YzStationHoldings *self)
{
  const YzEquipmentList *list = yz_stock_reading_get_answer (self->reading);
  YzStore *store = yz_session_get_store (yz_inventory_get_session (self->inventory));

  for (guint i = 0; store != NULL && i < MIN (list->rows->len, MOST_SHOWN); i++)
    {
      g_autoptr (YzRecord)
        piece = yz_store_load_row (store, &yz_equipment_kind, g_array_index (list->rows, gint64, i), NULL);

      if (piece != NULL)
        gtk_list_box_append (self->list, make_piece_row (store, piece));
    }
  return list->rows->len;
}

/* --- reading ------------------------------------------------------------------------------------------------------ */

static void
on_answered (YzStationHoldings *self)
{
  g_autofree char *count = NULL;
  guint n;

  yz_widgets_clear_list (self->list);
  if (yz_stock_reading_get_answer (self->reading) == NULL)
    return;
  n = self->is_equipment ? show_pieces (self) : show_goods (self);
  count = self->is_equipment ? g_strdup_printf (ngettext ("%u piece", "%u pieces", n), n)
                             : g_strdup_printf (ngettext ("%u item", "%u items", n), n);
  gtk_label_set_text (self->count_label, count);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "rows" : "empty");
}

/* What another station has is not shown as that of this one. */
static void
forget (YzStationHoldings *self)
{
  gtk_stack_set_visible_child_name (self->stack, "reading");
}

static void
begin_reading (YzStationHoldings *self)
{
  g_clear_object (&self->reading);
  if (self->inventory == NULL)
    return;
  self->reading = self->is_equipment
                    ? yz_stock_reading_new (self->inventory, yz_equipment_list_read, yz_equipment_list_free)
                    : yz_stock_reading_new (self->inventory, yz_stock_figures_read, yz_stock_figures_unref);
  g_signal_connect_object (self->reading, "answered", G_CALLBACK (on_answered), self, G_CONNECT_SWAPPED);
  g_object_set (self->reading, "active", gtk_widget_get_mapped (GTK_WIDGET (self)), NULL);
}

static void
set_subject (YzStationHoldings *self, const char *subject)
{
  self->is_equipment = g_strcmp0 (subject, "equipment") == 0;
  gtk_widget_set_visible (self->goods_verbs, !self->is_equipment);
  gtk_widget_set_visible (self->equipment_verbs, self->is_equipment);
  gtk_widget_set_visible (self->receive_button, !self->is_equipment);
  gtk_widget_set_visible (self->new_button, self->is_equipment);
  adw_status_page_set_title (self->empty_page, self->is_equipment ? _ ("No Equipment Here") : _ ("No Stock Here Yet"));
  adw_status_page_set_description (
    self->empty_page, self->is_equipment
                        ? _ ("Enter the fridge, the microwave and whatever else has a tag.")
                        : _ ("What is received here, or sent here from the warehouse, stands here with its expiry."));
  begin_reading (self);
}

/* --- the widget --------------------------------------------------------------------------------------------------- */

static void
yz_station_holdings_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  YzStationHoldings *self = YZ_STATION_HOLDINGS (object);

  switch (prop_id)
    {
    case PROP_INVENTORY:
      if (!g_set_object (&self->inventory, g_value_get_object (value)))
        break;
      g_signal_connect_object (self->inventory, "notify::place", G_CALLBACK (forget), self, G_CONNECT_SWAPPED);
      begin_reading (self);
      break;
    case PROP_SUBJECT:
      set_subject (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yz_station_holdings_map (GtkWidget *widget)
{
  YzStationHoldings *self = YZ_STATION_HOLDINGS (widget);

  GTK_WIDGET_CLASS (yz_station_holdings_parent_class)->map (widget);
  if (self->reading != NULL)
    g_object_set (self->reading, "active", TRUE, NULL);
}

static void
yz_station_holdings_unmap (GtkWidget *widget)
{
  YzStationHoldings *self = YZ_STATION_HOLDINGS (widget);

  if (self->reading != NULL)
    g_object_set (self->reading, "active", FALSE, NULL);
  GTK_WIDGET_CLASS (yz_station_holdings_parent_class)->unmap (widget);
}

static void
yz_station_holdings_dispose (GObject *object)
{
  YzStationHoldings *self = YZ_STATION_HOLDINGS (object);

  g_clear_object (&self->reading);
  yz_widgets_unparent_children (GTK_WIDGET (self));
  g_clear_object (&self->inventory);

  G_OBJECT_CLASS (yz_station_holdings_parent_class)->dispose (object);
}

static void
yz_station_holdings_class_init (YzStationHoldingsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->set_property = yz_station_holdings_set_property;
  object_class->dispose = yz_station_holdings_dispose;
  widget_class->map = yz_station_holdings_map;
  widget_class->unmap = yz_station_holdings_unmap;

  properties[PROP_INVENTORY] = g_param_spec_object ("inventory", NULL, NULL, YZ_TYPE_INVENTORY, flags);
  properties[PROP_SUBJECT] = g_param_spec_string ("subject", NULL, NULL, "goods", flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/stations/yz-station-holdings.ui");
  gtk_widget_class_bind_template_child (widget_class, YzStationHoldings, stack);
  gtk_widget_class_bind_template_child (widget_class, YzStationHoldings, count_label);
  gtk_widget_class_bind_template_child (widget_class, YzStationHoldings, list);
  gtk_widget_class_bind_template_child (widget_class, YzStationHoldings, empty_page);
  gtk_widget_class_bind_template_child (widget_class, YzStationHoldings, goods_verbs);
  gtk_widget_class_bind_template_child (widget_class, YzStationHoldings, equipment_verbs);
  gtk_widget_class_bind_template_child (widget_class, YzStationHoldings, receive_button);
  gtk_widget_class_bind_template_child (widget_class, YzStationHoldings, new_button);
}

static void
yz_station_holdings_init (YzStationHoldings *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
