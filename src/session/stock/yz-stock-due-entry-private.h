/* How the due list makes its entries. */
#pragma once

#include "yz-stock-due.h"

G_BEGIN_DECLS

/**
 * yz_stock_due_entry_new:
 *
 * Reads the few records that the entry names.
 *
 * Returns: (transfer full): the entry of @due
 */
YzStockDueEntry *yz_stock_due_entry_new (YzStore *store, YzStockDues *dues, const YzStockDue *due);

G_END_DECLS
