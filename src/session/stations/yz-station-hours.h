/*
 * The opening hours of a station with all that they depend on besides the clock: the official calendar, whose hours
 * hold on a shifted workday, and where the sun rises. Immutable, may be shared between threads.
 *
 * In a year of which the calendar knows nothing there are holidays all the same: an answer that would be another one
 * on a holiday or on a shifted workday is %YZ_HOURS_UNKNOWN then.
 */
#pragma once

#include "yz-holidays.h"
#include "yz-hours.h"

G_BEGIN_DECLS

typedef struct _YzStationHours YzStationHours;

/**
 * YzStationHoursSource:
 * @text: (nullable): an opening_hours value
 * @workday_hours: (nullable): the station's field of that name
 * @lon, @lat: WGS-84 degrees, %NAN without a position
 *
 * What a station says about its hours.
 */
typedef struct
{
  const char *text;
  const char *workday_hours;
  double lon;
  double lat;
} YzStationHoursSource;

/**
 * yz_station_hours_source:
 *
 * Returns: what @station says; the texts belong to it
 */
YzStationHoursSource yz_station_hours_source (YzRecord *station);

/**
 * yz_station_hours_new:
 * @holidays: (nullable): the official calendar, %NULL if nothing is known of it
 *
 * Returns: (transfer full) (nullable): the hours, %NULL if there are none or they cannot be read
 */
YzStationHours *yz_station_hours_new (const YzStationHoursSource *source, YzHolidays *holidays);

/**
 * yz_station_hours_new_from:
 * @hours: read before
 *
 * The same without reading the text again.
 *
 * Returns: (transfer full): the hours
 */
YzStationHours *yz_station_hours_new_from (YzHours *hours, const YzStationHoursSource *source, YzHolidays *holidays);

YzStationHours *yz_station_hours_ref (YzStationHours *self);
void            yz_station_hours_unref (YzStationHours *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzStationHours, yz_station_hours_unref)

YzHours               *yz_station_hours_get_hours (const YzStationHours *self);
YzHolidays            *yz_station_hours_get_holidays (const YzStationHours *self);
const YzHoursCalendar *yz_station_hours_get_calendar (const YzStationHours *self);

/**
 * yz_station_hours_get_state:
 * @self: (nullable): %NULL is unknown
 * @at: a civil instant
 */
YzHoursState yz_station_hours_get_state (const YzStationHours *self, gint64 at);

/**
 * yz_station_hours_get_next_change:
 * @after: a civil instant
 *
 * Returns: the first instant after @after at which the state is another one, or %YZ_HOURS_NEVER. In a year without
 *   data it is what the week alone says: ask yz_station_hours_get_missing_year() about it.
 */
gint64 yz_station_hours_get_next_change (const YzStationHours *self, gint64 after);

/**
 * yz_station_hours_get_missing_year:
 * @at: a civil instant
 *
 * Returns: the year of @at if these hours depend on its holidays and the calendar does not know them, otherwise 0
 */
int yz_station_hours_get_missing_year (const YzStationHours *self, gint64 at);

/**
 * yz_station_hours_get_week:
 * @monday: day number of the first day
 *
 * Returns: (transfer full) (element-type YzHoursBar): as yz_hours_get_week(), what is not sure being unknown
 */
GArray *yz_station_hours_get_week (const YzStationHours *self, guint32 monday);

/**
 * yz_station_hours_is_round_the_clock:
 * @self: (nullable)
 *
 * Returns: whether the door is open all day, every day
 */
gboolean yz_station_hours_is_round_the_clock (const YzStationHours *self);

G_END_DECLS
