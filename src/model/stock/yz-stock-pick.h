/*
 * Which lots to take: what expires first goes first out (FEFO). Expired and recalled lots are no stock that anybody may
 * use. A lot may be used through the day of its expiry.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * YzStockLot:
 * @place, @lot: names of the caller's; @lot is 0 for what has no lot
 * @quantity: how many lie there
 * @expiry: the last day of use, as a Julian day (g_date_get_julian()); 0 for what keeps
 * @received: for lots of one expiry: the smaller one came first
 * @recalled: whether nobody may use it
 */
typedef struct
{
  guint32 place;
  guint32 lot;
  gint64 quantity;
  guint32 expiry;
  gint64 received;
  gboolean recalled;
} YzStockLot;

/**
 * YzStockPick:
 * @index: in the lots that were offered
 * @quantity: how many to take of it
 */
typedef struct
{
  guint index;
  gint64 quantity;
} YzStockPick;

/**
 * yz_stock_expiry_compare:
 * @a, @b: Julian days; 0 for what keeps, which is later than any
 *
 * Returns: less than 0 if @a is earlier, more if it is later
 */
int yz_stock_expiry_compare (guint32 a, guint32 b);

/**
 * yz_stock_lot_is_usable:
 * @today: a Julian day
 *
 * Returns: whether somebody may be given some of it
 */
gboolean yz_stock_lot_is_usable (const YzStockLot *lot, guint32 today);

/**
 * yz_stock_count_usable:
 *
 * Returns: how many of @lots may be used
 */
gint64 yz_stock_count_usable (const YzStockLot *lots, guint n_lots, guint32 today);

/**
 * yz_stock_pick:
 * @quantity: how many are wanted
 * @missing: (out): how many there are too few
 *
 * Takes from as few lots as the order allows: the earliest expiry first, what keeps last, then what came first, then as
 * offered.
 *
 * Returns: (transfer full) (element-type YzStockPick): what to take
 */
GArray *yz_stock_pick (const YzStockLot *lots, guint n_lots, gint64 quantity, guint32 today, gint64 *missing);

/**
 * yz_stock_pick_is_first_expiring:
 * @picks: (element-type YzStockPick): of somebody's choice
 *
 * Returns: whether nothing usable that expires earlier was left lying: otherwise a reason has to be given
 */
gboolean yz_stock_pick_is_first_expiring (const YzStockLot *lots, guint n_lots, GArray *picks, guint32 today);

G_END_DECLS
