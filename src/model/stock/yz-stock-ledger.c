#include "config.h"

#include "yz-stock-ledger.h"

#include <string.h>

typedef struct
{
  const YzStockMove *moves;
  guint n_moves;
  GHashTable *by_id;     /* id → YzStockMove */
  GHashTable *counters;  /* id → GPtrArray of the YzStockMove that take it back */
  GHashTable *in_effect; /* YzStockMove → GINT_TO_POINTER (TRUE or FALSE), as far as it is known */
} Ledger;

static void
ledger_init (Ledger *self, const YzStockMove *moves, guint n_moves)
{
  self->moves = moves;
  self->n_moves = n_moves;
  self->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->counters = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->in_effect = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < n_moves; i++)
    {
      GPtrArray *siblings;

      g_hash_table_insert (self->by_id, (gpointer) &moves[i].id, (gpointer) &moves[i]);
      if (moves[i].takes_back == 0)
        continue;
      siblings = g_hash_table_lookup (self->counters, &moves[i].takes_back);
      if (siblings == NULL)
        {
          siblings = g_ptr_array_new ();
          g_hash_table_insert (self->counters, (gpointer) &moves[i].takes_back, siblings);
        }
      g_ptr_array_add (siblings, (gpointer) &moves[i]);
    }
}

static void
ledger_clear (Ledger *self)
{
  g_hash_table_unref (self->by_id);
  g_hash_table_unref (self->counters);
  g_hash_table_unref (self->in_effect);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Ledger, ledger_clear)

static gboolean
is_in_effect (Ledger *self, const YzStockMove *move)
{
  GPtrArray *counters = g_hash_table_lookup (self->counters, &move->id);
  gpointer known;
  gboolean in_effect = TRUE;

  if (counters == NULL)
    return TRUE;
  if (g_hash_table_lookup_extended (self->in_effect, move, NULL, &known))
    return GPOINTER_TO_INT (known);
  /* a ring of damaged records comes to its end here */
  g_hash_table_insert (self->in_effect, (gpointer) move, GINT_TO_POINTER (FALSE));
  for (guint i = 0; i < counters->len && in_effect; i++)
    in_effect = !is_in_effect (self, g_ptr_array_index (counters, i));
  g_hash_table_insert (self->in_effect, (gpointer) move, GINT_TO_POINTER (in_effect));
  return in_effect;
}

static int
compare_moves (gconstpointer a, gconstpointer b)
{
  const YzStockMove *one = a, *two = b;

  if (one->at != two->at)
    return one->at < two->at ? -1 : 1;
  return (one->id > two->id) - (one->id < two->id);
}

/* Those in effect, in the order of time, then of ids. */
static GArray *
select_moves (Ledger *self, gint64 until)
{
  GArray *selected = g_array_new (FALSE, FALSE, sizeof (YzStockMove));

  for (guint i = 0; i < self->n_moves; i++)
    {
      const YzStockMove *move = &self->moves[i];

      if (move->takes_back == 0 && move->at <= until && is_in_effect (self, move))
        g_array_append_vals (selected, move, 1);
    }
  g_array_sort (selected, compare_moves);
  return selected;
}

/* Sums under way: a set of YzStockSum by place, item and lot. */
static guint
sum_hash (gconstpointer data)
{
  const YzStockSum *sum = data;

  return (sum->place * 16777619u ^ sum->item) * 16777619u ^ sum->lot;
}

static gboolean
sum_equal (gconstpointer a, gconstpointer b)
{
  const YzStockSum *one = a, *two = b;

  return one->place == two->place && one->item == two->item && one->lot == two->lot;
}

/* Returns: what lies there now */
static gint64
add_to (GHashTable *sums, guint32 place, const YzStockMove *move, gint64 delta)
{
  YzStockSum key = { place, move->item, move->lot, delta };
  YzStockSum *sum = g_hash_table_lookup (sums, &key);

  if (sum != NULL)
    return sum->quantity += delta;
  g_hash_table_add (sums, g_memdup2 (&key, sizeof key));
  return delta;
}

static GHashTable *
sums_new (void)
{
  return g_hash_table_new_full (sum_hash, sum_equal, g_free, NULL);
}

static int
compare_sums (gconstpointer a, gconstpointer b)
{
  const YzStockSum *one = a, *two = b;

  if (one->place != two->place)
    return one->place < two->place ? -1 : 1;
  if (one->item != two->item)
    return one->item < two->item ? -1 : 1;
  return (one->lot > two->lot) - (one->lot < two->lot);
}

