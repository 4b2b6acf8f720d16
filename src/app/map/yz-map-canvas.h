/* A small picture being drawn with cairo for the present scale of a widget; its origin is the mark's place. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * YzMapCanvas:
 * @cr: to draw with, in pixels of the widget
 * @left: of the picture from the origin
 * @top: likewise
 * @width: likewise
 * @height: likewise
 */
typedef struct
{
  cairo_surface_t *surface;
  cairo_t *cr;
  double left;
  double top;
  double width;
  double height;
} YzMapCanvas;

/**
 * yz_map_canvas_init:
 * @reach: pixels from the origin to each edge
 */
void yz_map_canvas_init (YzMapCanvas *self, GtkWidget *widget, double reach);

/**
 * yz_map_canvas_init_for_text:
 *
 * A line of text with a halo, its upper left corner at the origin; long ones are cut.
 */
void yz_map_canvas_init_for_text (YzMapCanvas *self, GtkWidget *widget, const char *text, const GdkRGBA *halo,
                                  const GdkRGBA *ink);

/**
 * yz_map_canvas_init_for_box:
 *
 * A line of bold text in a box, the middle of its upper edge at the origin.
 */
void yz_map_canvas_init_for_box (YzMapCanvas *self, GtkWidget *widget, const char *text, const GdkRGBA *fill,
                                 const GdkRGBA *edge, const GdkRGBA *ink);

/**
 * yz_map_canvas_fill:
 *
 * Fills the present path of @cr and ends it.
 */
void yz_map_canvas_fill (YzMapCanvas *self, const GdkRGBA *color);

/**
 * yz_map_canvas_stroke:
 * @width: of the line, pixels
 *
 * Strokes the present path of @cr and ends it.
 */
void yz_map_canvas_stroke (YzMapCanvas *self, double width, const GdkRGBA *color);

/**
 * yz_map_canvas_fill_disc:
 * @radius: pixels, around the origin
 */
void yz_map_canvas_fill_disc (YzMapCanvas *self, double radius, const GdkRGBA *color);

/**
 * yz_map_canvas_stroke_arc:
 * @radius: of the middle of the line, pixels, around the origin
 * @width: of the line, pixels
 * @from: radians, as cairo counts them
 * @to: likewise
 */
void yz_map_canvas_stroke_arc (YzMapCanvas *self, double radius, double width, double from, double to,
                               const GdkRGBA *color);

/**
 * yz_map_canvas_rounded_box:
 * @radius: of the corners
 *
 * Begins a path, in pixels from the origin, to be filled or stroked.
 */
void yz_map_canvas_rounded_box (YzMapCanvas *self, double x, double y, double width, double height, double radius);

/**
 * yz_map_canvas_draw_icon:
 * @name: of a symbolic icon
 * @x: of its middle
 * @y: likewise
 * @size: pixels
 */
void yz_map_canvas_draw_icon (YzMapCanvas *self, GtkWidget *widget, const char *name, double x, double y, double size,
                              const GdkRGBA *color);

/**
 * yz_map_canvas_draw_number:
 * @size: of the type, pixels; made smaller until it fits
 * @room: width that there is
 */
void yz_map_canvas_draw_number (YzMapCanvas *self, GtkWidget *widget, const char *text, double size, double room,
                                const GdkRGBA *color);

/**
 * yz_map_canvas_finish:
 *
 * Returns: (transfer full): the picture; the canvas is empty then
 */
GdkTexture *yz_map_canvas_finish (YzMapCanvas *self);

G_END_DECLS
