/* The stations as a table: columns chosen, sorted, resized, and remembered in the settings. */
#pragma once

#include "yz-stations.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YZ_TYPE_STATION_TABLE (yz_station_table_get_type ())

/**
 * YzStationTable:
 *
 * Properties: "stations", "model" (#GtkSelectionModel).
 *
 * Action: "table.columns" (as): shows these fields, in this order.
 */
G_DECLARE_FINAL_TYPE (YzStationTable, yz_station_table, YZ, STATION_TABLE, GtkWidget)

/**
 * yz_station_table_scroll_to:
 * @position: in the model
 *
 * Scrolls until that row is seen.
 */
void yz_station_table_scroll_to (YzStationTable *self, guint position);

G_END_DECLS
