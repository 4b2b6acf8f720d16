#include "config.h"

#include "yz-stock-bar.h"

#include "yz-drawing.h"

#define HEIGHT 7
#define TICK_HEIGHT 14
#define MIN_WIDTH 44
#define WIDTH 150

struct _YzStockBar
{
  GtkWidget parent_instance;

  double filled; /* of the whole, less than 0 to draw nothing */
  double tick;
  gboolean low;
};

G_DEFINE_FINAL_TYPE (YzStockBar, yz_stock_bar, GTK_TYPE_WIDGET)

static void
yz_stock_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  YzStockBar *self = YZ_STOCK_BAR (widget);
  double width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  double y = (height - HEIGHT) / 2, x;
  cairo_t *cr;

  if (self->filled < 0)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  yz_draw_rounded_rectangle (cr, 0, y, width, HEIGHT, HEIGHT / 2.0);
  yz_draw_set_colour (cr, widget, "yz_track");
  cairo_fill_preserve (cr);
  cairo_save (cr);
  cairo_clip (cr);
  yz_draw_rounded_rectangle (cr, 0, y, width * self->filled, HEIGHT, HEIGHT / 2.0);
  yz_draw_set_colour (cr, widget, self->low ? "yz_paused" : "yz_open");
  cairo_fill (cr);
  cairo_restore (cr);
  x = CLAMP (width * self->tick, 1, width - 1);
  cairo_rectangle (cr, x - 0.75, (height - TICK_HEIGHT) / 2, 1.5, TICK_HEIGHT);
  yz_draw_set_colour (cr, widget, "window_fg_color");
  cairo_fill (cr);
  cairo_destroy (cr);
}

static void
yz_stock_bar_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                      int *minimum_baseline, int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? TICK_HEIGHT : MIN_WIDTH;
  *natural = orientation == GTK_ORIENTATION_VERTICAL ? TICK_HEIGHT : WIDTH;
}

static void
yz_stock_bar_class_init (YzStockBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = yz_stock_bar_snapshot;
  widget_class->measure = yz_stock_bar_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
yz_stock_bar_init (YzStockBar *self)
{
  self->filled = -1;
}

GtkWidget *
yz_stock_bar_new (void)
{
  return g_object_new (YZ_TYPE_STOCK_BAR, "valign", GTK_ALIGN_CENTER, NULL);
}

void
yz_stock_bar_show (YzStockBar *self, const YzStockFigure *figure)
{
  g_return_if_fail (YZ_IS_STOCK_BAR (self));

  self->filled = -1;
  if (figure != NULL && figure->minimum > 0)
    {
      double whole = (double) MAX (MAX (figure->target, figure->minimum * 3 / 2), figure->usable);

      self->filled = (double) MAX (figure->usable, 0) / whole;
      self->tick = (double) figure->minimum / whole;
      self->low = figure->usable < figure->minimum;
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
