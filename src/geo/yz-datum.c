/*
 * The shifts between WGS-84, GCJ-02, BD-09 and BD-09MC. Only the steps in this direction have formulas; the way back
 * is found by iterating them, because a single subtraction misses by up to three metres.
 */
#include "config.h"

#include <math.h>

#include "yz-bd09mc.h"
#include "yz-datum.h"
#include "yz-text.h"

/* Krassovsky 1940, the ellipsoid inside the GCJ-02 formula */
#define SEMI_MAJOR_AXIS 6378245.0
#define ECCENTRICITY2 0.00669342162296594323

#define RADIANS(degrees) ((degrees) * (G_PI / 180.0))
#define BAIDU_FREQUENCY (G_PI * 3000.0 / 180.0)
#define BAIDU_LON 0.0065
#define BAIDU_LAT 0.006

/* The shifts change by less than 2 % of a step, so that a dozen rounds end far below a millimetre. */
#define MAX_ROUNDS 12
#define ENOUGH 1e-12 /* degrees */

typedef YzPosition (*Step) (YzPosition position);

static gboolean
is_shifted (YzPosition p)
{
  return p.lon >= 72.004 && p.lon <= 137.8347 && p.lat >= 0.8293 && p.lat <= 55.8271;
}

static double
wave (double x, double half, double third, double slow, double fast)
{
  return (half * sin (x * G_PI) + third * sin (x / 3 * G_PI) + slow * sin (x / 12 * G_PI) +
          fast * sin (x / 30 * G_PI)) *
         2 / 3;
}

static YzPosition
gcj02_from_wgs84 (YzPosition p)
{
  double x = p.lon - 105;
  double y = p.lat - 35;
  double ripple = (20 * sin (6 * x * G_PI) + 20 * sin (2 * x * G_PI)) * 2 / 3;
  double east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * sqrt (fabs (x)) + ripple +
                wave (x, 20, 40, 150, 300);
  double north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * sqrt (fabs (x)) + ripple +
                 wave (y, 20, 40, 160, 320);
  double s = sin (RADIANS (p.lat));
  double w2 = 1 - ECCENTRICITY2 * s * s;
  double w = sqrt (w2);
  double parallel = SEMI_MAJOR_AXIS / w * cos (RADIANS (p.lat));
  double meridian = SEMI_MAJOR_AXIS * (1 - ECCENTRICITY2) / (w2 * w);

  return (YzPosition){
    .lon = p.lon + east / RADIANS (parallel),
    .lat = p.lat + north / RADIANS (meridian),
  };
}

static YzPosition
bd09_from_gcj02 (YzPosition p)
{
  double z = hypot (p.lon, p.lat) + 0.00002 * sin (p.lat * BAIDU_FREQUENCY);
  double theta = atan2 (p.lat, p.lon) + 0.000003 * cos (p.lon * BAIDU_FREQUENCY);

  return (YzPosition){ .lon = z * cos (theta) + BAIDU_LON, .lat = z * sin (theta) + BAIDU_LAT };
}

/* Finds p with step (p) = target. */
static YzPosition
invert (Step step, YzPosition target)
{
  YzPosition p = target;

  for (guint i = 0; i < MAX_ROUNDS; i++)
    {
      YzPosition there = step (p);
      double lon = target.lon - there.lon;
      double lat = target.lat - there.lat;

      p.lon += lon;
      p.lat += lat;
      if (fabs (lon) < ENOUGH && fabs (lat) < ENOUGH)
        break;
    }
  return p;
}

static YzPosition
to_gcj02 (YzPosition p, YzDatum from)
{
  switch (from)
    {
    case YZ_DATUM_WGS84:
      return is_shifted (p) ? gcj02_from_wgs84 (p) : p;
    case YZ_DATUM_GCJ02:
      return p;
    case YZ_DATUM_BD09:
      return is_shifted (p) ? invert (bd09_from_gcj02, p) : p;
    case YZ_DATUM_BD09MC:
      return to_gcj02 (yz_bd09mc_to_degrees (p), YZ_DATUM_BD09);
    default:
      g_return_val_if_reached (p);
    }
}

