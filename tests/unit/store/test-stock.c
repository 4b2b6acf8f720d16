/* The ledger of stock: what it refuses, what undo makes of it, and that its sums are those of the movements. */
#include "store-fixture.h"

#include "yz-movement.h"
#include "yz-place.h"
#include "yz-stock-entries.h"
#include "yz-stock.h"

#define DAY (G_GINT64_CONSTANT (24) * 3600 * 1000)

/* 2026-11-01T00:00Z; movements are told by the day after it. */
#define BEGIN G_GINT64_CONSTANT (1793491200000)

typedef struct
{
  Fixture base;
  YzRecord *item;
  char *shelf;
  char *room;
} Stock;

static YzRecord *
add (Stock *stock, const YzKind *kind, const char *name)
{
  g_autofree char *id = yz_id_factory_next (stock->base.ids);
  YzRecord *record = yz_record_new (kind, id);
  YzEdit *edit = yz_edit_new ("Add");

  yz_record_set_text (record, kind->title_field, name);
  yz_edit_create (edit, record);
  fixture_apply (&stock->base, edit);
  return record;
}

static void
set_up (Stock *stock, gconstpointer data)
{
  static const YzPlaceType outside[] = { YZ_PLACE_SUPPLY, YZ_PLACE_HANDED_OUT, YZ_PLACE_DIFFERENCE };
  g_autoptr (YzRecord) shelf = NULL;
  g_autoptr (YzRecord) room = NULL;

  fixture_set_up (&stock->base, NULL);
  stock->item = add (stock, &yz_item_kind, "瓶装饮用水");
  shelf = add (stock, &yz_place_kind, "前厅柜");
  room = add (stock, &yz_place_kind, "储物间");
  stock->shelf = g_strdup (yz_record_get_id (shelf));
  stock->room = g_strdup (yz_record_get_id (room));
  for (guint i = 0; i < G_N_ELEMENTS (outside); i++)
    {
      g_autoptr (YzRecord) place = yz_place_new_single (outside[i]);
      YzEdit *edit = yz_edit_new ("Add");

      yz_edit_create (edit, place);
      fixture_apply (&stock->base, edit);
    }
}

static void
tear_down (Stock *stock, gconstpointer data)
{
  g_clear_object (&stock->item);
  g_free (stock->shelf);
  g_free (stock->room);
  fixture_tear_down (&stock->base, NULL);
}

static YzRecord *
make (Stock *stock, YzMovementType type, const char *source, const char *target, gint64 quantity, gint64 day)
{
  g_autofree char *id = yz_id_factory_next (stock->base.ids);
  YzRecord *movement = yz_record_new (&yz_movement_kind, id);

  yz_record_set_text (movement, "type", yz_movement_type_get_nick (type));
  yz_record_set_text (movement, "item", yz_record_get_id (stock->item));
  yz_record_set_text (movement, "source", source);
  yz_record_set_text (movement, "target", target);
  yz_record_set (movement, "quantity", g_variant_new_int64 (quantity));
  yz_record_set (movement, "at", g_variant_new_int64 (BEGIN + day * DAY));
  return movement;
}

static YzRecord *
make_receipt (Stock *stock, gint64 quantity, gint64 day)
{
  return make (stock, YZ_MOVEMENT_RECEIVE, yz_place_get_single_id (YZ_PLACE_SUPPLY), stock->shelf, quantity, day);
}

static YzRecord *
make_hand_out (Stock *stock, gint64 quantity, gint64 day)
{
  return make (stock, YZ_MOVEMENT_HAND_OUT, stock->shelf, yz_place_get_single_id (YZ_PLACE_HANDED_OUT), quantity, day);
}

/* @found: more than the books had, or less */
static YzRecord *
make_count (Stock *stock, gint64 counted, gint64 found, gint64 day)
{
  const char *difference = yz_place_get_single_id (YZ_PLACE_DIFFERENCE);
  YzRecord *count = found >= 0 ? make (stock, YZ_MOVEMENT_COUNT, difference, stock->shelf, found, day)
                               : make (stock, YZ_MOVEMENT_COUNT, stock->shelf, difference, -found, day);

  yz_record_set (count, "counted", g_variant_new_int64 (counted));
  return count;
}

/* Takes @movement. */
static YzAction *
try (Stock *stock, YzRecord *movement, GError **error)
{
  g_autoptr (YzEdit) edit = yz_edit_new ("Move");
  g_autoptr (YzRecord) owned = movement;

  yz_edit_create (edit, owned);
  return yz_store_apply (stock->base.store, edit, NULL, error);
}

