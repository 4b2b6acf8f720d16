#include "yz-district-index.h"

static const YzPosition square[] = { { 0, 0 }, { 10, 0 }, { 10, 10 }, { 0, 10 }, { 0, 0 } };
static const YzPosition open_hole[] = { { 4, 4 }, { 6, 4 }, { 6, 4 }, { 6, 6 }, { 4, 6 } };
static const YzPosition island[] = { { 4.5, 4.5 }, { 5.5, 4.5 }, { 5.5, 5.5 }, { 4.5, 5.5 }, { 4.5, 4.5 } };

static gboolean
contains (const YzOutline *outline, YzPosition position)
{
  g_autoptr (YzDistrictIndex) index = yz_district_index_new (&outline, 1);

  return yz_district_index_find (index, position) == 0;
}

static void
test_holes (void)
{
  g_autoptr (YzOutline) outline = yz_outline_new ();
  const YzPosition *points;
  guint n_points;
  gboolean is_hole;

  yz_outline_begin_polygon (outline);
  g_assert_true (yz_outline_add_ring (outline, square, G_N_ELEMENTS (square)));
  g_assert_true (yz_outline_add_ring (outline, open_hole, G_N_ELEMENTS (open_hole)));
  yz_outline_begin_polygon (outline);
  g_assert_true (yz_outline_add_ring (outline, island, G_N_ELEMENTS (island)));

  g_assert_cmpuint (yz_outline_get_n_rings (outline), ==, 3);
  points = yz_outline_get_ring (outline, 1, &n_points, &is_hole);
  g_assert_true (is_hole);
  g_assert_cmpuint (n_points, ==, 5); /* closed, the repeated point gone */
  g_assert_cmpfloat (points[4].lon, ==, 4);
  g_assert_cmpuint (yz_outline_get_faults (outline)->closed, ==, 1);
  g_assert_cmpuint (yz_outline_get_faults (outline)->dropped, ==, 0);
  g_assert_cmpfloat (yz_outline_get_box (outline)->east, ==, 10);

  g_assert_true (contains (outline, (YzPosition){ 1, 1 }));
  g_assert_false (contains (outline, (YzPosition){ 4.2, 5 }));
  g_assert_true (contains (outline, (YzPosition){ 5, 5 }));
  g_assert_false (contains (outline, (YzPosition){ 11, 5 }));
}

static void
test_dropped (void)
{
  static const YzPosition two[] = { { 1, 1 }, { 2, 2 } };
  static const YzPosition off_globe[] = { { 1, 1 }, { 200, 2 }, { 3, 3 }, { 1, 1 } };
  g_autoptr (YzOutline) outline = yz_outline_new ();

  yz_outline_begin_polygon (outline);
  g_assert_false (yz_outline_add_ring (outline, two, G_N_ELEMENTS (two)));
  g_assert_false (yz_outline_add_ring (outline, open_hole, G_N_ELEMENTS (open_hole))); /* a hole in nothing */
  yz_outline_begin_polygon (outline);
  g_assert_false (yz_outline_add_ring (outline, off_globe, G_N_ELEMENTS (off_globe)));
  yz_outline_begin_polygon (outline);
  g_assert_true (yz_outline_add_ring (outline, square, G_N_ELEMENTS (square)));
  g_assert_false (yz_outline_add_ring (outline, two, G_N_ELEMENTS (two)));
  g_assert_false (yz_outline_add_ring (outline, NULL, 0));

  g_assert_cmpuint (yz_outline_get_n_rings (outline), ==, 1);
  g_assert_cmpuint (yz_outline_get_faults (outline)->closed, ==, 0);
  g_assert_cmpuint (yz_outline_get_faults (outline)->dropped, ==, 5);
  g_assert_true (contains (outline, (YzPosition){ 5, 5 }));
}

static void
test_empty (void)
{
  g_autoptr (YzOutline) outline = yz_outline_new ();

  g_assert_true (yz_box_is_empty (yz_outline_get_box (outline)));
  g_assert_false (contains (outline, (YzPosition){ 0, 0 }));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/geo/outline/holes", test_holes);
  g_test_add_func ("/geo/outline/dropped", test_dropped);
  g_test_add_func ("/geo/outline/empty", test_empty);
  return g_test_run ();
}
