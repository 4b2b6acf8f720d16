#include "config.h"

#include "yz-stock-tile.h"

#include "yz-text.h"
#include "yz-widgets.h"

#include <glib/gi18n.h>

typedef enum
{
  PROP_TITLE = 1,
  PROP_SYMBOL,
  PROP_FIGURE,
  PROP_UNIT,
  PROP_DETAIL,
  PROP_TONE,
} YzStockTileProperty;

struct _YzStockTile
{
  GtkButton parent_instance;

  char *texts[PROP_TONE + 1];

  GtkWidget *figure_label;
};

G_DEFINE_FINAL_TYPE (YzStockTile, yz_stock_tile, GTK_TYPE_BUTTON)

static GParamSpec *properties[PROP_TONE + 1];

static const char *
get_text (YzStockTile *self, YzStockTileProperty property)
{
  return self->texts[property] != NULL ? self->texts[property] : "";
}

/* One sentence for those who hear it. */
static void
update (YzStockTile *self)
{
  /* Translators: a tile, read out: its title, a figure, the unit of it, and a line of details */
  g_autofree char *name = g_strdup_printf (_ ("%s: %s %s, %s"), get_text (self, PROP_TITLE),
                                           get_text (self, PROP_FIGURE), get_text (self, PROP_UNIT),
                                           get_text (self, PROP_DETAIL));
  const char *tone = get_text (self, PROP_TONE);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  yz_widgets_set_class (self->figure_label, "yz-state-paused", g_str_equal (tone, "warning"));
  yz_widgets_set_class (self->figure_label, "yz-refused", g_str_equal (tone, "bad"));
}

static void
yz_stock_tile_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id >= PROP_TITLE && prop_id <= PROP_TONE)
    g_value_set_string (value, get_text (YZ_STOCK_TILE (object), prop_id));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
yz_stock_tile_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  YzStockTile *self = YZ_STOCK_TILE (object);

  if (prop_id < PROP_TITLE || prop_id > PROP_TONE)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  else if (yz_set_str (&self->texts[prop_id], g_value_get_string (value)))
    {
      update (self);
      g_object_notify_by_pspec (object, pspec);
    }
}

static void
yz_stock_tile_finalize (GObject *object)
{
  for (guint i = PROP_TITLE; i <= PROP_TONE; i++)
    g_free (YZ_STOCK_TILE (object)->texts[i]);

  G_OBJECT_CLASS (yz_stock_tile_parent_class)->finalize (object);
}

static void
yz_stock_tile_class_init (YzStockTileClass *klass)
{
  static const char *const names[] = { NULL, "title", "symbol", "figure", "unit", "detail", "tone" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = yz_stock_tile_get_property;
  object_class->set_property = yz_stock_tile_set_property;
  object_class->finalize = yz_stock_tile_finalize;

  for (guint i = PROP_TITLE; i <= PROP_TONE; i++)
    properties[i] = g_param_spec_string (names[i], NULL, NULL, "",
                                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/stock/yz-stock-tile.ui");
  gtk_widget_class_bind_template_child (widget_class, YzStockTile, figure_label);
}

static void
yz_stock_tile_init (YzStockTile *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
