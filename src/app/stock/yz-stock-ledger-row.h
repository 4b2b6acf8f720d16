/* A line of the ledger: when, what, a sentence, and how many were left. */
#pragma once

#include "yz-stock-ledger-list.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YZ_TYPE_STOCK_LEDGER_ROW (yz_stock_ledger_row_get_type ())

/**
 * YzStockLedgerRow:
 *
 * Properties: "line" (nullable #YzStockLedgerLine), "brief" (without a heading and a menu: of a short list; set once),
 * "day" (read-only: the heading).
 */
G_DECLARE_FINAL_TYPE (YzStockLedgerRow, yz_stock_ledger_row, YZ, STOCK_LEDGER_ROW, GtkWidget)

/**
 * yz_stock_ledger_row_new:
 *
 * Returns: (transfer floating): a row without a line
 */
GtkWidget *yz_stock_ledger_row_new (gboolean brief);

/**
 * yz_stock_ledger_row_set_line:
 * @line: (nullable): what is shown, as long as it is
 */
void yz_stock_ledger_row_set_line (YzStockLedgerRow *self, YzStockLedgerLine *line);

G_END_DECLS
