#include "config.h"

#include "yz-stock-overview.h"

#include "yz-widgets.h"

#include <adwaita.h>

struct _YzStockOverview
{
  GtkWidget parent_instance;

  YzInventory *inventory;
};

G_DEFINE_FINAL_TYPE (YzStockOverview, yz_stock_overview, GTK_TYPE_WIDGET)

enum
{
  PROP_INVENTORY = 1,
};

static GParamSpec *properties[PROP_INVENTORY + 1];

static void
yz_stock_overview_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_INVENTORY)
    g_value_set_object (value, YZ_STOCK_OVERVIEW (object)->inventory);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
yz_stock_overview_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  YzStockOverview *self = YZ_STOCK_OVERVIEW (object);

  if (prop_id != PROP_INVENTORY)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  else if (g_set_object (&self->inventory, g_value_get_object (value)))
    g_object_notify_by_pspec (object, pspec);
}

static void
yz_stock_overview_dispose (GObject *object)
{
  YzStockOverview *self = YZ_STOCK_OVERVIEW (object);

  yz_widgets_unparent_children (GTK_WIDGET (self));
  g_clear_object (&self->inventory);

  G_OBJECT_CLASS (yz_stock_overview_parent_class)->dispose (object);
}

static void
yz_stock_overview_class_init (YzStockOverviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = yz_stock_overview_get_property;
  object_class->set_property = yz_stock_overview_set_property;
  object_class->dispose = yz_stock_overview_dispose;

  properties[PROP_INVENTORY] =
    g_param_spec_object ("inventory", NULL, NULL, YZ_TYPE_INVENTORY,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/stock/yz-stock-overview.ui");
}

static void
yz_stock_overview_init (YzStockOverview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
