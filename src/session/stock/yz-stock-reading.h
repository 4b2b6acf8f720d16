/*
 * An answer about stock that a section of the Inventory page shows: read on a worker, and read again, while somebody
 * looks, whenever it may be another one. Main thread.
 */
#pragma once

#include "yz-inventory.h"

G_BEGIN_DECLS

/**
 * YzStockReadFunc:
 * @wish: (nullable): what yz_stock_reading_set_wish() was told
 *
 * Called on a worker.
 *
 * Returns: (transfer full) (nullable): the answer, or %NULL with an error
 */
typedef gpointer (*YzStockReadFunc) (YzStore *store, const YzInventoryScope *scope, GVariant *wish,
                                     GCancellable *cancellable, GError **error);

#define YZ_TYPE_STOCK_READING (yz_stock_reading_get_type ())

G_DECLARE_FINAL_TYPE (YzStockReading, yz_stock_reading, YZ, STOCK_READING, GObject)

/**
 * YzStockReading::answered:
 *
 * Emitted when yz_stock_reading_get_answer() gives another answer. What fails is told by #YzSession::failed.
 */

/**
 * yz_stock_reading_new:
 * @free_answer: for what @func returns
 *
 * Properties: "active" (whether somebody looks; nothing is read without; writable).
 *
 * Returns: (transfer full): a reading that has no answer yet
 */
YzStockReading *yz_stock_reading_new (YzInventory *inventory, YzStockReadFunc func, GDestroyNotify free_answer);

/**
 * yz_stock_reading_set_wish:
 * @wish: (nullable): for the function; a floating reference is taken
 */
void yz_stock_reading_set_wish (YzStockReading *self, GVariant *wish);

/**
 * yz_stock_reading_get_answer:
 *
 * Returns: (transfer none) (nullable): the last answer, which stays until there is another one
 */
gpointer yz_stock_reading_get_answer (YzStockReading *self);

G_END_DECLS
