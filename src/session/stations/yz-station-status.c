#include "config.h"

#include "yz-station-status.h"

#include "yz-day-words.h"
#include "yz-station-state.h"

#include <glib/gi18n-lib.h>

/* A place that is closed for longer is closed for a season, whatever holidays lie in it. */
#define MOST_CLOSED_DAYS 12

gint64
yz_civil_instant (GDateTime *time)
{
  GDate date;

  g_return_val_if_fail (time != NULL, 0);

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, g_date_time_get_day_of_month (time), g_date_time_get_month (time),
                  g_date_time_get_year (time));
  return yz_hours_instant (g_date_get_julian (&date), g_date_time_get_hour (time) * 60 + g_date_time_get_minute (time));
}

YzStationLook
yz_hours_state_to_look (YzHoursState state)
{
  switch (state)
    {
    case YZ_HOURS_OPEN:
      return YZ_STATION_LOOK_OPEN;
    case YZ_HOURS_CLOSED:
      return YZ_STATION_LOOK_CLOSED;
    case YZ_HOURS_UNKNOWN:
    default:
      return YZ_STATION_LOOK_UNKNOWN;
    }
}

YzStationLook
yz_station_look (const char *state, const YzStationHours *hours, gint64 now)
{
  if (g_strcmp0 (state, "planned") == 0)
    return YZ_STATION_LOOK_PLANNED;
  if (g_strcmp0 (state, "paused") == 0 || g_strcmp0 (state, "rectifying") == 0)
    return YZ_STATION_LOOK_PAUSED;
  if (yz_station_state_is_over (state))
    return YZ_STATION_LOOK_OVER;

  return yz_hours_state_to_look (yz_station_hours_get_state (hours, now));
}

const char *
yz_station_look_to_word (YzStationLook look)
{
  static const char *const words[YZ_STATION_N_LOOKS] = {
    [YZ_STATION_LOOK_OPEN] = N_ ("Open now"),   [YZ_STATION_LOOK_CLOSED] = N_ ("Closed now"),
    [YZ_STATION_LOOK_UNKNOWN] = N_ ("Unknown"), [YZ_STATION_LOOK_PAUSED] = N_ ("Paused"),
    [YZ_STATION_LOOK_PLANNED] = N_ ("Planned"), [YZ_STATION_LOOK_OVER] = N_ ("No longer in service"),
  };

  g_return_val_if_fail (look < YZ_STATION_N_LOOKS, NULL);
  return _ (words[look]);
}

/* "18:00", "tomorrow 09:00", "Mon 08:30", "Dec 1 08:30" */
static char *
format_when (gint64 instant, gint64 now, gboolean name_date)
{
  gint64 days = (gint64) yz_hours_instant_get_julian (instant) - yz_hours_instant_get_julian (now);
  int minute = yz_hours_instant_get_minute (instant);
  g_autofree char *time = NULL;
  g_autofree char *date = NULL;

  /* midnight at the end of today is 24:00, as it is written on the door */
  if (days == 1 && minute == 0)
    return g_strdup ("24:00");

  time = g_strdup_printf ("%02d:%02d", minute / 60, minute % 60);
  if (days == 0)
    return g_steal_pointer (&time);
  if (days == 1)
    /* Translators: %s is a time */
    return g_strdup_printf (_ ("tomorrow %s"), time);
  if (days < 7 && !name_date)
    return g_strdup_printf ("%s %s", yz_day_get_weekday_name (yz_hours_instant_get_julian (instant)), time);

  date = yz_day_format (yz_hours_instant_get_julian (instant));
  return g_strdup_printf ("%s %s", date, time);
}

/* Whether a station that is closed now stays so because of a public holiday, and opens when it is over. */
static gboolean
waits_for_holiday (const YzStationHours *hours, gint64 now, gint64 change)
{
  YzHolidays *holidays = yz_station_hours_get_holidays (hours);
  guint32 today = yz_hours_instant_get_julian (now), day = yz_hours_instant_get_julian (change);
  guint32 first, last;

  if (!yz_hours_uses_holidays (yz_station_hours_get_hours (hours)) || day > today + MOST_CLOSED_DAYS)
    return FALSE;
  first = yz_holidays_find_coming (holidays, today, &last);
  return first != 0 && last < day;
}

