/*
 * A station's state at an instant, in words: what stands at the right of its row and at the head of its details.
 * Pure functions of the record, its parsed hours and the time.
 */
#pragma once

#include "yz-station-hours.h"

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
 * yz_hours_state_to_look:
 *
 * Returns: how a station in service is shown whose hours say @state
 */
YzStationLook yz_hours_state_to_look (YzHoursState state);

/**
 * yz_station_look:
 * @state: (nullable): nick of the field "state"
 * @hours: (nullable): %NULL where they are unknown
 * @now: civil time, see yz_hours_instant()
 */
YzStationLook yz_station_look (const char *state, const YzStationHours *hours, gint64 now);

/**
 * yz_station_look_to_word:
 *
 * Returns: (transfer none): translated: "Open", "Closed", "Unknown", …
 */
const char *yz_station_look_to_word (YzStationLook look);

/**
 * yz_station_status_brief:
 * @station: the record
 * @hours: (nullable): of the station
 *
 * The few words at the right of a row: "closes 18:00", "closes in 25 min", "opens tomorrow 09:00", "opens after the
 * holiday, Oct 8 09:00", "24 hours", "hours unknown", "no holiday data for 2027".
 *
 * Returns: (transfer full): never %NULL
 */
char *yz_station_status_brief (YzRecord *station, const YzStationHours *hours, gint64 now);

/**
 * yz_station_status_left:
 *
 * What there is to say beside the brief: how long the present state lasts, if it ends within a day but not within the
 * hour ("3 h 34 min left"), or the reason why the station is paused or closed.
 *
 * Returns: (transfer full) (nullable): translated, %NULL where there is nothing to say
 */
char *yz_station_status_left (YzRecord *station, const YzStationHours *hours, gint64 now);

/**
 * yz_civil_instant:
 * @time: (nullable): in the office's zone, see yz_clock_get_local()
 *
 * Returns: the civil instant of @time for the hours engine
 */
gint64 yz_civil_instant (GDateTime *time);

G_END_DECLS
