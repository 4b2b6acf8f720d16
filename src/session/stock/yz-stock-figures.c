#include "config.h"

#include "yz-stock-figures.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yz-item.h"
#include "yz-kinds.h"
#include "yz-place.h"
#include "yz-station-state.h"
#include "yz-stock-minimum.h"
#include "yz-stock.h"
#include "yz-store-columns.h"
#include "yz-value-text.h"

/* So many names of what is too little are told. */
#define LOW_NAMED 3

/* A record by its row. */
typedef struct
{
  char *id;
  char *title;
  char *detail;
  char *unit;
  guint warn_days;
  YzStockMinimum minimum;
  gboolean discontinued;
  gboolean supplied; /* a station in service: the minimums of items hold for it */
  guint rank;        /* in the order of titles */
} Subject;

typedef struct
{
  char *number;
  guint32 expiry;
  gboolean recalled;
  gint64 holder; /* where it was counted last, 0 for nowhere yet */
} Lot;

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

  GHashTable *items;    /* row → Subject */
  GHashTable *holders;  /* row, or minus it → Subject */
  GHashTable *lots;     /* row → Lot */
  GHashTable *held;     /* rows of places that hold for campaigns */
  gint64 way;           /* row of the place of what is on its way: it is nobody's */
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
subject_free (gpointer data)
{
  Subject *subject = data;

  g_free (subject->id);
  g_free (subject->title);
  g_free (subject->detail);
  g_free (subject->unit);
  g_free (subject);
}

