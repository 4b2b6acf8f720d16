/* The list side of the Stations page: filters, then rows or a table of the same stations with the same selection. */
#pragma once

#include "yz-stations.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YZ_TYPE_STATION_LIST (yz_station_list_get_type ())

/**
 * YzStationList:
 *
 * Properties: "stations", and "wide" (a table instead of rows).
 */
G_DECLARE_FINAL_TYPE (YzStationList, yz_station_list, YZ, STATION_LIST, GtkWidget)

/**
 * yz_station_list_focus:
 *
 * Gives the focus to the list or the table, whichever is shown.
 */
void yz_station_list_focus (YzStationList *self);

/**
 * yz_station_list_select_all:
 *
 * Selects every station of the list, also those out of sight.
 */
void yz_station_list_select_all (YzStationList *self);

G_END_DECLS
