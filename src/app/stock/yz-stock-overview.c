#include "config.h"

#include "yz-stock-overview.h"

#include "yz-cabinet-card.h"
#include "yz-stock-due-view.h"
#include "yz-stock-latest.h"
#include "yz-fit-layout.h"
#include "yz-stock-reading.h"
#include "yz-stock-table.h"
#include "yz-stock-tile.h"
#include "yz-text.h"
#include "yz-value-text.h"
#include "yz-widgets.h"

#include <adwaita.h>
#include <glib/gi18n.h>

typedef enum
{
  PROP_INVENTORY = 1,
  PROP_SEARCH,
  PROP_FILTER,
  PROP_GROUP,
  PROP_ITEM,
} YzStockOverviewProperty;

struct _YzStockOverview
{
  GtkWidget parent_instance;

  YzInventory *inventory;
  YzStockReading *reading;
  char *wishes[PROP_ITEM + 1]; /* of the properties that are texts */

  YzStockTile *there_tile;
  YzStockTile *ending_tile;
  YzStockTile *lacking_tile;
  YzStockTile *given_tile;
  YzStockTable *table;
};

G_DEFINE_FINAL_TYPE (YzStockOverview, yz_stock_overview, GTK_TYPE_WIDGET)

static GParamSpec *properties[PROP_ITEM + 1];

/* --- four figures ------------------------------------------------------------------------------------------------- */

static void
show_tile (YzStockTile *tile, gint64 figure, const char *unit, const char *detail, const char *tone)
{
  g_autofree char *text = yz_stock_dup_quantity (figure, NULL);

  g_object_set (tile, "figure", text, "unit", unit, "detail", detail, "tone", figure > 0 ? tone : "", NULL);
}

static void
show_there (YzStockOverview *self, const YzStockFigures *figures)
{
  guint n_items = figures->n_items, n_lots = figures->total.n_lots;
  g_autofree char *items = g_strdup_printf (ngettext ("%u item", "%u items", n_items), n_items);
  g_autofree char *lots = g_strdup_printf (ngettext ("%u lot", "%u lots", n_lots), n_lots);
  g_autofree char *detail = g_strdup_printf ("%s · %s", items, lots);

  /* Translators: the unit of a number of things of all kinds */
  show_tile (self->there_tile, figures->total.usable, C_ ("unit", "pieces"), detail, "");
}

static char *
dup_ending (const YzStockFigures *figures)
{
  gint64 unusable = figures->total.expired + figures->total.recalled;
  g_autofree char *first = yz_value_format_day (figures->total.expiry);
  g_autofree char *several = yz_stock_dup_quantity (unusable, NULL);

  if (unusable > 0)
    return g_strdup_printf (_ ("%s more may no longer be used"), several);
  return first != NULL ? g_strdup_printf (_ ("the first on %s"), first) : g_strdup (_ ("nothing with an expiry date"));
}

static void
show_people (YzStockOverview *self, const YzStockFigures *figures)
{
  g_autofree char *before = yz_stock_dup_quantity (figures->people_before, NULL);
  g_autofree char *detail = g_strdup_printf (_ ("last month %s"), before);

  /* Translators: the unit of how often people were given something */
  show_tile (self->given_tile, figures->people, C_ ("unit", "people"), detail, "");
}

static void
on_answered (YzStockOverview *self)
{
  YzStockFigures *figures = yz_stock_reading_get_answer (self->reading);
  g_autofree char *ending = NULL;

  yz_stock_table_set_figures (self->table, figures);
  if (figures == NULL)
    return;
  ending = dup_ending (figures);
  show_there (self, figures);
  show_tile (self->ending_tile, figures->total.expiring, C_ ("unit", "pieces"), ending, "warning");
  show_tile (self->lacking_tile, figures->n_low, C_ ("unit", "items"),
             figures->low != NULL ? figures->low : _ ("enough of everything"), "bad");
  show_people (self, figures);
}

/* --- what is asked ------------------------------------------------------------------------------------------------ */

static void
ask (YzStockOverview *self)
{
  gboolean has_place, by_holder;

  if (self->reading == NULL)
    return;
  has_place = yz_inventory_get_place (self->inventory) != NULL;
  by_holder = !has_place && (*self->wishes[PROP_ITEM] != '\0' || g_str_equal (self->wishes[PROP_GROUP], "station"));
  g_object_set (self->table, "by-holder", by_holder, NULL);
  yz_stock_reading_set_wish (self->reading,
                             g_variant_new ("(bss)", by_holder, self->wishes[PROP_ITEM], self->wishes[PROP_SEARCH]));
}

static void
on_place_notify (YzStockOverview *self)
{
  g_object_set (self, "item", "", NULL);
  ask (self);
}

