/* SQL functions of our own. */
#include "config.h"

#include "yz-functions-private.h"

#include <math.h>

/* Mean radius of the earth, IUGG. */
#define EARTH_RADIUS 6371008.8

static double
radians (sqlite3_value *value)
{
  return sqlite3_value_double (value) * G_PI / 180;
}

/* The haversine formula: good for small distances, where the law of cosines loses its digits. */
static void
sql_distance (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  double lat_a, lat_b, half_lat, half_lon, h;

  for (int i = 0; i < n_values; i++)
    if (sqlite3_value_numeric_type (values[i]) == SQLITE_NULL)
      return;

  lat_a = radians (values[1]);
  lat_b = radians (values[3]);
  half_lat = sin ((lat_b - lat_a) / 2);
  half_lon = sin ((radians (values[2]) - radians (values[0])) / 2);
  h = half_lat * half_lat + cos (lat_a) * cos (lat_b) * half_lon * half_lon;
  sqlite3_result_double (context, 2 * EARTH_RADIUS * asin (fmin (1, sqrt (h))));
}

void
yz_functions_register (sqlite3 *handle)
{
  sqlite3_create_function (handle, "yz_distance", 4, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, NULL,
                           sql_distance, NULL, NULL);
}
