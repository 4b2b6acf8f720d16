/* Smart cabinets: slots, the round that fills them, what is reserved, and what their makers tell. */
#include "config.h"

#include "stock-fixture.h"

#include "yz-cabinet-events.h"
#include "yz-pickups.h"
#include "yz-refill-rounds.h"
#include "yz-stock-verify.h"

typedef struct
{
  StockFixture stock;
  char *cabinet;
  char *slots[4]; /* A1, A2, B1, B2 */
  YzStockNote note;
} Cabinets;

static void
apply (Cabinets *self, YzEdit *edit, const GError *error)
{
  g_autoptr (GError) failure = NULL;

  g_assert_no_error (error);
  g_assert_nonnull (edit);
  stock_fixture_apply (&self->stock, edit, &failure);
  g_assert_no_error (failure);
}

static YzCabinetView *
read_cabinet (Cabinets *self)
{
  g_autoptr (GError) error = NULL;
  YzCabinetView *view = yz_cabinet_read (self->stock.store, self->cabinet, self->note.at, &error);

  g_assert_no_error (error);
  return view;
}

static void
assign (Cabinets *self, guint slot, YzRecord *item, gint64 capacity)
{
  g_autoptr (GError) error = NULL;

  apply (self,
         yz_slot_make_assignment (self->stock.store, self->slots[slot], yz_record_get_id (item), capacity, &error),
         error);
}

static void
refill (Cabinets *self, guint slot, gint64 quantity)
{
  g_autoptr (GError) error = NULL;

  apply (self, yz_slot_make_refill (self->stock.store, self->slots[slot], NULL, quantity, &self->note, &error), error);
}

static void
set_up (Cabinets *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YzCabinetView) view = NULL;
  g_autoptr (GPtrArray) cabinets = NULL;

  stock_fixture_set_up (&self->stock, NULL);
  self->note = (YzStockNote){ .at = self->stock.now, .handler = "周敏" };
  apply (self, yz_cabinet_make (self->stock.store, "智能柜 A", "SN-01", self->stock.first, 2, 2, 10000, &error), error);
  cabinets = yz_cabinet_list (self->stock.store, self->stock.first, &error);
  g_assert_cmpuint (cabinets->len, ==, 1);
  self->cabinet = g_strdup (yz_record_get_id (g_ptr_array_index (cabinets, 0)));
  view = read_cabinet (self);
  for (guint i = 0; i < 4; i++)
    self->slots[i] = g_strdup (yz_record_get_id (yz_cabinet_view_get_slot (view, i)->place));
  stock_fixture_receive (&self->stock, self->stock.water, NULL, 30, NULL, NULL, self->stock.now - 40 * HOUR);
  stock_fixture_receive (&self->stock, self->stock.medicine, NULL, 4, "晚", "2027-10-01", self->stock.now - 40 * HOUR);
  stock_fixture_receive (&self->stock, self->stock.medicine, NULL, 5, "早", "2026-12-09", self->stock.now - 40 * HOUR);
}

static void
tear_down (Cabinets *self, gconstpointer data)
{
  g_free (self->cabinet);
  for (guint i = 0; i < 4; i++)
    g_free (self->slots[i]);
  stock_fixture_tear_down (&self->stock, NULL);
}

static gint64
count (Cabinets *self, guint slot)
{
  YzStockQuestion question = { .place = self->slots[slot] };
  gint64 quantity;

  g_assert_true (yz_stock_get_quantity (self->stock.store, &question, &quantity, NULL));
  return quantity;
}

static void
undo (Cabinets *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YzAction) action = yz_store_undo (self->stock.store, 0, NULL, &error);

  g_assert_no_error (error);
}

