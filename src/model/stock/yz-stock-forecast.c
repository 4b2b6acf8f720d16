#include "config.h"

#include "yz-stock-forecast.h"

#define DAYS_FOR_WEEKDAYS 28

/* The days that count: from the first use on, and not too old. */
static guint
find_first (const gint64 *used, guint n_days)
{
  guint first = n_days > YZ_STOCK_FORECAST_DAYS ? n_days - YZ_STOCK_FORECAST_DAYS : 0;

  while (first < n_days && used[first] <= 0)
    first++;
  return first;
}

/* What is expected on each day of the week that begins today; the last day of @used was yesterday. */
static void
find_means (const gint64 *used, guint n_days, double mean, double means[7])
{
  guint n[7] = { 0 };

  for (guint i = 0; i < 7; i++)
    means[i] = n_days < DAYS_FOR_WEEKDAYS ? mean : 0;
  if (n_days < DAYS_FOR_WEEKDAYS)
    return;
  for (guint i = 0; i < n_days; i++)
    {
      guint weekday = (7 - (n_days - i) % 7) % 7;

      means[weekday] += (double) used[i];
      n[weekday]++;
    }
  for (guint i = 0; i < 7; i++)
    means[i] = MAX (means[i] / n[i], 0);
}

YzStockForecast
yz_stock_forecast_make (const gint64 *used, guint n_days, gint64 stock)
{
  YzStockForecast forecast = { 0 };
  guint first = find_first (used, n_days), n = n_days - first, n_uses = 0;
  double means[7], left = (double) stock;
  gint64 sum = 0;

  for (guint i = first; i < n_days; i++)
    {
      sum += used[i];
      n_uses += used[i] > 0;
    }
  if (n < YZ_STOCK_FORECAST_LEAST_DAYS || n_uses < YZ_STOCK_FORECAST_LEAST_USES || sum <= 0)
    return forecast;
  forecast.known = TRUE;
  forecast.mean = (double) sum / n;
  find_means (used + first, n, forecast.mean, means);
  for (; forecast.days < YZ_STOCK_FORECAST_HORIZON; forecast.days++)
    {
      left -= means[forecast.days % 7];
      if (left < -1e-9)
        break;
    }
  return forecast;
}
