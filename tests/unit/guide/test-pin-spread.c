/* Pins on a map: none covers another, none leaves the map, each is near its place. */
#include "config.h"

#include "yz-pin-spread.h"

#include <math.h>

static const YzRect area = { 10, 20, 180, 90 };

static YzPinSpreadOptions
get_options (void)
{
  return (YzPinSpreadOptions){ .area = area, .radius = 2.7, .floor = 1.2, .gap = 0.4 };
}

/* What must hold however the places lie; returns how many found no room. */
static guint
check (const YzPinSpot *spots, guint n, const YzPinSpreadOptions *options, double radius)
{
  guint left_out = 0;

  g_assert_cmpfloat (radius, >=, options->floor);
  g_assert_cmpfloat (radius, <=, options->radius);
  for (guint i = 0; i < n; i++)
    {
      const YzPinSpot *a = &spots[i];
      double reach = a->reach * radius - 0.001;

      left_out += a->left_out;
      if (a->left_out)
        continue;
      g_assert_cmpfloat (a->pin_x, >=, area.x + reach);
      g_assert_cmpfloat (a->pin_x, <=, area.x + area.width - reach);
      g_assert_cmpfloat (a->pin_y, >=, area.y + reach);
      g_assert_cmpfloat (a->pin_y, <=, area.y + area.height - reach);
      g_assert_cmpint (a->led, ==, hypot (a->pin_x - a->x, a->pin_y - a->y) > 0.56 * radius);
      for (guint j = i + 1; j < n; j++)
        if (!spots[j].left_out)
          g_assert_cmpfloat (hypot (a->pin_x - spots[j].pin_x, a->pin_y - spots[j].pin_y), >=,
                             (a->reach + spots[j].reach) * radius + options->gap - 0.001);
    }
  return left_out;
}

static void
test_alone (void)
{
  YzPinSpot spots[] = { { .x = 50, .y = 50, .reach = 1 },
                        { .x = 100, .y = 60, .reach = 1.3 },
                        { .x = 10.5, .y = 20.5, .reach = 1 } };
  const YzPinSpreadOptions options = get_options ();
  double radius = yz_pin_spread (spots, G_N_ELEMENTS (spots), &options);

  g_assert_cmpfloat (radius, ==, 2.7);
  g_assert_cmpuint (check (spots, G_N_ELEMENTS (spots), &options, radius), ==, 0);
  for (guint i = 0; i < 2; i++)
    {
      g_assert_cmpfloat (spots[i].pin_x, ==, spots[i].x);
      g_assert_cmpfloat (spots[i].pin_y, ==, spots[i].y);
      g_assert_false (spots[i].led);
    }
  g_assert_true (spots[2].led); /* the corner is too narrow for a pin that covers its place */
}

static void
test_pair (void)
{
  const YzPinSpreadOptions options = get_options ();
  YzPinSpot apart[] = { { .x = 50, .y = 50, .reach = 1 }, { .x = 54, .y = 50, .reach = 1 } };
  YzPinSpot near[] = { { .x = 50, .y = 50, .reach = 1 }, { .x = 51.5, .y = 50, .reach = 1 } };
  double radius = yz_pin_spread (apart, 2, &options);

  g_assert_cmpuint (check (apart, 2, &options, radius), ==, 0);
  g_assert_false (apart[0].led || apart[1].led); /* a nudge is enough */

  radius = yz_pin_spread (near, 2, &options);
  g_assert_cmpuint (check (near, 2, &options, radius), ==, 0);
  g_assert_true (near[0].led && near[1].led); /* one that stayed would cover the other's dot */
  for (guint i = 0; i < 2; i++)
    g_assert_cmpfloat (hypot (near[i].pin_x - near[i].x, near[i].pin_y - near[i].y), <, 3 * radius);
}

static void
test_avoid (void)
{
  const YzRect fold = { 98, 20, 4, 90 };
  YzPinSpot spots[] = { { .x = 100, .y = 50, .reach = 1 }, { .x = 100, .y = 53, .reach = 1 } };
  YzPinSpreadOptions options = get_options ();
  double radius;

  options.avoid = &fold;
  options.n_avoid = 1;
  radius = yz_pin_spread (spots, G_N_ELEMENTS (spots), &options);
  g_assert_cmpuint (check (spots, G_N_ELEMENTS (spots), &options, radius), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (spots); i++)
    g_assert_cmpfloat (fabs (spots[i].pin_x - 100), >=, 2 + radius - 0.001);
}

typedef enum
{
  RANDOM,
  CLUSTERED,
  ONE_POINT,
  ON_A_LINE,
  N_PATTERNS,
} Pattern;

