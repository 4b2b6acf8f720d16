/* How long stock lasts. */
#include "config.h"

#include <glib.h>

#include "yz-stock-forecast.h"

static void
test_steady (void)
{
  gint64 used[20];
  YzStockForecast forecast;

  for (guint i = 0; i < G_N_ELEMENTS (used); i++)
    used[i] = 2;
  forecast = yz_stock_forecast_make (used, G_N_ELEMENTS (used), 13);
  g_assert_true (forecast.known);
  g_assert_cmpfloat_with_epsilon (forecast.mean, 2, 1e-9);
  g_assert_cmpuint (forecast.days, ==, 6);
  g_assert_cmpuint (yz_stock_forecast_make (used, G_N_ELEMENTS (used), 14).days, ==, 7);
  g_assert_cmpuint (yz_stock_forecast_make (used, G_N_ELEMENTS (used), 0).days, ==, 0);
  g_assert_cmpuint (yz_stock_forecast_make (used, G_N_ELEMENTS (used), 100000).days, ==, YZ_STOCK_FORECAST_HORIZON);
}

/* 70 are used each seventh day only, yesterday for the last time: the next time is in six days. */
static void
test_weekdays (void)
{
  gint64 used[84] = { 0 };
  YzStockForecast forecast;

  for (guint i = 6; i < G_N_ELEMENTS (used); i += 7)
    used[i] = 70;
  forecast = yz_stock_forecast_make (used, G_N_ELEMENTS (used), 70);
  g_assert_cmpuint (forecast.days, ==, 13);
  g_assert_cmpuint (yz_stock_forecast_make (used, G_N_ELEMENTS (used), 69).days, ==, 6);
}

/* What was used before the item was kept, and long ago, says nothing. */
static void
test_window (void)
{
  gint64 used[120] = { 0 };

  used[0] = 1000;
  for (guint i = 60; i < G_N_ELEMENTS (used); i++)
    used[i] = 3;
  g_assert_cmpfloat_with_epsilon (yz_stock_forecast_make (used, G_N_ELEMENTS (used), 9).mean, 3, 1e-9);
}

static void
test_not_enough (void)
{
  gint64 few_days[13], few_uses[60] = { 0 }, given_back[60] = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (few_days); i++)
    few_days[i] = 4;
  few_uses[0] = few_uses[30] = 5;
  given_back[0] = given_back[10] = given_back[20] = 5;
  given_back[40] = -15;
  g_assert_false (yz_stock_forecast_make (few_days, G_N_ELEMENTS (few_days), 9).known);
  g_assert_false (yz_stock_forecast_make (few_uses, G_N_ELEMENTS (few_uses), 9).known);
  g_assert_false (yz_stock_forecast_make (given_back, G_N_ELEMENTS (given_back), 9).known);
  g_assert_false (yz_stock_forecast_make (NULL, 0, 9).known);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/stock/forecast/steady", test_steady);
  g_test_add_func ("/stock/forecast/weekdays", test_weekdays);
  g_test_add_func ("/stock/forecast/window", test_window);
  g_test_add_func ("/stock/forecast/not-enough", test_not_enough);
  return g_test_run ();
}
