/* Lots (批次): what of an item came in together. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * YzLotArrival:
 * @number: (nullable): what stands on the box
 * @expiry: (nullable): the last day of use, YYYY-MM-DD
 * @source: (nullable): a choice of the field "source" of lots
 * @supplier: (nullable): supplier or donor
 * @has_cost: whether the cost of a unit is known
 * @document: (nullable): the number of the slip that came with it
 * @day: the day on which it came, YYYY-MM-DD
 *
 * What is known of goods that come in.
 */
typedef struct
{
  const char *number;
  const char *expiry;
  const char *source;
  const char *supplier;
  gboolean has_cost;
  const char *document;
  const char *day;
} YzLotArrival;

/**
 * yz_lot_get_number_of:
 *
 * What the lot of goods is called that come in: as the box says, or after the last day of use; else, where there is an
 * origin that only a lot can keep, after the slip, or the day on which they came.
 *
 * Returns: (transfer none) (nullable): one of the texts of @arrival, %NULL for goods that nothing tells from others of
 *   the item
 */
const char *yz_lot_get_number_of (const YzLotArrival *arrival);

G_END_DECLS
