/* Which movements a ledger shows. */
#pragma once

#include "yz-movement.h"
#include "yz-store.h"

G_BEGIN_DECLS

/**
 * YzStockLedgerFilter:
 * @station: (nullable): the id of a station: what came to or left any of its places
 * @place: (nullable): the id of a place, instead of a station
 * @cabinet: (nullable): the id of a smart cabinet: what came to or left any of its slots
 * @item, @lot: (nullable): ids
 * @type: (nullable): see yz_movement_type_get_nick()
 * @person: (nullable): a part of the name of who did it or was given it
 * @since, @until: the first and the last instant, milliseconds since 1970-01-01T00:00Z; 0 for no bound
 * @counters: whether counter-entries are lines of their own; otherwise what they take back is only marked
 */
typedef struct
{
  char *station;
  char *place;
  char *cabinet;
  char *item;
  char *lot;
  char *type;
  char *person;
  gint64 since;
  gint64 until;
  gboolean counters;
} YzStockLedgerFilter;

void yz_stock_ledger_filter_clear (YzStockLedgerFilter *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (YzStockLedgerFilter, yz_stock_ledger_filter_clear)

/**
 * yz_stock_ledger_make_query:
 *
 * Returns: (transfer full) (nullable): the question for the movements, newest first, or %NULL with a %YZ_STORE_ERROR
 */
YzQuery *yz_stock_ledger_make_query (YzStore *store, const YzStockLedgerFilter *filter, GError **error);

G_END_DECLS
