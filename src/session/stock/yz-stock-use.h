/* What was used of an item, week by week, and for how long the rest lasts. */
#pragma once

#include "yz-inventory.h"
#include "yz-stock-forecast.h"

G_BEGIN_DECLS

/* A quarter of a year. */
#define YZ_STOCK_USE_WEEKS 13

/**
 * YzStockUse:
 * @today: a Julian day
 * @weeks: how many people were given in each week, oldest first; the last one ends today
 * @stock: how many may be used now
 * @unit: of the item
 */
typedef struct
{
  guint32 today;
  gint64 weeks[YZ_STOCK_USE_WEEKS];
  gint64 stock;
  char *unit;
  YzStockForecast forecast;
} YzStockUse;

void yz_stock_use_free (YzStockUse *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzStockUse, yz_stock_use_free)

/**
 * yz_stock_use_read:
 * @item: its id
 *
 * Blocking.
 *
 * Returns: (transfer full) (nullable): what was used within @scope, or %NULL with a %YZ_STORE_ERROR
 */
YzStockUse *yz_stock_use_read (YzStore *store, const YzInventoryScope *scope, const char *item,
                               GCancellable *cancellable, GError **error);

/**
 * yz_stock_use_describe:
 *
 * Returns: (transfer full): a sentence: how many a day, and until when the rest lasts, or that nobody can tell
 */
char *yz_stock_use_describe (const YzStockUse *self);

G_END_DECLS
