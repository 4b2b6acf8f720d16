/*
 * What the Stations page shows: the question (search, filters, order), the answer (list and map points), and the
 * selection that list, map and detail share. Main thread.
 */
#pragma once

#include "yz-listing.h"
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

G_DECLARE_FINAL_TYPE (YzStations, yz_stations, YZ, STATIONS, YzListing)

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
 * Properties, beside those of #YzListing: "filter", "search", "n-open", "n-all-day" and "n-no-hours" (guint: what each
 * chip would leave), "holidays" (#YzHolidays, nullable). "total" counts stations that are not over, "order" may be
 * "distance" from yz_stations_set_origin(); in the order of names a search puts the best matches first.
 *
 * Returns: (transfer full): the state of a Stations page that follows the session's workspace
 */
YzStations *yz_stations_new (YzSession *session);

/**
 * yz_stations_get_filter:
 *
 * Returns: (transfer none): what is asked of the list; its changes are answered at once
 */
YzStationFilter *yz_stations_get_filter (YzStations *self);

/**
 * yz_stations_set_origin:
 * @lon, @lat: WGS-84 degrees: where distances are measured from, usually the middle of the map
 */
void yz_stations_set_origin (YzStations *self, double lon, double lat);

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
 * Returns: how @station is shown now, or at the instant that the filter asks about
 */
YzStationLook yz_stations_get_look (YzStations *self, YzRecord *station);

/**
 * yz_stations_dup_status:
 *
 * Returns: (transfer full): the few words at the right of its row, "closes 18:00", "opens tomorrow 09:00"
 */
char *yz_stations_dup_status (YzStations *self, YzRecord *station);

G_END_DECLS
