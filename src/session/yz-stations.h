/*
 * What the Stations page shows: the question (search, filters, order), the answer (list and map points), and the
 * selection that list, map and detail share. Main thread.
 */
#pragma once

#include "yz-record-list.h"
#include "yz-session.h"
#include "yz-station-filter.h"

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
 * YzStations::looks-changed:
 *
 * Emitted each minute and after each change: words and shapes of states are to be asked for again.
 */

/**
 * yz_stations_new:
 *
 * Properties: "session", "filter", "list" (#GListModel of #YzStation, nullable), "total" (stations that are not over)
 * and "shown" (guint), "loading", "current" (the #YzStation of the detail pane, nullable), "search", "order" and
 * "descending" (see yz_stations_set_order()), "n-open", "n-all-day" and "n-no-hours" (guint: what each chip would
 * leave), "n-selected" (guint), "error" (message, nullable), "holidays" (#YzHolidays, nullable).
 *
 * Returns: (transfer full): the state of a Stations page that follows the session's workspace
 */
YzStations *yz_stations_new (YzSession *session);

YzSession       *yz_stations_get_session (YzStations *self);
YzStationFilter *yz_stations_get_filter (YzStations *self);

/**
 * yz_stations_get_list:
 *
 * Returns: (transfer none) (nullable): the stations shown, %NULL while no workspace is open
 */
YzRecordList *yz_stations_get_list (YzStations *self);

/**
 * yz_stations_set_order:
 * @field: name of a field, "created", "changed", or "distance" from yz_stations_set_origin()
 *
 * The order of the list. In the order of names a search puts the best matches first.
 */
void yz_stations_set_order (YzStations *self, const char *field, gboolean descending);

/**
 * yz_stations_set_origin:
 * @lon, @lat: WGS-84 degrees: where distances are measured from, usually the middle of the map
 */
void yz_stations_set_origin (YzStations *self, double lon, double lat);

/**
 * YzDistrictCount:
 * @name: "" for stations without a district
 * @n: how many stations that are not over
 */
typedef struct
{
  const char *name;
  guint n;
} YzDistrictCount;

/**
 * yz_stations_get_districts:
 *
 * Returns: (transfer container) (element-type YzDistrictCount): the districts of the workspace, the largest first
 */
GArray *yz_stations_get_districts (YzStations *self);

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
 * yz_stations_set_selected:
 * @rows: (element-type gint64): of the selected stations; a reference is taken
 *
 * What a bulk edit or an export of the selection concerns. One selected station becomes the current one.
 */
void yz_stations_set_selected (YzStations *self, GArray *rows);

/**
 * yz_stations_get_selected:
 *
 * Returns: (transfer none) (element-type gint64): rows
 */
GArray *yz_stations_get_selected (YzStations *self);

/**
 * yz_stations_dup_selected_ids:
 *
 * Returns: (transfer full) (array zero-terminated=1): ids of the selected stations
 */
char **yz_stations_dup_selected_ids (YzStations *self);

/**
 * yz_stations_load_row:
 *
 * Returns: (transfer full) (nullable): the station of a point
 */
YzRecord *yz_stations_load_row (YzStations *self, gint64 row);

/**
 * yz_stations_get_holidays:
 *
 * Returns: (transfer none) (nullable): the official calendar, %NULL while no workspace is open
 */
YzHolidays *yz_stations_get_holidays (YzStations *self);

/**
 * yz_stations_dup_hours:
 *
 * Returns: (transfer full) (nullable): the opening hours of @station, %NULL where they are unknown
 */
YzStationHours *yz_stations_dup_hours (YzStations *self, YzRecord *station);

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
