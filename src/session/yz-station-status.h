/*
 * A station's state at an instant, in words: what stands at the right of its row and at the head of its details.
 * Pure functions of the record, its parsed hours and the time.
 */
#pragma once

#include "yz-hours.h"
#include "yz-record.h"

G_BEGIN_DECLS

/**
 * YzStationLook:
 *
 * How a station is shown at an instant: its state by life cycle and, for stations in service, by opening hours.
 * Shape, colour and word of list and map follow from it.
 */
typedef enum
{
  YZ_STATION_LOOK_OPEN,
  YZ_STATION_LOOK_CLOSED,
  YZ_STATION_LOOK_UNKNOWN,
  YZ_STATION_LOOK_PAUSED, /* or rectifying */
  YZ_STATION_LOOK_PLANNED,
  YZ_STATION_LOOK_OVER, /* merged or closed for good */
  YZ_STATION_N_LOOKS,
} YzStationLook;

/**
 * yz_station_look:
 * @state: (nullable): nick of the field "state"
 * @hours: (nullable): the parsed field "hours"; %NULL where they are unknown
 * @calendar: (nullable): holidays
 * @now: civil time, see yz_hours_instant()
 */
YzStationLook yz_station_look (const char *state, YzHours *hours, const YzHoursCalendar *calendar, gint64 now);

/**
 * yz_station_look_to_word:
 *
 * Returns: (transfer none): translated: "Open", "Closed", "Unknown", …
 */
const char *yz_station_look_to_word (YzStationLook look);

/**
 * yz_station_is_round_the_clock:
 *
 * Returns: whether the station is open all day, every day
 */
gboolean yz_station_is_round_the_clock (YzHours *hours);

/**
 * yz_station_status_brief:
 * @station: the record
 *
 * The few words at the right of a row: "closes 18:00", "opens tomorrow 09:00", "24 hours", "hours unknown".
 *
 * Returns: (transfer full): never %NULL
 */
char *yz_station_status_brief (YzRecord *station, YzHours *hours, const YzHoursCalendar *calendar, gint64 now);

/**
 * yz_station_status_left:
 *
 * How long the present state lasts, if it ends within a day: "3 h 34 min left".
 *
 * Returns: (transfer full) (nullable): translated, %NULL where there is nothing to say
 */
char *yz_station_status_left (YzRecord *station, YzHours *hours, const YzHoursCalendar *calendar, gint64 now);

/**
 * yz_civil_instant:
 * @time: (nullable): in the office's zone, see yz_clock_get_local()
 *
 * Returns: the civil instant of @time for the hours engine
 */
gint64 yz_civil_instant (GDateTime *time);

G_END_DECLS
