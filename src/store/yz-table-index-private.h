/* The indexes of a kind's table, from its fields. */
#pragma once

#include "yz-database-private.h"
#include "yz-kind.h"

G_BEGIN_DECLS

/**
 * yz_table_index_has:
 * @column: of the table of @kind
 *
 * Returns: whether the index of lists answers a question about @column
 */
gboolean yz_table_index_has (const YzKind *kind, const char *column);

/**
 * yz_table_indexes_are_current:
 * @current: whether the indexes are those that the fields want, and no others
 */
gboolean yz_table_indexes_are_current (YzDatabase *database, const YzKind *kind, gboolean *current, GError **error);

/**
 * yz_table_migrate_indexes:
 *
 * Makes them so. Indexes hold nothing of their own: those that are not wanted any more are dropped.
 */
gboolean yz_table_migrate_indexes (YzDatabase *database, const YzKind *kind, GError **error);

G_END_DECLS
