#include "config.h"

#include "yz-map-canvas.h"

#include <math.h>

#define MAX_TEXT_EMS 14 /* longer names are cut */
#define HALO 1.7        /* pixels around the letters */

static void
init_area (YzMapCanvas *self, GtkWidget *widget, double left, double top, double width, double height)
{
  int scale = gtk_widget_get_scale_factor (widget);

  self->left = left;
  self->top = top;
  self->width = ceil (width);
  self->height = ceil (height);
  self->surface =
    cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) self->width * scale, (int) self->height * scale);
  cairo_surface_set_device_scale (self->surface, scale, scale);
  self->cr = cairo_create (self->surface);
  cairo_translate (self->cr, -left, -top);
}

void
yz_map_canvas_init (YzMapCanvas *self, GtkWidget *widget, double reach)
{
  init_area (self, widget, -reach, -reach, 2 * reach, 2 * reach);
}

/* The widget's type, bold or not, by a factor. */
static PangoLayout *
create_layout (GtkWidget *widget, const char *text, double factor, gboolean bold)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, text);
  PangoContext *context = pango_layout_get_context (layout);
  PangoFontDescription *font = pango_font_description_copy (pango_context_get_font_description (context));
  double size = pango_font_description_get_size (font) * factor;

  if (pango_font_description_get_size_is_absolute (font))
    pango_font_description_set_absolute_size (font, size);
  else
    pango_font_description_set_size (font, (int) size);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_MEDIUM);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  return layout;
}

static void
cut (PangoLayout *layout)
{
  const PangoFontDescription *font = pango_layout_get_font_description (layout);
  int width, room = pango_font_description_get_size (font) * MAX_TEXT_EMS * 4 / 3;

  pango_layout_get_size (layout, &width, NULL);
  if (width <= room)
    return;
  pango_layout_set_width (layout, room);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
}

void
yz_map_canvas_init_for_text (YzMapCanvas *self, GtkWidget *widget, const char *text, const GdkRGBA *halo,
                             const GdkRGBA *ink)
{
  g_autoptr (PangoLayout) layout = create_layout (widget, text, 0.9, FALSE);
  PangoRectangle logical;

  cut (layout);
  pango_layout_get_pixel_extents (layout, NULL, &logical);
  init_area (self, widget, 0, 0, logical.width + 2 * HALO, logical.height);
  cairo_translate (self->cr, HALO - logical.x, -logical.y);
  pango_cairo_layout_path (self->cr, layout);
  cairo_set_line_join (self->cr, CAIRO_LINE_JOIN_ROUND);
  yz_map_canvas_stroke (self, 2 * HALO, halo);
  cairo_move_to (self->cr, 0, 0);
  gdk_cairo_set_source_rgba (self->cr, ink);
  pango_cairo_show_layout (self->cr, layout);
}

void
yz_map_canvas_init_for_box (YzMapCanvas *self, GtkWidget *widget, const char *text, const GdkRGBA *fill,
                            const GdkRGBA *edge, const GdkRGBA *ink)
{
  g_autoptr (PangoLayout) layout = create_layout (widget, text, 0.95, TRUE);
  PangoRectangle logical;
  double width, height;

  cut (layout);
  pango_layout_get_pixel_extents (layout, NULL, &logical);
  width = logical.width + 20;
  height = logical.height + 6;
  init_area (self, widget, floor (-width / 2), 0, width, height);
  yz_map_canvas_rounded_box (self, self->left + 0.75, 0.75, self->width - 1.5, self->height - 1.5, 6);
  gdk_cairo_set_source_rgba (self->cr, fill);
  cairo_fill_preserve (self->cr);
  yz_map_canvas_stroke (self, 1.5, edge);
  cairo_move_to (self->cr, self->left + 10 - logical.x, 3 - logical.y);
  gdk_cairo_set_source_rgba (self->cr, ink);
  pango_cairo_show_layout (self->cr, layout);
}

