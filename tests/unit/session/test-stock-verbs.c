/* What is done with stock: which lots are taken, what needs a reason, and what is on the way. */
#include "config.h"

#include "session-fixture.h"

#include "yz-place.h"
#include "yz-stock-verbs.h"
#include "yz-stock.h"

#define HOUR (G_GINT64_CONSTANT (3600) * 1000)

typedef struct
{
  Fixture base;
  YzStore *store;
  YzRecord *water;
  YzRecord *medicine;
  const char *first; /* stations */
  const char *second;
  YzStockNote note;
} Stock;

static YzRecord *
add_item (Stock *stock, const char *name, gboolean needs_expiry)
{
  YzRecord *item = yz_session_new_record (stock->base.session, &yz_item_kind);
  YzEdit *edit = yz_edit_new ("Add item");

  yz_record_set_text (item, "name", name);
  yz_record_set_text (item, "unit", "盒");
  yz_record_set (item, "needs_expiry", g_variant_new_boolean (needs_expiry));
  yz_edit_create (edit, item);
  fixture_apply (&stock->base, edit);
  return item;
}

static void
set_up (Stock *stock, gconstpointer data)
{
  fixture_set_up (&stock->base, NULL);
  stock->store = yz_session_get_store (stock->base.session);
  stock->water = add_item (stock, "瓶装饮用水", FALSE);
  stock->medicine = add_item (stock, "藿香正气水", TRUE);
  stock->first = yz_record_get_id (stock->base.first);
  stock->second = yz_record_get_id (stock->base.second);
  stock->note = (YzStockNote){ .at = yz_clock_get_now (stock->base.clock), .handler = "周敏" };
}

static void
tear_down (Stock *stock, gconstpointer data)
{
  g_clear_object (&stock->water);
  g_clear_object (&stock->medicine);
  fixture_tear_down (&stock->base, NULL);
}

static void
receive (Stock *stock, YzRecord *item, gint64 quantity, const char *lot, const char *expiry)
{
  YzStockArrival arrival = { yz_record_get_id (item), quantity, lot, expiry, NULL, NULL, -1 };
  g_autoptr (GError) error = NULL;
  YzEdit *edit = yz_stock_make_receipt (stock->store, stock->first, &arrival, 1, &stock->note, &error);

  g_assert_no_error (error);
  fixture_apply (&stock->base, edit);
}

static YzEdit *
make_hand_out (Stock *stock, YzRecord *item, const char *lot, gint64 quantity, GError **error)
{
  YzStockLine line = { yz_record_get_id (item), lot, quantity };

  return yz_stock_make_hand_out (stock->store, stock->first, &line, 1, &stock->note, error);
}

static void
assert_refused (YzEdit *edit, const GError *error, GQuark domain, int code)
{
  g_assert_null (edit);
  g_assert_error (error, domain, code);
}

static YzRecord *
get_lot (Stock *stock, const char *number)
{
  g_autoptr (YzQuery) query = yz_query_new (&yz_lot_kind);
  g_autoptr (GPtrArray) lots = NULL;

  yz_query_add (query, "number", YZ_COMPARE_EQUAL, g_variant_new_string (number));
  lots = yz_store_load_records (stock->store, query, NULL);
  g_assert_cmpuint (lots->len, ==, 1);
  return g_object_ref (g_ptr_array_index (lots, 0));
}

static gint64
get_stock (Stock *stock, const char *station, YzRecord *item)
{
  YzStockQuestion question = { .station = station, .item = yz_record_get_id (item) };
  gint64 quantity;

  g_assert_true (yz_stock_get_quantity (stock->store, &question, &quantity, NULL));
  return quantity;
}

static gint64
get_on_the_way (Stock *stock)
{
  YzStockQuestion question = { .place = yz_place_get_single_id (YZ_PLACE_TRANSIT) };
  gint64 quantity;

  g_assert_true (yz_stock_get_quantity (stock->store, &question, &quantity, NULL));
  return quantity;
}

