#include "config.h"

#include "yz-stock-use-view.h"

#include "yz-day-words.h"
#include "yz-drawing.h"
#include "yz-stock-reading.h"
#include "yz-stock-use.h"
#include "yz-text.h"
#include "yz-widgets.h"

#include <glib/gi18n.h>

/* In pixels: room for the days below and the figures above the bars. */
#define FOOT 20
#define HEAD 18
#define MOST_BAR 44.0

struct _YzStockUseView
{
  GtkWidget parent_instance;

  YzInventory *inventory;
  YzStockReading *reading;
  char *item;

  GtkLabel *words_label;
  GtkDrawingArea *chart;
};

G_DEFINE_FINAL_TYPE (YzStockUseView, yz_stock_use_view, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_INVENTORY = 1,
  PROP_ITEM,
} YzStockUseViewProperty;

static GParamSpec *properties[PROP_ITEM + 1];

/* --- the chart ---------------------------------------------------------------------------------------------------- */

typedef struct
{
  GtkWidget *widget;
  cairo_t *cr;
  const YzStockUse *use;
  double step; /* from one bar to the next */
  double height;
  double scale; /* pixels for one unit */
} Chart;

static void
draw_bar (const Chart *self, guint week)
{
  static const YzTextStyle figure = { "yz_dim", 0.85, 0.5, FALSE };
  gint64 quantity = MAX (self->use->weeks[week], 0);
  double width = MIN (self->step * 0.6, MOST_BAR), bar = quantity * self->scale;
  double x = self->step * (week + 0.5);
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, quantity);

  yz_draw_set_colour (self->cr, self->widget, quantity > 0 ? "yz_open" : "yz_line");
  yz_draw_rounded_rectangle (self->cr, x - width / 2, self->height - FOOT - MAX (bar, 2), width, MAX (bar, 2),
                             MIN (3, MAX (bar, 2) / 2));
  cairo_fill (self->cr);
  if (quantity > 0)
    yz_draw_text (self->cr, self->widget, text, &figure, x, self->height - FOOT - bar - HEAD / 2);
}

/* The day on which the week begins, beneath every other bar. */
static void
draw_day (const Chart *self, guint week)
{
  static const YzTextStyle style = { "yz_dim", 0.85, 0.5, FALSE };
  guint32 day = self->use->today + 1 - (YZ_STOCK_USE_WEEKS - week) * 7;
  g_autofree char *text = yz_day_format_date (day, self->use->today);

  if (week % 2 == 0)
    yz_draw_text (self->cr, self->widget, text, &style, self->step * (week + 0.5), self->height - FOOT / 2);
}

static gint64
find_most (const YzStockUse *use)
{
  gint64 most = 1;

  for (guint i = 0; i < YZ_STOCK_USE_WEEKS; i++)
    most = MAX (most, use->weeks[i]);
  return most;
}

static void
draw (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  YzStockUseView *self = YZ_STOCK_USE_VIEW (data);
  const YzStockUse *use = self->reading != NULL ? yz_stock_reading_get_answer (self->reading) : NULL;
  Chart chart = { GTK_WIDGET (area), cr, use, width / (double) YZ_STOCK_USE_WEEKS, height, 0 };

  if (use == NULL)
    return;
  chart.scale = (height - FOOT - HEAD) / (double) find_most (use);
  for (guint i = 0; i < YZ_STOCK_USE_WEEKS; i++)
    {
      draw_bar (&chart, i);
      draw_day (&chart, i);
    }
}

/* --- what is shown ------------------------------------------------------------------------------------------------ */

static gpointer
read_use (YzStore *store, const YzInventoryScope *scope, GVariant *wish, GCancellable *cancellable, GError **error)
{
  const char *item = wish != NULL ? g_variant_get_string (wish, NULL) : "";

  return *item != '\0' ? yz_stock_use_read (store, scope, item, cancellable, error) : NULL;
}

static void
free_use (gpointer use)
{
  g_clear_pointer ((YzStockUse **) &use, yz_stock_use_free);
}

