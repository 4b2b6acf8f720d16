#include "config.h"

#include "yz-stock-figures.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yz-kinds.h"
#include "yz-stock-people.h"
#include "yz-stock-subjects-private.h"
#include "yz-stock.h"
#include "yz-store-columns.h"

/* So many names of what is too little are told. */
#define LOW_NAMED 3

typedef struct
{
  gint64 holder;
  gint64 item;
} Pair;

typedef struct
{
  YzStore *store;
  const YzInventoryScope *scope;
  GCancellable *cancellable;
  gboolean by_holder;
  gint64 only_item;   /* row, 0 for all */
  GHashTable *wanted; /* (nullable): ids of what was searched */
  guint day_of_year;

  YzStockSubjects *subjects;
  GHashTable *minimums; /* Pair → YzStockMinimum that holds today */
  GHashTable *coming;   /* Pair → gint64 */
  GHashTable *rows;     /* row of an item or of a holder → YzStockFigure, not owned */
  GHashTable *there;    /* rows of the items that may be used somewhere */
  GHashTable *low;      /* titles of the items of which there are too few somewhere */
  YzStockFigures *figures;

  Pair now; /* whose heaps are being read */
  YzStockFigure current;
  guint n_new_lots; /* of them, not counted anywhere before */
} Reading;

static guint
pair_hash (gconstpointer key)
{
  const Pair *pair = key;

  return g_int64_hash (&pair->holder) * 31 + g_int64_hash (&pair->item);
}

static gboolean
pair_equal (gconstpointer a, gconstpointer b)
{
  const Pair *one = a, *other = b;

  return one->holder == other->holder && one->item == other->item;
}

static void
figure_clear (YzStockFigure *figure)
{
  g_free (figure->id);
  g_free (figure->title);
  g_free (figure->detail);
  g_free (figure->unit);
  g_free (figure->lot);
}

static void
figure_free (gpointer figure)
{
  figure_clear (figure);
  g_free (figure);
}

static void
figures_clear (gpointer figures)
{
  YzStockFigures *self = figures;

  g_ptr_array_unref (self->rows);
  figure_clear (&self->total);
  g_free (self->item);
  g_free (self->low);
}

YzStockFigures *
yz_stock_figures_ref (YzStockFigures *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
yz_stock_figures_unref (gpointer self)
{
  g_atomic_rc_box_release_full (self, figures_clear);
}

static GHashTable *
new_by_row (GDestroyNotify free_value)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_value);
}

static void
reading_init (Reading *self)
{
  self->minimums = g_hash_table_new_full (pair_hash, pair_equal, g_free, g_free);
  self->coming = g_hash_table_new_full (pair_hash, pair_equal, g_free, g_free);
  self->rows = new_by_row (NULL);
  self->there = new_by_row (NULL);
  self->low = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->figures = g_atomic_rc_box_new0 (YzStockFigures);
  self->figures->rows = g_ptr_array_new_with_free_func (figure_free);
}

