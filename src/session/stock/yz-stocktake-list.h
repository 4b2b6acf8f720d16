/* Stocktakes with how far they are, those that are not finished first. Blocking, on any thread. */
#pragma once

#include "yz-stocktakes.h"

G_BEGIN_DECLS

/**
 * YzStocktakeSummary:
 * @stocktake: of kind "stocktake"
 * @place: of which it is
 * @n_lines: of which @n_counted are counted
 */
typedef struct
{
  YzRecord *stocktake;
  YzRecord *place;
  guint n_lines;
  guint n_counted;
} YzStocktakeSummary;

/**
 * yz_stocktake_list_load:
 * @station: (nullable): the id of a station: those at any of its places
 * @place: (nullable): the id of a place
 * @limit: of those that are finished, the newest; all others are listed
 *
 * Returns: (transfer full) (nullable) (element-type YzStocktakeSummary): %NULL with an error
 */
GPtrArray *yz_stocktake_list_load (YzStore *store, const char *station, const char *place, guint limit,
                                   GCancellable *cancellable, GError **error);

G_END_DECLS
