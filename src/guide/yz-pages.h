/*
 * A document flowed over the pages of a paper, ready to be drawn: on screen, at the printer, into a file. The pages are
 * made one after the other, so that the first can be seen while the others are still to come.
 *
 * For one thread at a time.
 */
#pragma once

#include <gio/gio.h>

#include "yz-document.h"

G_BEGIN_DECLS

#define YZ_TYPE_PAGES (yz_pages_get_type ())

G_DECLARE_FINAL_TYPE (YzPages, yz_pages, YZ, PAGES, GObject)

/**
 * YzPagesOptions:
 * @paper: what it is printed on
 * @language: of the words that are not data
 * @large: a large-type edition
 * @grey: an edition without colour
 */
typedef struct
{
  const YzPaper *paper;
  YzPrintLanguage language;
  gboolean large;
  gboolean grey;
} YzPagesOptions;

/**
 * yz_pages_new:
 *
 * Returns: (transfer full) (nullable): pages of which none is made yet, or %NULL with %YZ_GUIDE_ERROR
 */
YzPages *yz_pages_new (YzDocument *document, const YzPagesOptions *options, GError **error);

/**
 * yz_pages_make_next:
 *
 * Flows what comes on the next page.
 *
 * Returns: %FALSE when there was nothing left
 */
gboolean yz_pages_make_next (YzPages *self);

/**
 * yz_pages_make_all:
 *
 * Returns: %FALSE with %G_IO_ERROR_CANCELLED, or with %YZ_GUIDE_ERROR_EMPTY for a document without blocks
 */
gboolean yz_pages_make_all (YzPages *self, GCancellable *cancellable, GError **error);

/**
 * yz_pages_is_complete:
 *
 * Returns: whether the number of pages is known
 */
gboolean yz_pages_is_complete (YzPages *self);

YzDocument    *yz_pages_get_document (YzPages *self);
const YzPaper *yz_pages_get_paper (YzPages *self);
YzTypesetter  *yz_pages_get_typesetter (YzPages *self);

/**
 * yz_pages_get_n:
 *
 * Returns: how many pages are made
 */
guint yz_pages_get_n (YzPages *self);

/**
 * yz_pages_get_size:
 * @index: of a page that is made
 * @width: (out): millimetres
 * @height: (out): likewise
 */
void yz_pages_get_size (YzPages *self, guint index, double *width, double *height);

/**
 * yz_pages_get_panels:
 *
 * Returns: how many panels of a folded sheet the page goes across
 */
guint yz_pages_get_panels (YzPages *self, guint index);

/**
 * yz_pages_get_page_of:
 *
 * Returns: the number of the page, from 1, with the block of @anchor; 0 if there is none so far
 */
guint yz_pages_get_page_of (YzPages *self, const char *anchor);

/**
 * yz_pages_draw:
 * @cr: in millimetres, (0, 0) being the page's corner
 * @tagged: whether the device keeps links
 *
 * Returns: %FALSE with %YZ_GUIDE_ERROR_FONT where a font is broken
 */
gboolean yz_pages_draw (YzPages *self, guint index, cairo_t *cr, gboolean tagged, GError **error);

/**
 * yz_pages_collect:
 *
 * Draws a page into the air.
 *
 * Returns: (transfer full) (element-type YzMark): where everything on it is
 */
GPtrArray *yz_pages_collect (YzPages *self, guint index);

/**
 * YzOutlineEntry:
 * @title: of the chapter
 * @anchor: where it begins
 * @level: 0 for a chapter
 */
typedef struct
{
  const char *title;
  const char *anchor;
  guint level;
} YzOutlineEntry;

/**
 * yz_pages_get_outline:
 *
 * Returns: (transfer none) (element-type YzOutlineEntry): of the pages made so far
 */
const GArray *yz_pages_get_outline (YzPages *self);

G_END_DECLS
