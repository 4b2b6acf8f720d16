/* What yz-print-fonts.c and its renderer share. */
#pragma once

#include "yz-print-fonts.h"

G_BEGIN_DECLS

/**
 * yz_print_fonts_get_scaled_font:
 * @font: of a layout that was noted and prepared
 *
 * Returns: (transfer none): what it is drawn with, until the next time that copies are made
 */
cairo_scaled_font_t *yz_print_fonts_get_scaled_font (YzPrintFonts *self, PangoFont *font);

G_END_DECLS
