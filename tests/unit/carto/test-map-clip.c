/* Shapes cut to a frame: nothing is left outside, what is inside stays where it was. */
#include "config.h"

#include <math.h>

#include "yz-map-shapes-private.h"

static const YzMapBox box = { 0, 0, 100, 50 };

static void
add_ring (YzMapShapes *shapes, const double *xy, guint n_points)
{
  guint end;

  g_array_append_vals (shapes->points, xy, 2 * n_points);
  end = shapes->points->len / 2;
  g_array_append_val (shapes->rings, end);
}

static YzMapShapes *
new_shapes (const double *xy, guint n_points)
{
  YzMapShapes *shapes = yz_map_shapes_new ();
  YzMapShape shape = { .n_rings = 1 };

  add_ring (shapes, xy, n_points);
  g_array_append_val (shapes->shapes, shape);
  return shapes;
}

static void
check_ring (const YzMapShapes *shapes, guint ring, const double *expected, guint n_expected)
{
  guint n_points;
  const double *xy = yz_map_shapes_get_ring (shapes, ring, &n_points);

  g_assert_cmpuint (n_points, ==, n_expected);
  for (guint i = 0; i < 2 * n_points; i++)
    g_assert_cmpfloat_with_epsilon (xy[i], expected[i], 1e-9);
}

static void
test_line (void)
{
  /* in from the left, out at the top, and back over the corner without touching the box; the bend of a hair goes */
  const double xy[] = { -50, 20, 30, 20, 50, 20.001, 60, 20, 60, -10, 110, -10, 110, 30, 80, 30 };
  const double first[] = { 0, 20, 60, 20, 60, 0 }, second[] = { 100, 30, 80, 30 };
  g_autoptr (YzMapShapes) shapes = new_shapes (xy, G_N_ELEMENTS (xy) / 2);

  yz_map_shapes_clip (shapes, &box, FALSE);
  g_assert_cmpuint (yz_map_shapes_get (shapes, 0)->n_rings, ==, 2);
  check_ring (shapes, 0, first, 3);
  check_ring (shapes, 1, second, 2);
}

static void
test_outside (void)
{
  const double xy[] = { -50, -20, 200, -20, 200, 80 };
  g_autoptr (YzMapShapes) line = new_shapes (xy, 3), area = new_shapes (xy, 3);

  yz_map_shapes_clip (line, &box, FALSE);
  g_assert_cmpuint (yz_map_shapes_get (line, 0)->n_rings, ==, 0);

  /* an area may cover the box although no point of it is inside */
  yz_map_shapes_clip (area, &box, TRUE);
  g_assert_cmpuint (yz_map_shapes_get (area, 0)->n_rings, ==, 1);
}

static double
get_size (const YzMapShapes *shapes)
{
  guint n_points;
  const double *xy = yz_map_shapes_get_ring (shapes, 0, &n_points);
  double sum = 0;

  for (guint i = 0; i < n_points; i++)
    {
      guint next = (i + 1) % n_points;

      sum += xy[2 * i] * xy[2 * next + 1] - xy[2 * next] * xy[2 * i + 1];
    }
  return fabs (sum) / 2;
}

static void
test_area (void)
{
  const double around[] = { -10, -10, 110, -10, 110, 60, -10, 60, -10, -10 };
  const double half[] = { 50, 10, 150, 10, 150, 30, 50, 30, 50, 10 };
  g_autoptr (YzMapShapes) all = new_shapes (around, 5), part = new_shapes (half, 5);

  yz_map_shapes_clip (all, &box, TRUE);
  g_assert_cmpfloat_with_epsilon (get_size (all), 100 * 50, 1e-9);
  yz_map_shapes_clip (part, &box, TRUE);
  g_assert_cmpfloat_with_epsilon (get_size (part), 50 * 20, 1e-9);
}

/* Whatever comes in, nothing goes out. */
static void
test_any (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  for (guint round = 0; round < 500; round++)
    {
      guint n = (guint) g_rand_int_range (rand, 0, 12);
      g_autofree double *xy = g_new (double, 2 * n + 1);
      g_autoptr (YzMapShapes) shapes = NULL;

      for (guint i = 0; i < 2 * n; i++)
        xy[i] = round % 3 == 0 ? 50 * g_rand_int_range (rand, -1, 4) : g_rand_double_range (rand, -120, 220);
      shapes = new_shapes (xy, n);
      yz_map_shapes_clip (shapes, &box, round % 2 == 0);
      for (guint i = 0; i < shapes->points->len; i += 2)
        {
          double x = g_array_index (shapes->points, double, i), y = g_array_index (shapes->points, double, i + 1);

          g_assert_true (x >= box.x0 - 1e-9 && x <= box.x1 + 1e-9 && y >= box.y0 - 1e-9 && y <= box.y1 + 1e-9);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/carto/map-clip/line", test_line);
  g_test_add_func ("/carto/map-clip/outside", test_outside);
  g_test_add_func ("/carto/map-clip/area", test_area);
  g_test_add_func ("/carto/map-clip/any", test_any);
  return g_test_run ();
}
