/* The facts of a station to read: hours, services, how to get in, whom to ring. */
#pragma once

#include <gtk/gtk.h>

#include "yz-station-card.h"

G_BEGIN_DECLS

#define YZ_TYPE_STATION_SUMMARY (yz_station_summary_get_type ())

/**
 * YzStationSummary:
 *
 * Properties: "card" (#YzStationCard, nullable).
 */
G_DECLARE_FINAL_TYPE (YzStationSummary, yz_station_summary, YZ, STATION_SUMMARY, GtkWidget)

G_END_DECLS
