/* Kits: how many can be made, when they expire, and who brings what to whom. */
#include "config.h"

#include <math.h>

#include "yz-stock-kit.h"
#include "yz-stock-pick.h"

#define MAX_SITES 7
#define MAX_PARTS 4

static void
test_count (void)
{
  static const gint64 recipe[] = { 2, 1, 1 }, usable[] = { 9, 7, 4 }, none[] = { 9, -3, 4 };
  guint scarce;

  g_assert_cmpint (yz_stock_kit_count (recipe, usable, 3, &scarce), ==, 4);
  g_assert_cmpuint (scarce, ==, 0); /* the first of two that are as scarce */
  g_assert_cmpint (yz_stock_kit_count (recipe, none, 3, &scarce), ==, 0);
  g_assert_cmpuint (scarce, ==, 1);
  g_assert_cmpint (yz_stock_kit_count (recipe, usable, 0, &scarce), ==, 0);
  g_assert_cmpuint (scarce, ==, YZ_STOCK_KIT_NONE);
}

static void
test_expiry (void)
{
  static const YzStockKitPart parts[] = { { 1, 5, 0 }, { 2, 5, 1100 }, { 3, 5, 1050 } };

  g_assert_cmpuint (yz_stock_kit_expiry (parts, 3), ==, 1050);
  g_assert_cmpuint (yz_stock_kit_expiry (parts, 1), ==, 0);
}

static void
test_take_apart (void)
{
  static const YzStockKitPart parts[] = { { 1, 6, 1100 }, { 2, 4, 1050 } };
  gint64 unknown;
  g_autoptr (GArray) picks = yz_stock_kit_take_apart (parts, 2, 5, &unknown);
  g_autoptr (GArray) more = NULL;

  g_assert_cmpint (unknown, ==, 0);
  g_assert_cmpuint (picks->len, ==, 2);
  g_assert_cmpuint (g_array_index (picks, YzStockPick, 0).index, ==, 1);
  g_assert_cmpint (g_array_index (picks, YzStockPick, 0).quantity, ==, 4);
  g_assert_cmpint (g_array_index (picks, YzStockPick, 1).quantity, ==, 1);
  more = yz_stock_kit_take_apart (parts, 2, 12, &unknown);
  g_assert_cmpint (unknown, ==, 2);
}

static void
assert_sends (YzStockKitPlan *plan, const YzStockKitSend *expected, guint n_expected)
{
  g_assert_cmpuint (plan->sends->len, ==, n_expected);
  for (guint i = 0; i < n_expected; i++)
    {
      const YzStockKitSend *send = &g_array_index (plan->sends, YzStockKitSend, i);

      g_assert_cmpuint (send->from, ==, expected[i].from);
      g_assert_cmpuint (send->to, ==, expected[i].to);
      g_assert_cmpuint (send->part, ==, expected[i].part);
      g_assert_cmpint (send->quantity, ==, expected[i].quantity);
    }
}

static double
distance (guint from, guint to, gpointer data)
{
  return fabs ((double) from - (double) to);
}

/* The warehouse gives; the second station has what the first lacks of one part; the nearest gives where all can. */
static void
test_plan (void)
{
  static const gint64 recipe[] = { 1, 2 };
  static const YzStockKitSite sites[] = { { 10, 3, 0 }, { 5, 0, 0 }, { 0, 2, 0 }, { 0, 0, 0 } };
  static const gint64 usable[] = { 2, 4, /**/ 9, 20, /**/ 50, 0, /**/ 50, 10 };
  const YzStockKitTask task = { sites, 4, recipe, 2, usable, NULL, distance, NULL };
  g_autoptr (YzStockKitPlan) plan = yz_stock_kit_plan (&task);
  const YzStockKitNeed *first = &g_array_index (plan->needs, YzStockKitNeed, 0);
  static const YzStockKitSend expected[] = {
    { 1, 0, 1, 6 },
    { 2, 0, YZ_STOCK_KIT_NONE, 2 },
    { 2, 0, 0, 3 },
  };

  g_assert_cmpint (first->ready, ==, 5);
  g_assert_cmpint (first->assemble, ==, 5);
  g_assert_cmpint (first->missing, ==, 0);
  assert_sends (plan, expected, G_N_ELEMENTS (expected));
  g_assert_cmpint (g_array_index (plan->needs, YzStockKitNeed, 1).assemble, ==, 5);
}

static void
test_missing (void)
{
  static const gint64 recipe[] = { 1, 2 };
  static const YzStockKitSite sites[] = { { 10, 0, 0 }, { 0, 0, 0 } };
  static const gint64 usable[] = { 4, 3, /**/ 50, 4 }, keeps[] = { 0, 0, /**/ 0, 1 };
  const YzStockKitTask task = { sites, 2, recipe, 2, usable, keeps, NULL, NULL };
  g_autoptr (YzStockKitPlan) plan = yz_stock_kit_plan (&task);
  const YzStockKitNeed *need = &g_array_index (plan->needs, YzStockKitNeed, 0);

  /* three of the second part: six in all, as the warehouse keeps one; of the first part nothing is sent in vain */
  g_assert_cmpint (need->assemble, ==, 3);
  g_assert_cmpint (need->missing, ==, 7);
  g_assert_cmpuint (need->scarce, ==, 1);
  g_assert_cmpuint (plan->sends->len, ==, 1);
  g_assert_cmpint (g_array_index (plan->sends, YzStockKitSend, 0).quantity, ==, 3);
  g_assert_cmpint (plan->lacking[0], ==, 0);
  g_assert_cmpint (plan->lacking[1], ==, 14);
}

