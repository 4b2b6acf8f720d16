/*
 * Printed editions: the numbers of stations, what the edition before said, and the record of a new one.
 *
 * A number belongs to a station for as long as guides of its area are printed, in every document of that area, and is
 * never given to another. Editions themselves are counted for each document of an area.
 *
 * An edition that was recorded by mistake can be taken back as long as no later one of its document and area is
 * compared with it. It is then as if it had not been; only the numbers that it gave stay with their stations if another
 * edition of the area has gone on from them.
 */
#pragma once

#include "yz-guide-stations.h"

G_BEGIN_DECLS

/**
 * YzGuideEdition:
 * @id: of the record
 * @number: within its document and area
 * @document: nick of the document
 * @date: of the data
 *
 * An edition that was printed.
 */
typedef struct
{
  char *id;
  guint number;
  char *name;
  char *document;
  char *area;
  char *date;
} YzGuideEdition;

/**
 * yz_guide_editions_load:
 * @area: (nullable): only those of an area
 *
 * Blocking, on any thread.
 *
 * Returns: (transfer full) (element-type YzGuideEdition) (nullable): the newest first, or %NULL with an error
 */
GPtrArray *yz_guide_editions_load (YzStore *store, const char *area, GCancellable *cancellable, GError **error);

/**
 * yz_guide_editions_apply:
 * @reading: of @content, whose stations are in their order
 *
 * Numbers the stations, finds the edition before, and marks what changed since.
 *
 * Returns: %FALSE with an error
 */
gboolean yz_guide_editions_apply (YzStore *store, const YzGuideReading *reading, GCancellable *cancellable,
                                  GError **error);

/**
 * yz_guide_edition_new_edit:
 * @content: loaded for a choice with a name for the edition
 * @document: nick of what was printed
 * @paper: nick of the paper
 *
 * Blocking, on any thread.
 *
 * Returns: (transfer full) (nullable): the edit that records what was printed, which undo passes over; %NULL with
 *   %YZ_STORE_ERROR_CONFLICT if an edition of that number has been recorded since @content was loaded
 */
YzEdit *yz_guide_edition_new_edit (YzStore *store, const YzGuideContent *content, const char *document,
                                   const char *paper, GError **error);

/**
 * yz_guide_editions_find:
 * @document: nick
 * @area: (nullable): %NULL where the document was printed for one area only
 * @text: its number, name or id
 *
 * Returns: (transfer full) (nullable): the id of the edition that is meant, or %NULL with %YZ_STORE_ERROR_NOT_FOUND, or
 *   with %YZ_STORE_ERROR_CONFLICT if several may be meant
 */
char *yz_guide_editions_find (YzStore *store, const char *document, const char *area, const char *text, GError **error);

/**
 * yz_guide_edition_take_back:
 * @id: of the edition
 *
 * Records that an edition was never given out. Blocking, on any thread.
 *
 * Returns: %FALSE with %YZ_STORE_ERROR_DEPENDS if a later edition is compared with it, or with another error
 */
gboolean yz_guide_edition_take_back (YzStore *store, const char *id, GError **error);

G_END_DECLS