static void
assert_sound (Cabinets *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = yz_stock_verify (self->stock.store, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
}

static void
assert_state (Cabinets *self, guint slot, YzSlotState state)
{
  g_autoptr (YzCabinetView) view = read_cabinet (self);

  g_assert_cmpint (yz_cabinet_view_get_slot (view, slot)->state, ==, state);
}

static void
test_names (Cabinets *self, gconstpointer data)
{
  static const char *const names[] = { "B1", "b-01", "Ｂ１", "3", "03" };
  g_autoptr (YzCabinetView) view = read_cabinet (self);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_true (yz_cabinet_find_slot (view, names[i]) == yz_cabinet_view_get_slot (view, 2));
  g_assert_null (yz_cabinet_find_slot (view, "C1"));
  g_assert_null (yz_cabinet_find_slot (view, ""));
  g_assert_null (yz_cabinet_make (self->stock.store, "柜", NULL, self->stock.first, 27, 2, -1, &error));
  g_assert_error (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_RANGE);
}

static void
test_states (Cabinets *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  assert_state (self, 0, YZ_SLOT_FREE);
  assign (self, 0, self->stock.water, 6);
  assert_state (self, 0, YZ_SLOT_EMPTY);
  refill (self, 0, 1);
  assert_state (self, 0, YZ_SLOT_LOW);
  refill (self, 0, 4);
  assert_state (self, 0, YZ_SLOT_FINE);
  assign (self, 1, self->stock.medicine, 6);
  refill (self, 1, 5);
  assert_state (self, 1, YZ_SLOT_EXPIRING);
  self->note.at += 24 * 30 * HOUR; /* beyond 2026-12-09 */
  assert_state (self, 1, YZ_SLOT_EXPIRED);
  apply (self, yz_slot_make_clearance (self->stock.store, self->slots[1], &self->note, &error), error);
  assert_state (self, 1, YZ_SLOT_EMPTY);
  apply (self, yz_slot_make_broken (self->stock.store, self->slots[1], "锁故障", &error), error);
  assert_state (self, 1, YZ_SLOT_BROKEN);
  apply (self, yz_slot_make_broken (self->stock.store, self->slots[1], NULL, &error), error);
  assert_state (self, 1, YZ_SLOT_EMPTY);
  assert_sound (self);
}

static void
test_refusals (Cabinets *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  YzStore *store = self->stock.store;

  g_assert_null (yz_slot_make_refill (store, self->slots[0], NULL, 1, &self->note, &error));
  g_assert_error (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_TRANSITION);
  g_clear_error (&error);
  assign (self, 0, self->stock.water, 4);
  g_assert_null (yz_slot_make_refill (store, self->slots[0], NULL, 5, &self->note, &error));
  g_assert_error (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_RANGE);
  g_clear_error (&error);
  refill (self, 0, 4);
  g_assert_null (yz_slot_make_assignment (store, self->slots[0], yz_record_get_id (self->stock.medicine), 4, &error));
  g_assert_error (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_TRANSITION);
  g_clear_error (&error);
  assign (self, 1, self->stock.medicine, 20);
  g_assert_null (yz_slot_make_refill (store, self->slots[1], NULL, 10, &self->note, &error));
  g_assert_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_SHORT);
}

/* A month's cap of 100 yuan: eight boxes of water at 12.50, of which three are in already. */
static void
test_round (Cabinets *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YzRefillRound) round = NULL;
  g_autoptr (YzRefillRound) after = NULL;

  assign (self, 0, self->stock.water, 20);
  assign (self, 1, self->stock.medicine, 6);
  refill (self, 0, 3);
  round = yz_refill_round_read (self->stock.store, NULL, NULL, NULL, self->note.at, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_array_index (round->filled, gint64, 0), ==, 3750);
  g_assert_cmpint (round->plan->values[0], ==, 6250);
  g_assert_cmpint (round->plan->results[0].fill, ==, 5);
  g_assert_cmpint (round->plan->results[0].reason, ==, YZ_REFILL_CAP);
  g_assert_cmpint (round->plan->results[1].fill, ==, 6);
  g_assert_cmpint (round->plan->results[2].reason, ==, YZ_REFILL_NO_ITEM);
  apply (self, yz_refill_round_make (round, self->stock.store, &self->note, &error), error);
  g_assert_cmpint (count (self, 0), ==, 8);
  g_assert_cmpint (count (self, 1), ==, 6);
  after = yz_refill_round_read (self->stock.store, NULL, NULL, NULL, self->note.at, NULL, &error);
  g_assert_cmpuint (after->plan->lines->len, ==, 0);
  g_assert_cmpint (g_array_index (after->filled, gint64, 0), ==, 10000);
  undo (self);
  g_assert_cmpint (count (self, 0), ==, 3);
  g_clear_pointer (&after, yz_refill_round_free);
  after = yz_refill_round_read (self->stock.store, NULL, NULL, NULL, self->note.at, NULL, &error);
  g_assert_cmpint (g_array_index (after->filled, gint64, 0), ==, 3750);
  assert_sound (self);
}

