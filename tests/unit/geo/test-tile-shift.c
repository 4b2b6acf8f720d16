#include "yz-tile-shift.h"

#include <math.h>

/* Whatever the datum, the pixel of the service's tile that holds a place must come where WGS-84 has the place. */
static void
check_place (YzPosition place, int zoom)
{
  double tiles = exp2 (zoom);
  YzWorld here = yz_world_from_position (place);
  YzWorld there = yz_world_from_position (yz_datum_convert (place, YZ_DATUM_WGS84, YZ_DATUM_GCJ02));
  int x = (int) floor (here.x * tiles), y = (int) floor (here.y * tiles);
  YzTileShift shift = yz_tile_shift (YZ_DATUM_GCJ02, zoom, x, y, 256);
  double expected_x = (here.x * tiles - x) * 256;
  double expected_y = (here.y * tiles - y) * 256;

  g_assert_cmpfloat_with_epsilon (shift.left + (there.x * tiles - shift.x) * 256, expected_x, 1.5);
  g_assert_cmpfloat_with_epsilon (shift.top + (there.y * tiles - shift.y) * 256, expected_y, 1.5);
  g_assert_cmpfloat (shift.left, <=, 0);
  g_assert_cmpfloat (shift.top, <=, 0);
  /* the tiles cover the wanted one wholly */
  g_assert_cmpfloat (shift.left + shift.columns * 256, >=, 256);
  g_assert_cmpfloat (shift.top + shift.rows * 256, >=, 256);
}

static void
test_gcj02 (void)
{
  static const YzPosition places[] = { { 113.665, 34.757 }, { 116.404, 39.915 }, { 121.474, 31.23 }, { 87.6, 43.8 } };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    for (int zoom = 10; zoom <= 19; zoom++)
      check_place (places[i], zoom);
}

static void
test_no_shift (void)
{
  YzTileShift same = yz_tile_shift (YZ_DATUM_WGS84, 15, 26000, 13000, 256);
  YzTileShift far_out = yz_tile_shift (YZ_DATUM_GCJ02, 4, 12, 6, 256);

  g_assert_cmpint (same.x, ==, 26000);
  g_assert_cmpint (same.columns * same.rows, ==, 1);
  /* 500 m are less than half a pixel on the map of a continent */
  g_assert_cmpint (far_out.columns * far_out.rows, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/geo/tile-shift/gcj02", test_gcj02);
  g_test_add_func ("/geo/tile-shift/none", test_no_shift);
  return g_test_run ();
}
