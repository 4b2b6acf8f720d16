/*
 * The fonts of one document, made fit for PDF.
 *
 * cairo, 1.16.0 and 1.18.4 alike, reads the outlines of a CFF font to find the subroutines that PDF needs. It miscounts
 * stem hints where glyphs share subroutines or where a mask of hints follows the first stroke; from there it reads
 * rubbish, leaves subroutines out (of Noto Sans CJK 如 and 忉 become blank) or aborts (熺憘). A copy that has neither
 * subroutines nor hints leaves it nothing to misread: HarfBuzz makes one of every such face, with the glyphs that the
 * document uses, under their numbers.
 *
 * All layouts have to come from one font map. Note as many as there are, then prepare; a PDF holds one font more each
 * time that new glyphs come later.
 */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

#define YZ_TYPE_PRINT_FONTS (yz_print_fonts_get_type ())

G_DECLARE_FINAL_TYPE (YzPrintFonts, yz_print_fonts, YZ, PRINT_FONTS, GObject)

/**
 * yz_print_fonts_new:
 *
 * Returns: (transfer full): fonts without glyphs
 */
YzPrintFonts *yz_print_fonts_new (void);

/**
 * yz_print_fonts_note:
 *
 * Remembers the glyphs of @layout.
 */
void yz_print_fonts_note (YzPrintFonts *self, PangoLayout *layout);

/**
 * yz_print_fonts_prepare:
 *
 * Makes the copies that lack a glyph that was noted.
 *
 * Returns: %FALSE with %YZ_GUIDE_ERROR_FONT where a font is broken
 */
gboolean yz_print_fonts_prepare (YzPrintFonts *self, GError **error);

/**
 * yz_print_fonts_show:
 *
 * Draws @layout, which was noted and prepared, with its upper left corner at the current point of @cr in the current
 * source, as pango_cairo_show_layout() does. The text goes with the glyphs, so that it can be selected and searched.
 * Lines and colours of attributes are drawn, embedded shapes are not.
 */
void yz_print_fonts_show (YzPrintFonts *self, cairo_t *cr, PangoLayout *layout);

G_END_DECLS
