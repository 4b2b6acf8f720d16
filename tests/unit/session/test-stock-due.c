/* The due list: what is told where, how many, by when, and what to do about it. */
#include "config.h"

#include "session-fixture.h"

#include "yz-place.h"
#include "yz-stock-due.h"
#include "yz-stock-verbs.h"

/* The fixture's day is 2026-11-20. */
#define DAY (G_GINT64_CONSTANT (24) * 3600 * 1000)

typedef struct
{
  Fixture base;
  YzStore *store;
  YzRecord *gloves;
  YzRecord *medicine;
  const char *first;
  const char *second;
  YzStockNote note;
} Due;

static YzRecord *
add (Due *due, const YzKind *kind, const char *name, const char *const *texts)
{
  YzRecord *record = yz_session_new_record (due->base.session, kind);
  YzEdit *edit = yz_edit_new ("Add");

  yz_record_set_text (record, kind->title_field, name);
  for (guint i = 0; texts != NULL && texts[i] != NULL; i += 2)
    {
      const YzField *field = yz_kind_find_field (kind, texts[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (GVariant) value = NULL;

      yz_field_parse (field, texts[i + 1], &value, &error);
      g_assert_no_error (error);
      yz_record_set (record, texts[i], value);
    }
  yz_edit_create (edit, record);
  fixture_apply (&due->base, edit);
  return record;
}

static void
set_state (Due *due, YzRecord *station, const char *state)
{
  YzEdit *edit = yz_edit_new ("State");
  g_autoptr (YzRecord) now = fixture_reload (&due->base, station);

  yz_edit_set (edit, now, "state", g_variant_new_string (state));
  fixture_apply (&due->base, edit);
}

static void
set_position (Due *due, YzRecord *station, double lon, double lat)
{
  YzEdit *edit = yz_edit_new ("Position");
  g_autoptr (YzRecord) now = fixture_reload (&due->base, station);

  yz_edit_set (edit, now, "lon", g_variant_new_double (lon));
  yz_edit_set (edit, now, "lat", g_variant_new_double (lat));
  fixture_apply (&due->base, edit);
}

static void
set_up (Due *due, gconstpointer data)
{
  static const char *const gloves[] = { "unit", "双", "minimum", "5", "target", "10", NULL };
  static const char *const medicine[] = { "unit", "盒", "needs_expiry", "yes", "warn_days", "20", NULL };

  fixture_set_up (&due->base, NULL);
  due->store = yz_session_get_store (due->base.session);
  due->gloves = add (due, &yz_item_kind, "防寒手套", gloves);
  due->medicine = add (due, &yz_item_kind, "藿香正气水", medicine);
  due->first = yz_record_get_id (due->base.first);
  due->second = yz_record_get_id (due->base.second);
  due->note = (YzStockNote){ .at = yz_clock_get_now (due->base.clock) - 30 * DAY, .handler = "周敏" };
  set_state (due, due->base.first, "open");
  set_state (due, due->base.second, "open");
}

static void
tear_down (Due *due, gconstpointer data)
{
  g_clear_object (&due->gloves);
  g_clear_object (&due->medicine);
  fixture_tear_down (&due->base, NULL);
}

/* Takes @edit. */
static void
apply (Due *due, YzEdit *edit, GError *error)
{
  g_assert_no_error (error);
  fixture_apply (&due->base, edit);
}

static void
receive (Due *due, const char *place, YzRecord *item, gint64 quantity, const char *lot, const char *expiry)
{
  YzStockArrival arrival = { yz_record_get_id (item), quantity, lot, expiry, NULL, NULL, -1 };
  GError *error = NULL;
  YzEdit *edit = yz_stock_make_receipt (due->store, place, &arrival, 1, &due->note, &error);

  apply (due, edit, error);
}

static void
hand_out (Due *due, const char *place, YzRecord *item, gint64 quantity)
{
  YzStockLine line = { yz_record_get_id (item), NULL, quantity };
  GError *error = NULL;
  YzEdit *edit = yz_stock_make_hand_out (due->store, place, &line, 1, &due->note, &error);

  apply (due, edit, error);
}

static GListModel *
read_list (Due *due, const char *station, int days)
{
  g_autoptr (GError) error = NULL;
  YzStockDueList *list = yz_stock_due_list_read (due->store, station, NULL, days, NULL, &error);

  g_assert_no_error (error);
  return G_LIST_MODEL (list);
}

/* "title | detail | verb", a line for each */
static char *
describe (GListModel *list)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (YzStockDueEntry) entry = g_list_model_get_item (list, i);
      const char *detail = yz_stock_due_entry_get_detail (entry);

      g_string_append_printf (text, "%s%s: %s | %s | %s", i > 0 ? "\n" : "", yz_stock_due_entry_get_where (entry),
                              yz_stock_due_entry_get_title (entry), detail != NULL ? detail : "-",
                              yz_stock_due_verb_get_nick (yz_stock_due_entry_get_verb (entry)));
    }
  return g_string_free (text, FALSE);
}