/* What has expired in a slot is taken out by the round, and the slot is filled as if it were not there. */
static void
test_round_clears (Cabinets *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YzRefillRound) round = NULL;

  assign (self, 1, self->stock.medicine, 5);
  refill (self, 1, 5);
  self->note.at += 24 * 30 * HOUR;
  round = yz_refill_round_read (self->stock.store, self->cabinet, NULL, NULL, self->note.at, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (round->plan->results[1].take_out, ==, 5);
  g_assert_cmpint (round->plan->results[1].fill, ==, 4);
  apply (self, yz_refill_round_make (round, self->stock.store, &self->note, &error), error);
  g_assert_cmpint (count (self, 1), ==, 4);
  assert_sound (self);
}

static YzRecord *
reserve (Cabinets *self, gint64 quantity)
{
  g_autoptr (GError) error = NULL;
  YzEdit *edit =
    yz_pickup_make_reservation (self->stock.store, self->slots[0], quantity, "王师傅", 0, self->note.at, &error);
  YzRecord *pickup;

  g_assert_no_error (error);
  pickup = g_object_ref (yz_edit_get_change (edit, 0)->record);
  apply (self, edit, NULL);
  return pickup;
}

static void
test_pickup (Cabinets *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YzRecord) first = NULL;
  g_autoptr (YzRecord) second = NULL;
  g_autoptr (YzRecord) found = NULL;
  YzStore *store = self->stock.store;

  assign (self, 0, self->stock.water, 6);
  refill (self, 0, 5);
  first = reserve (self, 3);
  g_assert_null (yz_pickup_make_reservation (store, self->slots[0], 3, NULL, 0, self->note.at, &error));
  g_assert_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_SHORT);
  g_clear_error (&error);
  /* good to know, also while some is left */
  assert_state (self, 0, YZ_SLOT_RESERVED);
  second = reserve (self, 2);
  g_assert_cmpstr (yz_record_get_text (first, "code"), !=, yz_record_get_text (second, "code"));
  assert_state (self, 0, YZ_SLOT_RESERVED);

  found = yz_pickup_find (store, yz_record_get_text (first, "code"), &error);
  apply (self, yz_pickup_make_pickup (store, found, &self->note, &error), error);
  g_assert_cmpint (count (self, 0), ==, 2);
  g_clear_object (&found);
  found = yz_pickup_find (store, yz_record_get_text (first, "code"), &error);
  g_assert_null (yz_pickup_make_pickup (store, found, &self->note, &error));
  g_assert_error (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_TRANSITION);
  undo (self);
  g_assert_cmpint (count (self, 0), ==, 5);
  assert_sound (self);
}