/* The lots of the movements of an edit, and how many of each. */
static char *
describe (Stock *stock, YzEdit *edit)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < yz_edit_get_n_changes (edit); i++)
    {
      YzRecord *record = yz_edit_get_change (edit, i)->record;
      g_autoptr (YzRecord) lot = NULL;
      const char *id;

      if (yz_record_get_kind (record) != &yz_movement_kind)
        continue;
      id = yz_record_get_text (record, "lot");
      lot = id != NULL ? yz_store_load (stock->store, &yz_lot_kind, id, NULL) : NULL;
      g_string_append_printf (text, "%s%s×%" G_GINT64_FORMAT, text->len > 0 ? " " : "",
                              lot != NULL ? yz_record_get_title (lot) : "-",
                              yz_record_get_integer (record, "quantity"));
    }
  return g_string_free (text, FALSE);
}

static void
test_receipt (Stock *stock, gconstpointer data)
{
  YzStockArrival arrival = { yz_record_get_id (stock->medicine), 6, NULL, NULL, NULL, NULL, -1 };
  g_autoptr (GError) error = NULL;
  g_autoptr (YzEdit) edit = yz_stock_make_receipt (stock->store, stock->first, &arrival, 1, &stock->note, &error);
  g_autoptr (YzRecord) lot = NULL;

  assert_refused (edit, error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_REQUIRED);
  receive (stock, stock->medicine, 6, "Y26-0412", "2026-12-09");
  /* the same box again is the same lot */
  receive (stock, stock->medicine, 2, "Y26-0412", "2026-12-09");
  lot = get_lot (stock, "Y26-0412");
  g_assert_cmpstr (yz_record_get_text (lot, "expiry"), ==, "2026-12-09");
  receive (stock, stock->water, 14, NULL, NULL);
  g_assert_cmpint (get_stock (stock, stock->first, stock->medicine), ==, 8);
  g_assert_cmpint (get_stock (stock, stock->first, stock->water), ==, 14);
  g_assert_cmpint (get_stock (stock, stock->second, stock->water), ==, 0);
}

static void
test_first_expiring (Stock *stock, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YzEdit) edit = NULL, late = NULL, explained = NULL;
  g_autoptr (YzRecord) lot = NULL;
  g_autofree char *taken = NULL;

  receive (stock, stock->medicine, 5, "晚", "2027-10-01");
  receive (stock, stock->medicine, 4, "早", "2026-12-09");
  receive (stock, stock->medicine, 9, "过期", "2026-11-19");
  edit = make_hand_out (stock, stock->medicine, NULL, 6, &error);
  g_assert_no_error (error);
  taken = describe (stock, edit);
  g_assert_cmpstr (taken, ==, "早×4 晚×2");

  lot = get_lot (stock, "晚");
  late = make_hand_out (stock, stock->medicine, yz_record_get_id (lot), 1, &error);
  assert_refused (late, error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_REQUIRED);
  g_clear_error (&error);
  stock->note.reason = "早批次压在下面，当天取不出";
  explained = make_hand_out (stock, stock->medicine, yz_record_get_id (lot), 1, &error);
  g_assert_no_error (error);
}

static void
test_expired (Stock *stock, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YzEdit) edit = NULL;
  YzEdit *write_off;
  YzStockLine line = { yz_record_get_id (stock->medicine), NULL, 9 };
  g_autofree char *taken = NULL;

  receive (stock, stock->medicine, 4, "早", "2026-12-09");
  receive (stock, stock->medicine, 9, "过期", "2026-11-19");
  edit = make_hand_out (stock, stock->medicine, NULL, 5, &error);
  assert_refused (edit, error, YZ_STORE_ERROR, YZ_STORE_ERROR_SHORT);
  g_clear_error (&error);

  write_off = yz_stock_make_write_off (stock->store, stock->first, &line, 1, &stock->note, &error);
  assert_refused (write_off, error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_REQUIRED);
  g_clear_error (&error);
  stock->note.reason = "过期";
  write_off = yz_stock_make_write_off (stock->store, stock->first, &line, 1, &stock->note, &error);
  g_assert_no_error (error);
  taken = describe (stock, write_off);
  g_assert_cmpstr (taken, ==, "过期×9");
  fixture_apply (&stock->base, write_off);
  g_assert_cmpint (get_stock (stock, stock->first, stock->medicine), ==, 4);
}

