/* One item at the place that is chosen: each lot, where it lies, and whether it may be used. Blocking, for workers. */
#pragma once

#include "yz-inventory.h"

G_BEGIN_DECLS

/**
 * YzStockHeapLine:
 * @lot: (nullable): of kind "lot"
 * @title: the lot and how many of it, in words
 * @detail: until when it may be used, and where it lies
 */
typedef struct
{
  YzRecord *lot;
  char *title;
  char *detail;
} YzStockHeapLine;

/**
 * yz_stock_heap_list_read:
 * @wish: "s": the id of the item
 *
 * A #YzStockReadFunc.
 *
 * Returns: (transfer full) (element-type YzStockHeapLine): a #GPtrArray; %NULL with an error
 */
gpointer yz_stock_heap_list_read (YzStore *store, const YzInventoryScope *scope, GVariant *wish,
                                  GCancellable *cancellable, GError **error);

G_END_DECLS
