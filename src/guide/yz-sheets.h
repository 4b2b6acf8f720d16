/* Pages as they stand on the sheets that a printer takes: one each, as a booklet, or side by side to be folded. */
#pragma once

#include "yz-pages.h"

G_BEGIN_DECLS

/**
 * yz_sheets_count:
 * @pages: complete
 *
 * Returns: how many sides of paper there are
 */
guint yz_sheets_count (YzPages *pages);

/**
 * yz_sheets_get_size:
 * @index: of the side
 * @width: (out): millimetres
 * @height: (out): likewise
 */
void yz_sheets_get_size (YzPages *pages, guint index, double *width, double *height);

/**
 * yz_sheets_draw:
 * @cr: in millimetres of the sheet
 * @tagged: see yz_pages_draw()
 *
 * Draws the pages of a side, and the marks where it is folded.
 *
 * Returns: %FALSE with %YZ_GUIDE_ERROR_FONT where a font is broken
 */
gboolean yz_sheets_draw (YzPages *pages, guint index, cairo_t *cr, gboolean tagged, GError **error);

/**
 * yz_sheets_list:
 * @n: (out): how many pages stand on the side, also empty ones
 *
 * Returns: (transfer full) (array length=n): the pages' indexes from left to right, %G_MAXUINT for an empty one
 */
guint *yz_sheets_list (YzPages *pages, guint index, guint *n);

G_END_DECLS
