/* What is on its way: transfers that nobody has received yet. Blocking, for workers. */
#pragma once

#include "yz-inventory.h"

G_BEGIN_DECLS

/**
 * YzStockTransit:
 * @transfer: of kind "transfer"
 * @title: its number and its way, in words
 * @detail: when it left, when it is expected, and whether it is late
 */
typedef struct
{
  YzRecord *transfer;
  char *title;
  char *detail;
} YzStockTransit;

/**
 * yz_stock_transit_read:
 *
 * A #YzStockReadFunc; those from or to the place that is chosen.
 *
 * Returns: (transfer full) (element-type YzStockTransit): a #GPtrArray, what left first first; %NULL with an error
 */
gpointer yz_stock_transit_read (YzStore *store, const YzInventoryScope *scope, GVariant *wish,
                                GCancellable *cancellable, GError **error);

G_END_DECLS
