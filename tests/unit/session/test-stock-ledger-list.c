/* The ledger as a list: which lines there are, what they say, and what becomes of them when something changes. */
#include "config.h"

#include "session-fixture.h"

#include "yz-cabinets.h"
#include "yz-stock-ledger-list.h"
#include "yz-stock-take-back.h"
#include "yz-stock-verbs.h"

#define HOUR (G_GINT64_CONSTANT (3600) * 1000)

typedef struct
{
  Fixture base;
  YzStore *store;
  YzRecord *water;
  YzInventory *inventory;
  YzStockLedgerList *list;
  YzStockNote note;
} Ledger;

static void
apply (Ledger *ledger, YzEdit *edit, GError *error)
{
  g_assert_no_error (error);
  fixture_apply (&ledger->base, edit);
  ledger->note.at += HOUR;
}

static void
receive (Ledger *ledger, YzRecord *station, gint64 quantity)
{
  YzStockArrival arrival = { yz_record_get_id (ledger->water), quantity, NULL, NULL, NULL, NULL, -1 };
  GError *error = NULL;
  YzEdit *edit = yz_stock_make_receipt (ledger->store, yz_record_get_id (station), &arrival, 1, &ledger->note, &error);

  apply (ledger, edit, error);
}

static void
hand_out (Ledger *ledger, gint64 quantity)
{
  YzStockLine line = { yz_record_get_id (ledger->water), NULL, quantity };
  GError *error = NULL;
  YzEdit *edit =
    yz_stock_make_hand_out (ledger->store, yz_record_get_id (ledger->base.first), &line, 1, &ledger->note, &error);

  apply (ledger, edit, error);
}

/* 14:26 yesterday 20 came, 15:26 two went out; an hour before now three went out. */
static void
set_up (Ledger *ledger, gconstpointer data)
{
  YzEdit *edit = yz_edit_new ("Add item");

  fixture_set_up (&ledger->base, NULL);
  ledger->store = yz_session_get_store (ledger->base.session);
  ledger->note = (YzStockNote){ .at = yz_clock_get_now (ledger->base.clock) - 24 * HOUR };
  ledger->water = yz_session_new_record (ledger->base.session, &yz_item_kind);
  yz_record_set_text (ledger->water, "name", "瓶装饮用水");
  yz_record_set_text (ledger->water, "unit", "箱");
  yz_edit_create (edit, ledger->water);
  fixture_apply (&ledger->base, edit);
  receive (ledger, ledger->base.first, 20);
  hand_out (ledger, 2);
  ledger->note.at = yz_clock_get_now (ledger->base.clock) - HOUR;
  hand_out (ledger, 3);
  ledger->inventory = yz_inventory_new (ledger->base.session);
  ledger->list = yz_stock_ledger_list_new (ledger->inventory);
}

static void
tear_down (Ledger *ledger, gconstpointer data)
{
  g_clear_object (&ledger->list);
  g_clear_object (&ledger->inventory);
  g_clear_object (&ledger->water);
  fixture_tear_down (&ledger->base, NULL);
}

typedef struct
{
  Ledger *ledger;
  const char *expected;
} Wanted;

/* "day|time|sentence|balance|note", a line for each */
static char *
describe (Ledger *ledger)
{
  GListModel *model = G_LIST_MODEL (ledger->list);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (YzStockLedgerLine) line = g_list_model_get_item (model, i);
      g_autofree char *day = NULL, *time = NULL, *sentence = NULL, *balance = NULL, *note = NULL;

      g_object_get (line, "day", &day, "time", &time, "sentence", &sentence, "balance", &balance, "note", &note, NULL);
      g_string_append_printf (text, "%s|%s|%s|%s|%s\n", day != NULL ? day : "", time, sentence, balance,
                              note != NULL ? note : "");
    }
  return g_string_free (text, FALSE);
}

static gboolean
is_as_wanted (gpointer data)
{
  const Wanted *wanted = data;
  g_autofree char *text = describe (wanted->ledger);

  return g_str_equal (text, wanted->expected);
}

static void
wait_for (Ledger *ledger, const char *expected)
{
  Wanted wanted = { ledger, expected };

  yz_test_wait_until (is_as_wanted, &wanted);
}

