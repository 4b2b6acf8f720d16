/* The section of stocktakes: which are going on, how far they are, and those that are done. */
#pragma once

#include "yz-inventory.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YZ_TYPE_STOCK_COUNTS_VIEW (yz_stock_counts_view_get_type ())

/**
 * YzStockCountsView:
 *
 * Property, writable: "inventory".
 *
 * The page's actions "stock.begin-count" and "stock.open-count" (s, an id) are those of
 * yz_stock_counts_install_actions().
 */
G_DECLARE_FINAL_TYPE (YzStockCountsView, yz_stock_counts_view, YZ, STOCK_COUNTS_VIEW, GtkWidget)

/**
 * yz_stock_counts_install_actions:
 * @widget_class: of the Inventory page
 */
void yz_stock_counts_install_actions (GtkWidgetClass *widget_class);

/**
 * yz_stock_counts_open_numbered:
 * @page: the Inventory page
 * @number: what was typed or scanned
 *
 * Opens the stocktake of that number; nothing happens if there is none.
 */
void yz_stock_counts_open_numbered (GtkWidget *page, const char *number);

G_END_DECLS
