/*
 * What the Stations page shows: the question (search, filters, order), the answer (list and map points), and the
 * selection that list, map and detail share. Main thread.
 */
#pragma once

#include "yz-record-list.h"
#include "yz-session.h"
#include "yz-station-status.h"

G_BEGIN_DECLS

/**
 * YzStationPoint:
 * @row: row number in the store
 * @lon, @lat: WGS-84 degrees
 * @look: a #YzStationLook
 * @kind: index of the choice of the field "kind", 255 where it is empty
 * @facility: the same for "facility"
 * @round_the_clock: whether it is open 24 hours a day all week
 * @smart: the field "smart"
 */
typedef struct
{
  gint64 row;
  double lon;
  double lat;
  guint8 look;
  guint8 kind;
  guint8 facility;
  guint8 round_the_clock : 1;
  guint8 smart : 1;
} YzStationPoint;

#define YZ_TYPE_STATIONS (yz_stations_get_type ())

G_DECLARE_FINAL_TYPE (YzStations, yz_stations, YZ, STATIONS, GObject)

/**
 * YzStations::points-changed:
 * @row: the one station that changed, 0 if it is more than one
 *
 * Emitted when yz_stations_get_points() gives something else.
 */

/**
 * yz_stations_new:
 *
 * Properties: "list" (#GListModel of #YzStation), "total" and "shown" (guint), "loading", "current" (the #YzStation
 * of the detail pane, nullable), "search", "error" (message, nullable).
 *
 * Returns: (transfer full): the state of a Stations page that follows the session's workspace
 */
YzStations *yz_stations_new (YzSession *session);

YzSession    *yz_stations_get_session (YzStations *self);
YzRecordList *yz_stations_get_list (YzStations *self);

/**
 * yz_stations_get_points:
 *
 * Returns: (transfer none) (element-type YzStationPoint): every shown station that has a position
 */
GArray *yz_stations_get_points (YzStations *self);

/**
 * yz_stations_get_current:
 *
 * Returns: (transfer none) (nullable): the station shown in the detail pane
 */
YzRecord *yz_stations_get_current (YzStations *self);
gint64    yz_stations_get_current_row (YzStations *self);

/**
 * yz_stations_select_row:
 * @row: 0 for none
 *
 * Makes a station the current one: for the list, the map and the search alike.
 */
void yz_stations_select_row (YzStations *self, gint64 row);
void yz_stations_select_id (YzStations *self, const char *id);

/**
 * yz_stations_load_row:
 *
 * Returns: (transfer full) (nullable): the station of a point
 */
YzRecord *yz_stations_load_row (YzStations *self, gint64 row);

/**
 * yz_stations_get_look:
 *
 * Returns: how @station is shown now
 */
YzStationLook yz_stations_get_look (YzStations *self, YzRecord *station);

/**
 * yz_stations_dup_status:
 *
 * Returns: (transfer full): the few words at the right of its row, "closes 18:00", "opens tomorrow 09:00"
 */
char *yz_stations_dup_status (YzStations *self, YzRecord *station);

/**
 * yz_stations_move:
 * @lon, @lat: WGS-84 degrees
 *
 * Makes the edit that moves a station. The datum of its source becomes WGS-84.
 *
 * Returns: (transfer full): the edit, to be applied by the session
 */
YzEdit *yz_stations_move (YzStations *self, YzRecord *station, double lon, double lat);

G_END_DECLS
