#include "config.h"

#include "yz-card-week.h"

#include "yz-day-words.h"

#include <glib/gi18n-lib.h>

static int
get_weekday (gint64 now)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, yz_hours_instant_get_julian (now));
  return g_date_get_weekday (&date) - G_DATE_MONDAY;
}

guint32
yz_card_week_get_monday (gint64 now, int ahead)
{
  return yz_hours_instant_get_julian (now) - get_weekday (now) + 7 * ahead;
}

void
yz_card_week_init (YzCardWeek *week, YzStationHours *hours, YzHolidays *holidays, gint64 now, int ahead)
{
  guint32 monday = yz_card_week_get_monday (now, ahead);

  *week = (YzCardWeek){ 0 };
  week->today = ahead == 0 ? get_weekday (now) : -1;
  week->minute = yz_hours_instant_get_minute (now);
  if (hours != NULL)
    week->bars = yz_station_hours_get_week (hours, monday);
  for (guint i = 0; i < G_N_ELEMENTS (week->kinds); i++)
    week->kinds[i] = yz_holidays_get_kind (holidays, monday + i);
}

void
yz_card_week_clear (YzCardWeek *week)
{
  g_clear_pointer (&week->bars, g_array_unref);
}

char *
yz_card_week_dup_title (guint32 monday, int ahead)
{
  g_autofree char *days = yz_day_format_range (monday, monday + 6);

  if (ahead == 0)
    /* Translators: %s are days like "Nov 16–22" */
    return g_strdup_printf (_ ("This week, %s"), days);
  return ahead == 1 ? g_strdup_printf (_ ("Next week, %s"), days) : g_steal_pointer (&days);
}

int
yz_card_week_find_holiday_gap (YzStationHours *hours, guint32 monday, gint64 now)
{
  gint64 change = yz_station_hours_get_next_change (hours, now);
  const gint64 asked[] = { now, yz_hours_instant (monday, 0), yz_hours_instant (monday + 6, 0),
                           change != YZ_HOURS_NEVER ? change : now };

  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    {
      int year = yz_station_hours_get_missing_year (hours, asked[i]);

      if (year != 0)
        return year;
    }
  return 0;
}
