/* What refers to a record: asked before it is closed, merged or deleted. */
#pragma once

#include "yz-store.h"

G_BEGIN_DECLS

/**
 * YzReference:
 * @record: a record that refers
 * @field: by which of its fields
 */
typedef struct
{
  YzRecord *record;
  const YzField *field;
} YzReference;

/**
 * yz_references_find:
 * @kind: of the record referred to
 * @id: its id
 *
 * Returns: (transfer full) (element-type YzReference) (nullable): every record that is not in the trash and refers
 *   to it, by kind
 */
GPtrArray *yz_references_find (YzStore *store, const YzKind *kind, const char *id, GError **error);

/**
 * yz_references_find_async:
 * @record: the record referred to
 *
 * The same on a worker, for what draws. yz_references_find_finish() gives the answer.
 */
void       yz_references_find_async (YzStore *store, YzRecord *record, GCancellable *cancellable,
                                     GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *yz_references_find_finish (YzStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
