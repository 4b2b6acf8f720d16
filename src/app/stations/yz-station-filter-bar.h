/* The line of chips above the list, and beneath it the menus of district, type and order. */
#pragma once

#include "yz-stations.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YZ_TYPE_STATION_FILTER_BAR (yz_station_filter_bar_get_type ())

/**
 * YzStationFilterBar:
 *
 * Properties: "stations". Needs the actions "stations" of yz_station_actions_new() from a parent.
 */
G_DECLARE_FINAL_TYPE (YzStationFilterBar, yz_station_filter_bar, YZ, STATION_FILTER_BAR, GtkWidget)

G_END_DECLS
