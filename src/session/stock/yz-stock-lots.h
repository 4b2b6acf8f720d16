/* What lies somewhere, lot by lot, as the arithmetic of picking wants it. Blocking. */
#pragma once

#include "yz-stock-pick.h"
#include "yz-stock.h"

G_BEGIN_DECLS

/**
 * YzStockLots:
 * @lots: (element-type YzStockLot): their places and lots are rows
 * @records: (element-type YzRecord): the record of each lot, %NULL where there is none
 * @places: (element-type YzRecord): where each lies
 * @items: (element-type gint64): the row of the item of each
 */
typedef struct
{
  GArray *lots;
  GPtrArray *records;
  GPtrArray *places;
  GArray *items;
} YzStockLots;

void yz_stock_lots_free (YzStockLots *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzStockLots, yz_stock_lots_free)

/**
 * yz_stock_lots_read:
 * @question: of few places or few items
 *
 * Returns: (transfer full) (nullable): what answers @question, or %NULL with a %YZ_STORE_ERROR
 */
YzStockLots *yz_stock_lots_read (YzStore *store, const YzStockQuestion *question, GError **error);

/**
 * yz_stock_lots_read_loose:
 * @holder: the id of a station, or of a place
 * @item: its id
 *
 * What a holder may take for anything: not what lies in the slots of a cabinet or is held for a campaign. Of a place it
 * is what lies in it.
 *
 * Returns: (transfer full) (nullable): as yz_stock_lots_read()
 */
YzStockLots *yz_stock_lots_read_loose (YzStore *store, const char *holder, const char *item, gint64 at, GError **error);

/**
 * yz_stock_lots_get_id:
 *
 * Returns: (transfer none) (nullable): the id of a lot, %NULL for what has none
 */
const char *yz_stock_lots_get_id (const YzStockLots *self, guint index);

/**
 * yz_stock_lots_get_place:
 *
 * Returns: (transfer none): the id of the place where it lies
 */
const char *yz_stock_lots_get_place (const YzStockLots *self, guint index);

/**
 * yz_stock_lots_find:
 * @lot: (nullable): an id
 *
 * Returns: the first of that lot, %G_MAXUINT if there is none
 */
guint yz_stock_lots_find (const YzStockLots *self, const char *lot);

/**
 * yz_stock_lots_count:
 * @today: a Julian day
 *
 * Returns: how many may be used
 */
gint64 yz_stock_lots_count (const YzStockLots *self, guint32 today);

/**
 * yz_stock_lots_subtract:
 * @movement: of the same item, that is not written yet
 *
 * Takes off what @movement takes.
 */
void yz_stock_lots_subtract (YzStockLots *self, YzRecord *movement);

G_END_DECLS
