/* The newest lines of the ledger, as a card of the overview; hidden while there are none. */
#pragma once

#include "yz-inventory.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YZ_TYPE_STOCK_LATEST (yz_stock_latest_get_type ())

/**
 * YzStockLatest:
 *
 * Properties: "inventory".
 */
G_DECLARE_FINAL_TYPE (YzStockLatest, yz_stock_latest, YZ, STOCK_LATEST, GtkWidget)

G_END_DECLS
