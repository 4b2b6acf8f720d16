/*
 * How long stock lasts, from what was used lately. It is simple on purpose, so that somebody can check it by hand: the
 * mean use of each weekday over the last 90 days is expected to go on. A season shows in it as those days pass, and is
 * not foreseen.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How many days before today count. */
#define YZ_STOCK_FORECAST_DAYS 90

/* Whoever keeps an item for less than this, or used some on fewer days, is told nothing rather than nonsense. */
#define YZ_STOCK_FORECAST_LEAST_DAYS 14
#define YZ_STOCK_FORECAST_LEAST_USES 3

/* Beyond two years nothing is said. */
#define YZ_STOCK_FORECAST_HORIZON 730

/**
 * YzStockForecast:
 * @known: whether there is enough to go by
 * @mean: how many are used a day
 * @days: for how many whole days from today on the stock lasts, %YZ_STOCK_FORECAST_HORIZON for that long or longer
 */
typedef struct
{
  gboolean known;
  double mean;
  guint days;
} YzStockForecast;

/**
 * yz_stock_forecast_make:
 * @used: how many were used on each day, oldest first, yesterday last; what was given back is subtracted
 * @n_days: at most the last %YZ_STOCK_FORECAST_DAYS of them count, from the first day on which some were used
 * @stock: how many may be used now
 *
 * From four weeks on each weekday has a mean of its own, which matters to stations that close at weekends.
 *
 * Returns: what to expect
 */
YzStockForecast yz_stock_forecast_make (const gint64 *used, guint n_days, gint64 stock);

G_END_DECLS
