/* A hash table with several entries under one key: flat arrays, no allocation for each entry. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define YZ_MULTI_INDEX_END G_MAXUINT32

typedef struct _YzMultiIndex YzMultiIndex;

/**
 * yz_multi_index_new:
 *
 * Returns: (transfer full): an empty index
 */
YzMultiIndex *yz_multi_index_new (void);
void          yz_multi_index_free (YzMultiIndex *index);

/**
 * yz_multi_index_add:
 * @key: a hash
 */
void yz_multi_index_add (YzMultiIndex *index, guint64 key, guint32 value);

/**
 * yz_multi_index_first:
 *
 * Returns: a place in the index for yz_multi_index_next(), %YZ_MULTI_INDEX_END if nothing has that key; what was
 *   added last comes first
 */
guint32 yz_multi_index_first (const YzMultiIndex *index, guint64 key);

/* The next place with the same key, %YZ_MULTI_INDEX_END behind the last; and the value at a place. */
guint32 yz_multi_index_next (const YzMultiIndex *index, guint32 place);
guint32 yz_multi_index_get (const YzMultiIndex *index, guint32 place);

G_END_DECLS
