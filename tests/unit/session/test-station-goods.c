/* What lies at a station keeps it from being closed; it goes elsewhere in the same step, and comes back with it. */
#include "config.h"

#include "session-fixture.h"

#include "yz-place.h"
#include "yz-station-goods.h"
#include "yz-station-life.h"
#include "yz-stock-verbs.h"
#include "yz-stock-verify.h"
#include "yz-stock.h"
#include "yz-stocktakes.h"

typedef struct
{
  Fixture base;
  YzStore *store;
  YzRecord *water;
  YzRecord *shelf; /* of the first station */
  YzRecord *depot;
  YzRecord *piece;
  YzStockNote note;
} Goods;

static YzRecord *
add (Goods *self, const YzKind *kind, const char *title, const char *field, const char *value)
{
  YzRecord *record = yz_session_new_record (self->base.session, kind);
  YzEdit *edit = yz_edit_new ("Add");

  yz_record_set_text (record, kind->title_field, title);
  yz_record_set_text (record, field, value);
  if (kind == &yz_equipment_kind)
    yz_record_set_text (record, "item", yz_record_get_id (self->water));
  yz_edit_create (edit, record);
  fixture_apply (&self->base, edit);
  return record;
}

static void
receive (Goods *self, const char *place, gint64 quantity)
{
  YzStockArrival arrival = { yz_record_get_id (self->water), quantity, NULL, NULL, NULL, NULL, -1 };
  g_autoptr (GError) error = NULL;
  YzEdit *edit = yz_stock_make_receipt (self->store, place, &arrival, 1, &self->note, &error);

  g_assert_no_error (error);
  fixture_apply (&self->base, edit);
}

static void
send (Goods *self, const char *number, const char *from, const char *to)
{
  YzStockLine line = { yz_record_get_id (self->water), NULL, 5 };
  g_autoptr (GError) error = NULL;
  YzEdit *edit = yz_stock_make_transfer (self->store, number, from, to, NULL, &line, 1, &self->note, &error);

  g_assert_no_error (error);
  fixture_apply (&self->base, edit);
}

static void
begin_count (Goods *self)
{
  YzStocktakePlan plan = { .at = self->note.at, .place = yz_record_get_id (self->base.first), .counted_by = "周敏" };
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;
  YzEdit *edit = yz_stocktake_make_begin (self->store, &plan, &id, &error);

  g_assert_no_error (error);
  fixture_apply (&self->base, edit);
}

/* 14 at the station, 6 on its shelf, 5 on the way to it, a piece of equipment, a stocktake. */
static void
set_up (Goods *self, gconstpointer data)
{
  const char *first;

  fixture_set_up (&self->base, NULL);
  self->store = yz_session_get_store (self->base.session);
  self->note = (YzStockNote){ .at = yz_clock_get_now (self->base.clock), .handler = "周敏" };
  first = yz_record_get_id (self->base.first);
  self->water = add (self, &yz_item_kind, "瓶装饮用水", "unit", "箱");
  self->shelf = add (self, &yz_place_kind, "储物间", "station", first);
  self->depot = add (self, &yz_place_kind, "总仓", "type", "warehouse");
  self->piece = add (self, &yz_equipment_kind, "SB-1", "station", first);
  receive (self, first, 14);
  receive (self, yz_record_get_id (self->shelf), 6);
  receive (self, yz_record_get_id (self->depot), 100);
  send (self, "DB-1", yz_record_get_id (self->depot), first);
  begin_count (self);
}

static void
tear_down (Goods *self, gconstpointer data)
{
  g_clear_object (&self->water);
  g_clear_object (&self->shelf);
  g_clear_object (&self->depot);
  g_clear_object (&self->piece);
  fixture_tear_down (&self->base, NULL);
}

static gint64
get_stock (Goods *self, YzRecord *station)
{
  YzStockQuestion question = { .station = yz_record_get_id (station) };
  gint64 quantity;

  g_assert_true (yz_stock_get_quantity (self->store, &question, &quantity, NULL));
  return quantity;
}

static void
assert_text (Goods *self, YzRecord *record, const char *field, const char *expected)
{
  g_autoptr (YzRecord) now = fixture_reload (&self->base, record);

  g_assert_cmpstr (yz_record_get_text (now, field), ==, expected);
}

static void
assert_sound (Goods *self)
{
  g_autoptr (GPtrArray) findings = yz_stock_verify (self->store, NULL, NULL);

  g_assert_cmpuint (findings->len, ==, 0);
}

static char *
describe (Goods *self, YzRecord *station)
{
  g_autoptr (YzStationGoods) goods = yz_station_goods_read (self->store, yz_record_get_id (station), NULL, NULL);

  g_assert_nonnull (goods);
  return yz_station_goods_describe (goods, self->store);
}

static void
test_describe (Goods *self, gconstpointer data)
{
  g_autofree char *first = describe (self, self->base.first);
  g_autofree char *second = describe (self, self->base.second);

  g_assert_cmpstr (first, ==,
                   "Goods (1): 瓶装饮用水 20 箱\n"
                   "Equipment (1): 瓶装饮用水 SB-1\n"
                   "Transfers on their way here (1): DB-1\n"
                   "Unfinished stocktakes and audits (1): PD-261120-01");
  g_assert_cmpstr (second, ==, "");
}