/* Two lines of one item do not take the same boxes. */
static void
test_twice (Stock *stock, gconstpointer data)
{
  YzStockLine lines[] = { { yz_record_get_id (stock->medicine), NULL, 3 },
                          { yz_record_get_id (stock->medicine), NULL, 3 } };
  g_autoptr (GError) error = NULL;
  g_autoptr (YzEdit) edit = NULL;
  g_autofree char *taken = NULL;

  receive (stock, stock->medicine, 4, "甲", "2026-12-09");
  receive (stock, stock->medicine, 4, "乙", "2026-12-10");
  edit = yz_stock_make_hand_out (stock->store, stock->first, lines, 2, &stock->note, &error);
  g_assert_no_error (error);
  taken = describe (stock, edit);
  g_assert_cmpstr (taken, ==, "甲×3 甲×1 乙×2");
}

static void
test_forced (Stock *stock, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  YzEdit *edit;

  receive (stock, stock->water, 2, NULL, NULL);
  stock->note.forced = TRUE;
  edit = make_hand_out (stock, stock->water, NULL, 5, &error);
  assert_refused (edit, error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_REQUIRED);
  g_clear_error (&error);
  stock->note.reason = "昨天到货未登记";
  edit = make_hand_out (stock, stock->water, NULL, 5, &error);
  g_assert_no_error (error);
  fixture_apply (&stock->base, edit);
  g_assert_cmpint (get_stock (stock, stock->first, stock->water), ==, -3);
}

static char *
send (Stock *stock, gint64 quantity)
{
  YzStockLine line = { yz_record_get_id (stock->medicine), NULL, quantity };
  g_autoptr (GError) error = NULL;
  g_autoptr (YzQuery) query = yz_query_new (&yz_transfer_kind);
  g_autoptr (GPtrArray) transfers = NULL;
  YzEdit *edit = yz_stock_make_transfer (stock->store, "DB-261120-01", stock->first, stock->second, "2026-11-23", &line,
                                         1, &stock->note, &error);

  g_assert_no_error (error);
  fixture_apply (&stock->base, edit);
  transfers = yz_store_load_records (stock->store, query, NULL);
  return g_strdup (yz_record_get_id (g_ptr_array_index (transfers, 0)));
}

static void
test_transfer (Stock *stock, gconstpointer data)
{
  YzStockLine line = { yz_record_get_id (stock->medicine), NULL, 6 };
  g_autoptr (GError) error = NULL;
  g_autofree char *transfer = NULL;
  YzEdit *edit;

  receive (stock, stock->medicine, 4, "甲", "2026-12-09");
  receive (stock, stock->medicine, 4, "乙", "2026-12-10");
  transfer = send (stock, 6);
  g_assert_cmpint (get_stock (stock, stock->first, stock->medicine), ==, 2);
  g_assert_cmpint (get_stock (stock, stock->second, stock->medicine), ==, 0);
  g_assert_cmpint (get_on_the_way (stock), ==, 6);

  stock->note.at += HOUR;
  edit = yz_stock_make_arrival (stock->store, transfer, &line, 1, &stock->note, &error);
  g_assert_no_error (error);
  fixture_apply (&stock->base, edit);
  g_assert_cmpint (get_stock (stock, stock->second, stock->medicine), ==, 6);
  g_assert_cmpint (get_on_the_way (stock), ==, 0);
  edit = yz_stock_make_arrival (stock->store, transfer, &line, 1, &stock->note, &error);
  assert_refused (edit, error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_TRANSITION);
}

