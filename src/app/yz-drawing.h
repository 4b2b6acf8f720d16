/* What several parts of the window draw with cairo. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * yz_draw_set_colour:
 * @colour: name of a colour of style.css
 */
void yz_draw_set_colour (cairo_t *cr, GtkWidget *widget, const char *colour);

/**
 * yz_draw_rounded_rectangle:
 *
 * Adds the outline to the path.
 */
void yz_draw_rounded_rectangle (cairo_t *cr, double x, double y, double width, double height, double radius);

/**
 * yz_draw_hatch:
 *
 * Fills the path, which lies in the given box, with lines at 45° in the present colour.
 */
void yz_draw_hatch (cairo_t *cr, double x, double y, double width, double height);

/**
 * YzTextStyle:
 * @scale: relative to the widget's type
 * @alignment: 0 if the text begins at the point, 0.5 for its middle, 1 for its end
 */
typedef struct
{
  const char *colour;
  double scale;
  double alignment;
  gboolean bold;
} YzTextStyle;

/**
 * yz_draw_measure_text:
 *
 * Returns: the width of @text in pixels
 */
int yz_draw_measure_text (GtkWidget *widget, const char *text, const YzTextStyle *style);

/**
 * yz_draw_text:
 * @y: of the middle of the line
 */
void yz_draw_text (cairo_t *cr, GtkWidget *widget, const char *text, const YzTextStyle *style, double x, double y);

G_END_DECLS
