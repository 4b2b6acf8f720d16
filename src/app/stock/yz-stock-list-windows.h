/* Short lists about stock in windows of their own: what is on its way, and the lots of an item. */
#pragma once

#include "yz-inventory.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * yz_stock_transit_window_new:
 * @page: whose action "stock.arrive" receives a transfer
 *
 * Returns: (transfer none): a window that follows @inventory
 */
GtkWidget *yz_stock_transit_window_new (GtkWidget *page, YzInventory *inventory);

/**
 * yz_stock_lots_window_new:
 * @page: whose action "stock.edit-lot" opens a lot
 * @item: its id
 *
 * Returns: (transfer none): a window that follows @inventory
 */
GtkWidget *yz_stock_lots_window_new (GtkWidget *page, YzInventory *inventory, const char *item);

G_END_DECLS
