/* The ledger in sentences, and taking back out of the middle of it. */
#include "config.h"

#include "session-fixture.h"

#include "yz-movement.h"
#include "yz-place-names.h"
#include "yz-place.h"
#include "yz-stock-ledger-query.h"
#include "yz-stock-sentences.h"
#include "yz-stock-take-back.h"
#include "yz-stock-verbs.h"
#include "yz-stock-verify.h"
#include "yz-stock.h"

#define HOUR (G_GINT64_CONSTANT (3600) * 1000)

typedef struct
{
  Fixture base;
  YzStore *store;
  YzRecord *water;
  const char *first;
  const char *second;
  YzStockNote note;
} Ledger;

static void
set_up (Ledger *ledger, gconstpointer data)
{
  YzEdit *edit = yz_edit_new ("Add item");

  fixture_set_up (&ledger->base, NULL);
  ledger->store = yz_session_get_store (ledger->base.session);
  ledger->first = yz_record_get_id (ledger->base.first);
  ledger->second = yz_record_get_id (ledger->base.second);
  ledger->note = (YzStockNote){ .at = yz_clock_get_now (ledger->base.clock) };
  ledger->water = yz_session_new_record (ledger->base.session, &yz_item_kind);
  yz_record_set_text (ledger->water, "name", "瓶装饮用水");
  yz_record_set_text (ledger->water, "unit", "箱");
  yz_edit_create (edit, ledger->water);
  fixture_apply (&ledger->base, edit);
}

static void
tear_down (Ledger *ledger, gconstpointer data)
{
  g_clear_object (&ledger->water);
  fixture_tear_down (&ledger->base, NULL);
}

/* Takes @edit; the next thing happens an hour later. */
static void
apply (Ledger *ledger, YzEdit *edit, GError *error)
{
  g_assert_no_error (error);
  fixture_apply (&ledger->base, edit);
  ledger->note = (YzStockNote){ .at = ledger->note.at + HOUR };
}

static void
receive (Ledger *ledger, gint64 quantity, const char *lot)
{
  YzStockArrival arrival = { yz_record_get_id (ledger->water), quantity, lot, NULL, NULL, NULL, -1 };
  GError *error = NULL;
  YzEdit *edit = yz_stock_make_receipt (ledger->store, ledger->first, &arrival, 1, &ledger->note, &error);

  apply (ledger, edit, error);
}

static void
hand_out (Ledger *ledger, gint64 quantity)
{
  YzStockLine line = { yz_record_get_id (ledger->water), NULL, quantity };
  GError *error = NULL;
  YzEdit *edit = yz_stock_make_hand_out (ledger->store, ledger->first, &line, 1, &ledger->note, &error);

  apply (ledger, edit, error);
}

static void
send (Ledger *ledger, gint64 quantity)
{
  YzStockLine line = { yz_record_get_id (ledger->water), NULL, quantity };
  GError *error = NULL;
  YzEdit *edit = yz_stock_make_transfer (ledger->store, "DB-1", ledger->first, ledger->second, NULL, &line, 1,
                                         &ledger->note, &error);

  apply (ledger, edit, error);
}

static void
arrive (Ledger *ledger, gint64 quantity)
{
  YzStockLine line = { yz_record_get_id (ledger->water), NULL, quantity };
  g_autoptr (YzRecord) transfer = NULL;
  GError *error = NULL;
  YzEdit *edit;

  transfer = yz_store_load_row (ledger->store, &yz_transfer_kind, 1, NULL);
  edit = yz_stock_make_arrival (ledger->store, yz_record_get_id (transfer), &line, 1, &ledger->note, &error);
  apply (ledger, edit, error);
}

/* Newest first. */
static GPtrArray *
load (Ledger *ledger, const YzStockLedgerFilter *filter)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YzQuery) query = yz_stock_ledger_make_query (ledger->store, filter, &error);
  GPtrArray *movements = yz_store_load_records (ledger->store, query, &error);

  g_assert_no_error (error);
  return movements;
}

static YzRecord *
get_movement (Ledger *ledger, YzMovementType type)
{
  YzStockLedgerFilter filter = { .type = (char *) yz_movement_type_get_nick (type) };
  g_autoptr (GPtrArray) movements = load (ledger, &filter);

  g_assert_cmpuint (movements->len, ==, 1);
  return g_object_ref (g_ptr_array_index (movements, 0));
}

static void
assert_sentence (Ledger *ledger, YzMovementType type, const char *station, YzSentenceForm form, const char *expected)
{
  g_autoptr (YzStockSentences) sentences = yz_stock_sentences_new (ledger->store, station, NULL);
  g_autoptr (YzRecord) movement = get_movement (ledger, type);
  g_autofree char *sentence = yz_stock_sentences_make (sentences, movement, form);

  g_assert_cmpstr (sentence, ==, expected);
}

