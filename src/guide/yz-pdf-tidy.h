/* A PDF written anew: small, without what cairo leaves in it, with what cairo cannot say. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * yz_pdf_tidy:
 * @pdf: as cairo wrote it
 * @language: of its text, as BCP 47 has it, so that it is read aloud in that language
 *
 * cairo 1.16 tells a page of a symbol as often as it is drawn, lists objects that it never writes, and spends some 300
 * bytes on each link. qpdf keeps what is used, and packs it; what readers take for granted is left out. No time of
 * making is kept: the same pages are the same bytes, which tells whether anything has changed.
 *
 * Returns: (transfer full) (nullable): the same pages, or %NULL with %YZ_GUIDE_ERROR_WRITE
 */
GBytes *yz_pdf_tidy (GBytes *pdf, const char *language, GError **error);

G_END_DECLS