#define THREE "Today|13:26|Handed out <b>3 箱</b> 瓶装饮用水 at 石鼓驿站|15 left|\n"
#define TWO "Yesterday|15:26|Handed out <b>2 箱</b> 瓶装饮用水 at 石鼓驿站|18 left|\n"
#define TWENTY "|14:26|Received <b>20 箱</b> 瓶装饮用水 at 石鼓驿站|20 left|\n"

static void
test_lines (Ledger *ledger, gconstpointer data)
{
  g_autoptr (YzStockLedgerLine) line = NULL;
  guint n;

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (ledger->list)), ==, 0);
  g_object_set (ledger->list, "active", TRUE, NULL);
  wait_for (ledger, THREE TWO TWENTY);
  g_object_get (ledger->list, "n-items", &n, NULL);
  g_assert_cmpuint (n, ==, 3);
  line = g_list_model_get_item (G_LIST_MODEL (ledger->list), 1);
  g_assert_cmpuint (yz_stock_ledger_list_find (ledger->list,
                                               yz_record_get_id (yz_stock_ledger_line_get_movement (line))),
                    ==, 1);
  g_assert_cmpuint (yz_stock_ledger_list_find (ledger->list, yz_record_get_id (ledger->water)), ==, G_MAXUINT);
}

/* What comes in between has a heading of its own, and the line beneath it loses one that it had. */
static void
test_follows (Ledger *ledger, gconstpointer data)
{
  g_object_set (ledger->list, "active", TRUE, NULL);
  wait_for (ledger, THREE TWO TWENTY);
  ledger->note.at = yz_clock_get_now (ledger->base.clock) - 22 * HOUR;
  receive (ledger, ledger->base.second, 7);
  wait_for (ledger, THREE "Yesterday|16:26|Received <b>7 箱</b> 瓶装饮用水 at 桥陇驿站|7 left|\n"
                          "|15:26|Handed out <b>2 箱</b> 瓶装饮用水 at 石鼓驿站|18 left|\n" TWENTY);
}

/* A line that somebody looks at is told, not made anew: it keeps its place on the screen. */
static void
test_taken_back (Ledger *ledger, gconstpointer data)
{
  g_autoptr (YzStockLedgerLine) line = NULL;
  g_autoptr (YzStockTakeBack) prepared = NULL;
  g_autoptr (YzStockLedgerLine) same = NULL;
  g_autoptr (GError) error = NULL;
  gboolean in_effect;

  g_object_set (ledger->list, "active", TRUE, NULL);
  wait_for (ledger, THREE TWO TWENTY);
  line = g_list_model_get_item (G_LIST_MODEL (ledger->list), 1);
  prepared = yz_stock_take_back_prepare (ledger->store, yz_record_get_id (yz_stock_ledger_line_get_movement (line)),
                                         FALSE, &error);
  g_assert_no_error (error);
  yz_stock_take_back_begin (prepared, ledger->base.session);
  wait_for (ledger, "Today|13:26|Handed out <b>3 箱</b> 瓶装饮用水 at 石鼓驿站|17 left|\n"
                    "Yesterday|15:26|Handed out <b>2 箱</b> 瓶装饮用水 at 石鼓驿站||Taken back Today 14:26\n" TWENTY);
  same = g_list_model_get_item (G_LIST_MODEL (ledger->list), 1);
  g_assert_true (same == line);
  g_object_get (line, "in-effect", &in_effect, NULL);
  g_assert_false (in_effect);
}

static void
test_filter (Ledger *ledger, gconstpointer data)
{
  g_object_set (ledger->list, "active", TRUE, "type", "receive", NULL);
  wait_for (ledger, "Yesterday|14:26|Received <b>20 箱</b> 瓶装饮用水 at 石鼓驿站|20 left|\n");
  g_object_set (ledger->list, "type", "", "since", "2026-11-20", NULL);
  wait_for (ledger, THREE);
  g_object_set (ledger->list, "since", "", "until", "2026-11-19", NULL);
  wait_for (ledger, TWO TWENTY);
  g_object_set (ledger->list, "until", "", "person", "nobody", NULL);
  wait_for (ledger, "");
}

