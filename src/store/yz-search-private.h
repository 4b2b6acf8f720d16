/* The search index of a kind: an FTS5 table without content, kept by the code that writes rows. */
#pragma once

#include "yz-table-private.h"

G_BEGIN_DECLS

/**
 * yz_search_has:
 *
 * Returns: whether records of @kind can be searched: whether a field is searched
 */
gboolean yz_search_has (const YzKind *kind);

/**
 * yz_search_migrate:
 *
 * Makes the index of @kind, or makes it anew if other fields are searched than before.
 */
gboolean yz_search_migrate (YzDatabase *database, const YzKind *kind, GError **error);

/* A row in the trash stays in the index: trash is searched too, and undo of an import need not touch it. */
gboolean yz_search_add (YzDatabase *database, gint64 row, YzRecord *record, GError **error);
gboolean yz_search_remove (YzDatabase *database, gint64 row, YzRecord *record, GError **error);
gboolean yz_search_change (YzDatabase *database, gint64 row, YzRecord *before, YzRecord *after, GError **error);

/**
 * yz_search_make_match:
 * @text: what a person typed
 *
 * Returns: (transfer full) (nullable): an FTS5 query, %NULL if there is nothing in @text to be searched for
 */
char *yz_search_make_match (const char *text);

G_END_DECLS