typedef struct
{
  YzStockKitSite sites[MAX_SITES];
  gint64 recipe[MAX_PARTS];
  gint64 usable[MAX_SITES * MAX_PARTS];
  gint64 keeps[MAX_SITES * MAX_PARTS];
  YzStockKitTask task;
} Draw;

static void
draw (Draw *self, GRand *random)
{
  guint n_sites = (guint) g_rand_int_range (random, 1, MAX_SITES + 1);
  guint n_parts = (guint) g_rand_int_range (random, 1, MAX_PARTS + 1);

  for (guint i = 0; i < n_sites; i++)
    self->sites[i] = (YzStockKitSite){ MAX (g_rand_int_range (random, -10, 30), 0), g_rand_int_range (random, -2, 12),
                                       g_rand_int_range (random, 0, 3) };
  for (guint i = 0; i < n_parts; i++)
    self->recipe[i] = g_rand_int_range (random, 1, 4);
  for (guint i = 0; i < n_sites * n_parts; i++)
    {
      self->usable[i] = g_rand_int_range (random, -2, 60);
      self->keeps[i] = MAX (g_rand_int_range (random, -20, 10), 0);
    }
  self->task = (YzStockKitTask){
    self->sites, n_sites, self->recipe, n_parts, self->usable, self->keeps, g_rand_boolean (random) ? distance : NULL,
    NULL
  };
}

/* What @site gives or gets of @part. */
static gint64
sum_sends (YzStockKitPlan *plan, guint site, guint part, gboolean given)
{
  gint64 sum = 0;

  for (guint i = 0; i < plan->sends->len; i++)
    {
      const YzStockKitSend *send = &g_array_index (plan->sends, YzStockKitSend, i);

      g_assert_cmpint (send->quantity, >, 0);
      g_assert_cmpuint (send->from, !=, send->to);
      if (send->part == part && (given ? send->from : send->to) == site)
        sum += send->quantity;
    }
  return sum;
}

static void
check_site (const Draw *drawn, YzStockKitPlan *plan, guint site)
{
  const YzStockKitTask *task = &drawn->task;
  const YzStockKitNeed *need = &g_array_index (plan->needs, YzStockKitNeed, site);
  const YzStockKitSite *it = &drawn->sites[site];
  gint64 given = sum_sends (plan, site, YZ_STOCK_KIT_NONE, TRUE);
  gint64 got = sum_sends (plan, site, YZ_STOCK_KIT_NONE, FALSE);

  g_assert_cmpint (need->ready + need->assemble + need->missing, ==, it->wanted);
  g_assert_cmpint (need->ready, ==, MIN (MAX (it->kits, 0), it->wanted) + got);
  g_assert_true (given == 0 || it->kits - given >= it->wanted + it->keeps);
  g_assert_true ((need->missing > 0) == (need->scarce != YZ_STOCK_KIT_NONE));
  for (guint i = 0; i < task->n_parts; i++)
    {
      gint64 usable = MAX (drawn->usable[site * task->n_parts + i], 0);
      gint64 keeps = drawn->keeps[site * task->n_parts + i];

      given = sum_sends (plan, site, i, TRUE);
      got = sum_sends (plan, site, i, FALSE);
      /* nobody gives what he needs or keeps, and gets no more than becomes a kit */
      g_assert_true (given == 0 || usable - given >= MAX (keeps, need->assemble * task->recipe[i]));
      g_assert_cmpint (usable - given + got, >=, need->assemble * task->recipe[i]);
      g_assert_true (got == 0 || usable + got == need->assemble * task->recipe[i]);
    }
}

static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (25);

  for (guint round = 0; round < 5000; round++)
    {
      Draw drawn;
      g_autoptr (YzStockKitPlan) plan = NULL;
      g_autoptr (YzStockKitPlan) again = NULL;

      draw (&drawn, random);
      plan = yz_stock_kit_plan (&drawn.task);
      again = yz_stock_kit_plan (&drawn.task);
      for (guint i = 0; i < drawn.task.n_sites; i++)
        check_site (&drawn, plan, i);
      assert_sends (plan, (YzStockKitSend *) again->sends->data, again->sends->len);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stock/kit/count", test_count);
  g_test_add_func ("/stock/kit/expiry", test_expiry);
  g_test_add_func ("/stock/kit/take-apart", test_take_apart);
  g_test_add_func ("/stock/kit/plan", test_plan);
  g_test_add_func ("/stock/kit/missing", test_missing);
  g_test_add_func ("/stock/kit/random", test_random);
  return g_test_run ();
}