/* Four of six came; undo puts all six on their way again. */
static void
test_difference (Stock *stock, gconstpointer data)
{
  YzStockLine line = { yz_record_get_id (stock->medicine), NULL, 4 };
  g_autoptr (GError) error = NULL;
  g_autoptr (YzAction) undone = NULL;
  g_autoptr (YzRecord) record = NULL;
  g_autofree char *transfer = NULL;
  YzEdit *edit;

  receive (stock, stock->medicine, 8, "甲", "2026-12-09");
  transfer = send (stock, 6);
  stock->note.at += HOUR;
  edit = yz_stock_make_arrival (stock->store, transfer, &line, 1, &stock->note, &error);
  assert_refused (edit, error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_REQUIRED);
  g_clear_error (&error);
  stock->note.reason = "途中破损 2 盒";
  edit = yz_stock_make_arrival (stock->store, transfer, &line, 1, &stock->note, &error);
  g_assert_no_error (error);
  fixture_apply (&stock->base, edit);
  g_assert_cmpint (get_stock (stock, stock->second, stock->medicine), ==, 4);
  g_assert_cmpint (get_on_the_way (stock), ==, 0);

  undone = yz_store_undo (stock->store, 0, NULL, &error);
  g_assert_no_error (error);
  record = yz_store_load (stock->store, &yz_transfer_kind, transfer, &error);
  g_assert_no_error (error);
  g_assert_null (yz_record_get (record, "closed"));
  g_assert_cmpint (get_on_the_way (stock), ==, 6);
  line.quantity = 6;
  stock->note.reason = NULL;
  edit = yz_stock_make_arrival (stock->store, transfer, &line, 1, &stock->note, &error);
  g_assert_no_error (error);
  fixture_apply (&stock->base, edit);
  g_assert_cmpint (get_stock (stock, stock->second, stock->medicine), ==, 6);
}

static void
undo (Stock *stock)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YzAction) undone = yz_store_undo (stock->store, 0, NULL, &error);

  g_assert_no_error (error);
}

/* Of a transfer that was taken back nothing can arrive, and its number is free for the one that is right. */
static void
test_taken_back (Stock *stock, gconstpointer data)
{
  YzStockLine line = { yz_record_get_id (stock->medicine), NULL, 6 };
  g_autoptr (GError) error = NULL;
  g_autofree char *transfer = NULL, *again = NULL;
  YzEdit *edit;

  receive (stock, stock->medicine, 8, "甲", "2026-12-09");
  transfer = send (stock, 6);
  edit = yz_stock_make_transfer (stock->store, "DB-261120-01", stock->first, stock->second, NULL, &line, 1,
                                 &stock->note, &error);
  assert_refused (edit, error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_INVALID);
  g_clear_error (&error);
  undo (stock);
  stock->note.reason = "多发了";
  edit = yz_stock_make_arrival (stock->store, transfer, &line, 1, &stock->note, &error);
  assert_refused (edit, error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_TRANSITION);
  again = send (stock, 6);
  g_assert_cmpint (get_on_the_way (stock), ==, 6);
  g_assert_cmpint (get_stock (stock, stock->second, stock->medicine), ==, 0);
}

/* Two desks, or one in a hurry, send in the same minute. */
static void
test_numbers (Stock *stock, gconstpointer data)
{
  static const char *const expected[] = { "DB-261120-1426", "DB-261120-1426-2", "DB-261120-1426-3" };
  YzStockLine line = { yz_record_get_id (stock->water), NULL, 1 };

  receive (stock, stock->water, 9, NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (GError) error = NULL;
      YzEdit *edit =
        yz_stock_make_transfer (stock->store, NULL, stock->first, stock->second, NULL, &line, 1, &stock->note, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (yz_edit_get_subject (edit), ==, expected[i]);
      fixture_apply (&stock->base, edit);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define add_test(name, func) g_test_add (name, Stock, NULL, set_up, func, tear_down)
  add_test ("/session/stock-verbs/receipt", test_receipt);
  add_test ("/session/stock-verbs/first-expiring", test_first_expiring);
  add_test ("/session/stock-verbs/expired", test_expired);
  add_test ("/session/stock-verbs/twice", test_twice);
  add_test ("/session/stock-verbs/forced", test_forced);
  add_test ("/session/stock-verbs/transfer", test_transfer);
  add_test ("/session/stock-verbs/difference", test_difference);
  add_test ("/session/stock-verbs/taken-back", test_taken_back);
  add_test ("/session/stock-verbs/numbers", test_numbers);
  return g_test_run ();
}
