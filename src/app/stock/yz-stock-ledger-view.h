/* The ledger: every movement of stock as a sentence, newest first, with filters. */
#pragma once

#include "yz-inventory.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YZ_TYPE_STOCK_LEDGER_VIEW (yz_stock_ledger_view_get_type ())

/**
 * YzStockLedgerView:
 *
 * Properties: "inventory", "item-title" (read-only: what is chosen, in words).
 *
 * Actions: "ledger.take-back" (the id of a movement, and whether all that was done with it goes too), "ledger.show" (an
 * id: brings it into view), "ledger.item" (the id of the only item that is shown, "" for all), "ledger.go-to-place" (an
 * id: of a movement, whose station is then chosen), "ledger.show-all" (without filters).
 */
G_DECLARE_FINAL_TYPE (YzStockLedgerView, yz_stock_ledger_view, YZ, STOCK_LEDGER_VIEW, GtkWidget)

G_END_DECLS
