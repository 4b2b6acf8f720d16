/* The records of a kind that refers to itself, such as organisations: each parent before its children. */
#pragma once

#include "yz-store.h"

G_BEGIN_DECLS

/**
 * yz_record_tree_find_field:
 *
 * Returns: (transfer none) (nullable): the field by which a record of @kind names its parent, %NULL if it has none
 */
const YzField *yz_record_tree_find_field (const YzKind *kind);

/**
 * yz_record_tree_load:
 * @query: of a kind that has such a field; its order is the order of siblings
 * @depths: (out): how many parents above it each record has
 *
 * A record whose parent is not among the matching ones stands at the top. Blocking, on any thread.
 *
 * Returns: (transfer full) (element-type gint64) (nullable): row numbers, or %NULL with a %YZ_STORE_ERROR
 */
GArray *yz_record_tree_load (YzStore *store, const YzQuery *query, GByteArray **depths, GCancellable *cancellable,
                             GError **error);

G_END_DECLS