GArray *
yz_stock_ledger_sum (const YzStockMove *moves, guint n_moves, gint64 until)
{
  g_auto (Ledger) ledger = { 0 };
  g_autoptr (GArray) selected = NULL;
  g_autoptr (GHashTable) sums = sums_new ();
  GArray *result = g_array_new (FALSE, FALSE, sizeof (YzStockSum));
  GHashTableIter iter;
  gpointer sum;

  ledger_init (&ledger, moves, n_moves);
  selected = select_moves (&ledger, until);
  for (guint i = 0; i < selected->len; i++)
    {
      const YzStockMove *move = &g_array_index (selected, YzStockMove, i);

      add_to (sums, move->source, move, -move->quantity);
      add_to (sums, move->target, move, move->quantity);
    }
  g_hash_table_iter_init (&iter, sums);
  while (g_hash_table_iter_next (&iter, &sum, NULL))
    if (((YzStockSum *) sum)->quantity != 0)
      g_array_append_vals (result, sum, 1);
  g_array_sort (result, compare_sums);
  return result;
}

static void
add_fault (GArray *faults, YzStockFaultType type, const YzStockMove *move, guint32 place, gint64 quantity)
{
  YzStockFault fault = { type, move->id, place, quantity };

  g_array_append_val (faults, fault);
}

/* Walks through time, as the books would have been kept. */
static void
verify_sums (Ledger *self, YzStockOutsideFunc is_outside, gpointer user_data, GArray *faults)
{
  g_autoptr (GArray) selected = select_moves (self, G_MAXINT64);
  g_autoptr (GHashTable) sums = sums_new ();

  for (guint i = 0; i < selected->len; i++)
    {
      const YzStockMove *move = &g_array_index (selected, YzStockMove, i);
      gint64 left = add_to (sums, move->source, move, -move->quantity);
      gint64 arrived = add_to (sums, move->target, move, move->quantity);
      gint64 there = move->counted_place == move->target ? arrived : left;

      if (left < 0 && move->quantity > 0 && !move->forced && !is_outside (move->source, user_data))
        add_fault (faults, YZ_STOCK_FAULT_NEGATIVE, move, move->source, -left);
      if (move->counted_place != 0 && there != move->counted)
        add_fault (faults, YZ_STOCK_FAULT_COUNT, move, move->counted_place, there - move->counted);
    }
}

static gboolean
is_counter_of (const YzStockMove *counter, const YzStockMove *move)
{
  return counter->source == move->target && counter->target == move->source && counter->item == move->item &&
         counter->lot == move->lot && counter->quantity == move->quantity && counter->at == move->at &&
         counter->counted_place == 0;
}

/* Whether it is the first of those in effect that take the same back: the others do nothing. */
static gboolean
is_first (Ledger *self, const YzStockMove *counter)
{
  GPtrArray *siblings = g_hash_table_lookup (self->counters, &counter->takes_back);

  for (guint i = 0; i < siblings->len; i++)
    {
      const YzStockMove *sibling = g_ptr_array_index (siblings, i);

      if (sibling->id < counter->id && is_in_effect (self, sibling))
        return FALSE;
    }
  return TRUE;
}

static void
verify_counters (Ledger *self, GArray *faults)
{
  for (guint i = 0; i < self->n_moves; i++)
    {
      const YzStockMove *counter = &self->moves[i];
      const YzStockMove *move;

      if (counter->takes_back == 0)
        continue;
      move = g_hash_table_lookup (self->by_id, &counter->takes_back);
      if (move == NULL || !is_counter_of (counter, move))
        add_fault (faults, YZ_STOCK_FAULT_COUNTER, counter, counter->source, counter->quantity);
      else if (is_in_effect (self, counter) && !is_first (self, counter))
        add_fault (faults, YZ_STOCK_FAULT_TWICE, counter, counter->source, counter->quantity);
    }
}

GArray *
yz_stock_ledger_verify (const YzStockMove *moves, guint n_moves, YzStockOutsideFunc is_outside, gpointer user_data)
{
  g_auto (Ledger) ledger = { 0 };
  GArray *faults = g_array_new (FALSE, FALSE, sizeof (YzStockFault));

  ledger_init (&ledger, moves, n_moves);
  verify_sums (&ledger, is_outside, user_data, faults);
  verify_counters (&ledger, faults);
  return faults;
}