static void
test_refused (Goods *self, gconstpointer data)
{
  g_autoptr (YzRecord) station = fixture_reload (&self->base, self->base.first);
  g_autoptr (GError) error = NULL;
  g_autoptr (YzEdit) edit = yz_station_make_closing (self->store, station, "拆迁", NULL, &error);

  g_assert_no_error (error);
  g_assert_null (yz_store_apply (self->store, edit, NULL, &error));
  g_assert_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_DEPENDS);
  g_assert_cmpstr (error->message, ==,
                   "“石鼓驿站” cannot be closed, it still has 1 item in stock, 1 piece of equipment, 1 transfer to "
                   "receive, 1 unfinished stocktake or audit. Move that to another station first.");
  assert_text (self, self->base.first, "state", "open");
}

/* A station without anything closes as ever, and one that is closed may be written to. */
static void
test_empty (Goods *self, gconstpointer data)
{
  g_autoptr (YzRecord) station = fixture_reload (&self->base, self->base.second);
  g_autoptr (GError) error = NULL;
  YzEdit *edit = yz_station_make_closing (self->store, station, "拆迁", NULL, &error);
  YzEdit *later = yz_edit_new ("Edit");

  g_assert_no_error (error);
  fixture_apply (&self->base, edit);
  receive (self, yz_record_get_id (self->base.second), 1);
  g_object_unref (station);
  station = fixture_reload (&self->base, self->base.second);
  yz_edit_set (later, station, "street", g_variant_new_string ("滨江街道"));
  fixture_apply (&self->base, later);
}

/* Nobody waits for a transfer that was taken back: it neither is listed nor keeps the station open. */
static void
test_taken_back (Goods *self, gconstpointer data)
{
  g_autoptr (YzRecord) station = fixture_reload (&self->base, self->base.second);
  g_autoptr (GError) error = NULL;
  g_autoptr (YzAction) undone = NULL;
  g_autofree char *before = NULL, *after = NULL;
  YzEdit *edit;

  send (self, "DB-2", yz_record_get_id (self->depot), yz_record_get_id (self->base.second));
  before = describe (self, self->base.second);
  g_assert_cmpstr (before, ==, "Transfers on their way here (1): DB-2");
  undone = yz_store_undo (self->store, 0, NULL, &error);
  g_assert_no_error (error);
  after = describe (self, self->base.second);
  g_assert_cmpstr (after, ==, "");
  edit = yz_station_make_closing (self->store, station, "拆迁", NULL, &error);
  g_assert_no_error (error);
  fixture_apply (&self->base, edit);
}

static void
assert_moved (Goods *self, YzRecord *target)
{
  g_autofree char *place = yz_place_dup_id_of_station (yz_record_get_id (target));
  g_autoptr (YzQuery) query = yz_query_new (&yz_transfer_kind);
  g_autoptr (GPtrArray) transfers = yz_store_load_records (self->store, query, NULL);
  g_autofree char *left = describe (self, self->base.first);

  g_assert_cmpstr (left, ==, "");
  g_assert_cmpint (get_stock (self, self->base.first), ==, 0);
  g_assert_cmpint (get_stock (self, target), ==, 20);
  g_assert_cmpstr (yz_record_get_text (g_ptr_array_index (transfers, 0), "target"), ==, place);
  assert_text (self, self->piece, "station", yz_record_get_id (target));
  assert_sound (self);
}

static void
assert_back (Goods *self)
{
  yz_action_free (yz_store_undo (self->store, 0, NULL, NULL));
  g_assert_cmpint (get_stock (self, self->base.first), ==, 20);
  g_assert_cmpint (get_stock (self, self->base.second), ==, 0);
  assert_text (self, self->piece, "station", yz_record_get_id (self->base.first));
  assert_text (self, self->base.first, "state", "open");
  assert_sound (self);
  yz_action_free (yz_store_redo (self->store, NULL, NULL));
}

static void
test_close (Goods *self, gconstpointer data)
{
  g_autoptr (YzRecord) station = fixture_reload (&self->base, self->base.first);
  g_autoptr (GError) error = NULL;
  YzEdit *edit = yz_station_make_closing (self->store, station, "拆迁", yz_record_get_id (self->base.second), &error);

  g_assert_no_error (error);
  fixture_apply (&self->base, edit);
  assert_text (self, self->base.first, "state", "closed");
  assert_moved (self, self->base.second);
  assert_back (self);
  assert_moved (self, self->base.second);
}

/* What is on its way from the depot cannot be sent on to the depot. */
static void
test_back_to_sender (Goods *self, gconstpointer data)
{
  g_autoptr (YzRecord) station = fixture_reload (&self->base, self->base.first);
  g_autoptr (GError) error = NULL;

  g_assert_null (yz_station_make_closing (self->store, station, "拆迁", yz_record_get_id (self->depot), &error));
  g_assert_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_DEPENDS);
}

static void
test_merge (Goods *self, gconstpointer data)
{
  g_autoptr (YzRecord) from = fixture_reload (&self->base, self->base.first);
  g_autoptr (YzRecord) into = fixture_reload (&self->base, self->base.second);
  g_autoptr (GError) error = NULL;
  YzEdit *edit = yz_station_make_merge (self->store, from, into, &error);

  g_assert_no_error (error);
  fixture_apply (&self->base, edit);
  assert_text (self, self->base.first, "state", "merged");
  assert_moved (self, self->base.second);
  assert_back (self);
  assert_moved (self, self->base.second);
}

#define add_test(path, func) g_test_add ("/session/station-goods/" path, Goods, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_test ("describe", test_describe);
  add_test ("refused", test_refused);
  add_test ("empty", test_empty);
  add_test ("close", test_close);
  add_test ("back-to-sender", test_back_to_sender);
  add_test ("merge", test_merge);
  add_test ("taken-back", test_taken_back);
  return g_test_run ();
}
