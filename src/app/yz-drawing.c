#include "config.h"

#include "yz-drawing.h"

#include "yz-palette.h"

#include <math.h>

#define HATCH_STEP 4

void
yz_draw_set_colour (cairo_t *cr, GtkWidget *widget, const char *colour)
{
  GdkRGBA rgba = yz_palette_lookup (widget, colour);

  gdk_cairo_set_source_rgba (cr, &rgba);
}

void
yz_draw_rounded_rectangle (cairo_t *cr, double x, double y, double width, double height, double radius)
{
  radius = MIN (radius, MIN (width, height) / 2);
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, x + width - radius, y + height - radius, radius, 0, G_PI_2);
  cairo_arc (cr, x + radius, y + height - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
}

void
yz_draw_hatch (cairo_t *cr, double x, double y, double width, double height)
{
  int n_lines = (int) ceil ((width + height) / HATCH_STEP);

  cairo_save (cr);
  cairo_clip (cr);
  cairo_set_line_width (cr, 1.3);
  for (int i = 0; i < n_lines; i++)
    {
      double start = x - height + i * HATCH_STEP;

      cairo_move_to (cr, start, y + height);
      cairo_line_to (cr, start + height, y);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

static PangoLayout *
make_layout (GtkWidget *widget, const char *text, const YzTextStyle *style)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (style->scale));
  if (style->bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  return layout;
}

int
yz_draw_measure_text (GtkWidget *widget, const char *text, const YzTextStyle *style)
{
  g_autoptr (PangoLayout) layout = make_layout (widget, text, style);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

void
yz_draw_text (cairo_t *cr, GtkWidget *widget, const char *text, const YzTextStyle *style, double x, double y)
{
  g_autoptr (PangoLayout) layout = make_layout (widget, text, style);
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  yz_draw_set_colour (cr, widget, style->colour);
  cairo_move_to (cr, x - width * style->alignment, y - height / 2.0);
  pango_cairo_show_layout (cr, layout);
}
