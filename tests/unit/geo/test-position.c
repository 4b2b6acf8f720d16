#include <math.h>

#include "yz-position.h"

static const YzPosition zhengzhou = { 113.6253, 34.7466 };

static void
test_distance (void)
{
  /* a quarter of a great circle, a degree of it, nothing, and around the globe's back */
  g_assert_cmpfloat_with_epsilon (yz_position_distance ((YzPosition){ 0, 0 }, (YzPosition){ 90, 0 }),
                                  YZ_EARTH_RADIUS * G_PI / 2, 1e-6);
  g_assert_cmpfloat_with_epsilon (yz_position_distance ((YzPosition){ 104, 30 }, (YzPosition){ 104, 31 }), 111195.0797,
                                  1e-3);
  g_assert_cmpfloat (yz_position_distance (zhengzhou, zhengzhou), ==, 0);
  g_assert_cmpfloat_with_epsilon (yz_position_distance ((YzPosition){ -179.5, 0 }, (YzPosition){ 179.5, 0 }),
                                  111195.0797, 1e-3);
  /* eight metres, as two stations in one building */
  g_assert_cmpfloat_with_epsilon (yz_position_distance (zhengzhou, (YzPosition){ 113.6253, 34.746672 }), 8.006, 1e-2);
}

static void
test_box (void)
{
  YzBox box = YZ_BOX_EMPTY;
  YzBox other = { 1, 1, 2, 2 };

  g_assert_true (yz_box_is_empty (&box));
  g_assert_false (yz_box_intersects (&box, &other));
  yz_box_add (&box, (YzPosition){ 2, 1.5 });
  g_assert_false (yz_box_is_empty (&box));
  g_assert_cmpfloat (box.west, ==, 2);
  g_assert_cmpfloat (box.north, ==, 1.5);
  g_assert_true (yz_box_intersects (&box, &other));
  yz_box_add (&box, (YzPosition){ 3, 3 });
  g_assert_cmpfloat (box.west, ==, 2);
  g_assert_cmpfloat (box.south, ==, 1.5);
  g_assert_cmpfloat (box.east, ==, 3);
  g_assert_cmpfloat (box.north, ==, 3);
}

static void
test_world (void)
{
  YzWorld world = yz_world_from_position ((YzPosition){ 0, 0 });
  YzPosition back;

  g_assert_cmpfloat_with_epsilon (world.x, 0.5, 1e-15);
  g_assert_cmpfloat_with_epsilon (world.y, 0.5, 1e-15);
  world = yz_world_from_position ((YzPosition){ -180, 85.0511287798066 });
  g_assert_cmpfloat_with_epsilon (world.x, 0, 1e-15);
  g_assert_cmpfloat_with_epsilon (world.y, 0, 1e-12);
  g_assert_cmpfloat (yz_world_from_position ((YzPosition){ 0, 90 }).y, ==, 0);
  g_assert_cmpfloat (yz_world_from_position ((YzPosition){ 0, -90 }).y, ==, 1);

  back = yz_world_to_position (yz_world_from_position (zhengzhou));
  g_assert_cmpfloat (yz_position_distance (back, zhengzhou), <, 1e-6);
  g_assert_cmpfloat_with_epsilon (yz_world_metres (60), yz_world_metres (0) / 2, 1e-3);
}

static void
test_valid (void)
{
  g_assert_true (yz_position_is_valid (zhengzhou));
  g_assert_false (yz_position_is_valid ((YzPosition){ 34, 113 }));
  g_assert_false (yz_position_is_valid ((YzPosition){ NAN, 30 }));
  g_assert_false (yz_position_is_valid ((YzPosition){ INFINITY, 30 }));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/geo/position/distance", test_distance);
  g_test_add_func ("/geo/position/box", test_box);
  g_test_add_func ("/geo/position/world", test_world);
  g_test_add_func ("/geo/position/valid", test_valid);
  return g_test_run ();
}
