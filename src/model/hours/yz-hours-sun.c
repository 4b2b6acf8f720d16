/* Sunrise and its kin, to a minute or two: enough for a door that opens with the light. */
#include "config.h"

#include <math.h>

#include "yz-hours-rule.h"

#define RADIANS(degrees) ((degrees) *G_PI / 180.0)

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
                 0.006758 * cos (2 * year_angle) + 0.000907 * sin (2 * year_angle) - 0.002697 * cos (3 * year_angle) +
                 0.00148 * sin (3 * year_angle);
  return 720.0 - 4.0 * longitude - equation_of_time;
}

/* Minutes from noon to the moment at which the sun has sunk to @height, negative where it never does or always has. */
static double
half_day (double height, double latitude, double declination)
{
  double cosine = (sin (RADIANS (height)) - sin (RADIANS (latitude)) * sin (declination)) /
                  (cos (RADIANS (latitude)) * cos (declination));

  return cosine >= -1.0 && cosine <= 1.0 ? acos (cosine) * 720.0 / G_PI : -1.0;
}

static void
set_pair (YzHoursSun *sun, YzHoursEvent rise, YzHoursEvent set, double noon, double half)
{
  if (half < 0.0)
    return;
  sun->minutes[rise] = CLAMP ((int) lround (noon - half), 0, YZ_HOURS_DAY);
  sun->minutes[set] = CLAMP ((int) lround (noon + half), 0, YZ_HOURS_DAY);
}

void
yz_hours_sun_init (YzHoursSun *sun, guint32 julian, const YzHoursCalendar *calendar)
{
  double latitude, longitude, declination, noon;
  int utc_offset;

  for (guint i = 0; i < G_N_ELEMENTS (sun->minutes); i++)
    sun->minutes[i] = -1;
  if (!g_date_valid_julian (julian) || !yz_hours_calendar_get_position (calendar, &latitude, &longitude, &utc_offset))
    return;

  noon = solar_noon (julian, longitude, &declination) + utc_offset;
  set_pair (sun, YZ_HOURS_SUNRISE, YZ_HOURS_SUNSET, noon, half_day (HEIGHT_AT_RISE, latitude, declination));
  set_pair (sun, YZ_HOURS_DAWN, YZ_HOURS_DUSK, noon, half_day (HEIGHT_AT_TWILIGHT, latitude, declination));
}
