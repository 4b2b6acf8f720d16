/*
 * A country's stock: makes a workspace with its movements, appends to it, and times the questions to it.
 *
 *   bench-stock make WORKSPACE STATIONS ITEMS MOVEMENTS SEED
 *   bench-stock append WORKSPACE MOVEMENTS SEED      (one action, as an import writes it)
 *   bench-stock read WORKSPACE                       (in milliseconds, the best of some rounds)
 */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include "yz-kinds.h"
#include "yz-movement.h"
#include "yz-place.h"
#include "yz-stock-due-read.h"
#include "yz-stock-ledger-query.h"
#include "yz-stock.h"
#include "yz-store-columns.h"

/* 2024-01-01T00:00Z */
#define BEGIN G_GINT64_CONSTANT (1704067200000)
#define YEARS_MS (G_GINT64_CONSTANT (3) * 365 * 24 * 3600 * 1000)
#define MIDDLE (BEGIN + YEARS_MS / 2)
#define ROUNDS 9
#define LEDGER_PAGE 80

/* Half of the items come in lots, a new one each quarter, usable for less than three years. */
#define LOTS 12

/* What is left of the lot that came last, and which one it was. */
typedef struct
{
  gint64 quantity;
  guint lot;
} Balance;

typedef struct
{
  YzStore *store;
  YzIdFactory *ids;
  GRand *random;
  GPtrArray *stations; /* ids */
  GPtrArray *places;
  GPtrArray *items;
  GPtrArray *lots;  /* ids, of each item in turn */
  GArray *balances; /* Balance, places × items */
  guint n_movements;
  gint64 begin;
  guint done;
  YzRecord *record;
  YzChange change;
} Bench;

G_GNUC_NORETURN
static void
fail (const GError *error)
{
  fprintf (stderr, "bench-stock: %s\n", error->message);
  exit (1);
}

static void
apply (Bench *self, YzEdit *edit)
{
  g_autoptr (GError) error = NULL;

  yz_action_free (yz_store_apply (self->store, edit, NULL, &error));
  if (error != NULL)
    fail (error);
}

static void
make_places (Bench *self, guint n_stations)
{
  g_autoptr (YzEdit) edit = yz_edit_new ("Stations");

  for (guint i = 0; i < n_stations; i++)
    {
      g_autofree char *id = yz_id_factory_next (self->ids);
      g_autofree char *place_id = yz_place_dup_id_of_station (id);
      g_autofree char *name = g_strdup_printf ("第%u号工会驿站", i + 1);
      g_autoptr (YzRecord) station = yz_record_new (&yz_station_kind, id);
      g_autoptr (YzRecord) place = yz_record_new (&yz_place_kind, place_id);

      yz_record_set_text (station, "name", name);
      yz_record_set_text (place, "name", name);
      yz_record_set_text (place, "type", "station");
      yz_record_set_text (place, "station", id);
      yz_edit_create (edit, station);
      yz_edit_create (edit, place);
      g_ptr_array_add (self->stations, g_steal_pointer (&id));
      g_ptr_array_add (self->places, g_steal_pointer (&place_id));
    }
  apply (self, edit);
}

static void
make_items (Bench *self, guint n_items)
{
  g_autoptr (YzEdit) edit = yz_edit_new ("Items");

  for (guint i = 0; i < YZ_N_PLACE_TYPES; i++)
    if (i == YZ_PLACE_TRANSIT || yz_place_type_is_outside ((YzPlaceType) i))
      {
        g_autoptr (YzRecord) place = yz_place_new_single ((YzPlaceType) i);

        yz_edit_create (edit, place);
      }
  for (guint i = 0; i < n_items; i++)
    {
      g_autofree char *id = yz_id_factory_next (self->ids);
      g_autofree char *name = g_strdup_printf ("物品%02u", i + 1);
      g_autoptr (YzRecord) item = yz_record_new (&yz_item_kind, id);

      yz_record_set_text (item, "name", name);
      yz_record_set (item, "minimum", g_variant_new_int64 (10));
      yz_edit_create (edit, item);
      g_ptr_array_add (self->items, g_steal_pointer (&id));
    }
  apply (self, edit);
}

static void
make_lots (Bench *self)
{
  g_autoptr (YzEdit) edit = yz_edit_new ("Lots");

  for (guint i = 0; i < self->items->len / 2 * LOTS; i++)
    {
      g_autofree char *id = yz_id_factory_next (self->ids);
      g_autofree char *number = g_strdup_printf ("P%02u-%02u", i / LOTS + 1, i % LOTS + 1);
      g_autofree char *expiry = g_strdup_printf ("%u-%02u-28", 2026 + (i % LOTS + 3) / 4, (i + 3) % 4 * 3 + 2);
      g_autoptr (YzRecord) lot = yz_record_new (&yz_lot_kind, id);

      yz_record_set_text (lot, "number", number);
      yz_record_set_text (lot, "item", g_ptr_array_index (self->items, i / LOTS));
      yz_record_set_text (lot, "expiry", expiry);
      yz_edit_create (edit, lot);
      g_ptr_array_add (self->lots, g_steal_pointer (&id));
    }
  apply (self, edit);
}

