#include "config.h"

#include "yz-stock-kit.h"

#include <math.h>

#include "yz-stock-pick.h"

gint64
yz_stock_kit_count (const gint64 *recipe, const gint64 *usable, guint n_parts, guint *scarce)
{
  gint64 least = 0;
  guint which = YZ_STOCK_KIT_NONE;

  for (guint i = 0; i < n_parts; i++)
    {
      gint64 kits = MAX (usable[i], 0) / recipe[i];

      if (which != YZ_STOCK_KIT_NONE && kits >= least)
        continue;
      least = kits;
      which = i;
    }
  if (scarce != NULL)
    *scarce = which;
  return least;
}

guint32
yz_stock_kit_expiry (const YzStockKitPart *parts, guint n_parts)
{
  guint32 first = 0;

  for (guint i = 0; i < n_parts; i++)
    if (yz_stock_expiry_compare (parts[i].expiry, first) < 0)
      first = parts[i].expiry;
  return first;
}

GArray *
yz_stock_kit_take_apart (const YzStockKitPart *parts, guint n_parts, gint64 quantity, gint64 *unknown)
{
  g_autofree YzStockLot *lots = g_new0 (YzStockLot, n_parts + 1);

  for (guint i = 0; i < n_parts; i++)
    lots[i] = (YzStockLot){ .lot = parts[i].lot, .quantity = parts[i].quantity, .expiry = parts[i].expiry };
  /* on day 0 nothing has expired: what is past its day comes out too */
  return yz_stock_pick (lots, n_parts, quantity, 0, unknown);
}

void
yz_stock_kit_plan_free (YzStockKitPlan *plan)
{
  g_array_unref (plan->needs);
  g_array_unref (plan->sends);
  g_free (plan->lacking);
  g_free (plan);
}

/* What is under way: what each site still has for itself, and what it can still give. */
typedef struct
{
  const YzStockKitTask *task;
  YzStockKitPlan *plan;
  gint64 *spare; /* of site s: kits at [s × (n_parts + 1)], part p at [… + 1 + p] */
} Planning;

static guint
column_of (guint part)
{
  return part == YZ_STOCK_KIT_NONE ? 0 : part + 1;
}

static gint64 *
spare_of (Planning *self, guint site, guint part)
{
  return &self->spare[(gsize) site * (self->task->n_parts + 1) + column_of (part)];
}

static gint64
usable_of (const YzStockKitTask *task, guint site, guint part)
{
  return MAX (task->usable[(gsize) site * task->n_parts + part], 0);
}

/* What it needs itself stays: the kits it wants, and the parts of those that it lacks. */
static void
find_spare (Planning *self, guint site)
{
  const YzStockKitTask *task = self->task;
  const YzStockKitSite *it = &task->sites[site];
  gint64 lacks = MAX (it->wanted - MAX (it->kits, 0), 0);

  *spare_of (self, site, YZ_STOCK_KIT_NONE) = MAX (it->kits - it->wanted - it->keeps, 0);
  for (guint i = 0; i < task->n_parts; i++)
    {
      gint64 keeps = task->keeps != NULL ? task->keeps[(gsize) site * task->n_parts + i] : 0;

      *spare_of (self, site, i) = MAX (usable_of (task, site, i) - MAX (keeps, lacks * task->recipe[i]), 0);
    }
}

static gboolean
sends_already (Planning *self, guint from, guint to)
{
  for (guint i = 0; i < self->plan->sends->len; i++)
    {
      const YzStockKitSend *send = &g_array_index (self->plan->sends, YzStockKitSend, i);

      if (send->from == from && send->to == to)
        return TRUE;
    }
  return FALSE;
}

/* What speaks for a giver, the weightier before the lighter. */
typedef struct
{
  gboolean sends;
  gboolean enough;
  double metres;
} Merit;

static Merit
judge (Planning *self, guint from, guint to, guint part, gint64 quantity)
{
  const YzStockKitTask *task = self->task;

  return (Merit){
    .sends = sends_already (self, from, to),
    .enough = *spare_of (self, from, part) >= quantity,
    .metres = task->distance != NULL ? task->distance (from, to, task->distance_data) : INFINITY,
  };
}

static gboolean
is_better (const Merit *one, const Merit *other)
{
  if (one->sends != other->sends)
    return one->sends;
  if (one->enough != other->enough)
    return one->enough;
  return one->metres < other->metres;
}

