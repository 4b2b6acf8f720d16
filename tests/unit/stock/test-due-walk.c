/* The walk that finds what is due: by example, and against one that looks at everything for each place and item. */
#include "config.h"

#include <glib.h>

#include "yz-stock-due-walk.h"

#define TODAY 10000
#define DAY_OF_YEAR 1120

typedef struct
{
  YzStockDueRules rules;
  GArray *heaps; /* YzStockDueHeap */
  GArray *found; /* YzStockDue */
  gint64 spare;
} World;

static gboolean
is_station (gint64 holder, gpointer data)
{
  return holder > 0;
}

static void
on_found (const YzStockDue *due, gpointer data)
{
  World *world = data;

  g_array_append_vals (world->found, due, 1);
}

static void
on_spared (gint64 holder, gint64 item, gint64 quantity, gpointer data)
{
  ((World *) data)->spare += quantity;
}

static void
world_set_up (World *world, gconstpointer data)
{
  static const YzStockDueItem items[] = { { .warn_days = 0 },
                                          { .minimum = { 0, 0, 10, 25 }, .warn_days = 30 },
                                          { .warn_days = 7 },
                                          { .minimum = { 0, 0, 10, 0 }, .discontinued = TRUE } };
  static const YzStockDueLot lots[] = { { 0 }, { TODAY + 30 }, { TODAY + 31 }, { TODAY }, { TODAY - 1 }, { 0, TRUE } };

  world->rules = (YzStockDueRules){
    .today = TODAY,
    .day_of_year = DAY_OF_YEAR,
    .items = g_array_new (FALSE, FALSE, sizeof (YzStockDueItem)),
    .lots = g_array_new (FALSE, FALSE, sizeof (YzStockDueLot)),
    .needs = g_array_new (FALSE, FALSE, sizeof (YzStockDueNeed)),
    .coming = g_array_new (FALSE, FALSE, sizeof (YzStockDueComing)),
    .is_supplied = is_station,
    .found = on_found,
    .spared = on_spared,
    .user_data = world,
  };
  g_array_append_vals (world->rules.items, items, G_N_ELEMENTS (items));
  g_array_append_vals (world->rules.lots, lots, G_N_ELEMENTS (lots));
  world->heaps = g_array_new (FALSE, FALSE, sizeof (YzStockDueHeap));
  world->found = g_array_new (FALSE, FALSE, sizeof (YzStockDue));
}

static void
world_tear_down (World *world, gconstpointer data)
{
  GArray *arrays[] = { world->rules.items,  world->rules.lots, world->rules.needs,
                       world->rules.coming, world->heaps,      world->found };

  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    g_array_unref (arrays[i]);
}

static void
put (World *world, gint64 holder, gint64 item, gint64 lot, gint64 quantity)
{
  YzStockDueHeap heap = { holder, item, lot, quantity, FALSE };

  g_array_append_val (world->heaps, heap);
}

static void
need (World *world, gint64 holder, gint64 item, YzStockMinimum minimum)
{
  YzStockDueNeed next = { holder, item, minimum };

  g_array_append_val (world->rules.needs, next);
}

static void
walk (World *world)
{
  YzStockDueWalk *walk = yz_stock_due_walk_new (&world->rules);

  for (guint i = 0; i < world->heaps->len; i++)
    yz_stock_due_walk_add (walk, &g_array_index (world->heaps, YzStockDueHeap, i));
  yz_stock_due_walk_end (walk);
  g_array_sort (world->found, yz_stock_due_compare);
}

static void
assert_due (World *world, guint index, YzStockDueType type, gint64 holder, gint64 item, gint64 there, gint64 lacking)
{
  const YzStockDue *due = &g_array_index (world->found, YzStockDue, index);

  g_assert_cmpuint (index, <, world->found->len);
  g_assert_cmpint (due->type, ==, type);
  g_assert_cmpint (due->holder, ==, holder);
  g_assert_cmpint (due->item, ==, item);
  g_assert_cmpint (due->there, ==, there);
  g_assert_cmpint (due->lacking, ==, lacking);
}

static void
test_minimum (World *world, gconstpointer data)
{
  put (world, -7, 1, 0, 3); /* a warehouse keeps no station's minimum */
  put (world, 2, 1, 0, 0);  /* kept here once */
  put (world, 3, 1, 0, 9);
  put (world, 4, 1, 0, 10);
  put (world, 4, 2, 0, 0); /* no minimum */
  put (world, 4, 3, 0, 0); /* no longer bought */
  walk (world);
  g_assert_cmpuint (world->found->len, ==, 2);
  assert_due (world, 0, YZ_STOCK_DUE_OUT, 2, 1, 0, 25);
  assert_due (world, 1, YZ_STOCK_DUE_LOW, 3, 1, 9, 16);
  g_assert_cmpint (world->spare, ==, 3);
}

/* What was set for a place holds also where the item never was, before, between and after what lies there. */
static void
test_needs (World *world, gconstpointer data)
{
  need (world, -9, 2, (YzStockMinimum){ 0, 0, 5, 8 });
  need (world, 2, 1, (YzStockMinimum){ 0, 0, 50, 60 });
  need (world, 2, 1, (YzStockMinimum){ 1101, 228, 2, 4 });
  need (world, 2, 2, (YzStockMinimum){ 601, 930, 9, 9 });
  need (world, 8, 2, (YzStockMinimum){ 0, 0, 1, 0 });
  put (world, 2, 1, 0, 3);
  put (world, 3, 2, 0, 3);
  walk (world);
  g_assert_cmpuint (world->found->len, ==, 2);
  assert_due (world, 0, YZ_STOCK_DUE_OUT, -9, 2, 0, 8);
  assert_due (world, 1, YZ_STOCK_DUE_OUT, 8, 2, 0, 1);
}

