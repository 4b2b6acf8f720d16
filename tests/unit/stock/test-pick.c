/* First expiring, first out. */
#include "config.h"

#include <glib.h>

#include "yz-stock-pick.h"

#define TODAY 1000

static const YzStockLot lots[] = {
  { .lot = 1, .quantity = 5, .expiry = 0, .received = 1 },
  { .lot = 2, .quantity = 4, .expiry = 1100, .received = 9 },
  { .lot = 3, .quantity = 3, .expiry = 1000, .received = 5 },
  { .lot = 4, .quantity = 9, .expiry = 999, .received = 2 },
  { .lot = 5, .quantity = 9, .expiry = 1001, .received = 2, .recalled = TRUE },
  { .lot = 6, .quantity = 2, .expiry = 1100, .received = 3 },
};

static void
test_order (void)
{
  static const guint expected[] = { 2, 5, 1, 0 };
  gint64 missing;
  g_autoptr (GArray) picks = yz_stock_pick (lots, G_N_ELEMENTS (lots), 10, TODAY, &missing);

  g_assert_cmpint (missing, ==, 0);
  g_assert_cmpuint (picks->len, ==, 4);
  for (guint i = 0; i < picks->len; i++)
    g_assert_cmpuint (g_array_index (picks, YzStockPick, i).index, ==, expected[i]);
  g_assert_cmpint (g_array_index (picks, YzStockPick, 3).quantity, ==, 1);
}

static void
test_missing (void)
{
  gint64 missing;
  g_autoptr (GArray) picks = yz_stock_pick (lots, G_N_ELEMENTS (lots), 20, TODAY, &missing);

  /* neither the expired nor the recalled ones are stock */
  g_assert_cmpint (yz_stock_count_usable (lots, G_N_ELEMENTS (lots), TODAY), ==, 14);
  g_assert_cmpint (missing, ==, 6);
  g_assert_cmpuint (picks->len, ==, 4);
}

static void
test_choice (void)
{
  g_autoptr (GArray) picks = g_array_new (FALSE, FALSE, sizeof (YzStockPick));
  YzStockPick pick = { 2, 2 };

  g_array_append_val (picks, pick);
  g_assert_true (yz_stock_pick_is_first_expiring (lots, G_N_ELEMENTS (lots), picks, TODAY));
  pick = (YzStockPick){ 1, 1 };
  g_array_append_val (picks, pick);
  g_assert_false (yz_stock_pick_is_first_expiring (lots, G_N_ELEMENTS (lots), picks, TODAY));
  g_array_index (picks, YzStockPick, 0).quantity = 3;
  g_assert_true (yz_stock_pick_is_first_expiring (lots, G_N_ELEMENTS (lots), picks, TODAY));
}

/* Whatever is picked is there, is usable, is enough if there is enough, and is the first that expires. */
static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);

  for (guint round = 0; round < 2000; round++)
    {
      guint n = (guint) g_rand_int_range (random, 0, 12);
      gint64 wanted = g_rand_int_range (random, 0, 40), missing, taken = 0;
      YzStockLot drawn[12] = { 0 };
      g_autoptr (GArray) picks = NULL;

      for (guint i = 0; i < n; i++)
        drawn[i] = (YzStockLot){ .lot = i,
                                 .quantity = g_rand_int_range (random, 0, 9),
                                 .expiry = (guint32) g_rand_int_range (random, 997, 1006) % 1005,
                                 .received = g_rand_int_range (random, 0, 3),
                                 .recalled = g_rand_int_range (random, 0, 9) == 0 };
      picks = yz_stock_pick (drawn, n, wanted, TODAY, &missing);
      for (guint i = 0; i < picks->len; i++)
        {
          const YzStockPick *pick = &g_array_index (picks, YzStockPick, i);

          g_assert_cmpint (pick->quantity, >, 0);
          g_assert_cmpint (pick->quantity, <=, drawn[pick->index].quantity);
          g_assert_true (yz_stock_lot_is_usable (&drawn[pick->index], TODAY));
          taken += pick->quantity;
        }
      g_assert_cmpint (taken + missing, ==, wanted);
      g_assert_cmpint (missing, ==, MAX (0, wanted - yz_stock_count_usable (drawn, n, TODAY)));
      g_assert_true (yz_stock_pick_is_first_expiring (drawn, n, picks, TODAY));
    }
}

/* What keeps is later than any day. */
static void
test_expiry (void)
{
  g_assert_cmpint (yz_stock_expiry_compare (999, 1000), <, 0);
  g_assert_cmpint (yz_stock_expiry_compare (0, 1000), >, 0);
  g_assert_cmpint (yz_stock_expiry_compare (1000, 0), <, 0);
  g_assert_cmpint (yz_stock_expiry_compare (0, 0), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stock/pick/order", test_order);
  g_test_add_func ("/stock/pick/missing", test_missing);
  g_test_add_func ("/stock/pick/choice", test_choice);
  g_test_add_func ("/stock/pick/expiry", test_expiry);
  g_test_add_func ("/stock/pick/random", test_random);
  return g_test_run ();
}