static guint
find_giver (Planning *self, guint to, guint part, gint64 quantity)
{
  guint best = YZ_STOCK_KIT_NONE;
  Merit best_merit = { 0 };

  for (guint from = 0; from < self->task->n_sites; from++)
    {
      Merit merit;

      if (from == to || *spare_of (self, from, part) == 0)
        continue;
      merit = judge (self, from, to, part, quantity);
      if (best != YZ_STOCK_KIT_NONE && !is_better (&merit, &best_merit))
        continue;
      best = from;
      best_merit = merit;
    }
  return best;
}

/* Sends up to @quantity; returns how many. */
static gint64
bring (Planning *self, guint to, guint part, gint64 quantity)
{
  gint64 left = quantity;

  while (left > 0)
    {
      YzStockKitSend send = { find_giver (self, to, part, left), to, part, 0 };

      if (send.from == YZ_STOCK_KIT_NONE)
        break;
      send.quantity = MIN (left, *spare_of (self, send.from, part));
      *spare_of (self, send.from, part) -= send.quantity;
      left -= send.quantity;
      g_array_append_val (self->plan->sends, send);
    }
  return quantity - left;
}

/* How many of the part @site could use, with all that others can spare. */
static gint64
reach_of (Planning *self, guint site, guint part)
{
  gint64 sum = usable_of (self->task, site, part);

  for (guint from = 0; from < self->task->n_sites; from++)
    if (from != site)
      sum += *spare_of (self, from, part);
  return sum;
}

static void
serve (Planning *self, guint site)
{
  const YzStockKitTask *task = self->task;
  const YzStockKitSite *it = &task->sites[site];
  YzStockKitNeed *need = &g_array_index (self->plan->needs, YzStockKitNeed, site);
  g_autofree gint64 *reach = g_new0 (gint64, task->n_parts + 1);
  gint64 lacks;

  need->ready = MIN (MAX (it->kits, 0), it->wanted);
  need->ready += bring (self, site, YZ_STOCK_KIT_NONE, it->wanted - need->ready);
  lacks = it->wanted - need->ready;
  for (guint i = 0; i < task->n_parts; i++)
    reach[i] = reach_of (self, site, i);
  need->assemble = MIN (yz_stock_kit_count (task->recipe, reach, task->n_parts, &need->scarce), lacks);
  for (guint i = 0; i < task->n_parts; i++)
    bring (self, site, i, MAX (need->assemble * task->recipe[i] - usable_of (task, site, i), 0));
  need->missing = lacks - need->assemble;
  if (need->missing == 0)
    need->scarce = YZ_STOCK_KIT_NONE;
}

/* What the missing kits want, less what lies unused at their sites and what others could still spare. */
static gint64
find_lacking (Planning *self, guint part)
{
  gint64 per_kit = self->task->recipe[part], lacking = 0;

  for (guint site = 0; site < self->task->n_sites; site++)
    {
      const YzStockKitNeed *need = &g_array_index (self->plan->needs, YzStockKitNeed, site);
      gint64 left = MAX (usable_of (self->task, site, part) - need->assemble * per_kit, 0);

      lacking += MAX (need->missing * per_kit - left, 0) - *spare_of (self, site, part);
    }
  return MAX (lacking, 0);
}

static int
compare_sends (gconstpointer a, gconstpointer b)
{
  const YzStockKitSend *one = a, *two = b;

  if (one->from != two->from)
    return one->from < two->from ? -1 : 1;
  if (one->to != two->to)
    return one->to < two->to ? -1 : 1;
  return (column_of (one->part) > column_of (two->part)) - (column_of (one->part) < column_of (two->part));
}

YzStockKitPlan *
yz_stock_kit_plan (const YzStockKitTask *task)
{
  YzStockKitPlan *plan = g_new0 (YzStockKitPlan, 1);
  g_autofree gint64 *spare = g_new0 (gint64, (gsize) task->n_sites * (task->n_parts + 1) + 1);
  Planning self = { task, plan, spare };

  plan->needs = g_array_sized_new (FALSE, TRUE, sizeof (YzStockKitNeed), task->n_sites);
  g_array_set_size (plan->needs, task->n_sites);
  plan->sends = g_array_new (FALSE, FALSE, sizeof (YzStockKitSend));
  plan->lacking = g_new0 (gint64, task->n_parts + 1);
  for (guint i = 0; i < task->n_sites; i++)
    find_spare (&self, i);
  for (guint i = 0; i < task->n_sites; i++)
    serve (&self, i);
  for (guint i = 0; i < task->n_parts; i++)
    plan->lacking[i] = find_lacking (&self, i);
  g_array_sort (plan->sends, compare_sends);
  return plan;
}
