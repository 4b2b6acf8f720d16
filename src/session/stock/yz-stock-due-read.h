/*
 * The reading behind the due list: one walk over what lies anywhere, and the stocktakes and transfers that are late.
 * Everything is by row numbers; words are made of the few that are shown (yz-stock-due.h).
 */
#pragma once

#include "yz-stock-due-walk.h"
#include "yz-store.h"

G_BEGIN_DECLS

/**
 * YzStockDues:
 * @today: as g_date_get_julian()
 * @dues: (element-type YzStockDue): in the order in which they are to be done
 */
typedef struct _YzStockDues YzStockDues;

struct _YzStockDues
{
  guint32 today;
  GArray *dues;
  GArray *stations;  /* Standing, by row */
  GPtrArray *spares; /* by row of item: (nullable) GArray of Spare */
};

/**
 * yz_stock_dues_read:
 * @station, @place: (nullable): the id of a station, or of a place of no station; neither for all places
 * @days: how long before their last day lots are told of; less than 0 for what each item says, else 30
 *
 * Blocking, for workers. What can be used is stock; what has expired, was recalled or is held for a campaign is not.
 * Stations that are not in service have no minimum.
 *
 * Returns: (transfer full) (nullable): what is due, or %NULL with a %YZ_STORE_ERROR
 */
YzStockDues *yz_stock_dues_read (YzStore *store, const char *station, const char *place, int days,
                                 GCancellable *cancellable, GError **error);
void         yz_stock_dues_free (YzStockDues *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzStockDues, yz_stock_dues_free)

/**
 * yz_stock_dues_find_spare:
 * @due: one that lacks something
 * @holder: (out): of the nearest place that has enough to spare, or, if none has, the nearest that has some; places
 *   whose position is not known come after the others
 * @quantity: (out): how many of what lacks it can give
 * @metres: (out): how far it is, less than 0 if that is not known
 *
 * Returns: whether anybody has anything to spare
 */
gboolean yz_stock_dues_find_spare (YzStockDues *self, const YzStockDue *due, gint64 *holder, gint64 *quantity,
                                   double *metres);

G_END_DECLS
