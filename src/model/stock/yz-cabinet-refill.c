#include "config.h"

#include "yz-cabinet-refill.h"

void
yz_refill_plan_free (YzRefillPlan *plan)
{
  g_free (plan->visits);
  g_free (plan->results);
  g_free (plan->values);
  g_array_unref (plan->lines);
  g_free (plan);
}

typedef struct
{
  const YzRefillTask *task;
  YzRefillPlan *plan;
  gint64 *left; /* of each lot */
} Planning;

static int
compare_visits (gconstpointer a, gconstpointer b, gpointer data)
{
  const YzCabinetRound *cabinets = data;
  guint left = *(const guint *) a, right = *(const guint *) b;

  if (cabinets[left].order != cabinets[right].order)
    return cabinets[left].order < cabinets[right].order ? -1 : 1;
  return (left > right) - (left < right);
}

static guint *
sort_visits (const YzRefillTask *task)
{
  guint *visits = g_new (guint, task->n_cabinets + 1);

  for (guint i = 0; i < task->n_cabinets; i++)
    visits[i] = i;
  g_qsort_with_data (visits, (int) task->n_cabinets, sizeof *visits, compare_visits, (gpointer) task->cabinets);
  return visits;
}

/* What of @store could go into a slot for @item, and which lots these are. */
static GArray *
offer (Planning *self, guint store, guint32 item, GArray *indexes)
{
  GArray *offered = g_array_new (FALSE, FALSE, sizeof (YzStockLot));

  for (guint i = 0; i < self->task->n_lots; i++)
    {
      const YzRefillLot *lot = &self->task->lots[i];
      YzStockLot copy = lot->lot;

      if (lot->store != store || lot->item != item || self->left[i] <= 0)
        continue;
      copy.quantity = self->left[i];
      g_array_append_val (offered, copy);
      g_array_append_val (indexes, i);
    }
  return offered;
}

/* A slot with the day on which what would go into it first expires. */
typedef struct
{
  guint slot;
  guint32 expiry;
} Turn;

static int
compare_turns (gconstpointer a, gconstpointer b)
{
  const Turn *one = a, *two = b;

  if (one->expiry != two->expiry)
    return yz_stock_expiry_compare (one->expiry, two->expiry);
  return (one->slot > two->slot) - (one->slot < two->slot);
}

static guint32
find_first_expiry (Planning *self, const YzCabinetSlot *slot)
{
  const guint stores[] = { self->task->cabinets[slot->cabinet].store, YZ_REFILL_ANY };

  for (guint i = 0; i < G_N_ELEMENTS (stores); i++)
    {
      g_autoptr (GArray) indexes = g_array_new (FALSE, FALSE, sizeof (guint));
      g_autoptr (GArray) offered = offer (self, stores[i], slot->item, indexes);
      gint64 missing;
      g_autoptr (GArray)
        picks = yz_stock_pick ((YzStockLot *) offered->data, offered->len, 1, self->task->today, &missing);

      if (picks->len > 0)
        return g_array_index (offered, YzStockLot, g_array_index (picks, YzStockPick, 0).index).expiry;
    }
  return 0;
}

static GArray *
sort_turns (Planning *self, guint cabinet)
{
  GArray *turns = g_array_new (FALSE, FALSE, sizeof (Turn));

  for (guint i = 0; i < self->task->n_slots; i++)
    if (self->task->slots[i].cabinet == cabinet)
      {
        Turn turn = { i, find_first_expiry (self, &self->task->slots[i]) };

        g_array_append_val (turns, turn);
      }
  g_array_sort (turns, compare_turns);
  return turns;
}

/* How many more of @value each the cabinet may be given. */
static gint64
find_allowance (Planning *self, guint cabinet, gint64 value)
{
  const YzCabinetRound *it = &self->task->cabinets[cabinet];

  if (it->cap == YZ_CABINET_NO_CAP || value <= 0)
    return G_MAXINT64;
  return MAX (it->cap - it->filled - self->plan->values[cabinet], 0) / value;
}

static void
put_in (Planning *self, guint slot, guint lot, gint64 quantity)
{
  YzRefillLine line = { slot, lot, quantity };

  g_array_append_val (self->plan->lines, line);
  self->left[lot] -= quantity;
  self->plan->results[slot].fill += quantity;
  self->plan->results[slot].lacking -= quantity;
  self->plan->values[self->task->slots[slot].cabinet] += quantity * self->task->lots[lot].value;
}

/* Fills from one store; returns whether the cap stopped it. */
static gboolean
fill_from (Planning *self, guint slot, guint store)
{
  const YzCabinetSlot *it = &self->task->slots[slot];
  YzRefillResult *result = &self->plan->results[slot];
  g_autoptr (GArray) indexes = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) offered = offer (self, store, it->item, indexes);
  gint64 missing;
  g_autoptr (GArray)
    picks = yz_stock_pick ((YzStockLot *) offered->data, offered->len, result->lacking, self->task->today, &missing);

  for (guint i = 0; i < picks->len; i++)
    {
      const YzStockPick *pick = &g_array_index (picks, YzStockPick, i);
      guint lot = g_array_index (indexes, guint, pick->index);
      gint64 allowed = find_allowance (self, it->cabinet, self->task->lots[lot].value);

      if (allowed > 0)
        put_in (self, slot, lot, MIN (pick->quantity, allowed));
      if (allowed < pick->quantity)
        return TRUE;
    }
  return FALSE;
}

static void
fill (Planning *self, guint slot)
{
  const YzCabinetSlot *it = &self->task->slots[slot];
  YzRefillResult *result = &self->plan->results[slot];
  gboolean capped;

  result->take_out = it->unusable;
  if (it->item == 0 || it->capacity <= 0)
    {
      result->reason = YZ_REFILL_NO_ITEM;
      return;
    }
  result->lacking = MAX (it->capacity - (it->there - it->unusable), 0);
  if (it->broken)
    {
      result->reason = result->lacking > 0 ? YZ_REFILL_BROKEN : YZ_REFILL_DONE;
      return;
    }
  capped = fill_from (self, slot, self->task->cabinets[it->cabinet].store);
  if (!capped && result->lacking > 0)
    capped = fill_from (self, slot, YZ_REFILL_ANY);
  if (result->lacking > 0)
    result->reason = capped ? YZ_REFILL_CAP : YZ_REFILL_SHORT;
}

YzRefillPlan *
yz_refill_plan (const YzRefillTask *task)
{
  YzRefillPlan *plan = g_new0 (YzRefillPlan, 1);
  g_autofree gint64 *left = g_new0 (gint64, task->n_lots + 1);
  Planning self = { task, plan, left };

  for (guint i = 0; i < task->n_lots; i++)
    left[i] = task->lots[i].lot.quantity;
  plan->visits = sort_visits (task);
  plan->results = g_new0 (YzRefillResult, task->n_slots + 1);
  plan->values = g_new0 (gint64, task->n_cabinets + 1);
  plan->lines = g_array_new (FALSE, FALSE, sizeof (YzRefillLine));
  for (guint i = 0; i < task->n_cabinets; i++)
    {
      g_autoptr (GArray) turns = sort_turns (&self, plan->visits[i]);

      for (guint j = 0; j < turns->len; j++)
        fill (&self, g_array_index (turns, Turn, j).slot);
    }
  return plan;
}