static void
test_late (Cabinets *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YzRecord) pickup = NULL;
  g_autoptr (YzRecord) late = NULL;
  g_autoptr (YzEdit) nothing = NULL;
  YzStore *store = self->stock.store;

  assign (self, 0, self->stock.water, 6);
  refill (self, 0, 5);
  pickup = reserve (self, 5);
  nothing = yz_pickup_make_release (store, self->note.at, &error);
  g_assert_cmpuint (yz_edit_get_n_changes (nothing), ==, 0);
  self->note.at += 25 * HOUR;
  /* what is late holds nothing, also before anybody has released it */
  assert_state (self, 0, YZ_SLOT_FINE);
  late = yz_pickup_find (store, yz_record_get_text (pickup, "code"), &error);
  g_assert_null (yz_pickup_make_pickup (store, late, &self->note, &error));
  g_assert_error (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_TRANSITION);
  g_clear_error (&error);
  apply (self, yz_pickup_make_release (store, self->note.at, &error), error);
  g_clear_object (&late);
  late = yz_pickup_find (store, yz_record_get_text (pickup, "code"), &error);
  g_assert_cmpstr (yz_record_get_text (late, "state"), ==, "expired");
}

static void
add_single_place (Cabinets *self, YzPlaceType type)
{
  g_autoptr (YzRecord) place = yz_place_new_single (type);
  YzEdit *edit = yz_edit_new ("Add a place");

  yz_edit_create (edit, place);
  apply (self, edit, NULL);
}

/* --- events ------------------------------------------------------------------------------------------------------- */

static YzCabinetEvents *
read_events (Cabinets *self, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (self->stock.base.folder, name, NULL);
  g_autoptr (GError) error = NULL;
  YzCabinetEvents *events;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  events = yz_cabinet_events_read (self->stock.store, path, NULL, self->note.at, NULL, &error);
  g_assert_no_error (error);
  return events;
}

static void
bring_in (Cabinets *self, const YzCabinetEvents *events, gboolean again)
{
  g_autoptr (GError) error = NULL;

  apply (self, yz_cabinet_events_make (events, self->stock.store, again, "周敏", NULL, &error), error);
}

static void
prepare (Cabinets *self)
{
  assign (self, 0, self->stock.water, 10);
  assign (self, 1, self->stock.medicine, 10);
  self->note.at = self->stock.now - 30 * HOUR;
  refill (self, 0, 6);
  refill (self, 1, 6);
  self->note.at = self->stock.now;
}

static const char csv[] = "事件编号,设备号,货道号,商品名称,出货数量,出货时间,结果\n"
                          "E1,SN-01,A1,瓶装饮用水,2,2026/11/19 15:20:31,成功\n"
                          "E2,SN-01,a-2,,,2026-11-19 9:05,成功\n"
                          "E3,SN-01,A1,瓶装饮用水,1,2026-11-19 16:00,出货失败\n"
                          "E4,SN-01,Z9,瓶装饮用水,1,2026-11-19 16:00,成功\n"
                          "E5,SN-01,A1,月饼,1,2026-11-19 16:00,成功\n"
                          "E6,SN-01,A1,瓶装饮用水,1,昨天,成功\n"
                          "E7,SN-99,A1,瓶装饮用水,1,2026-11-19 16:00,成功\n"
                          "E1,SN-01,A1,瓶装饮用水,2,2026/11/19 15:20:31,成功\n"
                          "E8,SN-01,A1,瓶装饮用水,many,2026-11-19 16:00,成功\n"
                          "E9,SN-01,A1,瓶装饮用水,1,2099-01-01 00:00,成功\n";

static void
test_events (Cabinets *self, gconstpointer data)
{
  g_autoptr (YzCabinetEvents) events = NULL;
  g_autoptr (YzCabinetEvents) again = NULL;
  g_autoptr (YzCabinetEvents) undone = NULL;

  prepare (self);
  events = read_events (self, "events.csv", csv);
  g_assert_cmpuint (events->counts[YZ_CABINET_EVENT_NEW], ==, 3);
  g_assert_cmpuint (events->counts[YZ_CABINET_EVENT_REFUSED], ==, 7);
  g_assert_cmpuint (yz_cabinet_events_get_row (events, 3)->number, ==, 5);
  g_assert_nonnull (yz_cabinet_events_get_row (events, 3)->problem);
  bring_in (self, events, FALSE);
  g_assert_cmpint (count (self, 0), ==, 4);
  g_assert_cmpint (count (self, 1), ==, 5);

  again = read_events (self, "events.csv", csv);
  g_assert_cmpuint (again->counts[YZ_CABINET_EVENT_NEW], ==, 0);
  g_assert_cmpuint (again->counts[YZ_CABINET_EVENT_KNOWN], ==, 3);
  g_assert_cmpuint (again->counts[YZ_CABINET_EVENT_REFUSED], ==, 7);
  undo (self);
  g_assert_cmpint (count (self, 0), ==, 6);
  undone = read_events (self, "events.csv", csv);
  g_assert_cmpuint (undone->counts[YZ_CABINET_EVENT_TAKEN_BACK], ==, 2); /* the failure moved nothing */
  bring_in (self, undone, TRUE);
  g_assert_cmpint (count (self, 0), ==, 4);
  g_assert_cmpint (count (self, 1), ==, 5);
  assert_sound (self);
}