static void
test_limit (Ledger *ledger, gconstpointer data)
{
  g_object_set (ledger->list, "limit", 2, "active", TRUE, NULL);
  wait_for (ledger, THREE TWO);
}

/* A short list tells what was done in one go once. */
static void
test_folded (Ledger *ledger, gconstpointer data)
{
  g_object_set (ledger->list, "limit", 2, "active", TRUE, NULL);
  wait_for (ledger, THREE TWO);
  for (guint i = 0; i < 3; i++)
    {
      ledger->note.at = yz_clock_get_now (ledger->base.clock);
      hand_out (ledger, 1);
    }
  wait_for (ledger, "Today|14:26|Handed out <b>1 箱</b> 瓶装饮用水 at 石鼓驿站|12 left|and 2 more like it\n"
                    "|13:26|Handed out <b>3 箱</b> 瓶装饮用水 at 石鼓驿站|15 left|\n");
}

/* The station whose ledger it is goes without saying; of another one there is nothing. */
static void
test_station (Ledger *ledger, gconstpointer data)
{
  g_object_set (ledger->list, "active", TRUE, NULL);
  wait_for (ledger, THREE TWO TWENTY);
  g_object_set (ledger->inventory, "place", yz_record_get_id (ledger->base.first), NULL);
  wait_for (ledger, "Today|13:26|Handed out <b>3 箱</b> 瓶装饮用水|15 left|\n"
                    "Yesterday|15:26|Handed out <b>2 箱</b> 瓶装饮用水|18 left|\n"
                    "|14:26|Received <b>20 箱</b> 瓶装饮用水|20 left|\n");
  g_object_set (ledger->inventory, "place", yz_record_get_id (ledger->base.second), NULL);
  wait_for (ledger, "");
}

static char *
dup_id_of_first (YzStore *store, const YzKind *kind, const char *field, const char *value)
{
  g_autoptr (YzQuery) query = yz_query_new (kind);
  g_autoptr (GPtrArray) records = NULL;

  if (field != NULL)
    yz_query_add (query, field, YZ_COMPARE_EQUAL, g_variant_new_string (value));
  records = yz_store_load_records (store, query, NULL);
  g_assert_cmpuint (records->len, >, 0);
  return g_strdup (yz_record_get_id (records->pdata[0]));
}

/* Only what came to or left its slots. */
static void
test_cabinet (Ledger *ledger, gconstpointer data)
{
  const char *station = yz_record_get_id (ledger->base.first);
  g_autofree char *cabinet = NULL, *slot = NULL;
  YzStockLine line = { yz_record_get_id (ledger->water), NULL, 4 };
  GError *error = NULL;

  apply (ledger, yz_cabinet_make (ledger->store, "智能柜 A", NULL, station, 1, 1, -1, &error), error);
  cabinet = dup_id_of_first (ledger->store, &yz_cabinet_kind, NULL, NULL);
  slot = dup_id_of_first (ledger->store, &yz_place_kind, "cabinet", cabinet);
  ledger->note.at = yz_clock_get_now (ledger->base.clock);
  apply (ledger, yz_stock_make_move (ledger->store, station, slot, &line, 1, &ledger->note, &error), error);
  g_object_set (ledger->list, "active", TRUE, "cabinet", cabinet, NULL);
  wait_for (
    ledger,
    "Today|14:26|Moved <b>4 箱</b> 瓶装饮用水 from <b>石鼓驿站</b> to <b>石鼓驿站 · 智能柜 A · A1</b>|4 left|\n");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define add_test(name, func) g_test_add (name, Ledger, NULL, set_up, func, tear_down)
  add_test ("/session/stock-ledger-list/lines", test_lines);
  add_test ("/session/stock-ledger-list/follows", test_follows);
  add_test ("/session/stock-ledger-list/taken-back", test_taken_back);
  add_test ("/session/stock-ledger-list/filter", test_filter);
  add_test ("/session/stock-ledger-list/limit", test_limit);
  add_test ("/session/stock-ledger-list/folded", test_folded);
  add_test ("/session/stock-ledger-list/station", test_station);
  add_test ("/session/stock-ledger-list/cabinet", test_cabinet);
  return g_test_run ();
}
