#include "config.h"

#include "yz-stock-due-walk.h"

/* What of one lot lies with one holder, on whichever shelf. */
typedef struct
{
  gint64 lot;
  gint64 quantity;
} LotSum;

struct _YzStockDueWalk
{
  const YzStockDueRules *rules;
  guint need;   /* the next one that was not looked at */
  guint coming; /* likewise */
  gboolean begun;
  gint64 holder; /* the item of the holder that is being added up */
  gint64 item;
  gint64 usable;
  GArray *lots; /* LotSum, of those that somebody has to look at */
};

static int
compare_numbers (gint64 a, gint64 b)
{
  return (a > b) - (a < b);
}

int
yz_stock_due_compare (gconstpointer a, gconstpointer b)
{
  const YzStockDue *one = a, *two = b;
  int order = compare_numbers (one->by, two->by);

  if (order == 0)
    order = compare_numbers (one->type, two->type);
  if (order == 0)
    order = compare_numbers (one->holder, two->holder);
  if (order == 0)
    order = compare_numbers (one->item, two->item);
  return order != 0 ? order : compare_numbers (one->record, two->record);
}

YzStockDueWalk *
yz_stock_due_walk_new (const YzStockDueRules *rules)
{
  YzStockDueWalk *self = g_new0 (YzStockDueWalk, 1);

  self->rules = rules;
  self->lots = g_array_new (FALSE, FALSE, sizeof (LotSum));
  return self;
}

static int
compare_keys (gint64 holder, gint64 item, gint64 other_holder, gint64 other_item)
{
  int order = compare_numbers (holder, other_holder);

  return order != 0 ? order : compare_numbers (item, other_item);
}

static const YzStockDueItem *
get_item (YzStockDueWalk *self, gint64 item)
{
  GArray *items = self->rules->items;

  return item < (gint64) items->len ? &g_array_index (items, YzStockDueItem, item) : NULL;
}

static const YzStockDueLot *
get_lot (YzStockDueWalk *self, gint64 lot)
{
  GArray *lots = self->rules->lots;

  return lot > 0 && lot < (gint64) lots->len ? &g_array_index (lots, YzStockDueLot, lot) : NULL;
}

static gint64
find_coming (YzStockDueWalk *self, gint64 holder, gint64 item)
{
  GArray *coming = self->rules->coming;

  for (; self->coming < coming->len; self->coming++)
    {
      const YzStockDueComing *next = &g_array_index (coming, YzStockDueComing, self->coming);
      int order = compare_keys (next->holder, next->item, holder, item);

      if (order == 0)
        return next->quantity;
      if (order > 0)
        break;
    }
  return 0;
}

/* Goes past those that were set for a holder and item, and says which one holds. */
static const YzStockMinimum *
take_minimum (YzStockDueWalk *self, gint64 holder, gint64 item)
{
  GArray *needs = self->rules->needs;
  const YzStockMinimum *best = NULL;

  for (; self->need < needs->len; self->need++)
    {
      const YzStockDueNeed *next = &g_array_index (needs, YzStockDueNeed, self->need);

      if (compare_keys (next->holder, next->item, holder, item) != 0)
        break;
      best = yz_stock_minimum_prefer (best, &next->minimum, self->rules->day_of_year);
    }
  return best;
}

static void
tell_lacking (YzStockDueWalk *self, const YzStockMinimum *minimum, gint64 holder, gint64 item, gint64 there)
{
  const YzStockDueRules *rules = self->rules;
  gint64 lacking = yz_stock_minimum_count_lacking (minimum, there, find_coming (self, holder, item));
  YzStockDue due = {
    .type = there <= 0 ? YZ_STOCK_DUE_OUT : YZ_STOCK_DUE_LOW,
    .holder = holder,
    .item = item,
    .there = there,
    .lacking = lacking,
    .minimum = minimum->minimum,
    .by = there <= 0 ? 0 : rules->today,
  };

  if (lacking > 0)
    rules->found (&due, rules->user_data);
}

static const YzStockMinimum *
find_own_minimum (YzStockDueWalk *self, const YzStockDueItem *item, gint64 holder)
{
  gboolean has = item != NULL && item->minimum.minimum > 0;

  return has && self->rules->is_supplied (holder, self->rules->user_data) ? &item->minimum : NULL;
}