static void
fill (YzPinSpot *spots, guint n, Pattern pattern, GRand *rand)
{
  double x = g_rand_double_range (rand, area.x, area.x + area.width);
  double y = g_rand_double_range (rand, area.y, area.y + area.height);

  for (guint i = 0; i < n; i++)
    {
      double dx = 0, dy = 0;

      if (pattern == RANDOM || (pattern == CLUSTERED && i % 10 == 0))
        {
          x = g_rand_double_range (rand, area.x, area.x + area.width);
          y = g_rand_double_range (rand, area.y, area.y + area.height);
        }
      if (pattern == CLUSTERED || pattern == ON_A_LINE)
        dx = g_rand_double_range (rand, -6, 6);
      if (pattern == CLUSTERED)
        dy = g_rand_double_range (rand, -6, 6);
      spots[i] = (YzPinSpot){ .x = CLAMP (x + dx, area.x, area.x + area.width),
                              .y = CLAMP (y + dy, area.y, area.y + area.height),
                              .reach = i % 7 == 0 ? 1.35 : 1 };
    }
}

static double
turn (double x0, double y0, double x1, double y1, double x, double y)
{
  return (x1 - x0) * (y - y0) - (y1 - y0) * (x - x0);
}

/* How many lines from pins to places cross the line of a pin of the same shape, which could stand there as well. */
static guint
count_crossings (const YzPinSpot *spots, guint n)
{
  guint crossings = 0;

  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n; j++)
      {
        const YzPinSpot *a = &spots[i], *b = &spots[j];

        crossings += a->led && b->led && a->reach == b->reach &&
                     turn (a->x, a->y, a->pin_x, a->pin_y, b->x, b->y) *
                         turn (a->x, a->y, a->pin_x, a->pin_y, b->pin_x, b->pin_y) <
                       0 &&
                     turn (b->x, b->y, b->pin_x, b->pin_y, a->x, a->y) *
                         turn (b->x, b->y, b->pin_x, b->pin_y, a->pin_x, a->pin_y) <
                       0;
      }
  return crossings;
}

/* Lines do not cross where that can be avoided, wherever the places lie. */
static void
test_lines (void)
{
  const YzPinSpreadOptions options = get_options ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);
  guint n_lines = 0;

  for (guint k = 0; k < 40; k++)
    for (Pattern pattern = 0; pattern < N_PATTERNS; pattern++)
      {
        const guint n = (guint) g_rand_int_range (rand, 2, 40);
        YzPinSpot spots[40];

        fill (spots, n, pattern, rand);
        yz_pin_spread (spots, n, &options);
        for (guint i = 0; i < n; i++)
          n_lines += spots[i].led;
        g_test_message ("%u pins, pattern %d: %u crossings", n, pattern, count_crossings (spots, n));
        g_assert_cmpuint (count_crossings (spots, n), ==, 0);
      }
  g_assert_cmpuint (n_lines, >, 500);
}

static void
test_any (void)
{
  static const guint numbers[] = { 3, 10, 24, 60, 150, 500 };
  const YzPinSpreadOptions options = get_options ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);

  for (guint k = 0; k < G_N_ELEMENTS (numbers); k++)
    for (Pattern pattern = 0; pattern < N_PATTERNS; pattern++)
      {
        guint n = numbers[k];
        g_autofree YzPinSpot *spots = g_new (YzPinSpot, n);
        g_autofree YzPinSpot *again = NULL;
        gint64 start = g_get_monotonic_time ();
        double radius;

        fill (spots, n, pattern, rand);
        again = g_memdup2 (spots, n * sizeof *spots);
        radius = yz_pin_spread (spots, n, &options);
        g_test_message ("%u pins, pattern %d: radius %.2f, %.0f ms", n, pattern, radius,
                        (double) (g_get_monotonic_time () - start) / 1000);
        g_assert_cmpuint (check (spots, n, &options, radius), ==, 0);
        g_assert_cmpfloat (yz_pin_spread (again, n, &options), ==, radius);
        for (guint i = 0; i < n; i++)
          g_assert_true (spots[i].pin_x == again[i].pin_x && spots[i].pin_y == again[i].pin_y);
      }
}

static void
test_too_many (void)
{
  YzPinSpreadOptions options = get_options ();
  g_autofree YzPinSpot *spots = g_new (YzPinSpot, 500);
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  double radius;
  guint left_out;

  options.floor = 2.7;
  fill (spots, 500, RANDOM, rand);
  radius = yz_pin_spread (spots, 500, &options);
  g_assert_cmpfloat (radius, ==, 2.7);
  left_out = check (spots, 500, &options, radius);
  g_assert_cmpuint (left_out, >, 50); /* 180 × 90 mm hold some 480 squares of 5.8 mm at most */
  g_assert_cmpuint (left_out, <, 300);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/guide/pin-spread/alone", test_alone);
  g_test_add_func ("/guide/pin-spread/pair", test_pair);
  g_test_add_func ("/guide/pin-spread/avoid", test_avoid);
  g_test_add_func ("/guide/pin-spread/lines", test_lines);
  g_test_add_func ("/guide/pin-spread/any", test_any);
  g_test_add_func ("/guide/pin-spread/too-many", test_too_many);
  return g_test_run ();
}
