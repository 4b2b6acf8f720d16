/* A PDF written anew: small, and without what cairo leaves in it. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * yz_pdf_tidy:
 * @pdf: as cairo wrote it
 *
 * cairo 1.16 tells a page of a symbol as often as it is drawn, lists objects that it never writes, and spends some 300
 * bytes on each link. qpdf keeps what is used, and packs it.
 *
 * Returns: (transfer full) (nullable): the same pages, or %NULL with %YZ_GUIDE_ERROR_WRITE
 */
GBytes *yz_pdf_tidy (GBytes *pdf, GError **error);

G_END_DECLS
