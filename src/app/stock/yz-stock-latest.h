/* The newest lines of the ledger, as a card: those of the place that is chosen, or of one cabinet. */
#pragma once

#include "yz-inventory.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YZ_TYPE_STOCK_LATEST (yz_stock_latest_get_type ())

/**
 * YzStockLatest:
 *
 * Properties: "inventory", "cabinet" (the id of a smart cabinet, %NULL for all that is at the place), "limit" (how many
 * lines, when it is made).
 */
G_DECLARE_FINAL_TYPE (YzStockLatest, yz_stock_latest, YZ, STOCK_LATEST, GtkWidget)

G_END_DECLS
