/*
 * The map of the Stations page: basemap, further layers, the stations, and what one does with them. It shows the
 * page's YzStations and selects in it; everything that it changes is one edit of the session.
 *
 * Its verbs are the actions "map.*", see yz-station-map-actions.c. For what other parts of the window do it activates
 * "station.open", "station.edit", "station.duplicate" and "station.close" of the current station, and
 * "station.add-at" with longitude and latitude (dd, WGS-84).
 */
#pragma once

#include <adwaita.h>

#include "yz-position.h"
#include "yz-stations.h"

G_BEGIN_DECLS

#define YZ_TYPE_STATION_MAP (yz_station_map_get_type ())

G_DECLARE_FINAL_TYPE (YzStationMap, yz_station_map, YZ, STATION_MAP, GtkWidget)

/**
 * yz_station_map_new:
 * @stations: what is shown
 *
 * Properties: "stations" (construct only); "right-inset" (int): pixels at the right edge that something covers; the
 * controls and the selected station stay clear of it.
 */
GtkWidget *yz_station_map_new (YzStations *stations);

/**
 * yz_station_map_set_right_inset:
 * @inset: pixels
 */
void yz_station_map_set_right_inset (YzStationMap *self, int inset);

/**
 * yz_station_map_go_to:
 * @zoom: level, negative to keep the present one
 *
 * Brings a position into the middle of what is seen.
 */
void yz_station_map_go_to (YzStationMap *self, YzPosition position, double zoom);

/**
 * yz_station_map_fit:
 *
 * Shows the whole of @box; does nothing where it is empty.
 */
void yz_station_map_fit (YzStationMap *self, const YzBox *box);

G_END_DECLS