static void
test_sentences (Ledger *ledger, gconstpointer data)
{
  ledger->note.document = "SH-<7>";
  receive (ledger, 14, "G26-1107");
  ledger->note.handler = "周敏";
  ledger->note.recipient = "王建国";
  ledger->note.campaign = "冬季送温暖";
  ledger->note.people = 12;
  hand_out (ledger, 2);
  send (ledger, 5);
  arrive (ledger, 5);

  assert_sentence (ledger, YZ_MOVEMENT_RECEIVE, ledger->first, YZ_SENTENCE_PLAIN,
                   "Received 14 箱 瓶装饮用水, lot G26-1107, document SH-<7>");
  assert_sentence (ledger, YZ_MOVEMENT_RECEIVE, NULL, YZ_SENTENCE_MARKUP,
                   "Received <b>14 箱</b> 瓶装饮用水 at 石鼓驿站, lot G26-1107, document SH-&lt;7&gt;");
  assert_sentence (ledger, YZ_MOVEMENT_HAND_OUT, ledger->first, YZ_SENTENCE_PLAIN,
                   "周敏 handed out 2 箱 瓶装饮用水 to 王**, for “冬季送温暖”, 12 people, lot G26-1107");
  assert_sentence (ledger, YZ_MOVEMENT_SEND, ledger->first, YZ_SENTENCE_PLAIN,
                   "Sent 5 箱 瓶装饮用水 to 桥陇驿站, lot G26-1107, slip DB-1");
  assert_sentence (ledger, YZ_MOVEMENT_ARRIVE, ledger->second, YZ_SENTENCE_PLAIN,
                   "Took in 5 箱 瓶装饮用水 from 石鼓驿站, lot G26-1107, slip DB-1");
}

/* Every type has its sentence, also where nothing is known but what moved. */
static void
test_every_type (Ledger *ledger, gconstpointer data)
{
  g_autoptr (YzStockSentences) sentences = yz_stock_sentences_new (ledger->store, NULL, NULL);

  for (guint i = 0; i < YZ_N_MOVEMENT_TYPES; i++)
    for (guint into_kits = 0; into_kits < 2; into_kits++)
      {
        g_autoptr (YzRecord) movement = yz_session_new_record (ledger->base.session, &yz_movement_kind);
        g_autofree char *sentence = NULL;

        yz_record_set_text (movement, "type", yz_movement_type_get_nick ((YzMovementType) i));
        yz_record_set_text (movement, "item", yz_record_get_id (ledger->water));
        yz_record_set (movement, "quantity", g_variant_new_int64 (3));
        yz_record_set_text (movement, into_kits ? "target" : "source", yz_place_get_single_id (YZ_PLACE_KITTING));
        sentence = yz_stock_sentences_make (sentences, movement, YZ_SENTENCE_PLAIN);
        g_test_message ("%s", sentence);
        g_assert_nonnull (strstr (sentence, "3 箱"));
        g_assert_nonnull (strstr (sentence, "瓶装饮用水"));
        g_assert_null (strpbrk (sentence, "{}[]|*"));
      }
}

static YzRecord *
add (Ledger *ledger, const YzKind *kind, const char *name, const char *const *texts)
{
  YzRecord *record = yz_session_new_record (ledger->base.session, kind);
  YzEdit *edit = yz_edit_new ("Add");

  yz_record_set_text (record, kind->title_field, name);
  for (guint i = 0; texts[i] != NULL; i += 2)
    yz_record_set_text (record, texts[i], texts[i + 1]);
  if (kind == &yz_cabinet_kind)
    yz_record_set (record, "columns", g_variant_new_int64 (6));
  yz_edit_create (edit, record);
  fixture_apply (&ledger->base, edit);
  return record;
}

static void
assert_name (Ledger *ledger, YzRecord *place, const char *station, const char *expected)
{
  g_autofree char *name = yz_place_dup_name (ledger->store, place, station);

  g_assert_cmpstr (name, ==, expected);
}

