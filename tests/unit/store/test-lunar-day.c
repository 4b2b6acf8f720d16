/* Names of days of the Chinese calendar; the dates are those that the State Council's notices of 2025 and 2026 name. */
#include "config.h"

#include "yz-lunar-day.h"

static void
check_day (GDateYear year, GDateMonth month, GDateDay day, const char *chinese, const char *english)
{
  GDate date;
  g_autofree char *name = NULL, *foreign = NULL;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day, month, year);
  name = yz_lunar_day_get_name (g_date_get_julian (&date), FALSE);
  foreign = yz_lunar_day_get_name (g_date_get_julian (&date), TRUE);
  g_assert_cmpstr (name, ==, chinese);
  g_assert_cmpstr (foreign, ==, english);
}

static void
test_new_year (void)
{
  check_day (2026, G_DATE_FEBRUARY, 15, "腊月廿八", NULL);
  check_day (2026, G_DATE_FEBRUARY, 16, "除夕", "Lunar New Year's Eve");
  check_day (2026, G_DATE_FEBRUARY, 17, "初一", "Lunar New Year");
  check_day (2026, G_DATE_FEBRUARY, 23, "初七", NULL);
  check_day (2025, G_DATE_JANUARY, 28, "除夕", "Lunar New Year's Eve");
  check_day (2025, G_DATE_JANUARY, 29, "初一", "Lunar New Year");
}

static void
test_festivals (void)
{
  check_day (2026, G_DATE_JUNE, 19, "端午节", "Dragon Boat Day");
  check_day (2026, G_DATE_SEPTEMBER, 25, "中秋节", "Mid-Autumn Day");
  check_day (2025, G_DATE_OCTOBER, 6, "中秋节", "Mid-Autumn Day");
}

static void
test_leap_month (void)
{
  check_day (2025, G_DATE_JULY, 25, "闰六月初一", NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/lunar-day/new-year", test_new_year);
  g_test_add_func ("/store/lunar-day/festivals", test_festivals);
  g_test_add_func ("/store/lunar-day/leap-month", test_leap_month);
  return g_test_run ();
}
