/*
 * What lies at a station: goods, equipment, transfers on their way to it, unfinished stocktakes and audits. A station
 * is closed or merged when all of it is somewhere else; this says what it is, and moves it there in one step. Blocking.
 */
#pragma once

#include "yz-store.h"

G_BEGIN_DECLS

/**
 * YzStationGoods:
 * @station: an id
 * @heaps: (element-type YzStockHeap): what lies at any of its places
 * @pieces: (element-type YzRecord): equipment that was not disposed of
 * @transfers: (element-type YzRecord): on their way to it
 * @counts: (element-type YzRecord): stocktakes and audits that are not finished
 */
typedef struct
{
  char *station;
  GArray *heaps;
  GPtrArray *pieces;
  GPtrArray *transfers;
  GPtrArray *counts;
} YzStationGoods;

void yz_station_goods_free (YzStationGoods *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzStationGoods, yz_station_goods_free)

/**
 * yz_station_goods_read:
 * @station: an id
 *
 * Returns: (transfer full) (nullable): what is there, or %NULL with an error
 */
YzStationGoods *yz_station_goods_read (YzStore *store, const char *station, GCancellable *cancellable, GError **error);

/**
 * yz_station_goods_is_empty:
 *
 * Returns: whether nothing keeps the station from being closed
 */
gboolean yz_station_goods_is_empty (const YzStationGoods *self);

/**
 * yz_station_goods_describe:
 *
 * Returns: (transfer full): in words, a line for each sort of thing: how much of each item, which pieces, transfers and
 *   stocktakes; "" for nothing
 */
char *yz_station_goods_describe (const YzStationGoods *self, YzStore *store);

/**
 * yz_station_goods_describe_async:
 *
 * Reads and describes on a worker. yz_station_goods_describe_finish() returns the words, or %NULL with an error.
 */
void  yz_station_goods_describe_async (YzStore *store, const char *station, GCancellable *cancellable,
                                       GAsyncReadyCallback callback, gpointer user_data);
char *yz_station_goods_describe_finish (YzStore *store, GAsyncResult *result, GError **error);

/**
 * yz_station_goods_move:
 * @edit: of closing or merging
 * @target: the id of the station or place where all of it goes
 * @at: milliseconds since 1970-01-01T00:00Z
 * @reason: (nullable): for the movements
 *
 * Adds to @edit what moves everything: a movement for each heap, also of what was held for a campaign or lay in a slot;
 * equipment keeps its state; transfers go to @target instead; stocktakes and audits are called off.
 *
 * Returns: %FALSE with an error
 */
gboolean yz_station_goods_move (const YzStationGoods *self, YzStore *store, YzEdit *edit, const char *target, gint64 at,
                                const char *reason, GError **error);

G_END_DECLS
