/* Which minimum holds on a day, and how much is then missing or to spare. */
#include "config.h"

#include <glib.h>

#include "yz-stock-minimum.h"

static const YzStockMinimum all_year = { 0, 0, 10, 30 };
static const YzStockMinimum summer = { 601, 930, 40, 100 };
static const YzStockMinimum hot_days = { 715, 815, 80, 200 };
static const YzStockMinimum winter = { 1115, 315, 5, 0 };

static const YzStockMinimum *
find (guint day)
{
  const YzStockMinimum *const offered[] = { &hot_days, &all_year, &winter, &summer };
  const YzStockMinimum *best = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (offered); i++)
    best = yz_stock_minimum_prefer (best, offered[i], day);
  return best;
}

static void
test_season (void)
{
  g_assert_true (find (501) == &all_year);
  g_assert_true (find (601) == &summer);
  g_assert_true (find (714) == &summer);
  g_assert_true (find (715) == &hot_days);
  g_assert_true (find (816) == &summer);
  g_assert_true (find (930) == &summer);
  g_assert_true (find (1001) == &all_year);
}

static void
test_over_new_year (void)
{
  g_assert_true (find (1114) == &all_year);
  g_assert_true (find (1115) == &winter);
  g_assert_true (find (1231) == &winter);
  g_assert_true (find (101) == &winter);
  g_assert_true (find (229) == &winter);
  g_assert_true (find (315) == &winter);
  g_assert_true (find (316) == &all_year);
}

/* A season over the new year is as long as it is, not shorter than one of spring. */
static void
test_shorter (void)
{
  const YzStockMinimum cold = { 1201, 228, 1, 0 }, festival = { 115, 220, 2, 0 }, again = { 115, 220, 3, 0 };
  const YzStockMinimum *best = yz_stock_minimum_prefer (NULL, &festival, 201);

  g_assert_true (yz_stock_minimum_prefer (best, &cold, 201) == &festival);
  g_assert_true (yz_stock_minimum_prefer (best, &again, 201) == &again);
  g_assert_null (yz_stock_minimum_prefer (NULL, &cold, 301));
}

static void
test_lacking (void)
{
  g_assert_cmpint (yz_stock_minimum_count_lacking (&all_year, 10, 0), ==, 0);
  g_assert_cmpint (yz_stock_minimum_count_lacking (&all_year, 9, 0), ==, 21);
  g_assert_cmpint (yz_stock_minimum_count_lacking (&all_year, 4, 6), ==, 0);
  g_assert_cmpint (yz_stock_minimum_count_lacking (&all_year, 4, 5), ==, 21);
  /* without a target it is filled up to the minimum */
  g_assert_cmpint (yz_stock_minimum_count_lacking (&winter, 2, 0), ==, 3);
  g_assert_cmpint (yz_stock_minimum_count_spare (&all_year, 34), ==, 4);
  g_assert_cmpint (yz_stock_minimum_count_spare (&all_year, 20), ==, 0);
  g_assert_cmpint (yz_stock_minimum_count_spare (&winter, 6), ==, 1);
  g_assert_cmpint (yz_stock_minimum_count_spare (NULL, 6), ==, 6);
}

static void
test_day (void)
{
  g_assert_cmpuint (yz_stock_minimum_read_day ("06-01"), ==, 601);
  g_assert_cmpuint (yz_stock_minimum_read_day ("12-31"), ==, 1231);
  g_assert_cmpuint (yz_stock_minimum_read_day (NULL), ==, 0);
  g_assert_cmpuint (yz_stock_minimum_read_day ("6-1"), ==, 0);
  g_assert_cmpuint (yz_stock_minimum_read_day ("06/01"), ==, 0);
  g_assert_cmpuint (yz_stock_minimum_read_day ("ab-cd"), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/stock/minimum/season", test_season);
  g_test_add_func ("/stock/minimum/over-new-year", test_over_new_year);
  g_test_add_func ("/stock/minimum/shorter", test_shorter);
  g_test_add_func ("/stock/minimum/lacking", test_lacking);
  g_test_add_func ("/stock/minimum/day", test_day);
  return g_test_run ();
}
