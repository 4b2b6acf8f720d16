/* Pages into files: PDF, SVG, PNG. A file that could not be finished is not there, and an older one stays. */
#pragma once

#include <gio/gio.h>

#include "yz-sheets.h"

G_BEGIN_DECLS

/**
 * YzOutputProgress:
 * @done: sides of paper that are written
 * @all: that there are
 */
typedef void (*YzOutputProgress) (guint done, guint all, gpointer data);

/**
 * yz_output_check:
 * @pages: complete
 *
 * Returns: %FALSE with %YZ_GUIDE_ERROR_GLYPH when a character would be missing on paper
 */
gboolean yz_output_check (YzPages *pages, GError **error);

/**
 * yz_output_pdf:
 * @pages: are made complete
 * @file: to be written
 * @progress: (nullable): called on this thread
 *
 * Writes text that can be selected and searched, embedded fonts, links, an outline, what the document says of itself.
 *
 * Returns: %FALSE with %YZ_GUIDE_ERROR_GLYPH when a character would be missing, %YZ_GUIDE_ERROR_WRITE,
 *   %YZ_GUIDE_ERROR_EMPTY or a %G_IO_ERROR
 */
gboolean yz_output_pdf (YzPages *pages, GFile *file, YzOutputProgress progress, gpointer data,
                        GCancellable *cancellable, GError **error);

/**
 * yz_output_svg:
 * @index: of the side of paper
 *
 * Returns: %FALSE as yz_output_pdf()
 */
gboolean yz_output_svg (YzPages *pages, guint index, GFile *file, GCancellable *cancellable, GError **error);

/**
 * yz_output_image:
 * @pages: with the page @index made
 * @dots: a millimetre
 *
 * Returns: (transfer full): page @index on white paper, as %CAIRO_FORMAT_RGB24
 */
cairo_surface_t *yz_output_image (YzPages *pages, guint index, double dots);

/**
 * yz_output_sheet_image:
 * @pages: complete
 *
 * Returns: (transfer full): the same of a side of paper
 */
cairo_surface_t *yz_output_sheet_image (YzPages *pages, guint index, double dots);

/**
 * yz_output_png:
 * @index: of the side of paper
 * @dots: a millimetre
 *
 * Returns: %FALSE as yz_output_pdf()
 */
gboolean yz_output_png (YzPages *pages, guint index, double dots, GFile *file, GCancellable *cancellable,
                        GError **error);

G_END_DECLS