static void
assert_due (Due *due, const char *station, int days, const char *expected)
{
  g_autoptr (GListModel) list = read_list (due, station, days);
  g_autofree char *text = describe (list);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_minimum (Due *due, gconstpointer data)
{
  assert_due (due, NULL, -1, "");
  receive (due, due->first, due->gloves, 6, NULL, NULL);
  assert_due (due, NULL, -1, "");
  hand_out (due, due->first, due->gloves, 2);
  assert_due (due, NULL, -1,
              "石鼓驿站: 防寒手套 is below its minimum, 6 双 are missing | 4 双 left, the minimum is 5 双 | replenish");
  hand_out (due, due->first, due->gloves, 4);
  assert_due (due, NULL, -1,
              "石鼓驿站: 防寒手套 has run out, 10 双 are missing | 0 双 left, the minimum is 5 双 | replenish");
  assert_due (due, due->second, -1, "");
  set_state (due, due->base.first, "paused");
  assert_due (due, NULL, -1, "");
}

/* What was received by mistake and taken back was never kept. */
static void
test_never_kept (Due *due, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YzAction) undo = NULL;

  receive (due, due->first, due->gloves, 3, NULL, NULL);
  undo = yz_store_undo (due->store, 0, NULL, &error);
  g_assert_no_error (error);
  assert_due (due, NULL, -1, "");
}

static void
test_giver (Due *due, gconstpointer data)
{
  static const char *const warehouse_fields[] = { "type", "warehouse", NULL };
  g_autoptr (YzRecord) warehouse = add (due, &yz_place_kind, "江北区总仓", warehouse_fields);

  receive (due, due->first, due->gloves, 1, NULL, NULL);
  receive (due, yz_record_get_id (warehouse), due->gloves, 120, NULL, NULL);
  assert_due (due, due->first, -1,
              "石鼓驿站: 防寒手套 is below its minimum, 9 双 are missing | 江北区总仓 can give 9 双 | transfer");
  /* a station keeps what it needs itself: 14 - 10; so it is the warehouse that has enough */
  receive (due, due->second, due->gloves, 14, NULL, NULL);
  assert_due (due, due->first, -1,
              "石鼓驿站: 防寒手套 is below its minimum, 9 双 are missing | 江北区总仓 can give 9 双 | transfer");
  receive (due, due->second, due->gloves, 5, NULL, NULL);
  set_position (due, due->base.first, 113.60, 34.70);
  set_position (due, due->base.second, 113.61, 34.70);
  {
    g_autoptr (GListModel) list = read_list (due, NULL, -1);
    g_autoptr (YzStockDueEntry) entry = g_list_model_get_item (list, 0);

    g_assert_cmpuint (g_list_model_get_n_items (list), ==, 1);
    g_assert_cmpstr (yz_record_get_id (yz_stock_due_entry_get_giver (entry)), ==, due->second);
    g_assert_cmpint (yz_stock_due_entry_get_given (entry), ==, 9);
  }
}

static void
test_level (Due *due, gconstpointer data)
{
  g_autofree char *place = yz_place_dup_id_of_station (due->first);
  const char *winter[] = { "place",   place,   "item",   yz_record_get_id (due->medicine),
                           "begins",  "11-15", "ends",   "03-15",
                           "minimum", "4",     "target", "6",
                           NULL };
  g_autoptr (YzRecord) level = NULL;

  receive (due, due->first, due->gloves, 10, NULL, NULL); /* makes the place */
  level = add (due, &yz_stock_level_kind, "冬季", winter);
  assert_due (due, due->first, -1,
              "石鼓驿站: 藿香正气水 has run out, 6 盒 are missing | 0 盒 left, the minimum is 4 盒 | replenish");
  set_state (due, due->base.first, "paused");
  assert_due (due, due->first, -1, "");
  set_state (due, due->base.first, "open");
  yz_clock_set_now (due->base.clock, yz_clock_get_now (due->base.clock) + 130 * DAY);
  assert_due (due, due->first, -1, "");
}

