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
 * "left", "tags" (GStrv), "week" (int, writable: 0 for this week, 1 for the next), "week-title", "week-note" (what is
 * special about its days), "holiday-gap" (which year's holidays are missing where that matters), "hours-sentence",
 * "hours-written", "hours-checked", "services-title", "access",
 * "access-note", "address", "position", "phones", "contact", "host", "size", "opened", "note", "revealed"
 * (gboolean, writable), "can-reveal" (gboolean), "last-change", "n-changes" (guint).
 *
 * Returns: (transfer full): a card that shows the current station of @stations
 */
YzStationCard *yz_station_card_new (YzStations *stations);

YzRecord     *yz_station_card_get_station (YzStationCard *self);
YzStationLook yz_station_card_get_look (YzStationCard *self);

/**
 * YzCardWeek:
 * @bars: (nullable) (element-type YzHoursBar): %NULL while the hours are unknown
 * @today: 0 for Monday, -1 in another week than this one
 * @minute: of today, now
 * @kinds: of the days from Monday
 */
typedef struct
{
  GArray *bars;
  int today;
  int minute;
  YzDayKind kinds[7];
} YzCardWeek;

void yz_card_week_clear (YzCardWeek *week);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (YzCardWeek, yz_card_week_clear)

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
