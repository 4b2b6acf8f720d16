#include "yz-clock.h"

static void
test_stands_still (void)
{
  g_autoptr (YzClock) clock = yz_clock_new_at (1000);
  g_autoptr (GDateTime) local = NULL;

  g_assert_cmpint (yz_clock_get_now (clock), ==, 1000);
  yz_clock_set_now (clock, -1);
  g_assert_cmpint (yz_clock_get_now (clock), ==, -1);
  yz_clock_set_now (clock, 0);
  local = yz_clock_get_local (clock);
  g_assert_cmpint (g_date_time_get_hour (local), ==, 8);
}

static void
test_follows (void)
{
  g_autoptr (YzClock) clock = yz_clock_new ();
  gint64 before = g_get_real_time () / 1000;

  g_assert_cmpint (yz_clock_get_now (clock), >=, before);
}

/* What a damaged file says about the time is shown, too. */
static void
test_any_instant (void)
{
  static const gint64 instants[] = { G_MININT64, YZ_OFFICE_TIME_FIRST, YZ_OFFICE_TIME_LAST, G_MAXINT64 };
  static const int years[] = { 1, 1, 9999, 9999 };

  for (guint i = 0; i < G_N_ELEMENTS (instants); i++)
    {
      g_autoptr (GDateTime) local = yz_office_time (instants[i]);

      g_assert_nonnull (local);
      g_assert_cmpint (g_date_time_get_year (local), ==, years[i]);
    }
}

/* A list writes an instant into each of its rows: the zone is not looked up for each of them. */
static void
test_one_zone (void)
{
  g_autoptr (GDateTime) first = yz_office_time (0);
  g_autoptr (GDateTime) second = yz_office_time (1);

  g_assert_true (g_date_time_get_timezone (first) == g_date_time_get_timezone (second));
  g_clear_pointer (&first, g_date_time_unref);
  g_clear_pointer (&second, g_date_time_unref);
  second = yz_office_time (G_GINT64_CONSTANT (1795257240000)); /* the zone outlives whoever used it */
  g_assert_cmpint (g_date_time_get_utc_offset (second), ==, 8 * G_TIME_SPAN_HOUR);
}

static void
assert_month (gint64 instant, int months, const char *expected)
{
  g_autoptr (GDateTime) first = yz_office_time (yz_office_month (instant, months));
  g_autofree char *text = g_date_time_format (first, "%Y-%m-%d %H:%M");

  g_assert_cmpstr (text, ==, expected);
}

/* In Shanghai the month begins while it is still yesterday in Greenwich. */
static void
test_month (void)
{
  const gint64 instant = G_GINT64_CONSTANT (1795257240000); /* 2026-11-21 in Shanghai */

  assert_month (instant, 0, "2026-11-01 00:00");
  assert_month (instant, -1, "2026-10-01 00:00");
  assert_month (instant, 2, "2027-01-01 00:00");
  g_assert_cmpint (yz_office_month (YZ_OFFICE_TIME_FIRST, -1), <=, YZ_OFFICE_TIME_FIRST);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/base/clock/stands-still", test_stands_still);
  g_test_add_func ("/base/clock/follows", test_follows);
  g_test_add_func ("/base/clock/any-instant", test_any_instant);
  g_test_add_func ("/base/clock/one-zone", test_one_zone);
  g_test_add_func ("/base/clock/month", test_month);
  return g_test_run ();
}