static void
on_answered (YzStockUseView *self)
{
  const YzStockUse *use = yz_stock_reading_get_answer (self->reading);
  g_autofree char *words = use != NULL ? yz_stock_use_describe (use) : g_strdup ("");

  gtk_label_set_label (self->words_label, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chart), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What was given out in each of the last weeks"), -1);
  gtk_widget_queue_draw (GTK_WIDGET (self->chart));
}

static void
ask (YzStockUseView *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), *self->item != '\0');
  if (self->reading != NULL)
    yz_stock_reading_set_wish (self->reading, g_variant_new_string (self->item));
}

static void
set_inventory (YzStockUseView *self, YzInventory *inventory)
{
  if (!g_set_object (&self->inventory, inventory))
    return;
  g_clear_object (&self->reading);
  if (inventory != NULL)
    {
      self->reading = yz_stock_reading_new (inventory, read_use, free_use);
      g_signal_connect_object (self->reading, "answered", G_CALLBACK (on_answered), self, G_CONNECT_SWAPPED);
      ask (self);
      g_object_set (self->reading, "active", gtk_widget_get_mapped (GTK_WIDGET (self)), NULL);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_INVENTORY]);
}

/* --- the widget --------------------------------------------------------------------------------------------------- */

static void
yz_stock_use_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  YzStockUseView *self = YZ_STOCK_USE_VIEW (object);

  switch ((YzStockUseViewProperty) id)
    {
    case PROP_INVENTORY:
      g_value_set_object (value, self->inventory);
      break;
    case PROP_ITEM:
      g_value_set_string (value, self->item);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
yz_stock_use_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  YzStockUseView *self = YZ_STOCK_USE_VIEW (object);

  switch ((YzStockUseViewProperty) id)
    {
    case PROP_INVENTORY:
      set_inventory (self, g_value_get_object (value));
      break;
    case PROP_ITEM:
      if (yz_set_str (&self->item, g_value_get_string (value)))
        {
          ask (self);
          g_object_notify_by_pspec (object, pspec);
        }
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
yz_stock_use_view_map (GtkWidget *widget)
{
  YzStockUseView *self = YZ_STOCK_USE_VIEW (widget);

  GTK_WIDGET_CLASS (yz_stock_use_view_parent_class)->map (widget);
  if (self->reading != NULL)
    g_object_set (self->reading, "active", TRUE, NULL);
}

static void
yz_stock_use_view_unmap (GtkWidget *widget)
{
  YzStockUseView *self = YZ_STOCK_USE_VIEW (widget);

  if (self->reading != NULL)
    g_object_set (self->reading, "active", FALSE, NULL);
  GTK_WIDGET_CLASS (yz_stock_use_view_parent_class)->unmap (widget);
}

static void
yz_stock_use_view_dispose (GObject *object)
{
  YzStockUseView *self = YZ_STOCK_USE_VIEW (object);

  g_clear_object (&self->reading);
  yz_widgets_unparent_children (GTK_WIDGET (self));
  g_clear_object (&self->inventory);

  G_OBJECT_CLASS (yz_stock_use_view_parent_class)->dispose (object);
}

static void
yz_stock_use_view_finalize (GObject *object)
{
  g_free (YZ_STOCK_USE_VIEW (object)->item);

  G_OBJECT_CLASS (yz_stock_use_view_parent_class)->finalize (object);
}

static void
yz_stock_use_view_class_init (YzStockUseViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = yz_stock_use_view_get_property;
  object_class->set_property = yz_stock_use_view_set_property;
  object_class->dispose = yz_stock_use_view_dispose;
  object_class->finalize = yz_stock_use_view_finalize;
  widget_class->map = yz_stock_use_view_map;
  widget_class->unmap = yz_stock_use_view_unmap;
  properties[PROP_INVENTORY] = g_param_spec_object ("inventory", NULL, NULL, YZ_TYPE_INVENTORY, flags);
  properties[PROP_ITEM] = g_param_spec_string ("item", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/stock/yz-stock-use-view.ui");
  gtk_widget_class_bind_template_child (widget_class, YzStockUseView, words_label);
  gtk_widget_class_bind_template_child (widget_class, YzStockUseView, chart);
}

static void
yz_stock_use_view_init (YzStockUseView *self)
{
  self->item = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drawing_area_set_draw_func (self->chart, draw, self, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