static const char *
find_lot (Bench *self, guint item, guint lot)
{
  guint index = item * LOTS + lot;

  return index < self->lots->len ? g_ptr_array_index (self->lots, index) : NULL;
}

/* What comes in is of the quarter's lot, if the item has lots; what is left of the one before stays on the shelf. */
static void
add_receipt (Bench *self, Balance *balance, guint item, gint64 quantity)
{
  guint lot = item < self->items->len / 2 ? (guint) ((gint64) self->done * LOTS / self->n_movements) : 0;

  balance->quantity = lot == balance->lot ? balance->quantity + quantity : quantity;
  balance->lot = lot;
}

/* A receipt where there is little, else a hand-out: as a station's year goes. */
static void
draw_movement (Bench *self)
{
  guint place = (guint) g_rand_int_range (self->random, 0, (gint32) self->places->len);
  guint item = (guint) g_rand_int_range (self->random, 0, (gint32) self->items->len);
  Balance *balance = &g_array_index (self->balances, Balance, place * self->items->len + item);
  gint64 quantity = g_rand_int_range (self->random, 1, 9);
  gboolean receive = balance->quantity < quantity;
  g_autofree char *id = yz_id_factory_next (self->ids);
  const char *outside = yz_place_get_single_id (receive ? YZ_PLACE_SUPPLY : YZ_PLACE_HANDED_OUT);

  if (receive)
    add_receipt (self, balance, item, quantity = 40);
  else
    balance->quantity -= quantity;
  g_set_object (&self->record, NULL);
  self->record = yz_record_new (&yz_movement_kind, id);
  yz_record_set_text (self->record, "type", receive ? "receive" : "hand_out");
  yz_record_set_text (self->record, "item", g_ptr_array_index (self->items, item));
  if (item < self->items->len / 2)
    yz_record_set_text (self->record, "lot", find_lot (self, item, balance->lot));
  yz_record_set_text (self->record, "source", receive ? outside : g_ptr_array_index (self->places, place));
  yz_record_set_text (self->record, "target", receive ? g_ptr_array_index (self->places, place) : outside);
  yz_record_set (self->record, "quantity", g_variant_new_int64 (quantity));
  yz_record_set (self->record, "at", g_variant_new_int64 (self->begin + YEARS_MS / self->n_movements * self->done));
  self->change = (YzChange){ .verb = YZ_VERB_CREATE, .record = self->record };
  self->done++;
}

static gboolean
next_movement (const YzChange **change, gpointer data, GError **error)
{
  Bench *self = data;

  *change = self->done < self->n_movements ? &self->change : NULL;
  if (*change != NULL)
    draw_movement (self);
  return TRUE;
}
/* Those that are appended do not know what lies there, and begin with receipts. */
static void
make_movements (Bench *self, guint n_movements, gint64 begin)
{
  g_autoptr (YzEdit) edit = yz_edit_new ("Movements");
  g_autoptr (GError) error = NULL;
  gint64 begun = g_get_monotonic_time ();

  self->n_movements = n_movements;
  self->begin = begin;
  g_array_set_size (self->balances, self->places->len * self->items->len);
  yz_action_free (yz_store_apply_stream (self->store, edit, next_movement, self, NULL, NULL, NULL, &error));
  if (error != NULL)
    fail (error);
  printf ("append_ms %.1f\n", (double) (g_get_monotonic_time () - begun) / 1000);
}

static void
on_id (gint64 row, const YzColumn *columns, gpointer ids)
{
  g_ptr_array_add (ids, g_strdup (columns[0].text));
}

static void
read_ids (Bench *self, const YzKind *kind, const char *condition, GPtrArray *ids)
{
  static const char *const columns[] = { "id", NULL };
  g_autoptr (YzQuery) query = yz_query_new (kind);
  g_autoptr (GError) error = NULL;

  yz_query_set_expression (query, condition);
  if (!yz_store_read_columns (self->store, query, columns, on_id, ids, NULL, &error))
    fail (error);
}

static void
read_places (Bench *self)
{
  read_ids (self, &yz_station_kind, NULL, self->stations);
  read_ids (self, &yz_place_kind, "type = 'station'", self->places);
  read_ids (self, &yz_item_kind, NULL, self->items);
  read_ids (self, &yz_lot_kind, NULL, self->lots);
}