static void
reading_clear (Reading *self)
{
  GHashTable **const tables[] = {
    &self->minimums, &self->coming, &self->rows, &self->wanted, &self->there, &self->low
  };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    g_clear_pointer (tables[i], g_hash_table_unref);
  g_clear_pointer (&self->subjects, yz_stock_subjects_free);
  g_clear_pointer (&self->figures, yz_stock_figures_unref);
  figure_clear (&self->current);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

static void
put (GHashTable *table, gint64 row, gpointer value)
{
  g_hash_table_insert (table, g_memdup2 (&row, sizeof row), value);
}

/* --- what there should be ----------------------------------------------------------------------------------------- */

static void
on_need (const YzStockNeed *need, gpointer data)
{
  Reading *self = data;
  Pair pair = { need->holder, need->item };
  YzStockMinimum next = { yz_stock_minimum_read_day (need->begins), yz_stock_minimum_read_day (need->ends),
                          need->minimum, need->target };
  const YzStockMinimum *best = g_hash_table_lookup (self->minimums, &pair);

  if (yz_stock_minimum_prefer (best, &next, self->day_of_year) == &next)
    g_hash_table_replace (self->minimums, g_memdup2 (&pair, sizeof pair), g_memdup2 (&next, sizeof next));
}

static void
on_coming (const YzStockHeap *heap, gpointer data)
{
  Pair pair = { heap->holder, heap->item };

  g_hash_table_replace (((Reading *) data)->coming, g_memdup2 (&pair, sizeof pair),
                        g_memdup2 (&heap->quantity, sizeof heap->quantity));
}

/*
 * As the walk over what is due has it: what was set for the place, else what the item says of stations. Nobody fills up
 * a station that is not in service, nor with what is no longer bought.
 */
static const YzStockMinimum *
find_minimum (Reading *self, const Pair *pair, const YzStockSubject *item)
{
  const YzStockMinimum *set = g_hash_table_lookup (self->minimums, pair);
  const YzStockSubject *holder = g_hash_table_lookup (self->subjects->holders, &pair->holder);
  gboolean is_station = pair->holder > 0;

  if (item->discontinued || (is_station && (holder == NULL || !holder->supplied)))
    return NULL;
  if (set != NULL)
    return set;
  return is_station && item->minimum.minimum > 0 ? &item->minimum : NULL;
}

/* --- adding up ---------------------------------------------------------------------------------------------------- */

static YzStockFigure *
find_row (Reading *self, gint64 row, const YzStockSubject *subject)
{
  YzStockFigure *figure = g_hash_table_lookup (self->rows, &row);

  if (figure != NULL)
    return figure;
  figure = g_new0 (YzStockFigure, 1);
  figure->id = g_strdup (subject->id);
  figure->title = g_strdup (subject->title);
  figure->detail = g_strdup (subject->detail);
  figure->rank = subject->rank;
  g_ptr_array_add (self->figures->rows, figure);
  put (self->rows, row, figure);
  return figure;
}

static void
add_expiry (YzStockFigure *figure, guint32 expiry, const char *lot)
{
  if (expiry == 0 || (figure->expiry != 0 && figure->expiry <= expiry))
    return;
  figure->expiry = expiry;
  g_free (figure->lot);
  figure->lot = g_strdup (lot);
}

/* @n_lots: of @part, those that @sum has not got yet */
static void
add (YzStockFigure *sum, const YzStockFigure *part, guint n_lots)
{
  sum->usable += part->usable;
  sum->expired += part->expired;
  sum->recalled += part->recalled;
  sum->held += part->held;
  sum->coming += part->coming;
  sum->expiring += part->expiring;
  sum->minimum += part->minimum;
  sum->target += part->target;
  sum->n_lots += n_lots;
  sum->n_places += part->usable > 0;
  sum->n_items += 1;
  sum->n_low += part->state >= YZ_STOCK_LOW;
  sum->state = MAX (sum->state, part->state);
  add_expiry (sum, part->expiry, part->lot);
}

static YzStockState
find_state (const YzStockFigure *figure, gboolean wanted)
{
  if (figure->usable <= 0 && wanted)
    return YZ_STOCK_OUT;
  if (figure->usable < figure->minimum)
    return YZ_STOCK_LOW;
  if (figure->expired > 0 || figure->recalled > 0)
    return YZ_STOCK_EXPIRED;
  return figure->expiring > 0 ? YZ_STOCK_EXPIRING : YZ_STOCK_ENOUGH;
}

static void
add_to_row (Reading *self, const YzStockSubject *subject, const char *unit)
{
  YzStockFigure *row;

  if ((self->only_item != 0 && self->only_item != self->now.item) ||
      (self->wanted != NULL && !g_hash_table_contains (self->wanted, subject->id)))
    return;
  row = find_row (self, self->by_holder ? self->now.holder : self->now.item, subject);
  if (row->unit == NULL && (!self->by_holder || self->only_item != 0))
    row->unit = g_strdup (unit);
  /* a lot is of one item, which has it at several holders */
  add (row, &self->current, self->by_holder ? self->current.n_lots : self->n_new_lots);
}

/* All of one item of one holder was read. */
static void
flush (Reading *self)
{
  const YzStockSubject *item = g_hash_table_lookup (self->subjects->items, &self->now.item);
  const YzStockSubject *holder = g_hash_table_lookup (self->subjects->holders, &self->now.holder);
  YzStockFigure *figure = &self->current;
  const YzStockMinimum *minimum;
  const gint64 *coming = g_hash_table_lookup (self->coming, &self->now);

  if (item == NULL || holder == NULL)
    return;
  minimum = find_minimum (self, &self->now, item);
  figure->coming = coming != NULL ? *coming : 0;
  figure->minimum = minimum != NULL ? minimum->minimum : 0;
  figure->target = minimum != NULL ? MAX (minimum->minimum, minimum->target) : 0;
  /* what a station had once and nobody wants there any more is not missing */
  figure->state = find_state (figure, minimum != NULL || self->figures->has_place);
  add (&self->figures->total, figure, self->n_new_lots);
  if (figure->usable > 0)
    put (self->there, self->now.item, NULL);
  if (figure->state >= YZ_STOCK_LOW)
    g_hash_table_add (self->low, g_strdup (item->title));
  add_to_row (self, self->by_holder ? holder : item, item->unit);
  g_hash_table_remove (self->minimums, &self->now);
}

static void
begin (Reading *self, const Pair *pair)
{
  if (self->now.item != 0)
    flush (self);
  figure_clear (&self->current);
  self->current = (YzStockFigure){ 0 };
  self->n_new_lots = 0;
  self->now = *pair;
}

/* What lies on three shelves is one lot. */
static void
count_lot (Reading *self, YzStockSubjectLot *lot)
{
  if (lot->holder == self->now.holder)
    return;
  self->current.n_lots++;
  self->n_new_lots += lot->holder == 0;
  lot->holder = self->now.holder;
}

static void
add_usable (Reading *self, const YzStockHeap *heap, YzStockSubjectLot *lot)
{
  const YzStockSubject *item = g_hash_table_lookup (self->subjects->items, &heap->item);
  YzStockFigure *figure = &self->current;

  figure->usable += heap->quantity;
  if (heap->quantity <= 0)
    return;
  if (lot != NULL)
    count_lot (self, lot);
  if (lot == NULL || lot->expiry == 0)
    return;
  add_expiry (figure, lot->expiry, lot->number);
  if (item != NULL && lot->expiry - self->scope->today <= item->warn_days)
    figure->expiring += heap->quantity;
}

static void
on_heap (const YzStockHeap *heap, gpointer data)
{
  Reading *self = data;
  Pair pair = { heap->holder, heap->item };
  YzStockSubjectLot *lot = heap->lot != 0 ? g_hash_table_lookup (self->subjects->lots, &heap->lot) : NULL;

  if (heap->place == self->subjects->way)
    return;
  if (!pair_equal (&pair, &self->now))
    begin (self, &pair);
  if (lot != NULL && lot->recalled)
    self->current.recalled += heap->quantity;
  else if (lot != NULL && lot->expiry != 0 && lot->expiry < self->scope->today)
    self->current.expired += heap->quantity;
  else if (g_hash_table_contains (self->subjects->held, &heap->place))
    self->current.held += heap->quantity;
  else
    add_usable (self, heap, lot);
}

/* What should be there and never was: it has no heap, not even an empty one. */
static void
add_never_there (Reading *self)
{
  g_autoptr (GList) pairs = g_hash_table_get_keys (self->minimums);

  for (GList *link = pairs; link != NULL; link = link->next)
    {
      Pair pair = *(const Pair *) link->data;

      begin (self, &pair);
    }
  if (self->now.item != 0)
    flush (self);
}

static gboolean
read_stock (Reading *self, GError **error)
{
  const YzInventoryScope *scope = self->scope;
  YzStockQuestion question = { .station = scope->station, .place = scope->place, .kept = TRUE };
  Pair none = { 0 };

  if (scope->place == NULL &&
      (!yz_stock_read_needs (self->store, scope->station, on_need, self, self->cancellable, error) ||
       !yz_stock_read_coming (self->store, scope->station, on_coming, self, self->cancellable, error)))
    return FALSE;
  if (!yz_stock_read (self->store, &question, on_heap, self, self->cancellable, error))
    return FALSE;
  if (self->now.item != 0)
    begin (self, &none);
  add_never_there (self);
  return TRUE;
}

/* --- the answer --------------------------------------------------------------------------------------------------- */

static int
compare_ranks (gconstpointer a, gconstpointer b)
{
  const YzStockFigure *one = *(YzStockFigure *const *) a, *other = *(YzStockFigure *const *) b;

  return one->rank < other->rank ? -1 : one->rank > other->rank;
}

static void
count_items (Reading *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GHashTableIter iter;
  gpointer title;

  self->figures->n_items = g_hash_table_size (self->there);
  self->figures->n_low = g_hash_table_size (self->low);
  g_hash_table_iter_init (&iter, self->low);
  for (guint i = 0; i < LOW_NAMED && g_hash_table_iter_next (&iter, &title, NULL); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? _ (", ") : "", (const char *) title);
  if (text->len > 0)
    self->figures->low = g_strdup (text->str);
}

/* One that is gone since has no stock. */
static void
find_only_item (Reading *self, const char *id)
{
  GHashTableIter iter;
  gpointer row, subject;

  if (*id == '\0')
    return;
  self->only_item = -1;
  g_hash_table_iter_init (&iter, self->subjects->items);
  while (g_hash_table_iter_next (&iter, &row, &subject))
    if (g_str_equal (((YzStockSubject *) subject)->id, id))
      {
        self->only_item = *(gint64 *) row;
        self->figures->item = g_strdup (((YzStockSubject *) subject)->title);
      }
}

/* --- what is searched --------------------------------------------------------------------------------------------- */

static void
on_wanted (gint64 row, const YzColumn *columns, gpointer data)
{
  g_hash_table_add (data, g_strdup (columns[0].text));
}

static gboolean
search (Reading *self, const YzKind *kind, const char *field, const char *text, GError **error)
{
  const char *const fields[] = { field, NULL };
  g_autoptr (YzQuery) query = yz_query_new (kind);

  yz_query_set_search (query, text);
  return yz_store_read_columns (self->store, query, fields, on_wanted, self->wanted, self->cancellable, error);
}

/* An item is also found by the number of a lot. */
static gboolean
find_wanted (Reading *self, const char *text, GError **error)
{
  if (*text == '\0')
    return TRUE;
  self->wanted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (self->by_holder)
    return search (self, &yz_station_kind, "id", text, error) && search (self, &yz_place_kind, "id", text, error);
  return search (self, &yz_item_kind, "id", text, error) && search (self, &yz_lot_kind, "item", text, error);
}

static guint
find_day_of_year (guint32 today)
{
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_julian (&day, today);
  return g_date_get_month (&day) * 100 + g_date_get_day (&day);
}

gpointer
yz_stock_figures_read (YzStore *store, const YzInventoryScope *scope, GVariant *wish, GCancellable *cancellable,
                       GError **error)
{
  g_auto (Reading) self = {
    .store = store,
    .scope = scope,
    .cancellable = cancellable,
    .day_of_year = find_day_of_year (scope->today),
  };
  const char *item = "", *text = "";

  reading_init (&self);
  if (wish != NULL)
    g_variant_get (wish, "(b&s&s)", &self.by_holder, &item, &text);
  self.figures->today = scope->today;
  self.figures->has_place = scope->station != NULL || scope->place != NULL;
  self.subjects = yz_stock_subjects_read (store, cancellable, error);
  if (self.subjects == NULL || !find_wanted (&self, text, error))
    return NULL;
  find_only_item (&self, item);
  if (!read_stock (&self, error) ||
      !yz_stock_people_read (store, scope, &self.figures->people, &self.figures->people_before, cancellable, error))
    return NULL;
  g_ptr_array_sort (self.figures->rows, compare_ranks);
  count_items (&self);
  return g_steal_pointer (&self.figures);
}