static YzPosition
from_gcj02 (YzPosition p, YzDatum to)
{
  switch (to)
    {
    case YZ_DATUM_WGS84:
      return is_shifted (p) ? invert (gcj02_from_wgs84, p) : p;
    case YZ_DATUM_GCJ02:
      return p;
    case YZ_DATUM_BD09:
      return is_shifted (p) ? bd09_from_gcj02 (p) : p;
    case YZ_DATUM_BD09MC:
      return yz_bd09mc_from_degrees (from_gcj02 (p, YZ_DATUM_BD09));
    default:
      g_return_val_if_reached (p);
    }
}

YzPosition
yz_datum_convert (YzPosition position, YzDatum from, YzDatum to)
{
  gboolean valid = from == YZ_DATUM_BD09MC ? yz_bd09mc_is_valid (position) : yz_position_is_valid (position);

  if (from == to || !valid)
    return position;

  return from_gcj02 (to_gcj02 (position, from), to);
}

const char *
yz_datum_get_name (YzDatum datum)
{
  static const char *const names[YZ_N_DATUMS] = { "WGS-84", "GCJ-02", "BD-09", "BD-09MC" };

  g_return_val_if_fail ((guint) datum < YZ_N_DATUMS, NULL);
  return names[datum];
}

/* Letters, digits and Chinese characters of @name alone, so that "GCJ_02", "gcj 02" and "Gcj-02" are one. */
static char *
squeeze_name (const char *name)
{
  g_autofree char *folded = yz_text_fold (name);
  GString *squeezed = g_string_new (NULL);

  for (const char *c = folded; *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_isalnum (g_utf8_get_char (c)))
      g_string_append_unichar (squeezed, g_utf8_get_char (c));
  return g_string_free (squeezed, FALSE);
}

gboolean
yz_datum_from_name (const char *name, YzDatum *datum)
{
  static const struct
  {
    const char *name;
    YzDatum datum;
  } names[] = {
    { "wgs84", YZ_DATUM_WGS84 },    { "wgs", YZ_DATUM_WGS84 },       { "epsg4326", YZ_DATUM_WGS84 },
    { "gps", YZ_DATUM_WGS84 },      { "地球坐标", YZ_DATUM_WGS84 },  { "cgcs2000", YZ_DATUM_WGS84 },
    { "天地图", YZ_DATUM_WGS84 },   { "gcj02", YZ_DATUM_GCJ02 },     { "gcj", YZ_DATUM_GCJ02 },
    { "火星坐标", YZ_DATUM_GCJ02 }, { "国测局", YZ_DATUM_GCJ02 },    { "高德", YZ_DATUM_GCJ02 },
    { "amap", YZ_DATUM_GCJ02 },     { "腾讯", YZ_DATUM_GCJ02 },      { "bd09", YZ_DATUM_BD09 },
    { "bd09ll", YZ_DATUM_BD09 },    { "百度", YZ_DATUM_BD09 },       { "baidu", YZ_DATUM_BD09 },
    { "bd09mc", YZ_DATUM_BD09MC },  { "百度米制", YZ_DATUM_BD09MC }, { "百度墨卡托", YZ_DATUM_BD09MC },
  };
  g_autofree char *squeezed = NULL;

  g_return_val_if_fail (name != NULL && datum != NULL, FALSE);

  squeezed = squeeze_name (name);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (!g_str_equal (squeezed, names[i].name))
        continue;
      *datum = names[i].datum;
      return TRUE;
    }
  return FALSE;
}

/* China with its seas, rounded outwards; a position needs no more than plausibility. */
static gboolean
is_plausible (YzPosition p)
{
  return p.lon >= 73 && p.lon <= 136 && p.lat >= 3 && p.lat <= 54;
}

YzPairShape
yz_datum_guess_pair (double first, double second)
{
  YzPosition straight = { first, second };
  YzPosition swapped = { second, first };

  if (is_plausible (straight))
    return YZ_PAIR_LON_LAT;
  if (is_plausible (swapped))
    return YZ_PAIR_LAT_LON;
  if (yz_bd09mc_is_valid (straight) && is_plausible (yz_bd09mc_to_degrees (straight)))
    return YZ_PAIR_METRES;
  if (yz_bd09mc_is_valid (swapped) && is_plausible (yz_bd09mc_to_degrees (swapped)))
    return YZ_PAIR_METRES_SWAPPED;
  return YZ_PAIR_IMPLAUSIBLE;
}