/* A number stands for one event: a list that tells another thing under it is not what came in before. */
static void
test_changed_events (Cabinets *self, gconstpointer data)
{
  static const char *const changed[] = { "E1,SN-01,A1,瓶装饮用水,3,2026/11/19 15:20:31,成功\n",
                                         "E1,SN-01,A2,,2,2026/11/19 15:20:31,成功\n",
                                         "E1,SN-01,A1,瓶装饮用水,2,2026/11/19 15:21:31,成功\n" };
  g_autoptr (YzCabinetEvents) first = NULL;

  prepare (self);
  first = read_events (self, "events.csv", csv);
  bring_in (self, first, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (changed); i++)
    {
      g_autofree char *text =
        g_strconcat ("事件编号,设备号,货道号,商品名称,出货数量,出货时间,结果\n", changed[i], NULL);
      g_autoptr (YzCabinetEvents) again = read_events (self, "events.csv", text);

      g_assert_cmpuint (again->counts[YZ_CABINET_EVENT_REFUSED], ==, 1);
    }
  g_assert_cmpint (count (self, 0), ==, 4);
}

static void
test_json_events (Cabinets *self, gconstpointer data)
{
  g_autoptr (YzCabinetEvents) events = NULL;

  prepare (self);
  events = read_events (self, "events.json",
                        "{\"code\": 0, \"data\": {\"records\": ["
                        "{\"event_id\": 81, \"deviceCode\": \"SN-01\", \"slotNo\": \"A1\", \"qty\": 1,"
                        " \"timestamp\": 1795075200000},"
                        "{\"event_id\": \"82\", \"deviceCode\": \"SN-01\", \"slotNo\": 2, \"qty\": \"2\","
                        " \"timestamp\": \"1795075260\"}]}}");
  g_assert_cmpuint (events->counts[YZ_CABINET_EVENT_NEW], ==, 2);
  bring_in (self, events, FALSE);
  g_assert_cmpint (count (self, 0), ==, 5);
  g_assert_cmpint (count (self, 1), ==, 4);
}

/* The machine gave out more than the books had: that is written down, and is found. */
static void
test_more_than_there (Cabinets *self, gconstpointer data)
{
  g_autoptr (YzCabinetEvents) events = NULL;

  prepare (self);
  events = read_events (self, "events.csv",
                        "事件号,柜号,格口,数量,时间\nX1,SN-01,A1,4,2026-11-19 15:00\nX2,SN-01,A1,5,2026-11-19 14:00\n");
  bring_in (self, events, FALSE);
  g_assert_cmpint (count (self, 0), ==, -3);
}

