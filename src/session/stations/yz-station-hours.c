#include "config.h"

#include "yz-station-hours.h"

#include <math.h>

#define CHINA_UTC_OFFSET (8 * 60)
#define N_DOUBTS 2

struct _YzStationHours
{
  gatomicrefcount references;
  YzHours *hours;
  YzHolidays *holidays;              /* NULL if nothing is known */
  YzHoursCalendar *calendar;         /* never NULL */
  YzHoursCalendar *doubts[N_DOUBTS]; /* what else may be true in a year without data; NULL where it changes nothing */
};

YzStationHoursSource
yz_station_hours_source (YzRecord *station)
{
  gboolean placed = yz_record_get (station, "lon") != NULL && yz_record_get (station, "lat") != NULL;

  return (YzStationHoursSource){
    .text = yz_record_get_text (station, "hours"),
    .workday_hours = yz_record_get_text (station, "workday_hours"),
    .lon = placed ? yz_record_get_real (station, "lon") : NAN,
    .lat = placed ? yz_record_get_real (station, "lat") : NAN,
  };
}

static YzHoursCalendar *
make_calendar (YzHours *hours, const YzStationHoursSource *source, YzHolidays *holidays)
{
  const YzHoursCalendar *official = yz_holidays_get_calendar (holidays, source->workday_hours);
  YzHoursCalendar *calendar = official != NULL ? yz_hours_calendar_copy (official) : yz_hours_calendar_new ();

  if (yz_hours_uses_sun (hours) && !isnan (source->lon) && !isnan (source->lat))
    yz_hours_calendar_set_position (calendar, source->lat, source->lon, CHINA_UTC_OFFSET);
  return calendar;
}

static void
add_doubts (YzStationHours *self, const YzStationHoursSource *source)
{
  GDateWeekday followed = yz_workday_hours_to_weekday (source->workday_hours);

  if (yz_hours_uses_holidays (self->hours))
    {
      self->doubts[0] = yz_hours_calendar_copy (self->calendar);
      yz_hours_calendar_assume_holidays (self->doubts[0]);
    }
  if (followed != G_DATE_BAD_WEEKDAY)
    {
      self->doubts[1] = yz_hours_calendar_copy (self->calendar);
      yz_hours_calendar_assume_workdays (self->doubts[1], followed);
    }
}

YzStationHours *
yz_station_hours_new_from (YzHours *hours, const YzStationHoursSource *source, YzHolidays *holidays)
{
  YzStationHours *self = g_new0 (YzStationHours, 1);

  g_atomic_ref_count_init (&self->references);
  self->hours = yz_hours_ref (hours);
  self->holidays = holidays != NULL ? yz_holidays_ref (holidays) : NULL;
  self->calendar = make_calendar (hours, source, holidays);
  add_doubts (self, source);
  return self;
}

YzStationHours *
yz_station_hours_new (const YzStationHoursSource *source, YzHolidays *holidays)
{
  g_autoptr (YzHours) hours = source->text != NULL ? yz_hours_parse (source->text, NULL, NULL) : NULL;

  return hours != NULL ? yz_station_hours_new_from (hours, source, holidays) : NULL;
}

YzStationHours *
yz_station_hours_ref (YzStationHours *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
yz_station_hours_unref (YzStationHours *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  for (guint i = 0; i < N_DOUBTS; i++)
    yz_hours_calendar_free (self->doubts[i]);
  yz_hours_calendar_free (self->calendar);
  g_clear_pointer (&self->holidays, yz_holidays_unref);
  yz_hours_unref (self->hours);
  g_free (self);
}

YzHours *
yz_station_hours_get_hours (const YzStationHours *self)
{
  return self->hours;
}

YzHolidays *
yz_station_hours_get_holidays (const YzStationHours *self)
{
  return self->holidays;
}

const YzHoursCalendar *
yz_station_hours_get_calendar (const YzStationHours *self)
{
  return self->calendar;
}

int
yz_station_hours_get_missing_year (const YzStationHours *self, gint64 at)
{
  GDate date;

  if (self->doubts[0] == NULL && self->doubts[1] == NULL)
    return 0;
  g_date_clear (&date, 1);
  g_date_set_julian (&date, yz_hours_instant_get_julian (at));
  return yz_hours_calendar_covers_year (self->calendar, g_date_get_year (&date)) ? 0 : g_date_get_year (&date);
}

YzHoursState
yz_station_hours_get_state (const YzStationHours *self, gint64 at)
{
  YzHoursState state;

  if (self == NULL)
    return YZ_HOURS_UNKNOWN;
  state = yz_hours_get_status (self->hours, self->calendar, at).state;
  if (yz_station_hours_get_missing_year (self, at) == 0)
    return state;

  for (guint i = 0; i < N_DOUBTS; i++)
    if (self->doubts[i] != NULL && yz_hours_get_status (self->hours, self->doubts[i], at).state != state)
      return YZ_HOURS_UNKNOWN;
  return state;
}

gint64
yz_station_hours_get_next_change (const YzStationHours *self, gint64 after)
{
  return yz_hours_get_next_change (self->hours, self->calendar, after, NULL);
}

GArray *
yz_station_hours_get_week (const YzStationHours *self, guint32 monday)
{
  GArray *bars = yz_hours_get_week (self->hours, self->calendar, monday);

  for (guint i = 0; i < bars->len; i++)
    {
      YzHoursBar *bar = &g_array_index (bars, YzHoursBar, i);

      if (yz_station_hours_get_state (self, yz_hours_instant (monday + bar->weekday - G_DATE_MONDAY, bar->start)) ==
          YZ_HOURS_UNKNOWN)
        bar->state = YZ_HOURS_UNKNOWN;
    }
  return bars;
}

/* Only a value that never changes is the same at any instant; one that names holidays may change in any year. */
gboolean
yz_station_hours_is_round_the_clock (const YzStationHours *self)
{
  return self != NULL && !yz_hours_uses_holidays (self->hours) &&
         yz_hours_get_status (self->hours, self->calendar, 0).state == YZ_HOURS_OPEN &&
         yz_hours_get_next_change (self->hours, self->calendar, 0, NULL) == YZ_HOURS_NEVER;
}