/* A slot is told with its cabinet, and what lies elsewhere with its station. */
static void
test_places (Ledger *ledger, gconstpointer data)
{
  const char *of_station[] = { "station", ledger->first, NULL };
  const char *shelf_texts[] = { "station", ledger->first, "type", "shelf", NULL };
  const char *of_none[] = { "type", "warehouse", NULL };
  g_autoptr (YzRecord) cabinet = add (ledger, &yz_cabinet_kind, "智能柜 A", of_station);
  const char *slot_texts[] = { "station", ledger->first, "type", "slot", "cabinet", yz_record_get_id (cabinet), NULL };
  g_autoptr (YzRecord) slot = add (ledger, &yz_place_kind, "C4", slot_texts);
  g_autoptr (YzRecord) shelf = add (ledger, &yz_place_kind, "储物间", shelf_texts);
  g_autoptr (YzRecord) named = add (ledger, &yz_place_kind, "石鼓·药品柜", shelf_texts);
  g_autoptr (YzRecord) warehouse = add (ledger, &yz_place_kind, "江北区总仓", of_none);

  assert_name (ledger, slot, ledger->first, "智能柜 A · C4");
  assert_name (ledger, slot, NULL, "石鼓驿站 · 智能柜 A · C4");
  assert_name (ledger, shelf, ledger->first, "储物间");
  assert_name (ledger, shelf, ledger->second, "石鼓驿站 · 储物间");
  assert_name (ledger, named, NULL, "石鼓·药品柜");
  assert_name (ledger, warehouse, NULL, "江北区总仓");
}

/* Trades are told, people are not. */
static void
test_recipients (Ledger *ledger, gconstpointer data)
{
  static const char *const told[][2] = { { "骑手", "骑手" },   { "快递员", "快递员" }, { "环卫工人", "环卫工人" },
                                         { "王建国", "王**" }, { "张工", "张*" },      { "员小明", "员**" } };
  g_autoptr (YzStockSentences) sentences = yz_stock_sentences_new (ledger->store, ledger->first, NULL);

  receive (ledger, 14, NULL);
  hand_out (ledger, 1);
  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    {
      g_autoptr (YzRecord) movement = get_movement (ledger, YZ_MOVEMENT_HAND_OUT);
      g_autofree char *expected = g_strdup_printf ("Handed out 1 箱 瓶装饮用水 to %s", told[i][1]);
      g_autofree char *sentence = NULL;

      yz_record_set_text (movement, "recipient", told[i][0]);
      sentence = yz_stock_sentences_make (sentences, movement, YZ_SENTENCE_PLAIN);
      g_assert_cmpstr (sentence, ==, expected);
    }
}

static guint
count (Ledger *ledger, const YzStockLedgerFilter *filter)
{
  g_autoptr (GPtrArray) movements = load (ledger, filter);

  return movements->len;
}

static void
test_filter (Ledger *ledger, gconstpointer data)
{
  gint64 begin = ledger->note.at;

  receive (ledger, 14, NULL);
  ledger->note.handler = "周敏";
  hand_out (ledger, 2);
  send (ledger, 5);
  arrive (ledger, 5);
  g_assert_cmpuint (count (ledger, &(YzStockLedgerFilter){ 0 }), ==, 4);
  g_assert_cmpuint (count (ledger, &(YzStockLedgerFilter){ .station = (char *) ledger->first }), ==, 3);
  g_assert_cmpuint (count (ledger, &(YzStockLedgerFilter){ .station = (char *) ledger->second }), ==, 1);
  g_assert_cmpuint (count (ledger, &(YzStockLedgerFilter){ .person = (char *) "周" }), ==, 1);
  g_assert_cmpuint (count (ledger, &(YzStockLedgerFilter){ .type = (char *) "send" }), ==, 1);
  g_assert_cmpuint (count (ledger, &(YzStockLedgerFilter){ .item = (char *) ledger->first }), ==, 0);
  g_assert_cmpuint (count (ledger, &(YzStockLedgerFilter){ .since = begin + HOUR, .until = begin + 2 * HOUR }), ==, 2);
}

static YzStockTakeBack *
prepare (Ledger *ledger, YzMovementType type, gboolean whole)
{
  g_autoptr (YzRecord) movement = get_movement (ledger, type);
  g_autoptr (GError) error = NULL;
  YzStockTakeBack *prepared = yz_stock_take_back_prepare (ledger->store, yz_record_get_id (movement), whole, &error);

  g_assert_no_error (error);
  return prepared;
}

static void
assert_stock (Ledger *ledger, gint64 expected)
{
  YzStockQuestion question = { .station = ledger->first };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = yz_stock_verify (ledger->store, NULL, &error);
  gint64 quantity;

  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
  g_assert_true (yz_stock_get_quantity (ledger->store, &question, &quantity, &error));
  g_assert_cmpint (quantity, ==, expected);
}

static void
take_back (Ledger *ledger, YzMovementType type, gboolean whole)
{
  g_autoptr (YzStockTakeBack) prepared = prepare (ledger, type, whole);
  g_autoptr (GError) error = NULL;
  g_autoptr (YzAction) action = NULL;

  g_assert_null (prepared->blocker);
  action = yz_stock_take_back_apply (prepared, ledger->store, &error);
  g_assert_no_error (error);
}

