#include "yz-map-scene.h"

#include "yz-test.h"

#include <math.h>

static const YzPosition city = { 113.66, 34.75 };

static GArray *
points_new (void)
{
  return g_array_new (FALSE, TRUE, sizeof (YzStationPoint));
}

static void
add (GArray *points, gint64 row, double lon, double lat, YzStationLook look)
{
  YzStationPoint point = { .row = row, .lon = lon, .lat = lat, .look = look };

  g_array_append_val (points, point);
}

static YzMapExtent
extent_at (YzPosition centre, int zoom)
{
  return (YzMapExtent){ yz_world_from_position (centre), 256 * exp2 (zoom), 800, 600 };
}

static const YzMapMark *
mark_at (GArray *marks, guint i)
{
  return &g_array_index (marks, YzMapMark, i);
}

static guint
count_stations (GArray *marks)
{
  guint n = 0;

  for (guint i = 0; i < marks->len; i++)
    n += mark_at (marks, i)->count;
  return n;
}

static void
test_project (void)
{
  YzMapExtent extent = extent_at (city, 14);
  YzPosition back;
  double x, y;

  yz_map_extent_project (&extent, yz_world_from_position (city), &x, &y);
  g_assert_cmpfloat (x, ==, 400);
  g_assert_cmpfloat (y, ==, 300);
  back = yz_map_extent_get_position (&extent, 400, 300);
  g_assert_cmpfloat_with_epsilon (back.lon, city.lon, 1e-9);
  g_assert_cmpfloat_with_epsilon (back.lat, city.lat, 1e-9);
  g_assert_cmpfloat_with_epsilon (yz_map_extent_get_zoom (&extent), 14, 1e-9);
}

/* What is fitted is seen whole, at a zoom level at which tiles are sharp; one spot is not magnified without end. */
static void
test_fit (void)
{
  YzBox box = { city.lon - 0.1, city.lat - 0.1, city.lon + 0.1, city.lat + 0.1 };
  YzBox spot = { city.lon, city.lat, city.lon, city.lat };
  int zoom = yz_map_extent_fit (&box, 800, 600, 18);
  YzMapExtent extent = extent_at (city, zoom);
  YzPosition centre;
  double x, y;

  yz_map_extent_project (&extent, yz_world_from_position ((YzPosition){ box.west, box.north }), &x, &y);
  g_assert_cmpfloat (x, >=, 0);
  g_assert_cmpfloat (y, >=, 0);
  g_assert_cmpfloat (MIN (x, y), <, 300); /* one level nearer it would not be */
  g_assert_cmpint (yz_map_extent_fit (&spot, 800, 600, 17), ==, 17);

  centre = yz_map_extent_shift (city, zoom, 100, -50);
  extent = extent_at (centre, zoom);
  yz_map_extent_project (&extent, yz_world_from_position (city), &x, &y);
  g_assert_cmpfloat_with_epsilon (x, 500, 1e-6);
  g_assert_cmpfloat_with_epsilon (y, 250, 1e-6);
}

static void
test_clusters (void)
{
  g_autoptr (YzMapScene) scene = yz_map_scene_new ();
  g_autoptr (GArray) points = points_new ();
  YzMapExtent wide = extent_at (city, 10), near = extent_at (city, 17);
  GArray *marks;

  for (int i = 0; i < 9; i++)
    add (points, i + 1, city.lon + 0.001 * (i % 3), city.lat + 0.001 * (i / 3), (YzStationLook) (i % 2));
  yz_map_scene_set_points (scene, points);

  marks = yz_map_scene_query (scene, &wide);
  g_assert_cmpuint (marks->len, ==, 1);
  g_assert_cmpuint (mark_at (marks, 0)->count, ==, 9);
  g_assert_cmpuint (mark_at (marks, 0)->looks[YZ_STATION_LOOK_OPEN], ==, 5);
  g_assert_cmpuint (mark_at (marks, 0)->looks[YZ_STATION_LOOK_CLOSED], ==, 4);

  marks = yz_map_scene_query (scene, &near);
  g_assert_cmpuint (marks->len, ==, 9);
  g_assert_cmpuint (count_stations (marks), ==, 9);
}

