/* The conditions that have no chip, and the filters that were saved. */
#pragma once

#include "yz-stations.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YZ_TYPE_STATION_FILTER_POPOVER (yz_station_filter_popover_get_type ())

/**
 * YzStationFilterPopover:
 *
 * Properties: "stations".
 */
G_DECLARE_FINAL_TYPE (YzStationFilterPopover, yz_station_filter_popover, YZ, STATION_FILTER_POPOVER, GtkPopover)

G_END_DECLS
