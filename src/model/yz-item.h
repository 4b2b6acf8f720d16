/* Items (物资): what they say about their lots, and what holds where they say nothing. */
#pragma once

#include "yz-kinds.h"

G_BEGIN_DECLS

/* A month is enough to hand a box out. */
#define YZ_ITEM_WARN_DAYS 30

/**
 * yz_item_get_warn_days:
 *
 * Returns: so many days before its last day a lot of the item is told of
 */
guint yz_item_get_warn_days (YzRecord *item);

/**
 * yz_item_find_value:
 * @lot: (nullable): of the item
 *
 * Returns: what one is worth in fen: what was paid for the lot, else what the item says; -1 if nobody knows
 */
gint64 yz_item_find_value (YzRecord *item, YzRecord *lot);

G_END_DECLS
