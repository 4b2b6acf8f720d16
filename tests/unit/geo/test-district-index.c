#include <math.h>

#include "yz-district-index.h"

static YzOutline *
make_square (double west, double south, double side)
{
  YzPosition ring[] = {
    { west, south }, { west + side, south }, { west + side, south + side }, { west, south + side }
  };
  YzOutline *outline = yz_outline_new ();

  yz_outline_begin_polygon (outline);
  yz_outline_add_ring (outline, ring, G_N_ELEMENTS (ring));
  return outline;
}

static YzOutline *
make_star (GRand *rand, YzPosition centre)
{
  YzPosition ring[40];
  YzOutline *outline = yz_outline_new ();

  for (guint i = 0; i < G_N_ELEMENTS (ring); i++)
    {
      double angle = i * 2 * G_PI / G_N_ELEMENTS (ring), radius = g_rand_double_range (rand, 0.2, 1.5);

      ring[i] = (YzPosition){ centre.lon + radius * cos (angle), centre.lat + radius * sin (angle) };
    }
  yz_outline_begin_polygon (outline);
  yz_outline_add_ring (outline, ring, G_N_ELEMENTS (ring));
  return outline;
}

static void
test_overlap_and_gap (void)
{
  g_autoptr (YzOutline) first = make_square (0, 0, 10);
  g_autoptr (YzOutline) second = make_square (8, 0, 10);
  g_autoptr (YzOutline) nothing = yz_outline_new ();
  g_autoptr (YzOutline) far = make_square (30, 0, 10);
  const YzOutline *outlines[] = { first, second, nothing, far };
  g_autoptr (YzDistrictIndex) index = yz_district_index_new (outlines, G_N_ELEMENTS (outlines));
  static const YzPosition positions[] = {
    { 1, 1 }, { 9, 1 }, { 17, 1 }, { 25, 1 }, { 35, 1 }, { 40, 10 }, { NAN, 1 }, { 500, 1 },
  };
  guint counts[5];

  g_assert_cmpuint (yz_district_index_find (index, positions[1]), ==, 0);
  g_assert_cmpuint (yz_district_index_find (index, positions[2]), ==, 1);
  g_assert_cmpuint (yz_district_index_find (index, positions[3]), ==, YZ_DISTRICT_NONE);
  g_assert_cmpuint (yz_district_index_find (index, positions[5]), ==, 3); /* a corner */

  yz_district_index_count (index, positions, G_N_ELEMENTS (positions), counts);
  g_assert_cmpuint (counts[0], ==, 2);
  g_assert_cmpuint (counts[1], ==, 1);
  g_assert_cmpuint (counts[2], ==, 0);
  g_assert_cmpuint (counts[3], ==, 2);
  g_assert_cmpuint (counts[4], ==, 3);
}

/* A bow tie crosses itself: both its halves are inside. */
static void
test_crossing_ring (void)
{
  static const YzPosition tie[] = { { 0, 0 }, { 10, 10 }, { 10, 0 }, { 0, 10 } };
  g_autoptr (YzOutline) outline = yz_outline_new ();
  const YzOutline *outlines[] = { outline };
  g_autoptr (YzDistrictIndex) index = NULL;

  yz_outline_begin_polygon (outline);
  yz_outline_add_ring (outline, tie, G_N_ELEMENTS (tie));
  index = yz_district_index_new (outlines, 1);

  g_assert_cmpuint (yz_district_index_find (index, (YzPosition){ 1, 5 }), ==, 0);
  g_assert_cmpuint (yz_district_index_find (index, (YzPosition){ 9, 5 }), ==, 0);
  g_assert_cmpuint (yz_district_index_find (index, (YzPosition){ 5, 1 }), ==, YZ_DISTRICT_NONE);
}

/* Whether a ray to the east crosses the ring an odd number of times. */
static gboolean
is_inside_ring (const YzPosition *points, guint n_points, YzPosition p)
{
  gboolean inside = FALSE;

  for (guint i = 1; i < n_points; i++)
    {
      YzPosition a = points[i - 1], b = points[i];

      if ((a.lat > p.lat) == (b.lat > p.lat))
        continue;
      if (p.lon < a.lon + (p.lat - a.lat) / (b.lat - a.lat) * (b.lon - a.lon))
        inside = !inside;
    }
  return inside;
}

/* The outlines of this test have one ring each. */
static gboolean
is_inside (const YzOutline *outline, YzPosition position)
{
  guint n_points;
  const YzPosition *points = yz_outline_get_ring (outline, 0, &n_points, NULL);

  return is_inside_ring (points, n_points, position);
}

/* The index and the plain test of every outline agree. */
static void
test_agrees_with_outlines (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autoptr (GPtrArray) outlines = g_ptr_array_new_with_free_func ((GDestroyNotify) yz_outline_free);
  g_autoptr (YzDistrictIndex) index = NULL;
  guint found_some = 0;

  for (guint i = 0; i < 30; i++)
    {
      YzPosition centre = { g_rand_double_range (rand, 100, 105), g_rand_double_range (rand, 30, 35) };

      g_ptr_array_add (outlines, make_star (rand, centre));
    }
  index = yz_district_index_new ((const YzOutline *const *) outlines->pdata, outlines->len);

  for (guint i = 0; i < 20000; i++)
    {
      YzPosition p = { g_rand_double_range (rand, 98, 107), g_rand_double_range (rand, 28, 37) };
      guint expected = YZ_DISTRICT_NONE;

      for (guint k = 0; k < outlines->len && expected == YZ_DISTRICT_NONE; k++)
        if (is_inside (g_ptr_array_index (outlines, k), p))
          expected = k;
      g_assert_cmpuint (yz_district_index_find (index, p), ==, expected);
      found_some += expected != YZ_DISTRICT_NONE;
    }
  g_assert_cmpuint (found_some, >, 1000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/geo/district-index/overlap-and-gap", test_overlap_and_gap);
  g_test_add_func ("/geo/district-index/crossing-ring", test_crossing_ring);
  g_test_add_func ("/geo/district-index/agrees-with-outlines", test_agrees_with_outlines);
  return g_test_run ();
}
