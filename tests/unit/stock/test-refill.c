/* The round of the cabinets: never more than the stock, the capacity and the cap. */
#include "config.h"

#include "yz-cabinet-refill.h"

#define TODAY 1000

#define MAX_CABINETS 4
#define MAX_SLOTS 12
#define MAX_LOTS 10

static const YzRefillLot lots[] = {
  { 0, 1, { .lot = 1, .quantity = 3, .expiry = 1100 }, 200 },
  { 0, 1, { .lot = 2, .quantity = 9, .expiry = 1010 }, 200 },
  { 0, 2, { .lot = 3, .quantity = 9, .expiry = 1005 }, 300 },
  { 0, 2, { .lot = 4, .quantity = 9, .expiry = 999 }, 300 },
  { YZ_REFILL_ANY, 3, { .lot = 5, .quantity = 2 }, 100 },
};

static const YzCabinetSlot slots[] = {
  { 0, 1, 10, 4, 1, FALSE }, { 0, 2, 5, 0, 0, FALSE }, { 0, 3, 4, 0, 0, FALSE },
  { 0, 1, 4, 0, 0, TRUE },   { 0, 0, 0, 0, 0, FALSE },
};

static YzRefillPlan *
plan_with (gint64 cap, gint64 filled)
{
  const YzCabinetRound cabinet = { 1, 0, cap, filled };
  const YzRefillTask task = { &cabinet, 1, slots, G_N_ELEMENTS (slots), lots, G_N_ELEMENTS (lots), TODAY };

  return yz_refill_plan (&task);
}

static void
test_full (void)
{
  g_autoptr (YzRefillPlan) plan = plan_with (YZ_CABINET_NO_CAP, 0);
  static const YzRefillLine expected[] = { { 1, 2, 5 }, { 0, 1, 7 }, { 2, 4, 2 } };

  /* the medicine expires before the water; of the water the lot that expires first */
  g_assert_cmpmem (plan->lines->data, plan->lines->len * sizeof (YzRefillLine), expected, sizeof expected);
  g_assert_cmpint (plan->values[0], ==, 5 * 300 + 7 * 200 + 2 * 100);
  g_assert_cmpint (plan->results[0].take_out, ==, 1);
  g_assert_cmpint (plan->results[0].reason, ==, YZ_REFILL_DONE);
  g_assert_cmpint (plan->results[2].reason, ==, YZ_REFILL_SHORT);
  g_assert_cmpint (plan->results[2].lacking, ==, 2);
  g_assert_cmpint (plan->results[3].reason, ==, YZ_REFILL_BROKEN);
  g_assert_cmpint (plan->results[4].reason, ==, YZ_REFILL_NO_ITEM);
}

static void
test_cap (void)
{
  g_autoptr (YzRefillPlan) plan = plan_with (10000, 8050);

  /* 19.50 yuan are left: five of the medicine, two of the water, and nothing for 0.50 */
  g_assert_cmpint (plan->results[1].fill, ==, 5);
  g_assert_cmpint (plan->results[0].fill, ==, 2);
  g_assert_cmpint (plan->results[0].reason, ==, YZ_REFILL_CAP);
  g_assert_cmpint (plan->results[2].reason, ==, YZ_REFILL_CAP);
  g_assert_cmpint (plan->values[0], ==, 1900);
}

static void
test_order (void)
{
  const YzCabinetRound cabinets[] = { { 7, 0, YZ_CABINET_NO_CAP, 0 }, { 2, 0, YZ_CABINET_NO_CAP, 0 } };
  const YzCabinetSlot two[] = { { 0, 1, 8, 0, 0, FALSE }, { 1, 1, 8, 0, 0, FALSE } };
  const YzRefillTask task = { cabinets, 2, two, 2, lots, G_N_ELEMENTS (lots), TODAY };
  g_autoptr (YzRefillPlan) plan = yz_refill_plan (&task);

  g_assert_cmpuint (plan->visits[0], ==, 1);
  g_assert_cmpint (plan->results[1].fill, ==, 8);
  g_assert_cmpint (plan->results[0].fill, ==, 4);
}

typedef struct
{
  YzCabinetRound cabinets[MAX_CABINETS];
  YzCabinetSlot slots[MAX_SLOTS];
  YzRefillLot lots[MAX_LOTS];
  YzRefillTask task;
} Draw;

