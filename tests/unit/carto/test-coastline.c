#include "yz-coastline-private.h"

static OGRGeometryH
parse (const char *wkt)
{
  OGRGeometryH geometry = NULL;
  char *text = (char *) wkt;

  g_assert_cmpint (OGR_G_CreateFromWkt (&text, NULL, &geometry), ==, OGRERR_NONE);
  return geometry;
}

static const OGREnvelope bounds = { .MinX = 0, .MaxX = 1000, .MinY = 0, .MaxY = 1000 };

static double
sea_area (YzCoastline *coast)
{
  g_auto (OGRGeometryH) sea = yz_coastline_make_sea (coast, &bounds);

  return sea != NULL ? OGR_G_Area (sea) : -1;
}

/* From south to north with the land on the left, which is west: the sea is the eastern part. */
static void
test_shore (void)
{
  g_autoptr (YzCoastline) coast = yz_coastline_new ();
  g_auto (OGRGeometryH) line = parse ("LINESTRING (600 -100, 600 500, 600 1100)");

  yz_coastline_add (coast, line);
  g_assert_cmpfloat_with_epsilon (sea_area (coast), 400 * 1000, 1);
}

static void
test_pieces_and_island (void)
{
  g_autoptr (YzCoastline) coast = yz_coastline_new ();
  g_auto (OGRGeometryH) north = parse ("LINESTRING (600 500, 600 1100)");
  g_auto (OGRGeometryH) south = parse ("LINESTRING (600 -100, 600 500)");
  g_auto (OGRGeometryH) island = parse ("POLYGON ((800 800, 800 900, 900 900, 900 800, 800 800))");

  yz_coastline_add (coast, north);
  yz_coastline_add (coast, south);
  yz_coastline_add_island (coast, island);
  g_assert_cmpfloat_with_epsilon (sea_area (coast), 400 * 1000 - 100 * 100, 1);
}

static void
test_none (void)
{
  g_autoptr (YzCoastline) coast = yz_coastline_new ();

  g_assert_cmpfloat (sea_area (coast), ==, -1);
}

/* Cut off before it reaches the edge, it bounds nothing. */
static void
test_broken_off (void)
{
  g_autoptr (YzCoastline) coast = yz_coastline_new ();
  g_auto (OGRGeometryH) line = parse ("LINESTRING (600 -100, 600 500)");

  yz_coastline_add (coast, line);
  g_assert_cmpfloat (sea_area (coast), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/carto/coastline/shore", test_shore);
  g_test_add_func ("/carto/coastline/pieces-and-island", test_pieces_and_island);
  g_test_add_func ("/carto/coastline/none", test_none);
  g_test_add_func ("/carto/coastline/broken-off", test_broken_off);
  return g_test_run ();
}