static void
lot_free (gpointer data)
{
  g_free (((Lot *) data)->number);
  g_free (data);
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
  self->items = new_by_row (subject_free);
  self->holders = new_by_row (subject_free);
  self->lots = new_by_row (lot_free);
  self->held = new_by_row (NULL);
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
  GHashTable **const tables[] = { &self->items,  &self->holders, &self->lots,   &self->held,  &self->minimums,
                                  &self->coming, &self->rows,    &self->wanted, &self->there, &self->low };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    g_clear_pointer (tables[i], g_hash_table_unref);
  g_clear_pointer (&self->figures, yz_stock_figures_unref);
  figure_clear (&self->current);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

static void
put (GHashTable *table, gint64 row, gpointer value)
{
  g_hash_table_insert (table, g_memdup2 (&row, sizeof row), value);
}

/* --- what the rows are about -------------------------------------------------------------------------------------- */

static void
on_item (gint64 row, const YzColumn *columns, gpointer data)
{
  Reading *self = data;
  Subject *item = g_new0 (Subject, 1);

  item->id = g_strdup (columns[0].text);
  item->title = g_strdup (columns[1].text);
  item->detail = g_strdup (columns[2].text);
  item->unit = g_strdup (columns[3].text);
  item->minimum = (YzStockMinimum){ .minimum = columns[4].integer, .target = columns[5].integer };
  item->warn_days = columns[6].empty ? YZ_ITEM_WARN_DAYS : (guint) columns[6].integer;
  item->discontinued = columns[7].integer != 0;
  item->rank = g_hash_table_size (self->items);
  put (self->items, row, item);
}

static void
on_station (gint64 row, const YzColumn *columns, gpointer data)
{
  Reading *self = data;
  Subject *station = g_new0 (Subject, 1);

  station->id = g_strdup (columns[0].text);
  station->title = g_strdup (columns[1].text);
  station->detail = g_strdup (columns[2].text);
  station->supplied = yz_station_state_is_supplied (columns[3].text);
  station->rank = g_hash_table_size (self->holders);
  put (self->holders, row, station);
}

static void
on_place (gint64 row, const YzColumn *columns, gpointer data)
{
  Reading *self = data;
  const char *type = columns[2].text;
  Subject *place;

  if (g_strcmp0 (type, yz_place_type_get_nick (YZ_PLACE_CAMPAIGN)) == 0)
    put (self->held, row, NULL);
  if (g_strcmp0 (type, yz_place_type_get_nick (YZ_PLACE_TRANSIT)) == 0)
    self->way = row;
  if (!columns[3].empty)
    return;
  place = g_new0 (Subject, 1);
  place->id = g_strdup (columns[0].text);
  place->title = g_strdup (columns[1].text);
  place->rank = g_hash_table_size (self->holders);
  put (self->holders, -row, place);
}

static void
on_lot (gint64 row, const YzColumn *columns, gpointer data)
{
  Reading *self = data;
  Lot *lot = g_new0 (Lot, 1);
  GDate expiry;

  lot->number = g_strdup (columns[0].text);
  if (yz_value_read_date (columns[1].text, &expiry))
    lot->expiry = g_date_get_julian (&expiry);
  lot->recalled = columns[2].integer != 0;
  put (self->lots, row, lot);
}

static gboolean
read_kind (Reading *self, const YzKind *kind, const char *const *fields, YzColumnsFunc func, GError **error)
{
  g_autoptr (YzQuery) query = yz_query_new (kind);

  if (kind != &yz_lot_kind)
    yz_query_set_order (query, kind->title_field, FALSE);
  return yz_store_read_columns (self->store, query, fields, func, self, self->cancellable, error);
}

/* Warehouses come before stations. */
static gboolean
read_subjects (Reading *self, GError **error)
{
  static const char *const item_fields[] = { "id",     "name",      "spec",         "unit", "minimum",
                                             "target", "warn_days", "discontinued", NULL };
  static const char *const station_fields[] = { "id", "name", "district", "state", NULL };
  static const char *const place_fields[] = { "id", "name", "type", "station", NULL };
  static const char *const lot_fields[] = { "number", "expiry", "recalled", NULL };

  return read_kind (self, &yz_item_kind, item_fields, on_item, error) &&
         read_kind (self, &yz_place_kind, place_fields, on_place, error) &&
         read_kind (self, &yz_station_kind, station_fields, on_station, error) &&
         read_kind (self, &yz_lot_kind, lot_fields, on_lot, error);
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

/* What was set for the place; else what the item says, where that holds. */
static const YzStockMinimum *
find_minimum (Reading *self, const Pair *pair, const Subject *item)
{
  const YzStockMinimum *set = g_hash_table_lookup (self->minimums, pair);
  const Subject *holder = g_hash_table_lookup (self->holders, &pair->holder);

  if (set != NULL)
    return set;
  return holder != NULL && holder->supplied && !item->discontinued && item->minimum.minimum > 0 ? &item->minimum : NULL;
}

/* --- adding up ---------------------------------------------------------------------------------------------------- */

static YzStockFigure *
find_row (Reading *self, gint64 row, const Subject *subject)
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
add_to_row (Reading *self, const Subject *subject, const char *unit)
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
  const Subject *item = g_hash_table_lookup (self->items, &self->now.item);
  const Subject *holder = g_hash_table_lookup (self->holders, &self->now.holder);
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
count_lot (Reading *self, Lot *lot)
{
  if (lot->holder == self->now.holder)
    return;
  self->current.n_lots++;
  self->n_new_lots += lot->holder == 0;
  lot->holder = self->now.holder;
}

static void
add_usable (Reading *self, const YzStockHeap *heap, Lot *lot)
{
  const Subject *item = g_hash_table_lookup (self->items, &heap->item);
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
  Lot *lot = heap->lot != 0 ? g_hash_table_lookup (self->lots, &heap->lot) : NULL;

  if (heap->place == self->way)
    return;
  if (!pair_equal (&pair, &self->now))
    begin (self, &pair);
  if (lot != NULL && lot->recalled)
    self->current.recalled += heap->quantity;
  else if (lot != NULL && lot->expiry != 0 && lot->expiry < self->scope->today)
    self->current.expired += heap->quantity;
  else if (g_hash_table_contains (self->held, &heap->place))
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

/* --- who was given something -------------------------------------------------------------------------------------- */

typedef struct
{
  GHashTable *places; /* (nullable): the ids that count */
  gint64 month;
  YzStockFigures *figures;
} Givings;

/* A counter-entry is the same the other way round. */
static void
on_giving (gint64 row, const YzColumn *columns, gpointer data)
{
  Givings *givings = data;
  const char *out = yz_place_get_single_id (YZ_PLACE_HANDED_OUT);
  gboolean given = g_strcmp0 (columns[1].text, out) == 0;
  gint64 people = given ? columns[2].integer : -columns[2].integer;

  if (!given && g_strcmp0 (columns[0].text, out) != 0)
    return;
  if (givings->places != NULL && !g_hash_table_contains (givings->places, columns[given ? 0 : 1].text))
    return;
  *(columns[3].integer >= givings->month ? &givings->figures->people : &givings->figures->people_before) += people;
}

static void
on_place_id (gint64 row, const YzColumn *columns, gpointer data)
{
  g_hash_table_add (data, g_strdup (columns[0].text));
}

static gboolean
read_place_ids (Reading *self, Givings *givings, GError **error)
{
  static const char *const fields[] = { "id", NULL };
  g_autoptr (YzQuery) query = yz_query_new (&yz_place_kind);

  if (self->scope->station == NULL && self->scope->place == NULL)
    return TRUE;
  givings->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (self->scope->place != NULL)
    {
      g_hash_table_add (givings->places, g_strdup (self->scope->place));
      return TRUE;
    }
  yz_query_add (query, "station", YZ_COMPARE_EQUAL, g_variant_new_string (self->scope->station));
  return yz_store_read_columns (self->store, query, fields, on_place_id, givings->places, self->cancellable, error);
}

static gboolean
read_people (Reading *self, GError **error)
{
  static const char *const fields[] = { "source", "target", "people", "at", NULL };
  g_autoptr (GDateTime) now = yz_office_time (self->scope->now);
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Asia/Shanghai");
  g_autoptr (GDateTime)
    month = g_date_time_new (zone, g_date_time_get_year (now), g_date_time_get_month (now), 1, 0, 0, 0);
  g_autoptr (GDateTime) before = g_date_time_add_months (month, -1);
  g_autoptr (YzQuery) query = yz_query_new (&yz_movement_kind);
  Givings givings = { NULL, g_date_time_to_unix (month) * 1000, self->figures };
  gboolean read;

  yz_query_add (query, "at", YZ_COMPARE_GREATER_OR_EQUAL, g_variant_new_int64 (g_date_time_to_unix (before) * 1000));
  yz_query_add (query, "people", YZ_COMPARE_GREATER, g_variant_new_int64 (0));
  read = read_place_ids (self, &givings, error) &&
         yz_store_read_columns (self->store, query, fields, on_giving, &givings, self->cancellable, error);
  g_clear_pointer (&givings.places, g_hash_table_unref);
  return read;
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
  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, &row, &subject))
    if (g_str_equal (((Subject *) subject)->id, id))
      {
        self->only_item = *(gint64 *) row;
        self->figures->item = g_strdup (((Subject *) subject)->title);
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
  if (!read_subjects (&self, error) || !find_wanted (&self, text, error))
    return NULL;
  find_only_item (&self, item);
  if (!read_stock (&self, error) || !read_people (&self, error))
    return NULL;
  g_ptr_array_sort (self.figures->rows, compare_ranks);
  count_items (&self);
  return g_steal_pointer (&self.figures);
}

/* --- in words ----------------------------------------------------------------------------------------------------- */

char *
yz_stock_dup_quantity (gint64 quantity, const char *unit)
{
  return g_strdup_printf (unit != NULL ? "%" G_GINT64_FORMAT " %s" : "%" G_GINT64_FORMAT, quantity, unit);
}

char *
yz_stock_dup_money (gint64 fen)
{
  g_autofree char *amount = yz_value_format_money (ABS (fen));

  return g_strdup_printf ("%s¥%s", fen < 0 ? "−" : "", amount);
}

static char *
dup_several (const YzStockFigure *self)
{
  switch (self->state)
    {
    case YZ_STOCK_OUT:
    case YZ_STOCK_LOW:
      return self->unit != NULL
               ? g_strdup_printf (ngettext ("Low at %u place", "Low at %u places", self->n_low), self->n_low)
               : g_strdup_printf (ngettext ("%u item low", "%u items low", self->n_low), self->n_low);
    case YZ_STOCK_EXPIRED:
      return g_strdup (_ ("Expired stock"));
    case YZ_STOCK_EXPIRING:
      return g_strdup (_ ("Expires soon"));
    case YZ_STOCK_ENOUGH:
    default:
      return g_strdup (_ ("Enough"));
    }
}

char *
yz_stock_figure_dup_state (const YzStockFigure *self, guint32 today)
{
  g_autofree char *unusable = yz_stock_dup_quantity (self->expired > 0 ? self->expired : self->recalled, self->unit);
  guint days = self->expiry - today;

  if (self->n_items > 1)
    return dup_several (self);
  switch (self->state)
    {
    case YZ_STOCK_OUT:
      return g_strdup (_ ("None left"));
    case YZ_STOCK_LOW:
      return g_strdup (_ ("Too few"));
    case YZ_STOCK_EXPIRED:
      /* Translators: a number with its unit */
      return g_strdup_printf (self->expired > 0 ? _ ("%s expired") : _ ("%s recalled"), unusable);
    case YZ_STOCK_EXPIRING:
      return days > 0 ? g_strdup_printf (ngettext ("%u day left", "%u days left", days), days)
                      : g_strdup (_ ("Last day"));
    case YZ_STOCK_ENOUGH:
    default:
      return g_strdup (_ ("Enough"));
    }
}
