/* Several movements that were one thing to do, as one line of a short ledger. */
#pragma once

#include "yz-store.h"

G_BEGIN_DECLS

/**
 * YzStockLedgerFold:
 * @rows: (element-type gint64): the row of the first movement of each line
 * @more: (element-type gint64 guint): how many more a line stands for, by that row; nothing for 0
 */
typedef struct
{
  GArray *rows;
  GHashTable *more;
} YzStockLedgerFold;

void yz_stock_ledger_fold_free (YzStockLedgerFold *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzStockLedgerFold, yz_stock_ledger_fold_free)

/**
 * yz_stock_ledger_fold_async:
 * @query: (transfer none): of movements, without a limit; copied
 * @limit: how many lines there may be
 *
 * Reads them on a worker. yz_stock_ledger_fold_finish() returns the lines, or %NULL with an error.
 */
void yz_stock_ledger_fold_async (YzStore *store, const YzQuery *query, guint limit, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer user_data);
YzStockLedgerFold *yz_stock_ledger_fold_finish (GAsyncResult *result, GError **error);

G_END_DECLS
