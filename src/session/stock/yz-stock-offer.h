/* What lies in a place of an item, put into words for somebody who takes some of it. */
#pragma once

#include "yz-stock-lots.h"

G_BEGIN_DECLS

/**
 * yz_stock_offer_describe:
 * @lots: of one item, at one place
 * @quantity: how many are wanted
 * @lot: (nullable): the id of the lot that somebody chose
 * @unit: of the item
 * @today: a Julian day
 *
 * Returns: (transfer full): which lots would be taken, and what is wrong with that; "" where there is nothing to say
 */
char *yz_stock_offer_describe (const YzStockLots *lots, gint64 quantity, const char *lot, const char *unit,
                               guint32 today);

G_END_DECLS
