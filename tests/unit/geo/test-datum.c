#include <math.h>

#include "yz-datum.h"

/* Both in degrees; the distance between them in metres. */
#define assert_near(a, b, metres) g_assert_cmpfloat (yz_position_distance ((a), (b)), <, (metres))

/* Values of the published formulas, worked out with a second implementation of them. */
static void
test_fixed (void)
{
  static const struct
  {
    YzPosition wgs84, gcj02, bd09, bd09mc;
  } cases[] = {
    { { 116.404, 39.915 },
      { 116.41024449916938, 39.91640428150164 },
      { 116.41662724378733, 39.922699552216216 },
      { 12959580.673891693, 4827036.86707346 } },
    { { 104.06213, 30.67041 },
      { 104.06463089096204, 30.66798854339455 },
      { 104.07109757314258, 30.67407286123528 },
      { 11585267.64413551, 3568495.0480730226 } },
    { { 75.99, 39.47 },
      { 75.9929556381645, 39.47022749677051 },
      { 75.99946519930792, 39.476187842272964 },
      { 8460313.821407253, 4762692.958936384 } },
    { { 121.5, 31.2 },
      { 121.5044286589165, 31.1979666854059 },
      { 121.51101768878121, 31.203611399590887 },
      { 13526691.79459704, 3636879.9915688233 } },
    { { 110, 18.3 },
      { 110.00415669916818, 18.298316486437045 },
      { 110.01067497049883, 18.304217374423708 },
      { 12246465.571211595, 2059648.4452425372 } },
    { { 130, 47 },
      { 130.0077701440223, 47.00223698763471 },
      { 130.01436593866447, 47.00791798803316 },
      { 14473290.4923794, 5911815.072775599 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      YzPosition metres = yz_datum_convert (cases[i].wgs84, YZ_DATUM_WGS84, YZ_DATUM_BD09MC);

      assert_near (yz_datum_convert (cases[i].wgs84, YZ_DATUM_WGS84, YZ_DATUM_GCJ02), cases[i].gcj02, 1e-5);
      assert_near (yz_datum_convert (cases[i].wgs84, YZ_DATUM_WGS84, YZ_DATUM_BD09), cases[i].bd09, 1e-5);
      g_assert_cmpfloat_with_epsilon (metres.lon, cases[i].bd09mc.lon, 1e-4);
      g_assert_cmpfloat_with_epsilon (metres.lat, cases[i].bd09mc.lat, 1e-4);
      assert_near (yz_datum_convert (cases[i].bd09mc, YZ_DATUM_BD09MC, YZ_DATUM_WGS84), cases[i].wgs84, 1e-3);
    }
}

/* Every half degree of China, every pair of systems, there and back: below a millimetre. */
static void
test_round_trip (void)
{
  double worst = 0;

  for (double lon = 73.05; lon < 135.5; lon += 0.5)
    for (double lat = 3.05; lat < 54; lat += 0.5)
      for (guint from = 0; from < YZ_N_DATUMS; from++)
        for (guint to = 0; to < YZ_N_DATUMS; to++)
          {
            YzPosition start = { lon, lat };
            YzPosition there = yz_datum_convert (start, YZ_DATUM_WGS84, from);
            YzPosition back = yz_datum_convert (yz_datum_convert (there, from, to), to, from);

            worst = MAX (worst, yz_position_distance (start, yz_datum_convert (back, from, YZ_DATUM_WGS84)));
          }
  g_test_message ("worst round trip: %.3g m", worst);
  g_assert_cmpfloat (worst, <, 1e-3);
}

/* Places where the formulas bend: the axis of a square root, borders of Baidu's bands. */
static void
test_round_trip_bends (void)
{
  static const double lons[] = { 105, 105 + 1e-12, 105.0000001, 104.9999, 110 };
  static const double lats[] = { 15, 15.0000001, 29.99999, 30, 30.006, 45, 45.01, 35 };

  for (guint i = 0; i < G_N_ELEMENTS (lons); i++)
    for (guint k = 0; k < G_N_ELEMENTS (lats); k++)
      for (guint datum = 0; datum < YZ_N_DATUMS; datum++)
        {
          YzPosition start = { lons[i], lats[k] };
          YzPosition there = yz_datum_convert (start, YZ_DATUM_WGS84, datum);

          assert_near (yz_datum_convert (there, datum, YZ_DATUM_WGS84), start, 1e-3);
        }
}

static void
test_outside (void)
{
  static const YzPosition places[] = { { 11.5755, 48.1374 }, { 139.6917, 35.6895 }, { -74, 40.7 }, { 151.2, -33.87 } };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    for (guint datum = YZ_DATUM_GCJ02; datum <= YZ_DATUM_BD09; datum++)
      {
        YzPosition to = yz_datum_convert (places[i], YZ_DATUM_WGS84, datum);
        YzPosition from = yz_datum_convert (places[i], datum, YZ_DATUM_WGS84);

        g_assert_true (to.lon == places[i].lon && to.lat == places[i].lat);
        g_assert_true (from.lon == places[i].lon && from.lat == places[i].lat);
      }
}

static void
test_no_position (void)
{
  YzPosition none = yz_datum_convert ((YzPosition){ NAN, 30 }, YZ_DATUM_GCJ02, YZ_DATUM_WGS84);
  YzPosition wild = yz_datum_convert ((YzPosition){ 1e300, -1e300 }, YZ_DATUM_BD09MC, YZ_DATUM_WGS84);

  g_assert_true (isnan (none.lon) && none.lat == 30);
  g_assert_true (wild.lon == 1e300 && wild.lat == -1e300);
}

static void
test_names (void)
{
  static const struct
  {
    const char *name;
    YzDatum datum;
  } cases[] = {
    { "WGS-84", YZ_DATUM_WGS84 },       { "wgs84", YZ_DATUM_WGS84 },  { "EPSG:4326", YZ_DATUM_WGS84 },
    { "ＧＣＪ－０２", YZ_DATUM_GCJ02 }, { "gcj_02", YZ_DATUM_GCJ02 }, { "火星坐标", YZ_DATUM_GCJ02 },
    { "高德", YZ_DATUM_GCJ02 },         { "bd09", YZ_DATUM_BD09 },    { "百度", YZ_DATUM_BD09 },
    { "BD-09MC", YZ_DATUM_BD09MC },
  };
  YzDatum datum;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (yz_datum_from_name (cases[i].name, &datum));
      g_assert_cmpint (datum, ==, cases[i].datum);
    }
  for (guint i = 0; i < YZ_N_DATUMS; i++)
    {
      g_assert_true (yz_datum_from_name (yz_datum_get_name (i), &datum));
      g_assert_cmpint (datum, ==, i);
    }
  g_assert_false (yz_datum_from_name ("", &datum));
  g_assert_false (yz_datum_from_name ("北京54", &datum));
}

static void
test_guess (void)
{
  g_assert_cmpint (yz_datum_guess_pair (113.5, 34.8), ==, YZ_PAIR_LON_LAT);
  g_assert_cmpint (yz_datum_guess_pair (34.8, 113.5), ==, YZ_PAIR_LAT_LON);
  g_assert_cmpint (yz_datum_guess_pair (12934801.49, 3387137.45), ==, YZ_PAIR_METRES);
  g_assert_cmpint (yz_datum_guess_pair (3387137.45, 12934801.49), ==, YZ_PAIR_METRES_SWAPPED);
  g_assert_cmpint (yz_datum_guess_pair (0, 0), ==, YZ_PAIR_IMPLAUSIBLE);
  g_assert_cmpint (yz_datum_guess_pair (1135645, 348191), ==, YZ_PAIR_IMPLAUSIBLE);
  g_assert_cmpint (yz_datum_guess_pair (NAN, INFINITY), ==, YZ_PAIR_IMPLAUSIBLE);
}

static char *
shared_file (const char *name)
{
  const char *shared = g_getenv ("YIZHAN_SHARED");
  g_autofree char *beside = g_test_build_filename (G_TEST_DIST, "..", "..", "shared", NULL);
  g_autofree char *path = g_build_filename (shared != NULL ? shared : beside, "data", "real", "coords", name, NULL);
  char *text = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    g_test_skip ("no shared folder: neither YIZHAN_SHARED nor ../shared beside the source");
  return text;
}

static YzPosition
read_columns (char **cells, guint first)
{
  return (YzPosition){ g_ascii_strtod (cells[first], NULL), g_ascii_strtod (cells[first + 1], NULL) };
}

/* Columns 1-8: BD-09MC, BD-09, GCJ-02, WGS-84, made with one-pass inverses. */
static void
check_published_chain (char **cells)
{
  YzPosition bd09mc = read_columns (cells, 1), bd09 = read_columns (cells, 3);
  YzPosition gcj02 = read_columns (cells, 5), wgs84 = read_columns (cells, 7);

  assert_near (yz_datum_convert (bd09mc, YZ_DATUM_BD09MC, YZ_DATUM_BD09), bd09, 0.1);
  assert_near (yz_datum_convert (bd09, YZ_DATUM_BD09, YZ_DATUM_GCJ02), gcj02, 1);
  assert_near (yz_datum_convert (gcj02, YZ_DATUM_GCJ02, YZ_DATUM_WGS84), wgs84, 3);
}

/* Columns: GCJ-02; WGS-84 iterated to 1e-6°; WGS-84 in one pass; BD-09. Eight decimals. */
static void
check_oracle (char **cells)
{
  YzPosition gcj02 = read_columns (cells, 0);
  YzPosition wgs84 = yz_datum_convert (gcj02, YZ_DATUM_GCJ02, YZ_DATUM_WGS84);

  assert_near (wgs84, read_columns (cells, 2), 0.1);
  assert_near (wgs84, read_columns (cells, 4), 3.5);
  assert_near (yz_datum_convert (gcj02, YZ_DATUM_GCJ02, YZ_DATUM_BD09), read_columns (cells, 6), 0.002);
}

static void
check_file (const char *name, void (*check) (char **cells))
{
  g_autofree char *text = shared_file (name);
  g_auto (GStrv) lines = NULL;

  if (text == NULL)
    return;
  lines = g_strsplit (g_strstrip (text), "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), >, 4);
  for (guint i = 1; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], ",", -1);

      check (cells);
    }
}

static void
test_published_chain (void)
{
  check_file ("crs_chain_published.csv", check_published_chain);
}

static void
test_oracle (void)
{
  check_file ("zhengzhou_crs_oracle.csv", check_oracle);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/geo/datum/fixed", test_fixed);
  g_test_add_func ("/geo/datum/round-trip", test_round_trip);
  g_test_add_func ("/geo/datum/round-trip-bends", test_round_trip_bends);
  g_test_add_func ("/geo/datum/outside", test_outside);
  g_test_add_func ("/geo/datum/no-position", test_no_position);
  g_test_add_func ("/geo/datum/names", test_names);
  g_test_add_func ("/geo/datum/guess", test_guess);
  g_test_add_func ("/geo/datum/published-chain", test_published_chain);
  g_test_add_func ("/geo/datum/oracle", test_oracle);
  return g_test_run ();
}
