/* Sunrise and its kin, to the minute. */
#include "config.h"

#include <math.h>

#include "yz-hours-rule.h"

#define RADIANS(degrees) ((degrees) *G_PI / 180.0)

/* Height of the sun's centre: its rim on the horizon with refraction, and civil twilight. */
#define HEIGHT_AT_RISE (-0.833)
#define HEIGHT_AT_TWILIGHT (-6.0)

/* GDate's day number of 2000-01-01, noon UTC */
#define EPOCH 730120.5

/* Height and distance of the sun from noon at an instant, in days since the epoch: @declination in radians, the
 * equation of time in minutes. Within 0.01 degrees from 1950 to 2050.
 * Source: "The Astronomical Almanac", low-precision formulas for the Sun. */
static void
solar_position (double days, double *declination, double *equation_of_time)
{
  double mean_longitude = 280.460 + 0.9856474 * days;
  double anomaly = RADIANS (357.528 + 0.9856003 * days);
  double longitude = RADIANS (mean_longitude + 1.915 * sin (anomaly) + 0.020 * sin (2 * anomaly));
  double obliquity = RADIANS (23.439 - 0.0000004 * days);
  double ascension = atan2 (cos (obliquity) * sin (longitude), cos (longitude)) * 180.0 / G_PI;

  *declination = asin (sin (obliquity) * sin (longitude));
  *equation_of_time = 4.0 * remainder (mean_longitude - ascension, 360.0);
}

/* Minutes from noon to the moment at which the sun has sunk to @height, negative where it never does or always has. */
static double
half_day (double height, double latitude, double declination)
{
  double cosine = (sin (RADIANS (height)) - sin (RADIANS (latitude)) * sin (declination)) /
                  (cos (RADIANS (latitude)) * cos (declination));

  return cosine >= -1.0 && cosine <= 1.0 ? acos (cosine) * 720.0 / G_PI : -1.0;
}

/* Minutes of UTC, on the day @julian, at which the sun passes @height before (@side -1) or after noon (1); NaN where it
 * does not. The sun moves on while the day lasts, so the moment found is where to look again. */
static double
find_passage (guint32 julian, double height, double latitude, double longitude, int side)
{
  double minutes = 720.0 - 4.0 * longitude;

  for (guint i = 0; i < 3; i++)
    {
      double declination, equation_of_time, half;

      solar_position (julian - EPOCH + minutes / YZ_HOURS_DAY, &declination, &equation_of_time);
      half = half_day (height, latitude, declination);
      if (half < 0.0)
        return NAN;
      minutes = 720.0 - 4.0 * longitude - equation_of_time + side * half;
    }
  return minutes;
}

static gint16
round_minutes (double minutes)
{
  return isnan (minutes) ? -1 : CLAMP ((int) lround (minutes), 0, YZ_HOURS_DAY);
}

void
yz_hours_sun_init (YzHoursSun *self, guint32 julian, const YzHoursCalendar *calendar)
{
  double latitude, longitude;
  int utc_offset;

  self->julian = julian;
  for (guint i = 0; i < G_N_ELEMENTS (self->minutes); i++)
    self->minutes[i] = -1;
  if (!yz_hours_calendar_get_position (calendar, &latitude, &longitude, &utc_offset))
    return;

  for (int side = -1; side <= 1; side += 2)
    {
      double light = find_passage (julian, HEIGHT_AT_TWILIGHT, latitude, longitude, side) + utc_offset;
      double disc = find_passage (julian, HEIGHT_AT_RISE, latitude, longitude, side) + utc_offset;

      self->minutes[side < 0 ? YZ_HOURS_DAWN : YZ_HOURS_DUSK] = round_minutes (light);
      self->minutes[side < 0 ? YZ_HOURS_SUNRISE : YZ_HOURS_SUNSET] = round_minutes (disc);
    }
}