/* The count came later, and knew of it: the event is written down, and moves nothing. */
static void
test_counted_since (Cabinets *self, gconstpointer data)
{
  g_autoptr (YzCabinetEvents) events = NULL;
  g_autoptr (YzCabinetEvents) again = NULL;
  g_autofree char *id = yz_id_factory_next (yz_store_get_ids (self->stock.store));
  g_autoptr (YzRecord) count_record = yz_record_new (&yz_movement_kind, id);
  YzEdit *edit = yz_edit_new ("Count");

  prepare (self);
  yz_record_set_text (count_record, "type", "count");
  yz_record_set_text (count_record, "item", yz_record_get_id (self->stock.water));
  yz_record_set (count_record, "quantity", g_variant_new_int64 (2));
  yz_record_set (count_record, "counted", g_variant_new_int64 (4));
  yz_record_set_text (count_record, "source", self->slots[0]);
  yz_record_set_text (count_record, "target", yz_place_get_single_id (YZ_PLACE_DIFFERENCE));
  yz_record_set (count_record, "at", g_variant_new_int64 (self->stock.now - HOUR));
  add_single_place (self, YZ_PLACE_DIFFERENCE);
  yz_edit_create (edit, count_record);
  apply (self, edit, NULL);
  events = read_events (self, "events.csv",
                        "事件号,柜号,格口,数量,时间\nC1,SN-01,A1,2,2026-11-20 08:00\nC2,SN-01,A1,1,2026-11-20 14:00\n");
  g_assert_true (yz_cabinet_events_get_row (events, 0)->is_counted);
  g_assert_false (yz_cabinet_events_get_row (events, 1)->is_counted);
  bring_in (self, events, FALSE);
  g_assert_cmpint (count (self, 0), ==, 3);
  again = read_events (self, "events.csv",
                       "事件号,柜号,格口,数量,时间\nC1,SN-01,A1,2,2026-11-20 08:00\nC2,SN-01,A1,1,2026-11-20 14:00\n");
  g_assert_cmpuint (again->counts[YZ_CABINET_EVENT_KNOWN], ==, 2);
  assert_sound (self);
}

static void
test_reserved_event (Cabinets *self, gconstpointer data)
{
  g_autoptr (YzRecord) pickup = NULL;
  g_autoptr (YzRecord) closed = NULL;
  g_autoptr (YzCabinetEvents) events = NULL;
  g_autofree char *text = NULL;

  prepare (self);
  pickup = reserve (self, 2);
  text = g_strdup_printf ("event id,device,slot,qty,time,pickup code\nP1,SN-01,A1,2,2026-11-20 14:25,%s\n",
                          yz_record_get_text (pickup, "code"));
  events = read_events (self, "pickup.csv", text);
  bring_in (self, events, FALSE);
  closed = yz_pickup_find (self->stock.store, yz_record_get_text (pickup, "code"), NULL);
  g_assert_cmpstr (yz_record_get_text (closed, "state"), ==, "picked_up");
  g_assert_cmpint (count (self, 0), ==, 4);
}

static void
test_no_events (Cabinets *self, gconstpointer data)
{
  static const char *const texts[] = { "姓名,电话\n王,138\n", "{}", "[1, 2]", "{\"data\": [", "" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *path = g_build_filename (self->stock.base.folder, "bad.csv", NULL);
      g_autoptr (GError) error = NULL;

      g_assert_true (g_file_set_contents (path, texts[i], -1, NULL));
      g_assert_null (yz_cabinet_events_read (self->stock.store, path, NULL, self->note.at, NULL, &error));
      g_assert_nonnull (error);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define add_test(name, func) g_test_add (name, Cabinets, NULL, set_up, func, tear_down)
  add_test ("/session/cabinets/names", test_names);
  add_test ("/session/cabinets/states", test_states);
  add_test ("/session/cabinets/refusals", test_refusals);
  add_test ("/session/cabinets/round", test_round);
  add_test ("/session/cabinets/round-clears", test_round_clears);
  add_test ("/session/cabinets/pickup", test_pickup);
  add_test ("/session/cabinets/late", test_late);
  add_test ("/session/cabinets/events", test_events);
  add_test ("/session/cabinets/changed-events", test_changed_events);
  add_test ("/session/cabinets/json-events", test_json_events);
  add_test ("/session/cabinets/more-than-there", test_more_than_there);
  add_test ("/session/cabinets/counted-since", test_counted_since);
  add_test ("/session/cabinets/reserved-event", test_reserved_event);
  add_test ("/session/cabinets/no-events", test_no_events);
  return g_test_run ();
}
