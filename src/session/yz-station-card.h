/*
 * One station as its detail pane shows it: every line of text, masked where it is personal, ready to be bound.
 * Follows the record, the clock and the workspace. Main thread.
 */
#pragma once

#include "yz-stations.h"

G_BEGIN_DECLS

/**
 * YzCardService:
 * @code: of the service
 * @name: its full name
 * @short_name: two or three characters
 * @icon: name of its symbol
 * @state: nick: offered, paused, planned, impossible
 * @state_title: translated
 * @since: (nullable): civil date
 */
typedef struct
{
  char *code;
  char *name;
  char *short_name;
  char *icon;
  char *state;
  const char *state_title;
  char *since;
} YzCardService;

#define YZ_TYPE_STATION_CARD (yz_station_card_get_type ())

G_DECLARE_FINAL_TYPE (YzStationCard, yz_station_card, YZ, STATION_CARD, GObject)

/**
 * yz_station_card_new:
 *
 * Properties, all read-only texts unless said otherwise and %NULL where there is nothing to show: "station"
 * (#YzStation, nullable), "has-station" (gboolean), "title", "look" (#YzStationLook as int), "word", "status",
 * "left", "tags" (GStrv), "hours-sentence", "hours-written", "hours-checked", "services-title", "access",
 * "access-note", "address", "position", "phones", "contact", "host", "size", "opened", "note", "revealed"
 * (gboolean, writable), "can-reveal" (gboolean), "last-change", "n-changes" (guint).
 *
 * Returns: (transfer full): a card that shows the current station of @stations
 */
YzStationCard *yz_station_card_new (YzStations *stations);

YzRecord     *yz_station_card_get_station (YzStationCard *self);
YzStationLook yz_station_card_get_look (YzStationCard *self);

/**
 * yz_station_card_get_week:
 * @today: (out): 0 for Monday
 * @minute: (out): of the day, now
 *
 * Returns: (transfer full) (element-type YzHoursBar) (nullable): this week's bars, %NULL while the hours are unknown
 */
GArray *yz_station_card_get_week (YzStationCard *self, guint *today, int *minute);

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
