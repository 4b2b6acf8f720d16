/* What a station has, in its detail pane: goods with how much there is and until when, or equipment with its state. */
#pragma once

#include "yz-inventory.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YZ_TYPE_STATION_HOLDINGS (yz_station_holdings_get_type ())

/**
 * YzStationHoldings:
 *
 * Properties, writable: "inventory" (of the station), "subject" ("goods" or "equipment"). It is read while it is shown.
 *
 * Its buttons are the actions "detail.receive", "detail.hand-out", "detail.show-stock", "detail.new-piece" and
 * "detail.show-equipment".
 */
G_DECLARE_FINAL_TYPE (YzStationHoldings, yz_station_holdings, YZ, STATION_HOLDINGS, GtkWidget)

G_END_DECLS
