#include "config.h"

#include "yz-map-scale.h"

#include "yz-map-viewport.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MAX_WIDTH 96
#define BAR_HEIGHT 6 /* of the ends, pixels */

struct _YzMapScale
{
  GtkWidget parent_instance;

  ShumateViewport *viewport;
  GtkWidget *label;
  double width; /* of the bar, pixels */
};

G_DEFINE_FINAL_TYPE (YzMapScale, yz_map_scale, GTK_TYPE_WIDGET)

/* 1, 2 or 5 and noughts: the longest that fits. */
static double
round_metres (double longest)
{
  double power = pow (10, floor (log10 (longest)));

  return longest >= 5 * power ? 5 * power : longest >= 2 * power ? 2 * power : power;
}

static void
update (YzMapScale *self)
{
  YzMapExtent extent = yz_map_viewport_get_extent (self->viewport, GTK_WIDGET (self));
  double latitude = shumate_location_get_latitude (SHUMATE_LOCATION (self->viewport));
  double metres_per_pixel = yz_world_metres (latitude) / extent.world;
  double metres = round_metres (MAX_WIDTH * metres_per_pixel);
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;

  if (metres >= 1000)
    /* Translators: length on the map's scale bar */
    text = g_strdup_printf (_ ("%.0f km"), metres / 1000);
  else
    /* Translators: length on the map's scale bar */
    text = g_strdup_printf (_ ("%.0f m"), metres);
  /* Translators: read aloud; %s is a length, "500 m" */
  name = g_strdup_printf (_ ("Scale of the map: the bar is %s long"), text);

  gtk_label_set_label (GTK_LABEL (self->label), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  self->width = round (metres / metres_per_pixel);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
yz_map_scale_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                      int *minimum_baseline, int *natural_baseline)
{
  YzMapScale *self = YZ_MAP_SCALE (widget);

  gtk_widget_measure (self->label, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = MAX (*minimum, (int) self->width);
  else
    *minimum = *natural = *natural + BAR_HEIGHT + 2;
}

static void
yz_map_scale_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  YzMapScale *self = YZ_MAP_SCALE (widget);

  gtk_widget_allocate (self->label, width, height - BAR_HEIGHT - 1, -1, NULL);
}

/* A line with a paper-coloured rim, so that it is seen on any ground. */
static void
draw_bar (cairo_t *cr, double width, double bottom)
{
  cairo_move_to (cr, 1.5, bottom - BAR_HEIGHT);
  cairo_line_to (cr, 1.5, bottom - 1.5);
  cairo_line_to (cr, width - 1.5, bottom - 1.5);
  cairo_line_to (cr, width - 1.5, bottom - BAR_HEIGHT);
}

static void
yz_map_scale_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  YzMapScale *self = YZ_MAP_SCALE (widget);
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  int height = gtk_widget_get_height (widget);
  GdkRGBA ink, paper;
  cairo_t *cr;

  gtk_style_context_get_color (style, &ink);
  if (!gtk_style_context_lookup_color (style, "yz_map_paper", &paper))
    paper = (GdkRGBA){ 1, 1, 1, 0 };
  GTK_WIDGET_CLASS (yz_map_scale_parent_class)->snapshot (widget, snapshot);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) self->width, (float) height));
  draw_bar (cr, self->width, height);
  gdk_cairo_set_source_rgba (cr, &paper);
  cairo_set_line_width (cr, 3.2);
  cairo_stroke_preserve (cr);
  gdk_cairo_set_source_rgba (cr, &ink);
  cairo_set_line_width (cr, 1.4);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
yz_map_scale_dispose (GObject *object)
{
  YzMapScale *self = YZ_MAP_SCALE (object);

  g_clear_object (&self->viewport);
  g_clear_pointer (&self->label, gtk_widget_unparent);

  G_OBJECT_CLASS (yz_map_scale_parent_class)->dispose (object);
}

static void
yz_map_scale_class_init (YzMapScaleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = yz_map_scale_dispose;
  widget_class->measure = yz_map_scale_measure;
  widget_class->size_allocate = yz_map_scale_size_allocate;
  widget_class->snapshot = yz_map_scale_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "mapscale");
}

static void
yz_map_scale_init (YzMapScale *self)
{
  self->label = gtk_label_new (NULL);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
}

void
yz_map_scale_set_viewport (YzMapScale *self, ShumateViewport *viewport)
{
  g_return_if_fail (YZ_IS_MAP_SCALE (self));

  if (!g_set_object (&self->viewport, viewport))
    return;
  g_signal_connect_object (viewport, "notify::zoom-level", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (viewport, "notify::latitude", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