static gint64
write_down (Stock *stock, YzRecord *movement)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YzAction) action = try (stock, movement, &error);

  g_assert_no_error (error);
  return action->seq;
}

static void
assert_refused (Stock *stock, YzRecord *movement, YzStoreError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YzAction) action = try (stock, movement, &error);

  g_assert_null (action);
  g_assert_error (error, YZ_STORE_ERROR, (int) code);
}

static gint64
get_quantity (Stock *stock, const char *place, gint64 at)
{
  YzStockQuestion question = { .place = place, .at = at };
  g_autoptr (GError) error = NULL;
  gint64 quantity;

  g_assert_true (yz_stock_get_quantity (stock->base.store, &question, &quantity, &error));
  g_assert_no_error (error);
  return quantity;
}

static void
assert_sound (Stock *stock)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = yz_store_check (stock->base.store, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (findings, i));
  g_assert_cmpuint (findings->len, ==, 0);
}

static void
test_sum (Stock *stock, gconstpointer data)
{
  write_down (stock, make_receipt (stock, 10, 1));
  write_down (stock, make_hand_out (stock, 3, 4));
  write_down (stock, make (stock, YZ_MOVEMENT_MOVE, stock->shelf, stock->room, 2, 5));
  g_assert_cmpint (get_quantity (stock, stock->shelf, 0), ==, 5);
  g_assert_cmpint (get_quantity (stock, stock->room, 0), ==, 2);
  g_assert_cmpint (get_quantity (stock, NULL, 0), ==, 7);
  g_assert_cmpint (get_quantity (stock, stock->shelf, BEGIN + 3 * DAY), ==, 10);
  g_assert_cmpint (get_quantity (stock, stock->shelf, BEGIN + 4 * DAY), ==, 7);
  g_assert_cmpint (get_quantity (stock, stock->shelf, BEGIN), ==, 0);
  assert_sound (stock);
}

static void
test_short (Stock *stock, gconstpointer data)
{
  g_autoptr (YzRecord) forced = NULL;

  write_down (stock, make_receipt (stock, 10, 5));
  assert_refused (stock, make_hand_out (stock, 11, 6), YZ_STORE_ERROR_SHORT);
  /* it is there now, but it was not then */
  assert_refused (stock, make_hand_out (stock, 1, 4), YZ_STORE_ERROR_SHORT);
  write_down (stock, make_hand_out (stock, 8, 8));
  /* it was there then, but it went out later */
  assert_refused (stock, make_hand_out (stock, 3, 6), YZ_STORE_ERROR_DEPENDS);
  g_assert_cmpint (get_quantity (stock, stock->shelf, 0), ==, 2);

  forced = make_hand_out (stock, 5, 9);
  yz_record_set (forced, "forced", g_variant_new_boolean (TRUE));
  yz_record_set_text (forced, "reason", "忘记登记入库");
  write_down (stock, g_object_ref (forced));
  g_assert_cmpint (get_quantity (stock, stock->shelf, 0), ==, -3);
  assert_refused (stock, make_hand_out (stock, 1, 10), YZ_STORE_ERROR_SHORT);
  assert_sound (stock);
}