void
yz_map_canvas_fill (YzMapCanvas *self, const GdkRGBA *color)
{
  gdk_cairo_set_source_rgba (self->cr, color);
  cairo_fill (self->cr);
}

void
yz_map_canvas_stroke (YzMapCanvas *self, double width, const GdkRGBA *color)
{
  gdk_cairo_set_source_rgba (self->cr, color);
  cairo_set_line_width (self->cr, width);
  cairo_stroke (self->cr);
}

void
yz_map_canvas_fill_disc (YzMapCanvas *self, double radius, const GdkRGBA *color)
{
  cairo_arc (self->cr, 0, 0, radius, 0, 2 * G_PI);
  yz_map_canvas_fill (self, color);
}

void
yz_map_canvas_stroke_arc (YzMapCanvas *self, double radius, double width, double from, double to, const GdkRGBA *color)
{
  cairo_new_path (self->cr);
  cairo_arc (self->cr, 0, 0, radius, from, to);
  yz_map_canvas_stroke (self, width, color);
}

void
yz_map_canvas_rounded_box (YzMapCanvas *self, double x, double y, double width, double height, double radius)
{
  cairo_new_sub_path (self->cr);
  cairo_arc (self->cr, x + width - radius, y + radius, radius, -G_PI / 2, 0);
  cairo_arc (self->cr, x + width - radius, y + height - radius, radius, 0, G_PI / 2);
  cairo_arc (self->cr, x + radius, y + height - radius, radius, G_PI / 2, G_PI);
  cairo_arc (self->cr, x + radius, y + radius, radius, G_PI, 3 * G_PI / 2);
  cairo_close_path (self->cr);
}

void
yz_map_canvas_draw_icon (YzMapCanvas *self, GtkWidget *widget, const char *name, double x, double y, double size,
                         const GdkRGBA *color)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (widget));
  g_autoptr (GtkIconPaintable) icon = NULL;
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;

  /* taken four times as large and drawn smaller: sharp, and free of the icon sizes' steps */
  icon = gtk_icon_theme_lookup_icon (theme, name, NULL, (int) ceil (size), 4 * gtk_widget_get_scale_factor (widget),
                                     GTK_TEXT_DIR_NONE, 0);
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), snapshot, size, size, color, 1);
  node = gtk_snapshot_to_node (snapshot);
  if (node == NULL)
    return;
  cairo_save (self->cr);
  cairo_translate (self->cr, x - size / 2, y - size / 2);
  gsk_render_node_draw (node, self->cr);
  cairo_restore (self->cr);
}

void
yz_map_canvas_draw_number (YzMapCanvas *self, GtkWidget *widget, const char *text, double size, double room,
                           const GdkRGBA *color)
{
  g_autoptr (PangoLayout) layout = create_layout (widget, text, 1, TRUE);
  g_autoptr (PangoFontDescription) font = pango_font_description_copy (pango_layout_get_font_description (layout));
  PangoRectangle ink;

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_get_pixel_extents (layout, &ink, NULL);
  if (ink.width > room)
    {
      pango_font_description_set_absolute_size (font, size * room / ink.width * PANGO_SCALE);
      pango_layout_set_font_description (layout, font);
      pango_layout_get_pixel_extents (layout, &ink, NULL);
    }
  cairo_move_to (self->cr, -ink.x - ink.width / 2.0, -ink.y - ink.height / 2.0);
  gdk_cairo_set_source_rgba (self->cr, color);
  pango_cairo_show_layout (self->cr, layout);
}

GdkTexture *
yz_map_canvas_finish (YzMapCanvas *self)
{
  int width = cairo_image_surface_get_width (self->surface);
  int height = cairo_image_surface_get_height (self->surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (self->surface);
  g_autoptr (GBytes) bytes = NULL;

  cairo_surface_flush (self->surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (self->surface), stride * (gsize) height);
  g_clear_pointer (&self->cr, cairo_destroy);
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
}
