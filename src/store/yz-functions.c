/* SQL functions of our own. */
#include "config.h"

#include "yz-functions-private.h"

#include <math.h>
#include <string.h>

#include "yz-pinyin.h"
#include "yz-tokenizer-private.h"

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

/* The first character of @title, or a reading of it, begins what was searched for. */
static gboolean
begins_with (const char *title, const char *search)
{
  gunichar first = yz_tokenizer_fold (g_utf8_get_char (title));
  gunichar wanted = yz_tokenizer_fold (g_utf8_get_char (search));
  const char *readings[YZ_PINYIN_MAX_READINGS];
  guint n_readings = yz_pinyin_get (first, readings);

  for (guint i = 0; i < n_readings; i++)
    if ((gunichar) readings[i][0] == wanted)
      return TRUE;
  return first == wanted;
}

static void
sql_rank (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  const char *title = (const char *) sqlite3_value_text (values[0]);
  const char *search = (const char *) sqlite3_value_text (values[1]);
  const char *at = title != NULL && search != NULL ? strstr (title, search) : NULL;
  int rank = 4;

  if (at != NULL)
    rank = at > title ? 2 : strlen (title) == strlen (search) ? 0 : 1;
  else if (title != NULL && search != NULL && begins_with (title, search))
    rank = 3;
  /* of two that fit alike the shorter name is meant more often */
  sqlite3_result_int (context, rank * 1000 + MIN (999, title != NULL ? sqlite3_value_bytes (values[0]) : 0));
}

void
yz_functions_register (sqlite3 *handle)
{
  sqlite3_create_function (handle, "yz_rank", 2, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, NULL, sql_rank,
                           NULL, NULL);
  sqlite3_create_function (handle, "yz_distance", 4, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, NULL,
                           sql_distance, NULL, NULL);
}