static char *
brief_of_change (const YzStationHours *hours, YzHoursState state, gint64 now, gint64 change)
{
  gboolean after_holiday = state == YZ_HOURS_CLOSED && waits_for_holiday (hours, now, change);
  g_autofree char *when = NULL;

  if (change - now < 60)
    return g_strdup_printf (state == YZ_HOURS_OPEN ? _ ("closes in %d min") : _ ("opens in %d min"),
                            (int) (change - now));
  when = format_when (change, now, after_holiday);
  if (after_holiday)
    /* Translators: %s is a time, or a day and a time */
    return g_strdup_printf (_ ("opens after the holiday, %s"), when);
  /* Translators: %s is a time, or a day and a time */
  return g_strdup_printf (state == YZ_HOURS_OPEN ? _ ("closes %s") : _ ("opens %s"), when);
}

static char *
brief_of_service (const YzStationHours *hours, gint64 now)
{
  YzHoursState state = yz_station_hours_get_state (hours, now);
  gint64 change;
  int missing;

  if (hours == NULL)
    return g_strdup (_ ("hours unknown"));

  missing = yz_station_hours_get_missing_year (hours, now);
  if (state == YZ_HOURS_UNKNOWN)
    return missing != 0 ? g_strdup_printf (_ ("no holiday data for %d"), missing) : g_strdup (_ ("ask first"));

  change = yz_station_hours_get_next_change (hours, now);
  if (change == YZ_HOURS_NEVER)
    return g_strdup (state == YZ_HOURS_OPEN ? _ ("24 hours") : _ ("closed"));

  missing = yz_station_hours_get_missing_year (hours, change);
  if (missing != 0 && yz_station_hours_get_state (hours, change) == YZ_HOURS_UNKNOWN)
    return g_strdup_printf (state == YZ_HOURS_OPEN ? _ ("open, no holiday data for %d")
                                                   : _ ("closed, no holiday data for %d"),
                            missing);
  return brief_of_change (hours, state, now, change);
}

static char *
brief_of_pause (YzRecord *station, const char *state)
{
  const char *until = yz_record_get_text (station, "state_until");
  gboolean rectifying = g_strcmp0 (state, "rectifying") == 0;

  if (until == NULL)
    return g_strdup (rectifying ? _ ("rectifying") : _ ("paused"));
  /* Translators: %s is a date like 11-28 */
  return g_strdup_printf (rectifying ? _ ("rectifying until %s") : _ ("paused until %s"), until + strlen ("2026-"));
}

static char *
brief_of_plan (YzRecord *station, gint64 now)
{
  const char *opened = yz_record_get_text (station, "opened");
  GDate today;
  int year, month;

  if (opened == NULL)
    return g_strdup (_ ("planned"));

  year = (int) g_ascii_strtoll (opened, NULL, 10);
  month = (int) g_ascii_strtoll (opened + strlen ("2026-"), NULL, 10);
  g_date_clear (&today, 1);
  g_date_set_julian (&today, yz_hours_instant_get_julian (now));
  if (year == g_date_get_year (&today))
    /* Translators: %d is the number of a month in this year */
    return g_strdup_printf (_ ("ready in month %d"), month);
  /* Translators: %d are a year and the number of a month */
  return g_strdup_printf (_ ("ready %d-%02d"), year, month);
}

char *
yz_station_status_brief (YzRecord *station, const YzStationHours *hours, gint64 now)
{
  const char *state;

  g_return_val_if_fail (YZ_IS_RECORD (station), NULL);

  state = yz_record_get_text (station, "state");
  if (g_strcmp0 (state, "planned") == 0)
    return brief_of_plan (station, now);
  if (g_strcmp0 (state, "paused") == 0 || g_strcmp0 (state, "rectifying") == 0)
    return brief_of_pause (station, state);
  if (g_strcmp0 (state, "merged") == 0)
    return g_strdup (_ ("merged"));
  if (g_strcmp0 (state, "closed") == 0)
    return g_strdup (_ ("closed for good"));
  return brief_of_service (hours, now);
}

char *
yz_station_status_left (YzRecord *station, const YzStationHours *hours, gint64 now)
{
  const char *state = yz_record_get_text (station, "state");
  YzStationLook look = yz_station_look (state, hours, now);
  gint64 left;

  if (yz_station_state_needs_reason (state))
    return g_strdup (yz_record_get_text (station, "state_reason"));
  if (look != YZ_STATION_LOOK_OPEN)
    return NULL;

  left = yz_station_hours_get_next_change (hours, now);
  if (left == YZ_HOURS_NEVER || left - now >= 24 * 60)
    return NULL;

  left -= now;
  if (left < 60)
    return NULL; /* the brief counts the minutes itself */
  if (left % 60 == 0)
    return g_strdup_printf (_ ("%d h left"), (int) (left / 60));
  return g_strdup_printf (_ ("%d h %d min left"), (int) (left / 60), (int) (left % 60));
}