static void
test_coming (World *world, gconstpointer data)
{
  YzStockDueComing coming[] = { { 2, 1, 8 }, { 3, 1, 8 }, { 3, 2, 99 }, { 9, 1, 5 } };

  g_array_append_vals (world->rules.coming, coming, G_N_ELEMENTS (coming));
  put (world, 2, 1, 0, 2);
  put (world, 3, 1, 0, 1);
  put (world, 4, 1, 0, 1);
  walk (world);
  g_assert_cmpuint (world->found->len, ==, 2);
  assert_due (world, 0, YZ_STOCK_DUE_LOW, 3, 1, 1, 16);
  assert_due (world, 1, YZ_STOCK_DUE_LOW, 4, 1, 1, 24);
}

static void
test_lots (World *world, gconstpointer data)
{
  YzStockDueHeap kept_back = { 2, 1, 3, 4, TRUE };

  put (world, 2, 1, 1, 6); /* on two shelves */
  put (world, 2, 1, 1, 5);
  put (world, 2, 1, 2, 1);
  g_array_append_val (world->heaps, kept_back);
  put (world, 2, 1, 4, 7);
  put (world, 2, 1, 5, 8);
  put (world, 3, 2, 1, 9); /* its item is told of a week before */
  walk (world);
  g_assert_cmpuint (world->found->len, ==, 4);
  assert_due (world, 0, YZ_STOCK_DUE_RECALLED, 2, 1, 8, 0);
  assert_due (world, 1, YZ_STOCK_DUE_EXPIRED, 2, 1, 7, 0);
  assert_due (world, 2, YZ_STOCK_DUE_EXPIRING, 2, 1, 4, 0);
  assert_due (world, 3, YZ_STOCK_DUE_EXPIRING, 2, 1, 11, 0);
}

/* Neither what has expired nor what is held for a campaign fills a shelf, nor do books that have less than nothing. */
static void
test_usable (World *world, gconstpointer data)
{
  YzStockDueHeap kept_back = { 3, 1, 0, 40, TRUE };

  put (world, 2, 1, 4, 20);
  g_array_append_val (world->heaps, kept_back);
  put (world, 4, 1, 0, -6);
  walk (world);
  g_assert_cmpuint (world->found->len, ==, 4);
  for (guint i = 0; i < 3; i++)
    assert_due (world, i, YZ_STOCK_DUE_OUT, 2 + i, 1, 0, 25);
  assert_due (world, 3, YZ_STOCK_DUE_EXPIRED, 2, 1, 20, 0);
}

/* What the walk should find of minimums: every place and item looked up in everything. */
static guint
count_lacking (World *world, gint64 holders, gint64 items)
{
  guint n = 0;

  for (gint64 holder = 1; holder <= holders; holder++)
    for (gint64 item = 1; item <= items; item++)
      {
        const YzStockMinimum *minimum = NULL;
        gint64 there = 0;
        gboolean kept = FALSE;

        for (guint i = 0; i < world->heaps->len; i++)
          {
            const YzStockDueHeap *heap = &g_array_index (world->heaps, YzStockDueHeap, i);

            if (heap->holder != holder || heap->item != item)
              continue;
            kept = TRUE;
            there += heap->lot == 4 || heap->lot == 5 ? 0 : heap->quantity;
          }
        for (guint i = 0; i < world->rules.needs->len; i++)
          {
            const YzStockDueNeed *next = &g_array_index (world->rules.needs, YzStockDueNeed, i);

            if (next->holder == holder && next->item == item)
              minimum = yz_stock_minimum_prefer (minimum, &next->minimum, DAY_OF_YEAR);
          }
        if (minimum == NULL && kept && item == 1)
          minimum = &g_array_index (world->rules.items, YzStockDueItem, 1).minimum;
        n += minimum != NULL && item != 3 && there < minimum->minimum;
      }
  return n;
}

static void
test_random (World *world, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);

  for (guint round = 0; round < 300; round++)
    {
      guint n = 0;

      g_array_set_size (world->heaps, 0);
      g_array_set_size (world->rules.needs, 0);
      g_array_set_size (world->found, 0);
      for (gint64 holder = 1; holder <= 6; holder++)
        for (gint64 item = 1; item <= 3; item++)
          {
            for (gint n_heaps = g_rand_int_range (random, 0, 4); n_heaps > 0; n_heaps--)
              put (world, holder, item, g_rand_int_range (random, 0, 6), g_rand_int_range (random, 0, 12));
            for (gint n_needs = g_rand_int_range (random, 0, 3); n_needs > 0; n_needs--)
              need (world, holder, item,
                    (YzStockMinimum){ (guint) g_rand_int_range (random, 1, 13) * 100 + 1,
                                      (guint) g_rand_int_range (random, 1, 13) * 100 + 28,
                                      g_rand_int_range (random, 0, 30), 0 });
          }
      walk (world);
      for (guint i = 0; i < world->found->len; i++)
        n += g_array_index (world->found, YzStockDue, i).type <= YZ_STOCK_DUE_LOW;
      g_assert_cmpuint (n, ==, count_lacking (world, 6, 3));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define add_test(name, func) g_test_add (name, World, NULL, world_set_up, func, world_tear_down)
  add_test ("/stock/due/minimum", test_minimum);
  add_test ("/stock/due/needs", test_needs);
  add_test ("/stock/due/coming", test_coming);
  add_test ("/stock/due/lots", test_lots);
  add_test ("/stock/due/usable", test_usable);
  add_test ("/stock/due/random", test_random);
  return g_test_run ();
}
