/* Sunrise and its kin, to a minute or two: enough for a door that opens with the light. */
#include "config.h"

#include <math.h>

#include "yz-hours-rule.h"

#define RADIANS(degrees) ((degrees) * G_PI / 180.0)

/* Height of the sun's centre: its rim on the horizon with refraction, and civil twilight. */
#define HEIGHT_AT_RISE (-0.833)
#define HEIGHT_AT_TWILIGHT (-6.0)

/* Minutes of UTC of the sun's highest stand and its declination.
 * Source: NOAA Solar Calculator, "General Solar Position Calculations". */
static double
solar_noon (guint32 julian, double longitude, double *declination)
{
  GDate date;
  double year_angle, equation_of_time;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, julian);
  year_angle = 2.0 * G_PI / 365.25 * (g_date_get_day_of_year (&date) - 1);
  equation_of_time = 229.18 * (0.000075 + 0.001868 * cos (year_angle) - 0.032077 * sin (year_angle) -
                               0.014615 * cos (2 * year_angle) - 0.040849 * sin (2 * year_angle));
  *declination = 0.006918 - 0.399912 * cos (year_angle) + 0.070257 * sin (year_angle) -
                 0.006758 * cos (2 * year_angle) + 0.000907 * sin (2 * year_angle) -
                 0.002697 * cos (3 * year_angle) + 0.00148 * sin (3 * year_angle);
  return 720.0 - 4.0 * longitude - equation_of_time;
}

int
yz_hours_sun_get_minute (YzHoursEvent event, guint32 julian, const YzHoursCalendar *calendar)
{
  gboolean rise = event == YZ_HOURS_DAWN || event == YZ_HOURS_SUNRISE;
  gboolean twilight = event == YZ_HOURS_DAWN || event == YZ_HOURS_DUSK;
  double latitude, longitude, declination, noon, cosine, half_day;
  int utc_offset;

  if (!g_date_valid_julian (julian) || !yz_hours_calendar_get_position (calendar, &latitude, &longitude, &utc_offset))
    return -1;

  noon = solar_noon (julian, longitude, &declination);
  cosine = (sin (RADIANS (twilight ? HEIGHT_AT_TWILIGHT : HEIGHT_AT_RISE)) -
            sin (RADIANS (latitude)) * sin (declination)) /
           (cos (RADIANS (latitude)) * cos (declination));
  if (!(cosine >= -1.0 && cosine <= 1.0))
    return -1; /* polar day or night */

  half_day = acos (cosine) * 180.0 / G_PI * 4.0;
  return CLAMP ((int) lround (noon + (rise ? -half_day : half_day)) + utc_offset, 0, YZ_HOURS_DAY);
}