/* @kept: whether anything of it ever lay there: only there its own minimum holds */
static void
judge (YzStockDueWalk *self, gint64 holder, gint64 item_number, gint64 usable, gboolean kept)
{
  const YzStockDueItem *item = get_item (self, item_number);
  const YzStockMinimum *minimum = take_minimum (self, holder, item_number);
  gint64 spare;

  if (minimum == NULL && kept)
    minimum = find_own_minimum (self, item, holder);
  if (minimum != NULL && item != NULL && !item->discontinued)
    tell_lacking (self, minimum, holder, item_number, usable);
  if (self->rules->spared == NULL)
    return;
  spare = yz_stock_minimum_count_spare (minimum, usable);
  if (spare > 0)
    self->rules->spared (holder, item_number, spare, self->rules->user_data);
}

/* What should lie where nothing of it ever lay, up to the given holder and item. */
static void
judge_missing (YzStockDueWalk *self, gint64 holder, gint64 item)
{
  GArray *needs = self->rules->needs;

  while (self->need < needs->len)
    {
      const YzStockDueNeed *next = &g_array_index (needs, YzStockDueNeed, self->need);

      if (compare_keys (next->holder, next->item, holder, item) >= 0)
        break;
      judge (self, next->holder, next->item, 0, FALSE);
    }
}

static void
tell_lot (YzStockDueWalk *self, const LotSum *sum)
{
  const YzStockDueRules *rules = self->rules;
  const YzStockDueItem *item = get_item (self, self->item);
  const YzStockDueLot *lot = get_lot (self, sum->lot);
  YzStockDue due = {
    .type = YZ_STOCK_DUE_EXPIRING,
    .holder = self->holder,
    .item = self->item,
    .record = sum->lot,
    .there = sum->quantity,
    .by = lot->recalled ? 0 : lot->expiry,
  };

  if (sum->quantity <= 0)
    return;
  if (lot->recalled)
    due.type = YZ_STOCK_DUE_RECALLED;
  else if (lot->expiry < rules->today)
    due.type = YZ_STOCK_DUE_EXPIRED;
  else if (item == NULL || lot->expiry - rules->today > item->warn_days)
    return;
  rules->found (&due, rules->user_data);
}

static void
finish (YzStockDueWalk *self)
{
  if (!self->begun)
    return;
  /* the books may have less than nothing, a shelf cannot */
  judge (self, self->holder, self->item, MAX (self->usable, 0), TRUE);
  for (guint i = 0; i < self->lots->len; i++)
    tell_lot (self, &g_array_index (self->lots, LotSum, i));
}

static void
begin (YzStockDueWalk *self, gint64 holder, gint64 item)
{
  finish (self);
  judge_missing (self, holder, item);
  self->begun = TRUE;
  self->holder = holder;
  self->item = item;
  self->usable = 0;
  g_array_set_size (self->lots, 0);
}

static void
add_lot (YzStockDueWalk *self, gint64 lot, gint64 quantity)
{
  LotSum sum = { lot, quantity };

  for (guint i = 0; i < self->lots->len; i++)
    if (g_array_index (self->lots, LotSum, i).lot == lot)
      {
        g_array_index (self->lots, LotSum, i).quantity += quantity;
        return;
      }
  g_array_append_val (self->lots, sum);
}

void
yz_stock_due_walk_add (YzStockDueWalk *self, const YzStockDueHeap *heap)
{
  const YzStockDueLot *lot = get_lot (self, heap->lot);
  gboolean usable = lot == NULL || (!lot->recalled && (lot->expiry == 0 || lot->expiry >= self->rules->today));

  if (!self->begun || heap->holder != self->holder || heap->item != self->item)
    begin (self, heap->holder, heap->item);
  if (usable && !heap->kept_back)
    self->usable += heap->quantity;
  if (lot != NULL && (lot->recalled || lot->expiry != 0))
    add_lot (self, heap->lot, heap->quantity);
}

void
yz_stock_due_walk_end (YzStockDueWalk *self)
{
  finish (self);
  judge_missing (self, G_MAXINT64, G_MAXINT64);
  g_array_unref (self->lots);
  g_free (self);
}
