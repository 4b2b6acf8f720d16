/* The first section of the Inventory page: what there is, in four figures and a table, and what is to be done. */
#pragma once

#include "yz-inventory.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YZ_TYPE_STOCK_OVERVIEW (yz_stock_overview_get_type ())

/**
 * YzStockOverview:
 *
 * Properties, all writable: "inventory", "search", "filter" ("all", "ending", "lacking"), "group" ("item" or
 * "station": what a row is while all stations are shown), "item" (the id of the only item, "" for all).
 */
G_DECLARE_FINAL_TYPE (YzStockOverview, yz_stock_overview, YZ, STOCK_OVERVIEW, GtkWidget)

G_END_DECLS
