/* The Stations page: list, map and the details of the current station side by side. */
#pragma once

#include "yz-stations.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define YZ_TYPE_STATIONS_PAGE (yz_stations_page_get_type ())

/**
 * YzStationsPage:
 *
 * Properties: "stations", "view" ("list", "split" or "map").
 *
 * Actions: "stations.…" of yz_station_actions_new(), "stations.close-detail", "stations.select-all".
 */
G_DECLARE_FINAL_TYPE (YzStationsPage, yz_stations_page, YZ, STATIONS_PAGE, GtkWidget)

/**
 * yz_stations_page_add_station:
 * @lon, @lat: WGS-84 degrees, %NAN for a station without a position yet
 *
 * Shows the form of a new station.
 */
void yz_stations_page_add_station (YzStationsPage *self, double lon, double lat);

/**
 * yz_stations_page_focus_list:
 *
 * Gives the focus to the list of stations.
 */
void yz_stations_page_focus_list (YzStationsPage *self);

G_END_DECLS