static void
count_heap (const YzStockHeap *heap, gpointer data)
{
  (*(guint *) data)++;
}

static void
time_question (Bench *self, const char *name, const YzStockQuestion *question)
{
  double best = G_MAXDOUBLE;
  guint n = 0;

  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 begun = g_get_monotonic_time ();

      n = 0;
      if (!yz_stock_read (self->store, question, count_heap, &n, NULL, &error))
        fail (error);
      best = MIN (best, (double) (g_get_monotonic_time () - begun) / 1000);
    }
  printf ("%s_ms %.3f\n%s_rows %u\n", name, best, name, n);
}

static void
time_questions (Bench *self)
{
  const char *station = g_ptr_array_index (self->stations, self->stations->len / 2);
  YzStockQuestion all = { 0 }, all_past = { .at = MIDDLE };
  YzStockQuestion one = { .station = station }, one_past = { .station = station, .at = MIDDLE };

  printf ("station %s\n", station);
  time_question (self, "station", &one);
  time_question (self, "station_past", &one_past);
  time_question (self, "all", &all);
  time_question (self, "all_past", &all_past);
}

/* All that is due, with what others could give. */
static void
time_due (Bench *self)
{
  double best = G_MAXDOUBLE;
  guint counts[YZ_N_STOCK_DUE_TYPES] = { 0 };

  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 begun = g_get_monotonic_time ();
      g_autoptr (YzStockDues) dues = yz_stock_dues_read (self->store, NULL, NULL, -1, NULL, &error);

      if (dues == NULL)
        fail (error);
      best = MIN (best, (double) (g_get_monotonic_time () - begun) / 1000);
      for (guint j = 0; i == 0 && j < dues->dues->len; j++)
        counts[g_array_index (dues->dues, YzStockDue, j).type]++;
    }
  printf ("due_ms %.3f\nlacking %u\nexpired %u\nexpiring %u\n", best,
          counts[YZ_STOCK_DUE_OUT] + counts[YZ_STOCK_DUE_LOW], counts[YZ_STOCK_DUE_EXPIRED],
          counts[YZ_STOCK_DUE_EXPIRING]);
}

/* What of the ledger is on the screen at once. */
static void
time_ledger (Bench *self)
{
  const YzStockLedgerFilter everything = { 0 };
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 begun = g_get_monotonic_time ();
      g_autoptr (YzQuery) query = yz_stock_ledger_make_query (self->store, &everything, &error);
      g_autoptr (GArray) rows = NULL;

      yz_query_set_limit (query, LEDGER_PAGE);
      rows = yz_store_query (self->store, query, NULL, &error);
      if (rows == NULL)
        fail (error);
      best = MIN (best, (double) (g_get_monotonic_time () - begun) / 1000);
    }
  printf ("ledger_ms %.3f\n", best);
}

static void
make (Bench *self, char **arguments)
{
  make_places (self, (guint) atoi (arguments[0]));
  make_items (self, (guint) atoi (arguments[1]));
  make_lots (self);
  make_movements (self, (guint) atoi (arguments[2]), BEGIN);
}

int
main (int argc, char *argv[])
{
  g_autoptr (YzClock) clock = yz_clock_new ();
  g_autoptr (YzIdFactory) ids = yz_id_factory_new (clock);
  g_autoptr (GPtrArray) stations = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) lots = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) balances = g_array_new (FALSE, TRUE, sizeof (Balance));
  g_autoptr (GRand) random = g_rand_new_with_seed (argc > 3 ? (guint32) atoi (argv[argc - 1]) : 0);
  g_autoptr (GError) error = NULL;
  Bench bench = { .ids = ids,
                  .random = random,
                  .stations = stations,
                  .places = places,
                  .items = items,
                  .lots = lots,
                  .balances = balances };

  if (argc < 3)
    return 2;
  bench.store = yz_store_open (argv[2], YZ_STORE_CREATE | YZ_STORE_UNKEPT, clock, ids, &error);
  if (error != NULL)
    fail (error);
  if (argc == 7 && g_str_equal (argv[1], "make"))
    make (&bench, argv + 3);
  else
    read_places (&bench);
  if (argc == 5 && g_str_equal (argv[1], "append"))
    make_movements (&bench, (guint) atoi (argv[3]), BEGIN + YEARS_MS);
  if (g_str_equal (argv[1], "read"))
    {
      time_questions (&bench);
      time_due (&bench);
      time_ledger (&bench);
    }
  g_clear_object (&bench.record);
  yz_store_close (bench.store, NULL);
  g_object_unref (bench.store);
  return 0;
}
