/* What figures of stock are about: every item, holder and lot, by its row. Blocking, for workers. */
#pragma once

#include "yz-stock-minimum.h"
#include "yz-store.h"

G_BEGIN_DECLS

/**
 * YzStockSubject:
 * @detail: (nullable): what tells it apart: specification, district
 * @unit: (nullable): of an item
 * @warn_days: so many days before its last day a lot of an item is told of
 * @minimum: of an item, at each station that keeps it
 * @discontinued: whether an item is no longer bought
 * @supplied: whether it is a station that is kept in goods, see yz_station_state_is_supplied()
 * @rank: in the order of titles
 *
 * An item, or a station or place of no station.
 */
typedef struct
{
  char *id;
  char *title;
  char *detail;
  char *unit;
  guint warn_days;
  YzStockMinimum minimum;
  gboolean discontinued;
  gboolean supplied;
  guint rank;
} YzStockSubject;

/**
 * YzStockSubjectLot:
 * @expiry: the last day of use, a Julian day, 0 for what keeps
 * @holder: for whoever counts lots: where it was counted last, 0 for nowhere yet
 */
typedef struct
{
  char *number;
  guint32 expiry;
  gboolean recalled;
  gint64 holder;
} YzStockSubjectLot;

/**
 * YzStockSubjects:
 * @items: (element-type gint64 YzStockSubject): by row
 * @holders: (element-type gint64 YzStockSubject): by holder, as in #YzStockHeap; places of no station before stations
 * @lots: (element-type gint64 YzStockSubjectLot): by row
 * @held: (element-type gint64): a set of rows of places that hold for campaigns
 * @way: the row of the place of what is on its way, which is nobody's
 */
typedef struct
{
  GHashTable *items;
  GHashTable *holders;
  GHashTable *lots;
  GHashTable *held;
  gint64 way;
} YzStockSubjects;

/**
 * yz_stock_subjects_read:
 *
 * Returns: (transfer full) (nullable): or %NULL with a %YZ_STORE_ERROR
 */
YzStockSubjects *yz_stock_subjects_read (YzStore *store, GCancellable *cancellable, GError **error);
void             yz_stock_subjects_free (YzStockSubjects *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzStockSubjects, yz_stock_subjects_free)

G_END_DECLS
