/* What a pin says when the pointer rests on it: name, status in words, address, services. */
#pragma once

#include <gtk/gtk.h>

#include "yz-stations.h"

G_BEGIN_DECLS

#define YZ_TYPE_STATION_HOVER_CARD (yz_station_hover_card_get_type ())

G_DECLARE_FINAL_TYPE (YzStationHoverCard, yz_station_hover_card, YZ, STATION_HOVER_CARD, GtkWidget)

/**
 * yz_station_hover_card_show:
 * @stations: (transfer none): knows how it is shown now
 *
 * Fills the card; where it stands is the caller's.
 */
void yz_station_hover_card_show (YzStationHoverCard *self, YzStations *stations, YzRecord *station);

G_END_DECLS
