/* A cell of the table of stations: one field as text, or its state now. */
#pragma once

#include "yz-stations.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YZ_TYPE_STATION_CELL (yz_station_cell_get_type ())

G_DECLARE_FINAL_TYPE (YzStationCell, yz_station_cell, YZ, STATION_CELL, GtkWidget)

/**
 * yz_station_cell_new:
 * @field: (nullable): %NULL for how the station is shown now
 */
GtkWidget *yz_station_cell_new (YzStations *stations, const YzField *field);

/**
 * yz_station_cell_set_station:
 * @station: (nullable): what is shown from now on, %NULL while the row is out of use
 */
void yz_station_cell_set_station (YzStationCell *self, YzRecord *station);

YzRecord *yz_station_cell_get_station (YzStationCell *self);

G_END_DECLS