static void
set_inventory (YzStockOverview *self, YzInventory *inventory)
{
  if (!g_set_object (&self->inventory, inventory))
    return;
  g_clear_object (&self->reading);
  if (inventory != NULL)
    {
      self->reading = yz_stock_reading_new (inventory, yz_stock_figures_read, yz_stock_figures_unref);
      g_signal_connect_object (self->reading, "answered", G_CALLBACK (on_answered), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (inventory, "notify::place", G_CALLBACK (on_place_notify), self, G_CONNECT_SWAPPED);
      ask (self);
      g_object_set (self->reading, "active", gtk_widget_get_mapped (GTK_WIDGET (self)), NULL);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_INVENTORY]);
}

/* --- the widget --------------------------------------------------------------------------------------------------- */

static void
yz_stock_overview_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  YzStockOverview *self = YZ_STOCK_OVERVIEW (object);

  if (prop_id == PROP_INVENTORY)
    g_value_set_object (value, self->inventory);
  else if (prop_id <= PROP_ITEM)
    g_value_set_string (value, self->wishes[prop_id]);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
yz_stock_overview_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  YzStockOverview *self = YZ_STOCK_OVERVIEW (object);

  if (prop_id == PROP_INVENTORY)
    set_inventory (self, g_value_get_object (value));
  else if (prop_id > PROP_ITEM)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  else if (yz_set_str (&self->wishes[prop_id], g_value_get_string (value)))
    {
      ask (self);
      g_object_notify_by_pspec (object, pspec);
    }
}

static void
yz_stock_overview_map (GtkWidget *widget)
{
  YzStockOverview *self = YZ_STOCK_OVERVIEW (widget);

  GTK_WIDGET_CLASS (yz_stock_overview_parent_class)->map (widget);
  if (self->reading != NULL)
    g_object_set (self->reading, "active", TRUE, NULL);
}

static void
yz_stock_overview_unmap (GtkWidget *widget)
{
  YzStockOverview *self = YZ_STOCK_OVERVIEW (widget);

  if (self->reading != NULL)
    g_object_set (self->reading, "active", FALSE, NULL);
  GTK_WIDGET_CLASS (yz_stock_overview_parent_class)->unmap (widget);
}

static void
yz_stock_overview_dispose (GObject *object)
{
  YzStockOverview *self = YZ_STOCK_OVERVIEW (object);

  g_clear_object (&self->reading);
  yz_widgets_unparent_children (GTK_WIDGET (self));
  g_clear_object (&self->inventory);

  G_OBJECT_CLASS (yz_stock_overview_parent_class)->dispose (object);
}

static void
yz_stock_overview_finalize (GObject *object)
{
  for (guint i = PROP_SEARCH; i <= PROP_ITEM; i++)
    g_free (YZ_STOCK_OVERVIEW (object)->wishes[i]);

  G_OBJECT_CLASS (yz_stock_overview_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  properties[PROP_INVENTORY] = g_param_spec_object ("inventory", NULL, NULL, YZ_TYPE_INVENTORY, flags);
  properties[PROP_SEARCH] = g_param_spec_string ("search", NULL, NULL, "", flags);
  properties[PROP_FILTER] = g_param_spec_string ("filter", NULL, NULL, "all", flags);
  properties[PROP_GROUP] = g_param_spec_string ("group", NULL, NULL, "item", flags);
  properties[PROP_ITEM] = g_param_spec_string ("item", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
yz_stock_overview_class_init (YzStockOverviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = yz_stock_overview_get_property;
  object_class->set_property = yz_stock_overview_set_property;
  object_class->dispose = yz_stock_overview_dispose;
  object_class->finalize = yz_stock_overview_finalize;
  widget_class->map = yz_stock_overview_map;
  widget_class->unmap = yz_stock_overview_unmap;
  install_properties (object_class);

  g_type_ensure (YZ_TYPE_CABINET_CARD);
  g_type_ensure (YZ_TYPE_STOCK_DUE_VIEW);
  g_type_ensure (YZ_TYPE_STOCK_LATEST);
  g_type_ensure (YZ_TYPE_FIT_LAYOUT);
  g_type_ensure (YZ_TYPE_STOCK_TABLE);
  g_type_ensure (YZ_TYPE_STOCK_TILE);
  gtk_widget_class_install_property_action (widget_class, "stock.filter", "filter");
  gtk_widget_class_install_property_action (widget_class, "stock.group", "group");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/stock/yz-stock-overview.ui");
  gtk_widget_class_bind_template_child (widget_class, YzStockOverview, there_tile);
  gtk_widget_class_bind_template_child (widget_class, YzStockOverview, ending_tile);
  gtk_widget_class_bind_template_child (widget_class, YzStockOverview, lacking_tile);
  gtk_widget_class_bind_template_child (widget_class, YzStockOverview, given_tile);
  gtk_widget_class_bind_template_child (widget_class, YzStockOverview, table);
}

static void
yz_stock_overview_init (YzStockOverview *self)
{
  self->wishes[PROP_SEARCH] = g_strdup ("");
  self->wishes[PROP_FILTER] = g_strdup ("all");
  self->wishes[PROP_GROUP] = g_strdup ("item");
  self->wishes[PROP_ITEM] = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
}
