/*
 * The arithmetic of a ledger of stock, on plain numbers: which movements are in effect, what lies where, and what
 * cannot be. It needs all of the movements and nothing else, in any order: three desks that wrote apart come to the
 * same.
 *
 * A movement is in effect unless a counter-entry of it is. So a movement that two desks took back, neither knowing of
 * the other, is taken back once, and a counter-entry that is taken back itself has no effect.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * YzStockMove:
 * @id: greater than 0, unique over all desks
 * @takes_back: the id of the movement that it is a counter-entry of, or 0
 * @source, @target: the places
 * @item, @lot: what; @lot is 0 without one
 * @quantity: in the item's unit, 0 or more
 * @at: when, milliseconds since 1970-01-01T00:00Z
 * @counted: what lies in @counted_place afterwards
 * @counted_place: 0 if nothing was counted
 * @forced: whether it may take more than there is
 */
typedef struct
{
  guint64 id;
  guint64 takes_back;
  guint32 source;
  guint32 target;
  guint32 item;
  guint32 lot;
  gint64 quantity;
  gint64 at;
  gint64 counted;
  guint32 counted_place;
  gboolean forced;
} YzStockMove;

/**
 * YzStockSum:
 *
 * What lies in a place of an item, of a lot.
 */
typedef struct
{
  guint32 place;
  guint32 item;
  guint32 lot;
  gint64 quantity;
} YzStockSum;

/**
 * YzStockFaultType:
 * @YZ_STOCK_FAULT_NEGATIVE: the movement, not forced, left less than nothing
 * @YZ_STOCK_FAULT_COUNT: after the count there was not what was counted
 * @YZ_STOCK_FAULT_COUNTER: it takes back what is not there, or something else than that
 * @YZ_STOCK_FAULT_TWICE: it takes back what was taken back already, so it does nothing
 */
typedef enum
{
  YZ_STOCK_FAULT_NEGATIVE,
  YZ_STOCK_FAULT_COUNT,
  YZ_STOCK_FAULT_COUNTER,
  YZ_STOCK_FAULT_TWICE,
} YzStockFaultType;

/**
 * YzStockFault:
 * @move: the id of the movement that cannot be
 * @quantity: how many too many were taken, or how many more than counted there were
 */
typedef struct
{
  YzStockFaultType type;
  guint64 move;
  guint32 place;
  gint64 quantity;
} YzStockFault;

/**
 * YzStockOutsideFunc:
 *
 * Returns: whether @place holds no stock of ours, and may go below nothing
 */
typedef gboolean (*YzStockOutsideFunc) (guint32 place, gpointer user_data);

/**
 * yz_stock_ledger_sum:
 * @until: the last instant that counts, %G_MAXINT64 for all
 *
 * The sums over all places, those outside too, of each lot are 0.
 *
 * Returns: (transfer full) (element-type YzStockSum): sorted by place, item and lot, without those of 0
 */
GArray *yz_stock_ledger_sum (const YzStockMove *moves, guint n_moves, gint64 until);

/**
 * yz_stock_ledger_verify:
 * @is_outside: (scope call): of places
 *
 * Returns: (transfer full) (element-type YzStockFault): what cannot be; empty for books that are sound
 */
GArray *yz_stock_ledger_verify (const YzStockMove *moves, guint n_moves, YzStockOutsideFunc is_outside,
                                gpointer user_data);

G_END_DECLS