static void
test_hit (void)
{
  g_autoptr (YzMapScene) scene = yz_map_scene_new ();
  g_autoptr (GArray) points = points_new ();
  YzMapExtent extent = extent_at (city, 18);
  const YzMapMark *mark;

  add (points, 7, city.lon, city.lat, YZ_STATION_LOOK_OPEN);
  add (points, 8, city.lon + 0.0005, city.lat, YZ_STATION_LOOK_OPEN);
  yz_map_scene_set_points (scene, points);
  yz_map_scene_query (scene, &extent);

  mark = yz_map_scene_hit (scene, 405, 305);
  g_assert_nonnull (mark);
  g_assert_cmpint (yz_map_scene_get_point (scene, mark->point)->row, ==, 7);
  g_assert_null (yz_map_scene_hit (scene, 440, 300));
}

static void
test_selected_in_cluster (void)
{
  g_autoptr (YzMapScene) scene = yz_map_scene_new ();
  g_autoptr (GArray) points = points_new ();
  YzMapExtent extent = extent_at (city, 8);
  GArray *marks;

  for (int i = 0; i < 20; i++)
    add (points, i + 1, city.lon + 0.0001 * i, city.lat, YZ_STATION_LOOK_OPEN);
  yz_map_scene_set_points (scene, points);
  yz_map_scene_select_row (scene, 3);
  g_assert_cmpint (yz_map_scene_get_selected (scene)->row, ==, 3);

  marks = yz_map_scene_query (scene, &extent);
  g_assert_cmpuint (marks->len, ==, 2);
  g_assert_cmpuint (mark_at (marks, 0)->count, ==, 20);
  g_assert_true (mark_at (marks, 1)->is_selected);
  /* it lies above the cluster and is hit first */
  g_assert_true (yz_map_scene_hit (scene, mark_at (marks, 1)->x, mark_at (marks, 1)->y)->is_selected);
}

static void
test_fan (void)
{
  g_autoptr (YzMapScene) scene = yz_map_scene_new ();
  g_autoptr (GArray) points = points_new ();
  YzMapExtent extent = extent_at (city, 18);
  GArray *marks;

  for (int i = 0; i < 25; i++)
    add (points, i + 1, city.lon, city.lat, YZ_STATION_LOOK_CLOSED);
  yz_map_scene_set_points (scene, points);
  marks = yz_map_scene_query (scene, &extent);
  g_assert_cmpuint (marks->len, ==, 1);
  g_assert_true (mark_at (marks, 0)->is_spot);

  yz_map_scene_fan_out (scene, mark_at (marks, 0));
  g_assert_true (yz_map_scene_is_fanned_out (scene));
  marks = yz_map_scene_query (scene, &extent);
  g_assert_cmpuint (marks->len, ==, 25);
  for (guint i = 0; i < marks->len; i++)
    for (guint j = 0; j < i; j++)
      g_assert_cmpfloat (hypot (mark_at (marks, i)->x - mark_at (marks, j)->x,
                                mark_at (marks, i)->y - mark_at (marks, j)->y),
                         >, 26);
}

/* Whoever has chosen one of several in one place still gets at the others. */
static void
test_fan_of_selected (void)
{
  g_autoptr (YzMapScene) scene = yz_map_scene_new ();
  g_autoptr (GArray) points = points_new ();
  YzMapExtent extent = extent_at (city, 18);
  const YzMapMark *mark;

  for (int i = 0; i < 3; i++)
    add (points, i + 1, city.lon, city.lat, YZ_STATION_LOOK_CLOSED);
  yz_map_scene_set_points (scene, points);
  yz_map_scene_select_row (scene, 2);
  g_assert_cmpuint (yz_map_scene_query (scene, &extent)->len, ==, 2);
  mark = yz_map_scene_hit (scene, 400, 300);
  g_assert_true (mark->is_selected && mark->is_spot);

  yz_map_scene_fan_out (scene, mark);
  g_assert_cmpuint (yz_map_scene_query (scene, &extent)->len, ==, 3);
  yz_map_scene_fan_out (scene, NULL);
  yz_map_scene_carry (scene, 2, yz_world_from_position (city));
  yz_map_scene_query (scene, &extent);
  g_assert_false (yz_map_scene_hit (scene, 400, 300)->is_spot);
}

