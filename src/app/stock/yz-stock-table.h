/* What there is, row by row: items, or the stations and warehouses that have them. */
#pragma once

#include "yz-stock-figures.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YZ_TYPE_STOCK_TABLE (yz_stock_table_get_type ())

/**
 * YzStockTable:
 *
 * Properties, all writable: "title" (whose stock it is), "filter" ("all", "ending", "lacking"), "by-holder" (whether
 * the rows are stations and warehouses), "item" (the id of the only item, "" for all).
 *
 * Rows lead to what is behind them: the actions "stock.place" (a station or warehouse), "stock.where" (an item of all
 * stations), "stock.show-item" (an item of one place). Its buttons are "stock.filter", "stock.group" and "stock.where".
 */
G_DECLARE_FINAL_TYPE (YzStockTable, yz_stock_table, YZ, STOCK_TABLE, GtkWidget)

/**
 * yz_stock_table_set_figures:
 * @figures: (nullable): %NULL while they are not known
 */
void yz_stock_table_set_figures (YzStockTable *self, YzStockFigures *figures);

G_END_DECLS