static void
test_take_back (Stock *stock, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YzAction) refused = NULL, undo = NULL, redo = NULL, again = NULL;
  gint64 receipt = write_down (stock, make_receipt (stock, 10, 1));
  gint64 hand_out = write_down (stock, make_hand_out (stock, 4, 2));

  refused = yz_store_undo (stock->base.store, receipt, NULL, &error);
  g_assert_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_DEPENDS);
  g_clear_error (&error);

  undo = yz_store_undo (stock->base.store, hand_out, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (get_quantity (stock, stock->shelf, 0), ==, 10);
  /* it never happened, also when one asks about that day */
  g_assert_cmpint (get_quantity (stock, stock->shelf, BEGIN + 3 * DAY), ==, 10);
  redo = yz_store_redo (stock->base.store, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (get_quantity (stock, stock->shelf, 0), ==, 6);
  again = yz_store_undo (stock->base.store, hand_out, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (get_quantity (stock, stock->shelf, 0), ==, 10);
  assert_sound (stock);

  fixture_reopen (&stock->base);
  g_clear_pointer (&undo, yz_action_free);
  undo = yz_store_undo (stock->base.store, receipt, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (get_quantity (stock, stock->shelf, 0), ==, 0);
  assert_sound (stock);
}

/* Nothing is taken out of the books: two movements, and the counter-entries of both. */
static void
test_counter_entries (Stock *stock, gconstpointer data)
{
  g_autoptr (YzQuery) all = yz_query_new (&yz_movement_kind);
  g_autoptr (GPtrArray) movements = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (YzAction) undo = NULL;
  YzRecord *movement, *counter;
  gint64 receipt = write_down (stock, make_receipt (stock, 10, 1));

  undo = yz_store_undo (stock->base.store, receipt, NULL, &error);
  g_assert_no_error (error);
  movements = yz_store_load_records (stock->base.store, all, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (movements->len, ==, 2);
  movement = g_ptr_array_index (movements, 0);
  counter = g_ptr_array_index (movements, 1);
  g_assert_cmpstr (yz_record_get_text (counter, "takes_back"), ==, yz_record_get_id (movement));
  g_assert_cmpstr (yz_record_get_text (counter, "source"), ==, yz_record_get_text (movement, "target"));
  g_assert_cmpint (yz_record_get_integer (counter, "at"), ==, yz_record_get_integer (movement, "at"));
}

/* A lot that came in with what is taken back stays: the ledger names it. */
static void
test_named (Stock *stock, gconstpointer data)
{
  g_autofree char *id = yz_id_factory_next (stock->base.ids);
  g_autoptr (YzRecord) lot = yz_record_new (&yz_lot_kind, id);
  g_autoptr (YzRecord) receipt = make_receipt (stock, 6, 1);
  g_autoptr (YzRecord) kept = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (YzAction) undo = NULL, redo = NULL;
  YzEdit *edit = yz_edit_new ("Receive");

  yz_record_set_text (lot, "number", "Y26-0412");
  yz_record_set_text (lot, "item", yz_record_get_id (stock->item));
  yz_record_set_text (receipt, "lot", id);
  yz_edit_create (edit, lot);
  yz_edit_create (edit, receipt);
  fixture_apply (&stock->base, edit);

  undo = yz_store_undo (stock->base.store, 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (get_quantity (stock, NULL, 0), ==, 0);
  kept = yz_store_load (stock->base.store, &yz_lot_kind, id, &error);
  g_assert_no_error (error);
  assert_sound (stock);
  redo = yz_store_redo (stock->base.store, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (get_quantity (stock, NULL, 0), ==, 6);
  assert_sound (stock);
}

static void
test_count (Stock *stock, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YzAction) undo = NULL, redo = NULL;
  gint64 count;

  write_down (stock, make_receipt (stock, 10, 1));
  write_down (stock, make_hand_out (stock, 1, 6));
  count = write_down (stock, make_count (stock, 8, -2, 5));
  g_assert_cmpint (get_quantity (stock, stock->shelf, 0), ==, 7);

  /* what was counted stays as it was counted */
  assert_refused (stock, make_receipt (stock, 3, 4), YZ_STORE_ERROR_DEPENDS);
  write_down (stock, make_receipt (stock, 3, 7));
  write_down (stock, make_count (stock, 10, 0, 8));

  undo = yz_store_undo (stock->base.store, count, NULL, &error);
  g_assert_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_DEPENDS);
  g_clear_error (&error);
  assert_sound (stock);
}

static void
test_count_taken_back (Stock *stock, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YzAction) undo = NULL, redo = NULL, late = NULL;
  gint64 count;

  write_down (stock, make_receipt (stock, 10, 1));
  count = write_down (stock, make_count (stock, 8, -2, 5));
  undo = yz_store_undo (stock->base.store, count, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (get_quantity (stock, stock->shelf, 0), ==, 10);
  redo = yz_store_redo (stock->base.store, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (get_quantity (stock, stock->shelf, 0), ==, 8);
  /* and then it says again what it said */
  assert_refused (stock, make_receipt (stock, 3, 4), YZ_STORE_ERROR_DEPENDS);
  assert_sound (stock);
}

/* The history tells the counter-entry as something that was made, and what it takes back as it was. */
static void
test_history (Stock *stock, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YzAction) undo = NULL, reverted = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (YzEdit) revert = NULL;
  YzHistoryEntry *entry;

  write_down (stock, make_receipt (stock, 10, 1));
  write_down (stock, make_receipt (stock, 4, 2));
  entries = yz_store_get_history (stock->base.store, NULL, 0, 1, &error);
  g_assert_no_error (error);
  entry = g_ptr_array_index (entries, 0);
  g_assert_cmpint (entry->verb, ==, YZ_VERB_CREATE);
  revert = yz_store_make_revert (stock->base.store, entry->seq, &error);
  g_assert_no_error (error);
  reverted = yz_store_apply (stock->base.store, revert, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (get_quantity (stock, stock->shelf, 0), ==, 10);
  assert_sound (stock);
}

static void
count_heap (const YzStockHeap *heap, gpointer data)
{
  (*(guint *) data)++;
}

static guint
count_heaps (Stock *stock, gboolean kept)
{
  YzStockQuestion question = { .place = stock->shelf, .kept = kept };
  g_autoptr (GError) error = NULL;
  guint n = 0;

  g_assert_true (yz_stock_read (stock->base.store, &question, count_heap, &n, NULL, &error));
  g_assert_no_error (error);
  return n;
}

/* What has run out is still kept there; what was received by mistake never was. */
static void
test_kept (Stock *stock, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YzAction) undo = NULL;
  gint64 receipt = write_down (stock, make_receipt (stock, 10, 1));

  undo = yz_store_undo (stock->base.store, receipt, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_heaps (stock, TRUE), ==, 0);
  write_down (stock, make_receipt (stock, 4, 2));
  write_down (stock, make_hand_out (stock, 4, 3));
  g_assert_cmpuint (count_heaps (stock, FALSE), ==, 0);
  g_assert_cmpuint (count_heaps (stock, TRUE), ==, 1);
  assert_sound (stock);
}

/* @without: the day of the movement that is thought away */
static void
assert_dependent (Stock *stock, gint64 without, const char *type, gint64 lacking)
{
  g_autoptr (YzQuery) query = yz_query_new (&yz_movement_kind);
  g_autoptr (GArray) rows = NULL;
  g_autoptr (GError) error = NULL;
  YzStockDependent dependent;

  yz_query_add (query, "at", YZ_COMPARE_EQUAL, g_variant_new_int64 (BEGIN + without * DAY));
  rows = yz_store_query (stock->base.store, query, NULL, &error);
  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_true (yz_stock_find_dependent (stock->base.store, rows, &dependent, &error));
  g_assert_no_error (error);
  g_assert_cmpint (dependent.movement != 0, ==, type != NULL);
  if (type != NULL)
    {
      g_autoptr (YzRecord)
        movement = yz_store_load_row (stock->base.store, &yz_movement_kind, dependent.movement, &error);

      g_assert_cmpstr (yz_record_get_text (movement, "type"), ==, type);
      g_assert_cmpint (dependent.lacking, ==, lacking);
      g_assert_cmpint (dependent.is_count, ==, g_str_equal (type, "count"));
    }
}

/* What thinking away finds is what taking back is refused for. */
static void
test_dependent (Stock *stock, gconstpointer data)
{
  write_down (stock, make_receipt (stock, 10, 1));
  write_down (stock, make_receipt (stock, 2, 2));
  write_down (stock, make_hand_out (stock, 9, 3));
  write_down (stock, make_hand_out (stock, 1, 4));
  assert_dependent (stock, 1, "hand_out", 7);
  assert_dependent (stock, 2, NULL, 0);
  assert_dependent (stock, 4, NULL, 0);
  write_down (stock, make_count (stock, 2, 0, 5));
  assert_dependent (stock, 2, "count", 2);
  assert_dependent (stock, 4, "count", -1);
  assert_dependent (stock, 5, NULL, 0);
}

static void
add_use (gint64 at, gint64 quantity, gpointer sum)
{
  *(gint64 *) sum += quantity;
}

static void
test_use (Stock *stock, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 sum = 0;

  write_down (stock, make_receipt (stock, 10, 1));
  write_down (stock, make_hand_out (stock, 3, 2));
  write_down (stock, make_hand_out (stock, 4, 4));
  write_down (stock,
              make (stock, YZ_MOVEMENT_GIVE_BACK, yz_place_get_single_id (YZ_PLACE_HANDED_OUT), stock->shelf, 1, 5));
  write_down (stock, make (stock, YZ_MOVEMENT_MOVE, stock->shelf, stock->room, 2, 6));
  g_assert_true (yz_stock_read_use (stock->base.store, NULL, stock->shelf, yz_record_get_id (stock->item),
                                    BEGIN + 3 * DAY, add_use, &sum, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (sum, ==, 3);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define add_test(name, func) g_test_add (name, Stock, NULL, set_up, func, tear_down)
  add_test ("/store/stock/sum", test_sum);
  add_test ("/store/stock/short", test_short);
  add_test ("/store/stock/take-back", test_take_back);
  add_test ("/store/stock/counter-entries", test_counter_entries);
  add_test ("/store/stock/named", test_named);
  add_test ("/store/stock/count", test_count);
  add_test ("/store/stock/count-taken-back", test_count_taken_back);
  add_test ("/store/stock/history", test_history);
  add_test ("/store/stock/kept", test_kept);
  add_test ("/store/stock/dependent", test_dependent);
  add_test ("/store/stock/use", test_use);
  return g_test_run ();
}