static void
test_put (void)
{
  g_autoptr (YzMapScene) scene = yz_map_scene_new ();
  g_autoptr (GArray) points = points_new ();
  YzMapExtent extent = extent_at (city, 18);
  YzStationPoint moved = { .row = 1, .lon = city.lon + 0.0003, .lat = city.lat, .look = YZ_STATION_LOOK_PAUSED };
  YzStationPoint added = { .row = 5, .lon = city.lon - 0.0003, .lat = city.lat };
  const YzMapMark *mark;

  add (points, 1, city.lon, city.lat, YZ_STATION_LOOK_OPEN);
  yz_map_scene_set_points (scene, points);
  yz_map_scene_put_point (scene, 1, &moved);
  yz_map_scene_put_point (scene, 5, &added);
  g_assert_cmpuint (yz_map_scene_get_n_points (scene), ==, 2);
  yz_map_scene_query (scene, &extent);
  g_assert_null (yz_map_scene_hit (scene, 400, 300));
  mark = yz_map_scene_hit (scene, 400 + 0.0003 / 360 * extent.world, 300);
  g_assert_nonnull (mark);
  g_assert_cmpuint (mark->looks[YZ_STATION_LOOK_PAUSED], ==, 1);

  yz_map_scene_put_point (scene, 1, NULL);
  g_assert_cmpuint (yz_map_scene_get_n_points (scene), ==, 1);
  g_assert_cmpuint (yz_map_scene_query (scene, &extent)->len, ==, 1);
}

static void
test_carry (void)
{
  g_autoptr (YzMapScene) scene = yz_map_scene_new ();
  g_autoptr (GArray) points = points_new ();
  YzMapExtent extent = extent_at (city, 16);
  GArray *marks;

  add (points, 1, city.lon, city.lat, YZ_STATION_LOOK_OPEN);
  yz_map_scene_set_points (scene, points);
  yz_map_scene_carry (scene, 1, yz_map_extent_unproject (&extent, 120, 90));
  marks = yz_map_scene_query (scene, &extent);
  g_assert_cmpuint (marks->len, ==, 1);
  g_assert_cmpfloat_with_epsilon (mark_at (marks, 0)->x, 120, 0.01);
  yz_map_scene_carry (scene, 0, (YzWorld){ 0 });
  marks = yz_map_scene_query (scene, &extent);
  g_assert_cmpfloat_with_epsilon (mark_at (marks, 0)->x, 400, 0.01);
}

static void
on_changed (gboolean *done)
{
  *done = TRUE;
}

/* Many are indexed on a worker, and a change that comes meanwhile is not lost. */
static void
test_many (void)
{
  g_autoptr (YzMapScene) scene = yz_map_scene_new ();
  g_autoptr (GArray) points = points_new ();
  YzStationPoint late = { .row = 999999, .lon = 100, .lat = 30 };
  YzBox bounds;
  gboolean done = FALSE;

  for (int i = 0; i < 20000; i++)
    add (points, i + 1, 110 + (i % 200) * 0.01, 30 + (i / 200) * 0.01, YZ_STATION_LOOK_OPEN);
  yz_map_scene_set_points (scene, points);
  g_signal_connect_swapped (scene, "changed", G_CALLBACK (on_changed), &done);
  yz_map_scene_put_point (scene, late.row, &late);
  yz_test_wait (&done);

  g_assert_cmpuint (yz_map_scene_get_n_points (scene), ==, 20001);
  bounds = yz_map_scene_get_bounds (scene);
  g_assert_cmpfloat (bounds.west, ==, 100);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session/map-scene/project", test_project);
  g_test_add_func ("/session/map-scene/fit", test_fit);
  g_test_add_func ("/session/map-scene/clusters", test_clusters);
  g_test_add_func ("/session/map-scene/hit", test_hit);
  g_test_add_func ("/session/map-scene/selected-in-cluster", test_selected_in_cluster);
  g_test_add_func ("/session/map-scene/fan", test_fan);
  g_test_add_func ("/session/map-scene/fan-of-selected", test_fan_of_selected);
  g_test_add_func ("/session/map-scene/put", test_put);
  g_test_add_func ("/session/map-scene/carry", test_carry);
  g_test_add_func ("/session/map-scene/many", test_many);
  return g_test_run ();
}
