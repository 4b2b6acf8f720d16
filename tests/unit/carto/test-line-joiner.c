#include "yz-line-joiner-private.h"

typedef struct
{
  guint n_lines;
  guint n_points; /* of the longest */
} Result;

static gboolean
on_line (const char *key, const double *xy, guint n_points, gpointer user_data)
{
  Result *result = user_data;

  result->n_lines++;
  result->n_points = MAX (result->n_points, n_points);
  return TRUE;
}

static void
add (YzLineJoiner *joiner, const char *key, double x0, double y0, double x1, double y1)
{
  const double xy[] = { x0, y0, x1, y1 };

  yz_line_joiner_add (joiner, key, xy, 2);
}

static void
test_joins (void)
{
  g_autoptr (YzLineJoiner) joiner = yz_line_joiner_new ();
  Result result = { 0 };

  /* in any order and direction */
  add (joiner, "a", 100, 0, 200, 10);
  add (joiner, "a", 300, 0, 200, 10);
  add (joiner, "a", 0, 0, 100, 0);
  g_assert_true (yz_line_joiner_foreach (joiner, on_line, &result));
  g_assert_cmpint (result.n_lines, ==, 1);
  g_assert_cmpint (result.n_points, ==, 4);
}

static void
test_keeps_apart (void)
{
  g_autoptr (YzLineJoiner) joiner = yz_line_joiner_new ();
  Result result = { 0 };

  add (joiner, "a", 0, 0, 100, 0);
  add (joiner, "b", 100, 0, 200, 0);
  add (joiner, "a", 100, 0, 100, 100); /* a right angle is another street */
  g_assert_true (yz_line_joiner_foreach (joiner, on_line, &result));
  g_assert_cmpint (result.n_lines, ==, 3);
}

static void
test_straight_on (void)
{
  g_autoptr (YzLineJoiner) joiner = yz_line_joiner_new ();
  Result result = { 0 };

  add (joiner, "a", 0, 0, 100, 0);
  add (joiner, "a", 100, 0, 190, 45);
  add (joiner, "a", 100, 0, 200, 0);
  add (joiner, "a", 200, 0, 300, 0);
  g_assert_true (yz_line_joiner_foreach (joiner, on_line, &result));
  g_assert_cmpint (result.n_lines, ==, 2);
  g_assert_cmpint (result.n_points, ==, 4);
}

/* A ring ends where it began instead of going round for ever. */
static void
test_ring (void)
{
  g_autoptr (YzLineJoiner) joiner = yz_line_joiner_new ();
  const double one[] = { 0, 0, 50, -20, 100, 0, 120, 50, 100, 100 };
  const double other[] = { 100, 100, 50, 120, 0, 100, -20, 50, 0, 0 };
  Result result = { 0 };

  yz_line_joiner_add (joiner, "a", one, 5);
  yz_line_joiner_add (joiner, "a", other, 5);
  yz_line_joiner_add (joiner, "a", one, 1);
  g_assert_true (yz_line_joiner_foreach (joiner, on_line, &result));
  g_assert_cmpint (result.n_lines, ==, 1);
  g_assert_cmpint (result.n_points, ==, 9);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/carto/line-joiner/joins", test_joins);
  g_test_add_func ("/carto/line-joiner/keeps-apart", test_keeps_apart);
  g_test_add_func ("/carto/line-joiner/straight-on", test_straight_on);
  g_test_add_func ("/carto/line-joiner/ring", test_ring);
  return g_test_run ();
}
