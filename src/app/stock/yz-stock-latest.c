#include "config.h"

#include "yz-stock-latest.h"

#include "yz-stock-ledger-list.h"
#include "yz-stock-ledger-row.h"
#include "yz-text.h"
#include "yz-widgets.h"

struct _YzStockLatest
{
  GtkWidget parent_instance;

  YzInventory *inventory;
  YzStockLedgerList *list; /* nullable */
  char *cabinet;
  guint limit;

  GtkListBox *lines;
  GtkWidget *empty_label;
};

G_DEFINE_FINAL_TYPE (YzStockLatest, yz_stock_latest, GTK_TYPE_WIDGET)

enum
{
  PROP_INVENTORY = 1,
  PROP_CABINET,
  PROP_LIMIT,
};

static GParamSpec *properties[PROP_LIMIT + 1];

static GtkWidget *
make_row (gpointer line, gpointer data)
{
  GtkWidget *row = yz_stock_ledger_row_new (TRUE);

  yz_stock_ledger_row_set_line (YZ_STOCK_LEDGER_ROW (row), line);
  return row;
}

/* GTK makes a row around each; none of them does anything when it is clicked. */
static void
on_lines_changed (YzStockLatest *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->lines, i)) != NULL; i++)
    gtk_list_box_row_set_activatable (row, FALSE);
}

static void
set_inventory (YzStockLatest *self, YzInventory *inventory)
{
  if (!g_set_object (&self->inventory, inventory))
    return;
  gtk_list_box_bind_model (self->lines, NULL, NULL, NULL, NULL);
  g_clear_object (&self->list);
  if (inventory != NULL)
    {
      self->list = yz_stock_ledger_list_new (inventory);
      g_object_set (self->list, "limit", self->limit, "cabinet", self->cabinet, NULL);
      gtk_list_box_bind_model (self->lines, G_LIST_MODEL (self->list), make_row, NULL, NULL);
      g_signal_connect_object (self->list, "items-changed", G_CALLBACK (on_lines_changed), self,
                               G_CONNECT_SWAPPED | G_CONNECT_AFTER);
      /* nothing is said of what is still being read */
      g_object_bind_property (self->list, "whole", self->empty_label, "visible", G_BINDING_SYNC_CREATE);
      g_object_set (self->list, "active", gtk_widget_get_mapped (GTK_WIDGET (self)), NULL);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_INVENTORY]);
}

static void
set_cabinet (YzStockLatest *self, const char *cabinet)
{
  if (!yz_set_str (&self->cabinet, cabinet))
    return;
  if (self->list != NULL)
    g_object_set (self->list, "cabinet", cabinet, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CABINET]);
}

static void
yz_stock_latest_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  YzStockLatest *self = YZ_STOCK_LATEST (object);

  if (id == PROP_INVENTORY)
    g_value_set_object (value, self->inventory);
  else if (id == PROP_CABINET)
    g_value_set_string (value, self->cabinet);
  else if (id == PROP_LIMIT)
    g_value_set_uint (value, self->limit);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
yz_stock_latest_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  YzStockLatest *self = YZ_STOCK_LATEST (object);

  if (id == PROP_INVENTORY)
    set_inventory (self, g_value_get_object (value));
  else if (id == PROP_CABINET)
    set_cabinet (self, g_value_get_string (value));
  else if (id == PROP_LIMIT)
    self->limit = g_value_get_uint (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
yz_stock_latest_map (GtkWidget *widget)
{
  YzStockLatest *self = YZ_STOCK_LATEST (widget);

  GTK_WIDGET_CLASS (yz_stock_latest_parent_class)->map (widget);
  if (self->list != NULL)
    g_object_set (self->list, "active", TRUE, NULL);
}

static void
yz_stock_latest_unmap (GtkWidget *widget)
{
  YzStockLatest *self = YZ_STOCK_LATEST (widget);

  if (self->list != NULL)
    g_object_set (self->list, "active", FALSE, NULL);
  GTK_WIDGET_CLASS (yz_stock_latest_parent_class)->unmap (widget);
}

static void
yz_stock_latest_dispose (GObject *object)
{
  YzStockLatest *self = YZ_STOCK_LATEST (object);

  if (self->lines != NULL)
    gtk_list_box_bind_model (self->lines, NULL, NULL, NULL, NULL);
  self->lines = NULL;
  yz_widgets_unparent_children (GTK_WIDGET (self));
  g_clear_object (&self->list);
  g_clear_object (&self->inventory);

  G_OBJECT_CLASS (yz_stock_latest_parent_class)->dispose (object);
}

static void
yz_stock_latest_finalize (GObject *object)
{
  g_free (YZ_STOCK_LATEST (object)->cabinet);

  G_OBJECT_CLASS (yz_stock_latest_parent_class)->finalize (object);
}

static void
yz_stock_latest_class_init (YzStockLatestClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = yz_stock_latest_get_property;
  object_class->set_property = yz_stock_latest_set_property;
  object_class->dispose = yz_stock_latest_dispose;
  object_class->finalize = yz_stock_latest_finalize;
  widget_class->map = yz_stock_latest_map;
  widget_class->unmap = yz_stock_latest_unmap;
  properties[PROP_INVENTORY] =
    g_param_spec_object ("inventory", NULL, NULL, YZ_TYPE_INVENTORY,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_CABINET] = g_param_spec_string ("cabinet", NULL, NULL, NULL,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_LIMIT] = g_param_spec_uint ("limit", NULL, NULL, 1, 100, 5,
                                              G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_CONSTRUCT_ONLY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/stock/yz-stock-latest.ui");
  gtk_widget_class_bind_template_child (widget_class, YzStockLatest, lines);
  gtk_widget_class_bind_template_child (widget_class, YzStockLatest, empty_label);
}

static void
yz_stock_latest_init (YzStockLatest *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
