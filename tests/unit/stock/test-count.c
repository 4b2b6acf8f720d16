/* What a count says of the books, and how the lines of a sheet fall on its pages. */
#include "config.h"

#include <glib.h>

#include "yz-stock-count.h"

static void
test_judge (void)
{
  static const struct
  {
    YzStockCount count;
    YzStockCountResult result;
    gint64 difference;
    gint64 after;
  } cases[] = {
    { { .is_counted = FALSE, .counted = 0, .book = 5, .now = 5 }, YZ_STOCK_COUNT_OPEN, 0, 5 },
    { { .is_counted = TRUE, .counted = 0, .book = 5, .now = 5 }, YZ_STOCK_COUNT_LESS, -5, 0 },
    { { .is_counted = TRUE, .counted = 0, .book = 0, .now = 0 }, YZ_STOCK_COUNT_SAME, 0, 0 },
    { { .is_counted = TRUE, .counted = 8, .book = 5, .now = 5 }, YZ_STOCK_COUNT_MORE, 3, 8 },
    /* three were handed out after somebody counted five */
    { { .is_counted = TRUE, .counted = 5, .book = 6, .now = 3 }, YZ_STOCK_COUNT_LESS, -1, 2 },
    { { .is_counted = TRUE, .counted = 2, .book = 6, .now = 3 }, YZ_STOCK_COUNT_BELOW, -4, -1 },
    /* the books lacked two before anybody counted */
    { { .is_counted = TRUE, .counted = 0, .book = 0, .now = -2 }, YZ_STOCK_COUNT_SAME, 0, -2 },
    { { .is_counted = TRUE, .counted = 1, .book = 0, .now = -2 }, YZ_STOCK_COUNT_MORE, 1, -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (yz_stock_count_judge (&cases[i].count), ==, cases[i].result);
      g_assert_cmpint (yz_stock_count_get_difference (&cases[i].count), ==, cases[i].difference);
      g_assert_cmpint (yz_stock_count_get_after (&cases[i].count), ==, cases[i].after);
    }
}

static void
test_value (void)
{
  YzStockCount count = { .is_counted = TRUE, .counted = 3, .book = 5, .value = 1250 };
  gint64 fen;

  g_assert_true (yz_stock_count_get_value (&count, &fen));
  g_assert_cmpint (fen, ==, -2500);
  count.value = 0;
  g_assert_true (yz_stock_count_get_value (&count, &fen));
  g_assert_cmpint (fen, ==, 0);
  count.value = -1;
  g_assert_false (yz_stock_count_get_value (&count, &fen));

  count = (YzStockCount){ .is_counted = TRUE, .counted = 1000000000, .value = 100000000000 };
  g_assert_true (yz_stock_count_get_value (&count, &fen));
  g_assert_cmpint (fen, ==, G_MAXINT64);
}

static void
test_sum (void)
{
  static const YzStockCount counts[] = {
    { .is_counted = TRUE, .counted = 8, .book = 5, .value = 100 },
    { .is_counted = TRUE, .counted = 0, .book = 2, .value = 250 },
    { .is_counted = TRUE, .counted = 0, .book = 0, .value = 250 },
    { .is_counted = TRUE, .counted = 4, .book = 1, .value = -1 },
    { .is_counted = FALSE, .counted = 7, .book = 9, .value = 100 },
  };
  YzStockCountSum sum;

  yz_stock_count_sum (counts, G_N_ELEMENTS (counts), &sum);
  g_assert_cmpuint (sum.n_lines, ==, 5);
  g_assert_cmpuint (sum.n_counted, ==, 4);
  g_assert_cmpuint (sum.n_nothing, ==, 2);
  g_assert_cmpuint (sum.n_different, ==, 3);
  g_assert_cmpuint (sum.n_unvalued, ==, 1);
  g_assert_cmpint (sum.counted, ==, 12);
  g_assert_cmpint (sum.surplus, ==, 300);
  g_assert_cmpint (sum.shortage, ==, 500);
}

/* The largest amounts twice over: the sum stays where it is. */
static void
test_sum_is_bounded (void)
{
  YzStockCount counts[] = {
    { .is_counted = TRUE, .counted = 1000000000, .value = 100000000000 },
    { .is_counted = TRUE, .counted = 1000000000, .value = 100000000000 },
    { .is_counted = TRUE, .book = 1000000000, .value = 100000000000 },
    { .is_counted = TRUE, .book = 1000000000, .value = 100000000000 },
  };
  YzStockCountSum sum;

  yz_stock_count_sum (counts, G_N_ELEMENTS (counts), &sum);
  g_assert_cmpint (sum.surplus, ==, G_MAXINT64);
  g_assert_cmpint (sum.shortage, ==, G_MAXINT64);
}

static void
test_pages (void)
{
  /* with four rows a page: heading 1 1 1 | heading 1, no heading alone | heading 2 2 | … */
  static const YzStockCount counts[] = { { .place = 1 }, { .place = 1 }, { .place = 1 }, { .place = 1 },
                                         { .place = 2 }, { .place = 2 }, { .place = 3 } };
  static const guint expected[] = { 1, 1, 1, 2, 2, 3, 3 };
  guint pages[G_N_ELEMENTS (counts)];

  g_assert_cmpuint (yz_stock_count_break_pages (counts, G_N_ELEMENTS (counts), 4, pages), ==, 3);
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    g_assert_cmpuint (pages[i], ==, expected[i]);
  g_assert_cmpuint (yz_stock_count_break_pages (NULL, 0, 4, NULL), ==, 1);
}

/* On no page stands more than it holds, none is empty, and no line goes back to an earlier one. */
static void
test_pages_hold (void)
{
  for (guint round = 0; round < 500; round++)
    {
      guint n = (guint) g_test_rand_int_range (1, 120), rows = (guint) g_test_rand_int_range (2, 30);
      g_autofree YzStockCount *counts = g_new0 (YzStockCount, n);
      g_autofree guint *pages = g_new0 (guint, n);
      guint used = 0, n_pages;

      for (guint i = 1; i < n; i++)
        counts[i].place = counts[i - 1].place + (g_test_rand_int_range (0, 4) == 0);
      n_pages = yz_stock_count_break_pages (counts, n, rows, pages);
      g_assert_cmpuint (pages[0], ==, 1);
      g_assert_cmpuint (pages[n - 1], ==, n_pages);
      for (guint i = 0; i < n; i++)
        {
          gboolean first = i == 0 || pages[i] != pages[i - 1];

          g_assert_true (i == 0 || pages[i] - pages[i - 1] <= 1);
          used = (first ? 0 : used) + (first || counts[i].place != counts[i - 1].place ? 2 : 1);
          g_assert_cmpuint (used, <=, rows);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stock/count/judge", test_judge);
  g_test_add_func ("/stock/count/value", test_value);
  g_test_add_func ("/stock/count/sum", test_sum);
  g_test_add_func ("/stock/count/sum-is-bounded", test_sum_is_bounded);
  g_test_add_func ("/stock/count/pages", test_pages);
  g_test_add_func ("/stock/count/pages-hold", test_pages_hold);
  return g_test_run ();
}