static void
test_expiry (Due *due, gconstpointer data)
{
  receive (due, due->first, due->medicine, 6, "Y26-0412", "2026-12-09");
  receive (due, due->first, due->medicine, 2, "Y26-0413", "2026-12-11");
  receive (due, due->first, due->medicine, 1, "Y25-1102", "2026-11-18");
  assert_due (due, NULL, -1,
              "石鼓驿站: 藿香正气水: 1 盒 have expired on 11-18 | 2 days over · lot Y25-1102 | handle\n"
              "石鼓驿站: 藿香正气水: 6 盒 expire after 12-09 | 19 days left · lot Y26-0412 | handle");
  assert_due (due, NULL, 0, "石鼓驿站: 藿香正气水: 1 盒 have expired on 11-18 | 2 days over · lot Y25-1102 | handle");
  assert_due (due, NULL, 60,
              "石鼓驿站: 藿香正气水: 1 盒 have expired on 11-18 | 2 days over · lot Y25-1102 | handle\n"
              "石鼓驿站: 藿香正气水: 6 盒 expire after 12-09 | 19 days left · lot Y26-0412 | handle\n"
              "石鼓驿站: 藿香正气水: 2 盒 expire after 12-11 | 21 days left · lot Y26-0413 | handle");
}

static void
send (Due *due, const char *number, const char *expected, gint64 quantity)
{
  YzStockLine line = { yz_record_get_id (due->gloves), NULL, quantity };
  GError *error = NULL;
  YzEdit *edit =
    yz_stock_make_transfer (due->store, number, due->second, due->first, expected, &line, 1, &due->note, &error);

  apply (due, edit, error);
}

static void
test_transit (Due *due, gconstpointer data)
{
  receive (due, due->second, due->gloves, 60, NULL, NULL);
  receive (due, due->first, due->gloves, 1, NULL, NULL);
  due->note.at = yz_clock_get_now (due->base.clock) - 3 * DAY;
  send (due, "DB-1", NULL, 4);
  /* enough is on its way, and it is not late */
  assert_due (due, NULL, -1, "");
  due->note.at = yz_clock_get_now (due->base.clock) - 9 * DAY;
  send (due, "DB-2", NULL, 4);
  send (due, "DB-3", "2026-11-20", 4);
  send (due, "DB-4", "2026-11-19", 4);
  assert_due (due, NULL, -1,
              "石鼓驿站: Transfer DB-2 was expected on 11-18 | 桥陇驿站 → 石鼓驿站 | receive\n"
              "石鼓驿站: Transfer DB-4 was expected on 11-19 | 桥陇驿站 → 石鼓驿站 | receive");
  assert_due (due, due->second, -1, "");
  {
    g_autoptr (YzAction) undone = yz_store_undo (due->store, 0, NULL, NULL);

    g_assert_nonnull (undone);
  }
  /* nobody waits for what was taken back */
  assert_due (due, NULL, -1, "石鼓驿站: Transfer DB-2 was expected on 11-18 | 桥陇驿站 → 石鼓驿站 | receive");
}

static void
test_count (Due *due, gconstpointer data)
{
  g_autofree char *place = yz_place_dup_id_of_station (due->first);
  const char *soon[] = { "place", place, "begun", "2026-11-20T08:00:00", "due", "2026-11-25", "scope", "全站", NULL };
  const char *late[] = { "place", place, "begun", "2026-11-02T08:00:00", NULL };
  const char *later[] = { "place", place, "begun", "2026-11-20T08:00:00", "due", "2026-12-25", NULL };
  g_autoptr (YzRecord) first = NULL, second = NULL, third = NULL;

  receive (due, due->first, due->gloves, 10, NULL, NULL);
  first = add (due, &yz_stocktake_kind, "PD-1", soon);
  second = add (due, &yz_stocktake_kind, "PD-2", late);
  third = add (due, &yz_stocktake_kind, "PD-3", later);
  assert_due (due, due->first, -1,
              "石鼓驿站: Stocktake PD-2, by 11-09 | - | begin\n"
              "石鼓驿站: Stocktake PD-1, by 11-25 | 全站 | begin");
}

/* A warehouse has a list of its own. */
static void
test_warehouse (Due *due, gconstpointer data)
{
  static const char *const fields[] = { "type", "warehouse", NULL };
  g_autoptr (YzRecord) warehouse = add (due, &yz_place_kind, "江北区总仓", fields);
  g_autoptr (GError) error = NULL;
  g_autoptr (YzStockDueList) list = NULL;

  receive (due, due->first, due->medicine, 6, "Y26-0412", "2026-12-09");
  receive (due, yz_record_get_id (warehouse), due->medicine, 9, "Y26-0411", "2026-12-08");
  list = yz_stock_due_list_read (due->store, NULL, yz_record_get_id (warehouse), -1, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define add_test(name, func) g_test_add (name, Due, NULL, set_up, func, tear_down)
  add_test ("/session/stock-due/minimum", test_minimum);
  add_test ("/session/stock-due/never-kept", test_never_kept);
  add_test ("/session/stock-due/giver", test_giver);
  add_test ("/session/stock-due/level", test_level);
  add_test ("/session/stock-due/expiry", test_expiry);
  add_test ("/session/stock-due/transit", test_transit);
  add_test ("/session/stock-due/count", test_count);
  add_test ("/session/stock-due/warehouse", test_warehouse);
  return g_test_run ();
}
