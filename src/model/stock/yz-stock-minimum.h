/*
 * How much of an item a place should have on a day. Several minimums may be set for different seasons; a season may go
 * over the new year. Days of the year are written month × 100 + day, 601 for the first of June.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * YzStockMinimum:
 * @begins, @ends: the first and the last day of the season, 0 for the whole year
 * @minimum: below this it is too little
 * @target: what it is filled up to; less than @minimum means @minimum
 */
typedef struct
{
  guint begins;
  guint ends;
  gint64 minimum;
  gint64 target;
} YzStockMinimum;

/**
 * yz_stock_minimum_read_day:
 * @text: (nullable): month and day, "06-01"
 *
 * Returns: the day of the year, 0 for anything else
 */
guint yz_stock_minimum_read_day (const char *text);

/**
 * yz_stock_minimum_holds:
 * @day: of the year
 *
 * Returns: whether @day is in its season
 */
gboolean yz_stock_minimum_holds (const YzStockMinimum *self, guint day);

/**
 * yz_stock_minimum_prefer:
 * @best: (nullable): that holds on @day
 * @day: of the year
 *
 * Finds the one that holds, out of any number: the one of the shortest season, of equally long ones the last.
 *
 * Returns: (transfer none) (nullable): @next if it holds on @day and is no less particular than @best, else @best
 */
const YzStockMinimum *yz_stock_minimum_prefer (const YzStockMinimum *best, const YzStockMinimum *next, guint day);

/**
 * yz_stock_minimum_count_lacking:
 * @there: how many may be used
 * @coming: how many are on their way
 *
 * What is coming counts as if it were there: nobody shall send twice what is wanted once.
 *
 * Returns: how many are missing to the target if there are fewer than the minimum, else 0
 */
gint64 yz_stock_minimum_count_lacking (const YzStockMinimum *self, gint64 there, gint64 coming);

/**
 * yz_stock_minimum_count_spare:
 * @self: (nullable): %NULL for a place that needs nothing itself
 *
 * Returns: how many can be given away without falling below the target
 */
gint64 yz_stock_minimum_count_spare (const YzStockMinimum *self, gint64 there);

G_END_DECLS
