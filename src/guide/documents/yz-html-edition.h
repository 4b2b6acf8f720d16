/*
 * The guide as one page for telephones: everything in one file, so that it opens without a network, with a search and
 * an answer to "is it open now". It is complete without scripts too.
 */
#pragma once

#include <gio/gio.h>

#include "yz-guide-content.h"

G_BEGIN_DECLS

/**
 * yz_html_edition_write:
 * @content: whose stations' days are known as far as the page shall be right about holidays
 * @file: made or replaced when it is complete
 *
 * Returns: %FALSE with %YZ_GUIDE_ERROR_EMPTY without stations, or a %G_IO_ERROR
 */
gboolean yz_html_edition_write (const YzGuideContent *content, GFile *file, GCancellable *cancellable,
                                GError **error);

G_END_DECLS
