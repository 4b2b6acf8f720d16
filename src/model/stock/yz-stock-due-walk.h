/*
 * What has to be done about stock, found in one walk over all that lies anywhere: what is below its minimum, what
 * expires and what nobody may use any more. The walk needs holders and items in ascending order and remembers one item
 * of one holder, so that a country's stock takes no more memory than a station's.
 */
#pragma once

#include "yz-stock-minimum.h"

G_BEGIN_DECLS

/**
 * YzStockDueType:
 * @YZ_STOCK_DUE_OUT: nothing that may be used is left, and some should be
 * @YZ_STOCK_DUE_LOW: less than the minimum is left
 * @YZ_STOCK_DUE_EXPIRED: a lot that has expired still lies there
 * @YZ_STOCK_DUE_RECALLED: a lot that was recalled still lies there
 * @YZ_STOCK_DUE_EXPIRING: a lot expires soon
 * @YZ_STOCK_DUE_COUNT: a stocktake is not done
 * @YZ_STOCK_DUE_TRANSIT: a transfer has not arrived
 */
typedef enum
{
  YZ_STOCK_DUE_OUT,
  YZ_STOCK_DUE_LOW,
  YZ_STOCK_DUE_EXPIRED,
  YZ_STOCK_DUE_RECALLED,
  YZ_STOCK_DUE_EXPIRING,
  YZ_STOCK_DUE_COUNT,
  YZ_STOCK_DUE_TRANSIT,
} YzStockDueType;

#define YZ_N_STOCK_DUE_TYPES (YZ_STOCK_DUE_TRANSIT + 1)

/**
 * YzStockDue:
 * @holder: a station or a place of its own, by a number of the caller's
 * @item: likewise; 0 for a stocktake or transfer
 * @record: the lot, stocktake or transfer that it is about, else 0
 * @there: how many may be used; of a lot, how many of it lie there
 * @lacking: how many are missing to the target, else 0
 * @minimum: below which there are too few, else 0
 * @by: the day, as g_date_get_julian(), by which it is to be done: a lot's last day, today for what lacks, 0 for what
 *   is to be done before all else
 */
typedef struct
{
  YzStockDueType type;
  gint64 holder;
  gint64 item;
  gint64 record;
  gint64 there;
  gint64 lacking;
  gint64 minimum;
  guint32 by;
} YzStockDue;

/**
 * yz_stock_due_compare:
 *
 * Returns: the order in which things are done: what was due first first; of what is due on one day by type and holder
 */
int yz_stock_due_compare (gconstpointer a, gconstpointer b);

/**
 * YzStockDueItem:
 * @minimum: at each station that keeps it and has no minimum of its own; a @minimum of 0 is none
 * @warn_days: how long before its last day a lot is told of
 * @discontinued: whether it is no longer bought: then there are never too few
 */
typedef struct
{
  YzStockMinimum minimum;
  guint warn_days;
  gboolean discontinued;
} YzStockDueItem;

/**
 * YzStockDueLot:
 * @expiry: the last day of use, as g_date_get_julian(), 0 for what keeps
 * @recalled: whether nobody may use it
 */
typedef struct
{
  guint32 expiry;
  gboolean recalled;
} YzStockDueLot;

/**
 * YzStockDueNeed:
 *
 * A minimum that was set for one holder and item.
 */
typedef struct
{
  gint64 holder;
  gint64 item;
  YzStockMinimum minimum;
} YzStockDueNeed;

/**
 * YzStockDueComing:
 *
 * How many of an item are on their way to a holder.
 */
typedef struct
{
  gint64 holder;
  gint64 item;
  gint64 quantity;
} YzStockDueComing;

/**
 * YzStockDueHeap:
 * @kept_back: whether it lies there for a campaign: it expires like the rest, but nobody else may use it
 */
typedef struct
{
  gint64 holder;
  gint64 item;
  gint64 lot;
  gint64 quantity;
  gboolean kept_back;
} YzStockDueHeap;

/**
 * YzStockDueRules:
 * @today: as g_date_get_julian()
 * @day_of_year: the same day, see #YzStockMinimum
 * @items: (element-type YzStockDueItem): by number
 * @lots: (element-type YzStockDueLot): by number
 * @needs: (element-type YzStockDueNeed): sorted by holder and item
 * @coming: (element-type YzStockDueComing): likewise
 * @is_supplied: whether an item's own minimum holds for a holder, as it does for stations in service
 * @found: told of everything that is due
 * @spared: (nullable): told what a holder could give away
 */
typedef struct
{
  guint32 today;
  guint day_of_year;
  GArray *items;
  GArray *lots;
  GArray *needs;
  GArray *coming;
  gboolean (*is_supplied) (gint64 holder, gpointer user_data);
  void (*found) (const YzStockDue *due, gpointer user_data);
  void (*spared) (gint64 holder, gint64 item, gint64 quantity, gpointer user_data);
  gpointer user_data;
} YzStockDueRules;

typedef struct _YzStockDueWalk YzStockDueWalk;

/**
 * yz_stock_due_walk_new:
 * @rules: have to outlive it
 *
 * Returns: (transfer full): the beginning of a walk
 */
YzStockDueWalk *yz_stock_due_walk_new (const YzStockDueRules *rules);

/**
 * yz_stock_due_walk_add:
 * @heap: the next one; holders ascend, and the items of a holder. A heap of 0 tells that the item is kept there
 */
void yz_stock_due_walk_add (YzStockDueWalk *self, const YzStockDueHeap *heap);

/**
 * yz_stock_due_walk_end:
 *
 * Tells of the last ones, and frees @self.
 */
void yz_stock_due_walk_end (YzStockDueWalk *self);

G_END_DECLS
