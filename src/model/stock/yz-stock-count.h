/*
 * What a count says, on plain numbers. Counted, counted and nothing there, and not counted are three things; a count is
 * compared with what the books had at its own instant, and what has moved since comes on top of it. Also how the lines
 * of a sheet fall on its pages, so that the screen adds up what one page of paper adds up.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a page of A4 holds of lines and headings of places, and the empty lines at its foot, which have numbers. */
#define YZ_STOCK_COUNT_ROWS_A_PAGE 22
#define YZ_STOCK_COUNT_BLANKS_A_PAGE 2

/**
 * YzStockCount:
 * @place: a name of the caller's; lines of one place stand together
 * @is_counted: whether somebody counted
 * @counted: how many there were
 * @book: what the books have at the instant of the count
 * @now: what they have now
 * @value: of one unit in fen, -1 for unknown
 *
 * A line of a stocktake.
 */
typedef struct
{
  guint32 place;
  gboolean is_counted;
  gint64 counted;
  gint64 book;
  gint64 now;
  gint64 value;
} YzStockCount;

/**
 * YzStockCountResult:
 * @YZ_STOCK_COUNT_OPEN: not counted
 * @YZ_STOCK_COUNT_SAME: as the books have it
 * @YZ_STOCK_COUNT_MORE: more than the books have
 * @YZ_STOCK_COUNT_LESS: fewer
 * @YZ_STOCK_COUNT_BELOW: so few that what was taken since could not have been there: one of the two is wrong
 */
typedef enum
{
  YZ_STOCK_COUNT_OPEN,
  YZ_STOCK_COUNT_SAME,
  YZ_STOCK_COUNT_MORE,
  YZ_STOCK_COUNT_LESS,
  YZ_STOCK_COUNT_BELOW,
} YzStockCountResult;

/**
 * yz_stock_count_judge:
 *
 * Returns: what the count says of the books
 */
YzStockCountResult yz_stock_count_judge (const YzStockCount *count);

/**
 * yz_stock_count_get_difference:
 *
 * Returns: how many more there are than the books have; 0 if nobody counted
 */
gint64 yz_stock_count_get_difference (const YzStockCount *count);

/**
 * yz_stock_count_get_after:
 *
 * Returns: what the books have now once the count is confirmed: what was counted, and what has moved since
 */
gint64 yz_stock_count_get_after (const YzStockCount *count);

/**
 * yz_stock_count_get_value:
 * @fen: (out): what the difference is worth; beyond what a number holds, the largest that it holds
 *
 * Returns: %FALSE if nobody knows what one is worth
 */
gboolean yz_stock_count_get_value (const YzStockCount *count, gint64 *fen);

/**
 * YzStockCountSum:
 * @n_lines: of which @n_counted were counted, @n_nothing with nothing there, @n_different otherwise than the books
 * @n_unvalued: differences of which nobody knows the worth; they are in neither of the two
 * @counted: all that was counted, added up like the foot of a printed page
 * @surplus, @shortage: what the differences are worth in fen, both 0 or more
 */
typedef struct
{
  guint n_lines;
  guint n_counted;
  guint n_nothing;
  guint n_different;
  guint n_unvalued;
  gint64 counted;
  gint64 surplus;
  gint64 shortage;
} YzStockCountSum;

/**
 * yz_stock_count_sum:
 * @sum: (out): of all lines
 */
void yz_stock_count_sum (const YzStockCount *counts, guint n_counts, YzStockCountSum *sum);

/**
 * yz_stock_count_break_pages:
 * @counts: in printed order
 * @rows: of a page, at least 2
 * @pages: (out caller-allocates) (array length=n_counts): the page of each line, counted from 1
 *
 * Every place has a heading of one row, which is said again where its lines go on on another page, and never stands
 * alone at the foot of one.
 *
 * Returns: how many pages there are, at least 1
 */
guint yz_stock_count_break_pages (const YzStockCount *counts, guint n_counts, guint rows, guint *pages);

G_END_DECLS