static void
test_take_back (Ledger *ledger, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YzAction) undo = NULL;

  receive (ledger, 14, NULL);
  hand_out (ledger, 2);
  take_back (ledger, YZ_MOVEMENT_HAND_OUT, FALSE);
  assert_stock (ledger, 14);
  undo = yz_store_undo (ledger->store, 0, NULL, &error);
  g_assert_no_error (error);
  assert_stock (ledger, 12);
  /* what was brought back can be taken back once more */
  take_back (ledger, YZ_MOVEMENT_HAND_OUT, FALSE);
  assert_stock (ledger, 14);
  take_back (ledger, YZ_MOVEMENT_RECEIVE, FALSE);
  assert_stock (ledger, 0);
}

static void
test_blocked (Ledger *ledger, gconstpointer data)
{
  g_autoptr (YzStockTakeBack) prepared = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *blocker = NULL;
  g_autoptr (YzAction) action = NULL;

  yz_session_set_author (ledger->base.session, "陈立");
  receive (ledger, 14, NULL);
  hand_out (ledger, 2);
  hand_out (ledger, 3);
  prepared = prepare (ledger, YZ_MOVEMENT_RECEIVE, FALSE);
  g_assert_nonnull (prepared->blocker);
  g_assert_cmpint (prepared->lacking, ==, 2);
  g_assert_cmpint (yz_record_get_integer (prepared->blocker, "quantity"), ==, 2);
  g_assert_cmpstr (prepared->blocker_by, ==, "陈立");
  blocker = yz_stock_take_back_describe (prepared, ledger->store);
  g_assert_cmpstr (blocker, ==,
                   "2026-11-20 15:26: Handed out 2 箱 瓶装饮用水 at 石鼓驿站 (entered on 2026-11-20 14:26 by 陈立)");
  action = yz_stock_take_back_apply (prepared, ledger->store, &error);
  g_assert_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_DEPENDS);
  assert_stock (ledger, 9);
}

static void
test_whole (Ledger *ledger, gconstpointer data)
{
  g_autoptr (YzStockTakeBack) sent = NULL, arrived = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (YzAction) redo = NULL;
  g_autoptr (YzRecord) transfer = NULL;

  receive (ledger, 14, NULL);
  send (ledger, 5);
  arrive (ledger, 5);
  sent = prepare (ledger, YZ_MOVEMENT_SEND, FALSE);
  g_assert_true (sent->must_be_whole);
  g_assert_cmpstr (yz_record_get_text (sent->blocker, "type"), ==, "arrive");
  arrived = prepare (ledger, YZ_MOVEMENT_ARRIVE, FALSE);
  g_assert_cmpint (arrived->action, >, 0);
  take_back (ledger, YZ_MOVEMENT_ARRIVE, FALSE);
  transfer = yz_store_load_row (ledger->store, &yz_transfer_kind, 1, NULL);
  g_assert_null (yz_record_get (transfer, "closed")); /* it is on the way again */
  assert_stock (ledger, 9);
  redo = yz_store_redo (ledger->store, NULL, &error);
  g_assert_no_error (error);
  /* also what was undone and done again goes as a whole */
  take_back (ledger, YZ_MOVEMENT_ARRIVE, FALSE);
  take_back (ledger, YZ_MOVEMENT_SEND, FALSE);
  assert_stock (ledger, 14);
}

static void
test_refused (Ledger *ledger, gconstpointer data)
{
  YzStockLedgerFilter all = { .counters = TRUE };
  g_autoptr (GPtrArray) movements = NULL;

  receive (ledger, 14, NULL);
  take_back (ledger, YZ_MOVEMENT_RECEIVE, TRUE);
  movements = load (ledger, &all);
  g_assert_cmpuint (movements->len, ==, 2);
  for (guint i = 0; i < movements->len; i++)
    {
      const char *id = yz_record_get_id (g_ptr_array_index (movements, i));
      g_autoptr (GError) error = NULL;

      g_assert_null (yz_stock_take_back_prepare (ledger->store, id, FALSE, &error));
      g_assert_error (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_TRANSITION);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define add_test(name, func) g_test_add (name, Ledger, NULL, set_up, func, tear_down)
  add_test ("/session/stock-ledger/sentences", test_sentences);
  add_test ("/session/stock-ledger/every-type", test_every_type);
  add_test ("/session/stock-ledger/recipients", test_recipients);
  add_test ("/session/stock-ledger/places", test_places);
  add_test ("/session/stock-ledger/filter", test_filter);
  add_test ("/session/stock-ledger/take-back", test_take_back);
  add_test ("/session/stock-ledger/blocked", test_blocked);
  add_test ("/session/stock-ledger/whole", test_whole);
  add_test ("/session/stock-ledger/refused", test_refused);
  return g_test_run ();
}
