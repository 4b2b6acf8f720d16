/* A station in the list: state, name, when it closes or opens, where it is, what it offers. */
#pragma once

#include "yz-stations.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YZ_TYPE_STATION_ROW (yz_station_row_get_type ())

G_DECLARE_FINAL_TYPE (YzStationRow, yz_station_row, YZ, STATION_ROW, GtkWidget)

/**
 * yz_station_row_new:
 *
 * Properties: "stations", and "station" (#YzStation, nullable), which a list sets anew as it is scrolled.
 */
GtkWidget *yz_station_row_new (YzStations *stations);

/**
 * yz_station_row_set_station:
 * @station: (nullable): what is shown from now on, %NULL while the row is out of use
 */
void yz_station_row_set_station (YzStationRow *self, YzRecord *station);

YzRecord *yz_station_row_get_station (YzStationRow *self);

G_END_DECLS
