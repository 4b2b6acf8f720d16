/*
 * One station as its detail pane shows it: every line of text, masked where it is personal, ready to be bound.
 * Follows the record, the clock and the workspace. Main thread.
 */
#pragma once

#include "yz-card-services.h"
#include "yz-card-week.h"
#include "yz-stations.h"

G_BEGIN_DECLS

#define YZ_TYPE_STATION_CARD (yz_station_card_get_type ())

G_DECLARE_FINAL_TYPE (YzStationCard, yz_station_card, YZ, STATION_CARD, GObject)

/**
 * yz_station_card_new:
 *
 * Properties, all read-only texts unless said otherwise and %NULL where there is nothing to show: "station"
 * (#YzStation, nullable), "has-station" (gboolean), "title", "look" (#YzStationLook as int), "word", "status",
 * "left", "tags" (GStrv), "week" (int, writable: 0 for this week, 1 for the next), "week-title", "week-note" (what is
 * special about its days), "holiday-gap" (which year's holidays are missing where that matters), "hours-sentence",
 * "hours-written", "hours-checked", "services-title", "access",
 * "access-note", "address", "position", "phones", "contact", "host", "size", "opened", "note", "revealed"
 * (gboolean, writable), "can-reveal" (gboolean), "last-change", "n-changes" (guint).
 *
 * Returns: (transfer full): a card that shows the current station of @stations
 */
YzStationCard *yz_station_card_new (YzStations *stations);

/**
 * yz_station_card_get_station:
 *
 * Returns: (transfer none) (nullable): the station shown
 */
YzRecord *yz_station_card_get_station (YzStationCard *self);

/**
 * yz_station_card_get_look:
 *
 * Returns: how it is shown now
 */
YzStationLook yz_station_card_get_look (YzStationCard *self);

/**
 * yz_station_card_get_week:
 * @week: (out caller-allocates): the week that the property "week" says
 */
void yz_station_card_get_week (YzStationCard *self, YzCardWeek *week);

/**
 * yz_station_card_get_services:
 *
 * Returns: (transfer none) (element-type YzCardService): in the order of the catalogue
 */
GPtrArray *yz_station_card_get_services (YzStationCard *self);

/**
 * yz_station_card_dup_position:
 * @datum: nick of the field "datum": "wgs84" or "gcj02"
 *
 * Returns: (transfer full) (nullable): "lon,lat" for the clipboard
 */
char *yz_station_card_dup_position (YzStationCard *self, const char *datum);

G_END_DECLS
