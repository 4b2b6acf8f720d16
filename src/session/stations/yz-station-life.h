/*
 * Opening, pausing, closing, merging, copying and moving stations, as edits. What still hangs on a station is found by
 * yz_references_find().
 */
#pragma once

#include "yz-session.h"

G_BEGIN_DECLS

/**
 * yz_station_make_transition:
 * @station: as it was read
 * @state: nick of the state it goes to, not "merged"
 * @reason: (nullable): why
 * @until: (nullable): civil date until which it is expected to last
 *
 * Returns: (transfer full) (nullable): the edit, or %NULL with %YZ_MODEL_ERROR_TRANSITION or
 *   %YZ_MODEL_ERROR_REQUIRED where a reason is needed
 */
YzEdit *yz_station_make_transition (YzRecord *station, const char *state, const char *reason, const char *until,
                                    GError **error);

/**
 * yz_station_make_closing:
 * @station: as it was read
 * @reason: why
 * @target: (nullable): the id of the station or place where everything that lies there goes; without one the store
 *   refuses to close a station that has something left
 *
 * Closes a station for good, in one step with moving what it has (yz_station_goods_move()). Blocking.
 *
 * Returns: (transfer full) (nullable): the edit, or %NULL with an error
 */
YzEdit *yz_station_make_closing (YzStore *store, YzRecord *station, const char *reason, const char *target,
                                 GError **error);

/**
 * yz_station_close:
 *
 * The same, read on a worker and applied. What goes wrong is told by #YzSession::failed.
 */
void yz_station_close (YzSession *session, YzRecord *station, const char *reason, const char *target);

/**
 * yz_station_make_merge:
 * @from: the station that ends
 * @into: the station that goes on
 *
 * Merges two stations: @into takes what it lacks from @from (its services, telephones, and names as other names are
 * joined), everything that referred to @from refers to @into, and @from becomes "merged". Its stock and equipment are
 * moved to @into; its shelves and cabinets stay, empty. Both keep their histories.
 *
 * Returns: (transfer full) (nullable): the edit, or %NULL with a %YZ_MODEL_ERROR or %YZ_STORE_ERROR
 */
YzEdit *yz_station_make_merge (YzStore *store, YzRecord *from, YzRecord *into, GError **error);

/**
 * yz_station_merge:
 * @from: the station that ends
 * @into: id of the station that goes on
 *
 * Reads @into and what refers to @from on a worker, and applies yz_station_make_merge(). What goes wrong is told by
 * #YzSession::failed.
 */
void yz_station_merge (YzSession *session, YzRecord *from, const char *into);

/**
 * yz_station_merge_values:
 *
 * Returns: (transfer full): a copy of @into as it would be after yz_station_make_merge(), for a preview
 */
YzRecord *yz_station_merge_values (YzRecord *from, YzRecord *into);

/**
 * yz_station_make_duplicate:
 * @id: of the new station
 *
 * Returns: (transfer full): the edit that creates a station like @station, without its code and history
 */
YzEdit *yz_station_make_duplicate (YzRecord *station, const char *id);

/**
 * yz_station_make_move:
 * @lon, @lat: WGS-84 degrees
 *
 * Returns: (transfer full): the edit that moves a station; the datum of its source becomes WGS-84
 */
YzEdit *yz_station_make_move (YzRecord *station, double lon, double lat);

G_END_DECLS
