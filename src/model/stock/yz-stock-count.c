#include "config.h"

#include "yz-stock-count.h"

gint64
yz_stock_count_get_difference (const YzStockCount *count)
{
  return count->is_counted ? count->counted - count->book : 0;
}

gint64
yz_stock_count_get_after (const YzStockCount *count)
{
  return count->now + yz_stock_count_get_difference (count);
}

YzStockCountResult
yz_stock_count_judge (const YzStockCount *count)
{
  gint64 difference = yz_stock_count_get_difference (count);

  if (!count->is_counted)
    return YZ_STOCK_COUNT_OPEN;
  /* more may have been given out than the books had; a count only makes that worse if it finds fewer */
  if (difference < 0 && yz_stock_count_get_after (count) < 0)
    return YZ_STOCK_COUNT_BELOW;
  if (difference == 0)
    return YZ_STOCK_COUNT_SAME;
  return difference > 0 ? YZ_STOCK_COUNT_MORE : YZ_STOCK_COUNT_LESS;
}

/* A thousand million of what is worth a thousand million is more than a number holds. */
static gint64
multiply (gint64 a, gint64 b)
{
  gint64 product;

  if (!__builtin_mul_overflow (a, b, &product))
    return product;
  return (a < 0) != (b < 0) ? -G_MAXINT64 : G_MAXINT64;
}

static gint64
add (gint64 a, gint64 b)
{
  return a > G_MAXINT64 - b ? G_MAXINT64 : a + b;
}

gboolean
yz_stock_count_get_value (const YzStockCount *count, gint64 *fen)
{
  *fen = 0;
  if (count->value < 0)
    return FALSE;
  *fen = multiply (yz_stock_count_get_difference (count), count->value);
  return TRUE;
}

static void
add_difference (YzStockCountSum *sum, const YzStockCount *count)
{
  gint64 fen;

  sum->n_different++;
  if (!yz_stock_count_get_value (count, &fen))
    sum->n_unvalued++;
  else if (fen > 0)
    sum->surplus = add (sum->surplus, fen);
  else
    sum->shortage = add (sum->shortage, -fen);
}

void
yz_stock_count_sum (const YzStockCount *counts, guint n_counts, YzStockCountSum *sum)
{
  *sum = (YzStockCountSum){ .n_lines = n_counts };
  for (guint i = 0; i < n_counts; i++)
    {
      if (!counts[i].is_counted)
        continue;
      sum->n_counted++;
      sum->counted += counts[i].counted;
      if (counts[i].counted == 0)
        sum->n_nothing++;
      if (yz_stock_count_get_difference (&counts[i]) != 0)
        add_difference (sum, &counts[i]);
    }
}

guint
yz_stock_count_break_pages (const YzStockCount *counts, guint n_counts, guint rows, guint *pages)
{
  guint page = 1, used = 0;

  g_return_val_if_fail (rows >= 2, 1);

  for (guint i = 0; i < n_counts; i++)
    {
      gboolean has_heading = i == 0 || counts[i].place != counts[i - 1].place;

      if (used + (has_heading ? 2 : 1) > rows)
        {
          page++;
          used = 0;
        }
      used += has_heading || used == 0 ? 2 : 1;
      pages[i] = page;
    }
  return page;
}
