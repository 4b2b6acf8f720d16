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
 * yz_search_is_current:
 * @current: (out): whether the index of @kind is there and holds what it should
 */
gboolean yz_search_is_current (YzDatabase *database, const YzKind *kind, gboolean *current, GError **error);

/**
 * yz_search_migrate:
 *
 * Makes the index of @kind, or makes it anew if other fields are searched than before.
 */
gboolean yz_search_migrate (YzDatabase *database, const YzKind *kind, GError **error);

/**
 * YzSearchQueue:
 *
 * What the index does not know yet of the rows that were written. It is told in batches: SQLite has FTS5 write out
 * what it gathered before every statement that may have to take back half of its work. Writes of records are none of
 * these (yz-table.c), but others between them may be; told row by row, an index would then be thousands of pieces.
 *
 * A row in the trash stays in the index: the trash is searched too, and undo of an import need not touch it.
 */
typedef struct _YzSearchQueue YzSearchQueue;

/**
 * yz_search_queue_new:
 *
 * Returns: (transfer full): an empty queue
 */
YzSearchQueue *yz_search_queue_new (YzDatabase *database);
void           yz_search_queue_free (YzSearchQueue *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzSearchQueue, yz_search_queue_free)

/**
 * yz_search_queue_add:
 * @before: (nullable): what the index knows of the row, %NULL for a new one
 * @after: (nullable): the record, %NULL to forget it
 */
gboolean yz_search_queue_add (YzSearchQueue *self, gint64 row, YzRecord *before, YzRecord *after, GError **error);

/**
 * yz_search_queue_flush:
 *
 * Tells the index everything. To be called before the transaction ends.
 */
gboolean yz_search_queue_flush (YzSearchQueue *self, GError **error);

/**
 * yz_search_make_match:
 * @text: what a person typed
 *
 * Returns: (transfer full) (nullable): an FTS5 query, %NULL if there is nothing in @text to be searched for
 */
char *yz_search_make_match (const char *text);

G_END_DECLS