static void
draw (Draw *self, GRand *random)
{
  guint n_cabinets = (guint) g_rand_int_range (random, 1, MAX_CABINETS + 1);
  guint n_slots = (guint) g_rand_int_range (random, 0, MAX_SLOTS + 1);
  guint n_lots = (guint) g_rand_int_range (random, 0, MAX_LOTS + 1);

  for (guint i = 0; i < n_cabinets; i++)
    self->cabinets[i] = (YzCabinetRound){ g_rand_int_range (random, 0, 3), (guint) g_rand_int_range (random, 0, 2),
                                          g_rand_int_range (random, -1, 40) * 100 - (g_rand_boolean (random) ? 1 : 0),
                                          g_rand_int_range (random, 0, 900) };
  for (guint i = 0; i < n_cabinets; i++)
    self->cabinets[i].cap = MAX (self->cabinets[i].cap, YZ_CABINET_NO_CAP);
  for (guint i = 0; i < n_slots; i++)
    {
      YzCabinetSlot *slot = &self->slots[i];

      *slot = (YzCabinetSlot){ .cabinet = (guint) g_rand_int_range (random, 0, (int) n_cabinets),
                               .item = (guint32) g_rand_int_range (random, 0, 4),
                               .capacity = g_rand_int_range (random, 0, 12),
                               .there = g_rand_int_range (random, 0, 14),
                               .broken = g_rand_int_range (random, 0, 6) == 0 };
      slot->unusable = g_rand_int_range (random, 0, (int) slot->there + 1);
    }
  for (guint i = 0; i < n_lots; i++)
    self->lots[i] =
      (YzRefillLot){ g_rand_int_range (random, 0, 3) == 0 ? YZ_REFILL_ANY : (guint) g_rand_int_range (random, 0, 2),
                     (guint32) g_rand_int_range (random, 1, 4),
                     { .lot = i,
                       .quantity = g_rand_int_range (random, 0, 20),
                       .expiry = (guint32) g_rand_int_range (random, 995, 1020) % 1019,
                       .recalled = g_rand_int_range (random, 0, 9) == 0 },
                     g_rand_int_range (random, 0, 500) };
  self->task = (YzRefillTask){ self->cabinets, n_cabinets, self->slots, n_slots, self->lots, n_lots, TODAY };
}

static void
check_lines (const Draw *drawn, YzRefillPlan *plan, gint64 *taken)
{
  gint64 filled[MAX_SLOTS] = { 0 };

  for (guint i = 0; i < plan->lines->len; i++)
    {
      const YzRefillLine *line = &g_array_index (plan->lines, YzRefillLine, i);
      const YzRefillLot *lot = &drawn->lots[line->lot];
      const YzCabinetSlot *slot = &drawn->slots[line->slot];

      g_assert_cmpint (line->quantity, >, 0);
      g_assert_true (yz_stock_lot_is_usable (&lot->lot, TODAY));
      g_assert_cmpuint (lot->item, ==, slot->item);
      g_assert_true (lot->store == YZ_REFILL_ANY || lot->store == drawn->cabinets[slot->cabinet].store);
      g_assert_false (slot->broken);
      taken[line->lot] += line->quantity;
      filled[line->slot] += line->quantity;
    }
  for (guint i = 0; i < drawn->task.n_slots; i++)
    {
      const YzCabinetSlot *slot = &drawn->slots[i];

      g_assert_cmpint (plan->results[i].fill, ==, filled[i]);
      g_assert_true (filled[i] == 0 || slot->there - slot->unusable + filled[i] <= slot->capacity);
      g_assert_true ((plan->results[i].lacking > 0) <= (plan->results[i].reason != YZ_REFILL_DONE));
    }
}

/* A slot that is said to be short is so: nothing that could go in is left. */
static void
check_reasons (const Draw *drawn, YzRefillPlan *plan, const gint64 *taken)
{
  for (guint i = 0; i < drawn->task.n_slots; i++)
    for (guint j = 0; plan->results[i].reason == YZ_REFILL_SHORT && j < drawn->task.n_lots; j++)
      {
        const YzRefillLot *lot = &drawn->lots[j];

        if (lot->item == drawn->slots[i].item && yz_stock_lot_is_usable (&lot->lot, TODAY) &&
            (lot->store == YZ_REFILL_ANY || lot->store == drawn->cabinets[drawn->slots[i].cabinet].store))
          g_assert_cmpint (taken[j], ==, lot->lot.quantity);
      }
}

static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (18);

  for (guint round = 0; round < 5000; round++)
    {
      Draw drawn;
      gint64 taken[MAX_LOTS] = { 0 }, values[MAX_CABINETS] = { 0 };
      g_autoptr (YzRefillPlan) plan = NULL;

      draw (&drawn, random);
      plan = yz_refill_plan (&drawn.task);
      check_lines (&drawn, plan, taken);
      check_reasons (&drawn, plan, taken);
      for (guint i = 0; i < plan->lines->len; i++)
        {
          const YzRefillLine *line = &g_array_index (plan->lines, YzRefillLine, i);

          values[drawn.slots[line->slot].cabinet] += line->quantity * drawn.lots[line->lot].value;
        }
      for (guint i = 0; i < drawn.task.n_lots; i++)
        g_assert_cmpint (taken[i], <=, drawn.lots[i].lot.quantity);
      for (guint i = 0; i < drawn.task.n_cabinets; i++)
        {
          const YzCabinetRound *cabinet = &drawn.cabinets[i];

          g_assert_cmpint (plan->values[i], ==, values[i]);
          g_assert_true (cabinet->cap == YZ_CABINET_NO_CAP || values[i] == 0 ||
                         cabinet->filled + values[i] <= cabinet->cap);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stock/refill/full", test_full);
  g_test_add_func ("/stock/refill/cap", test_cap);
  g_test_add_func ("/stock/refill/order", test_order);
  g_test_add_func ("/stock/refill/random", test_random);
  return g_test_run ();
}
