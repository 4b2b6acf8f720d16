/* Stocktakes: their lines, what is counted while the station works, who confirms, and what undo makes of it. */
#include "config.h"

#include "stock-fixture.h"

#include "yz-stock-verify.h"
#include "yz-stocktakes.h"

static char *
begin (StockFixture *fixture, const char *place, const char *const *items)
{
  YzStocktakePlan plan = { .at = fixture->now, .place = place, .items = items, .blind = TRUE, .counted_by = "李晓燕" };
  g_autoptr (GError) error = NULL;
  char *id;
  YzEdit *edit = yz_stocktake_make_begin (fixture->store, &plan, &id, &error);

  g_assert_no_error (error);
  stock_fixture_apply (fixture, edit, &error);
  g_assert_no_error (error);
  return id;
}

static YzStocktakeSheet *
load (StockFixture *fixture, const char *id)
{
  g_autoptr (GError) error = NULL;
  YzStocktakeSheet *sheet = yz_stocktake_sheet_load (fixture->store, id, YZ_STOCKTAKE_WITH_BOOKS, NULL, &error);

  g_assert_no_error (error);
  return sheet;
}

static void
assert_lines (StockFixture *fixture, const char *id, const char *expected)
{
  g_autoptr (YzStocktakeSheet) sheet = load (fixture, id);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < sheet->lines->len; i++)
    {
      const YzStocktakeLine *line = g_ptr_array_index (sheet->lines, i);

      g_string_append_printf (text, "%u %s %s %s\n", line->number, yz_record_get_title (line->place),
                              yz_record_get_title (line->item),
                              line->lot != NULL ? yz_record_get_title (line->lot) : "-");
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
enter (StockFixture *fixture, const char *id, guint line, gint64 counted, gint64 at)
{
  YzStocktakeEntry entry = { .line = line, .counted = counted, .at = at };
  g_autoptr (GError) error = NULL;

  stock_fixture_apply (fixture, yz_stocktake_make_entries (fixture->store, id, &entry, 1, &error), &error);
  g_assert_no_error (error);
}

static gint64
confirm (StockFixture *fixture, const char *id, const char *who, const char *reason, GError **error)
{
  YzEdit *edit = yz_stocktake_make_confirmation (fixture->store, id, who, reason, fixture->now, error);

  return stock_fixture_apply (fixture, edit, error);
}

static gint64
confirm_well (StockFixture *fixture, const char *id)
{
  g_autoptr (GError) error = NULL;
  gint64 action = confirm (fixture, id, "周敏", "清点差异", &error);

  g_assert_no_error (error);
  return action;
}

static void
assert_sound (StockFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = yz_stock_verify (fixture->store, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
}

/* Places as somebody walks, items by code, lots by expiry; also what was there and what is kept there. */
static void
test_order (StockFixture *fixture, gconstpointer data)
{
  g_autoptr (YzRecord) back = stock_fixture_add_shelf (fixture, "储物间 A", 2);
  g_autoptr (YzRecord) front = stock_fixture_add_shelf (fixture, "前厅柜", 1);
  g_autoptr (YzRecord) level = yz_session_new_record (fixture->base.session, &yz_stock_level_kind);
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  YzEdit *edit = yz_edit_new ("Add level");

  stock_fixture_receive (fixture, fixture->medicine, yz_record_get_id (back), 4, "晚", "2027-10-01", fixture->now);
  stock_fixture_receive (fixture, fixture->medicine, yz_record_get_id (back), 4, "早", "2026-12-09", fixture->now);
  stock_fixture_receive (fixture, fixture->water, yz_record_get_id (back), 14, NULL, NULL, fixture->now);
  /* used up within the quarter */
  stock_fixture_receive (fixture, fixture->water, NULL, 2, NULL, NULL, fixture->now - 100 * 24 * HOUR);
  stock_fixture_hand_out (fixture, fixture->water, 2, fixture->now - 10 * 24 * HOUR, &error);
  g_assert_no_error (error);
  yz_record_set_text (level, "place", yz_record_get_id (front));
  yz_record_set_text (level, "item", yz_record_get_id (fixture->medicine));
  yz_record_set (level, "minimum", g_variant_new_int64 (2));
  yz_edit_create (edit, level);
  fixture_apply (&fixture->base, edit);

  id = begin (fixture, fixture->first, NULL);
  assert_lines (fixture, id,
                "1 石鼓驿站 瓶装饮用水 -\n"
                "2 前厅柜 藿香正气水 -\n"
                "3 储物间 A 瓶装饮用水 -\n"
                "4 储物间 A 藿香正气水 早\n"
                "5 储物间 A 藿香正气水 晚\n");
}

static void
test_scope (StockFixture *fixture, gconstpointer data)
{
  g_autoptr (YzRecord) shelf = stock_fixture_add_shelf (fixture, "前厅柜", 1);
  const char *items[] = { yz_record_get_id (fixture->medicine), NULL };
  g_autofree char *one = NULL, *two = NULL;
  g_autoptr (YzStocktakeSheet) sheet = NULL;

  stock_fixture_receive (fixture, fixture->water, NULL, 5, NULL, NULL, fixture->now);
  stock_fixture_receive (fixture, fixture->water, yz_record_get_id (shelf), 5, NULL, NULL, fixture->now);
  one = begin (fixture, yz_record_get_id (shelf), NULL);
  assert_lines (fixture, one, "1 前厅柜 瓶装饮用水 -\n");
  /* what was chosen is on the sheet though nothing is there */
  two = begin (fixture, fixture->first, items);
  assert_lines (fixture, two, "1 石鼓驿站 藿香正气水 -\n");
  sheet = load (fixture, two);
  g_assert_cmpstr (yz_record_get_text (sheet->stocktake, "scope"), ==, "藿香正气水");
  g_assert_cmpstr (yz_record_get_title (sheet->stocktake), ==, "PD-261120-02");
}

/* A station that never had books has a sheet to write on. */
static void
test_empty (StockFixture *fixture, gconstpointer data)
{
  g_autofree char *id = begin (fixture, fixture->first, NULL);
  YzStocktakeFind find = { .item = yz_record_get_id (fixture->water), .counted = 7, .at = fixture->now };
  g_autoptr (GError) error = NULL;

  assert_lines (fixture, id, "");
  stock_fixture_apply (fixture, yz_stocktake_make_find (fixture->store, id, &find, &error), &error);
  g_assert_no_error (error);
  assert_lines (fixture, id, "1 石鼓驿站 瓶装饮用水 -\n");
  confirm_well (fixture, id);
  g_assert_cmpint (stock_fixture_get_quantity (fixture, fixture->water, 0), ==, 7);
  assert_sound (fixture);
}

/* Counted, nothing there and not counted are three things; only the first two change the books. */
static void
test_three_things (StockFixture *fixture, gconstpointer data)
{
  g_autofree char *id = NULL;
  g_autoptr (YzStocktakeSheet) sheet = NULL;
  YzStockCountSum sum;

  stock_fixture_receive (fixture, fixture->water, NULL, 5, NULL, NULL, fixture->now);
  stock_fixture_receive (fixture, fixture->medicine, NULL, 4, "甲", "2026-12-09", fixture->now);
  stock_fixture_receive (fixture, fixture->medicine, NULL, 3, "乙", "2027-12-09", fixture->now);
  id = begin (fixture, fixture->first, NULL);
  enter (fixture, id, 1, 4, fixture->now);
  enter (fixture, id, 2, 0, fixture->now);
  sheet = load (fixture, id);
  yz_stocktake_sheet_sum (sheet, 0, &sum);
  g_assert_cmpuint (sum.n_lines, ==, 3);
  g_assert_cmpuint (sum.n_counted, ==, 2);
  g_assert_cmpuint (sum.n_nothing, ==, 1);
  g_assert_cmpuint (sum.n_different, ==, 2);
  g_assert_cmpuint (sum.n_unvalued, ==, 1);
  g_assert_cmpint (sum.shortage, ==, 1250);
  confirm_well (fixture, id);
  g_assert_cmpint (stock_fixture_get_quantity (fixture, fixture->water, 0), ==, 4);
  g_assert_cmpint (stock_fixture_get_quantity (fixture, fixture->medicine, 0), ==, 3);
  assert_sound (fixture);
}

/* The station goes on handing out: what is compared is the instant of the count. */
static void
test_while_working (StockFixture *fixture, gconstpointer data)
{
  gint64 morning = fixture->now - 5 * HOUR;
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (YzStocktakeSheet) sheet = NULL;
  const YzStockCount *count;

  stock_fixture_receive (fixture, fixture->water, NULL, 20, NULL, NULL, morning);
  id = begin (fixture, fixture->first, NULL);
  stock_fixture_hand_out (fixture, fixture->water, 3, fixture->now - 2 * HOUR, &error);
  enter (fixture, id, 1, 16, fixture->now - HOUR);
  stock_fixture_hand_out (fixture, fixture->water, 5, fixture->now, &error);
  g_assert_no_error (error);

  sheet = load (fixture, id);
  count = yz_stocktake_sheet_get_count (sheet, 0);
  g_assert_cmpint (count->book, ==, 17);
  g_assert_cmpint (count->now, ==, 12);
  g_assert_cmpint (yz_stock_count_get_after (count), ==, 11);
  confirm_well (fixture, id);
  g_assert_cmpint (stock_fixture_get_quantity (fixture, fixture->water, 0), ==, 11);
  g_assert_cmpint (stock_fixture_get_quantity (fixture, fixture->water, fixture->now - HOUR), ==, 16);
  assert_sound (fixture);
}

/* Written down late, dated before the count: the refusal names the count; after it there is no harm in it. */
static void
test_late_entry (StockFixture *fixture, gconstpointer data)
{
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;

  stock_fixture_receive (fixture, fixture->water, NULL, 20, NULL, NULL, fixture->now - 5 * HOUR);
  id = begin (fixture, fixture->first, NULL);
  enter (fixture, id, 1, 16, fixture->now - HOUR);
  confirm_well (fixture, id);
  stock_fixture_hand_out (fixture, fixture->water, 3, fixture->now - 2 * HOUR, &error);
  g_assert_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_DEPENDS);
  g_assert_nonnull (strstr (error->message, "PD-261120-01"));
  g_clear_error (&error);
  stock_fixture_hand_out (fixture, fixture->water, 3, fixture->now - HOUR / 2, &error);
  g_assert_no_error (error);
  g_assert_cmpint (stock_fixture_get_quantity (fixture, fixture->water, 0), ==, 13);
  assert_sound (fixture);
}

/* So few were counted that what went out afterwards could not have: the review says so, the store refuses. */
static void
test_below (StockFixture *fixture, gconstpointer data)
{
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (YzStocktakeSheet) sheet = NULL;

  stock_fixture_receive (fixture, fixture->water, NULL, 20, NULL, NULL, fixture->now - 5 * HOUR);
  id = begin (fixture, fixture->first, NULL);
  enter (fixture, id, 1, 2, fixture->now - HOUR);
  stock_fixture_hand_out (fixture, fixture->water, 3, fixture->now, &error);
  g_assert_no_error (error);
  sheet = load (fixture, id);
  g_assert_cmpint (yz_stock_count_judge (yz_stocktake_sheet_get_count (sheet, 0)), ==, YZ_STOCK_COUNT_BELOW);
  confirm (fixture, id, "周敏", "清点差异", &error);
  g_assert_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_DEPENDS);
  g_assert_cmpint (stock_fixture_get_quantity (fixture, fixture->water, 0), ==, 17);
}

static void
assert_refused (gint64 action, GError **error, GQuark domain, int code)
{
  g_assert_cmpint (action, ==, 0);
  g_assert_error (*error, domain, code);
  g_clear_error (error);
}

static void
test_confirmation (StockFixture *fixture, gconstpointer data)
{
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;

  stock_fixture_receive (fixture, fixture->water, NULL, 20, NULL, NULL, fixture->now);
  id = begin (fixture, fixture->first, NULL);
  assert_refused (confirm (fixture, id, "周敏", NULL, &error), &error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_REQUIRED);
  enter (fixture, id, 1, 18, fixture->now);
  assert_refused (confirm (fixture, id, "周敏", NULL, &error), &error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_REQUIRED);
  assert_refused (confirm (fixture, id, NULL, "漏记领用", &error), &error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_REQUIRED);
  assert_refused (confirm (fixture, id, " 李晓燕", "漏记领用", &error), &error, YZ_MODEL_ERROR,
                  YZ_MODEL_ERROR_TRANSITION);
  g_assert_cmpint (confirm (fixture, id, "周敏", "漏记领用", &error), >, 0);
  g_assert_no_error (error);
  /* once is enough */
  assert_refused (confirm (fixture, id, "周敏", "漏记领用", &error), &error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_TRANSITION);
  g_assert_cmpint (stock_fixture_get_quantity (fixture, fixture->water, 0), ==, 18);
}

static guint
count_movements (StockFixture *fixture)
{
  g_autoptr (YzQuery) query = yz_query_new (&yz_movement_kind);

  return (guint) yz_store_count (fixture->store, query, NULL);
}

/* Of the first line: the same before and after it is confirmed. */
static void
assert_difference (StockFixture *fixture, const char *id, gint64 difference)
{
  g_autoptr (YzStocktakeSheet) sheet = load (fixture, id);
  const YzStockCount *count = yz_stocktake_sheet_get_count (sheet, 0);

  g_assert_cmpint (yz_stock_count_get_difference (count), ==, difference);
  g_assert_cmpint (yz_stock_count_get_after (count), ==, 18);
}

/* Everything is one step, and taking it back adds to the ledger. */
static void
test_take_back (StockFixture *fixture, gconstpointer data)
{
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (YzAction) undo = NULL, redo = NULL;
  g_autoptr (YzRecord) stocktake = NULL;
  gint64 action, found;

  stock_fixture_receive (fixture, fixture->water, NULL, 20, NULL, NULL, fixture->now);
  stock_fixture_receive (fixture, fixture->medicine, NULL, 4, "甲", "2026-12-09", fixture->now);
  id = begin (fixture, fixture->first, NULL);
  enter (fixture, id, 1, 18, fixture->now);
  enter (fixture, id, 2, 4, fixture->now);
  g_assert_false (yz_stocktake_find_confirmation (fixture->store, id, &found, &error));
  g_assert_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  assert_difference (fixture, id, -2);
  action = confirm_well (fixture, id);
  assert_difference (fixture, id, -2);
  g_assert_cmpuint (count_movements (fixture), ==, 4);
  g_assert_true (yz_stocktake_find_confirmation (fixture->store, id, &found, &error));
  g_assert_cmpint (found, ==, action);

  undo = yz_store_undo (fixture->store, found, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_movements (fixture), ==, 6);
  g_assert_cmpint (stock_fixture_get_quantity (fixture, fixture->water, 0), ==, 20);
  stocktake = yz_store_load (fixture->store, &yz_stocktake_kind, id, &error);
  g_assert_cmpint (yz_stocktake_get_state (stocktake), ==, YZ_STOCKTAKE_COUNTING);
  g_assert_false (yz_stocktake_find_confirmation (fixture->store, id, &found, NULL));
  redo = yz_store_redo (fixture->store, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (stock_fixture_get_quantity (fixture, fixture->water, 0), ==, 18);
  assert_difference (fixture, id, -2);
  g_assert_true (yz_stocktake_find_confirmation (fixture->store, id, &found, &error));
  assert_sound (fixture);
}

static void
test_recount (StockFixture *fixture, gconstpointer data)
{
  YzStocktakeEntry again = { .line = 1, .counted = 19, .again = TRUE, .at = fixture->now };
  YzStocktakeEntry nothing = { .line = 1, .counted = -1, .at = fixture->now };
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (YzStocktakeSheet) one = NULL, two = NULL, three = NULL;
  YzEdit *early;

  stock_fixture_receive (fixture, fixture->water, NULL, 20, NULL, NULL, fixture->now - 2 * HOUR);
  id = begin (fixture, fixture->first, NULL);
  early = yz_stocktake_make_entries (fixture->store, id, &again, 1, &error);
  g_assert_null (early);
  g_clear_error (&error);
  enter (fixture, id, 1, 10, fixture->now - HOUR);
  stock_fixture_apply (fixture, yz_stocktake_make_finish (fixture->store, id, NULL, &error), &error);
  g_assert_no_error (error);
  stock_fixture_apply (fixture, yz_stocktake_make_entries (fixture->store, id, &again, 1, &error), &error);
  g_assert_no_error (error);
  one = load (fixture, id);
  g_assert_cmpint (yz_stocktake_sheet_get_count (one, 0)->counted, ==, 19);
  g_assert_cmpint (yz_stocktake_line_get_counted_at (g_ptr_array_index (one->lines, 0)), ==, fixture->now);

  /* a first count is only entered while the stocktake is being counted */
  g_assert_null (yz_stocktake_make_entries (fixture->store, id, &nothing, 1, &error));
  g_assert_error (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_TRANSITION);
  g_clear_error (&error);
  stock_fixture_apply (fixture, yz_stocktake_make_reopening (fixture->store, id, &error), &error);
  enter (fixture, id, 1, 11, fixture->now - HOUR);
  two = load (fixture, id);
  g_assert_cmpint (yz_stocktake_sheet_get_count (two, 0)->counted, ==, 11);
  stock_fixture_apply (fixture, yz_stocktake_make_entries (fixture->store, id, &nothing, 1, &error), &error);
  g_assert_no_error (error);
  three = load (fixture, id);
  g_assert_false (yz_stocktake_sheet_get_count (three, 0)->is_counted);
}

static void
test_found (StockFixture *fixture, gconstpointer data)
{
  YzStocktakeFind find = {
    .line = 2, .item = yz_record_get_id (fixture->medicine), .lot = "Y25-1102", .counted = 6, .at = fixture->now
  };
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;

  stock_fixture_receive (fixture, fixture->water, NULL, 20, NULL, NULL, fixture->now);
  id = begin (fixture, fixture->first, NULL);
  find.expiry = "2026-12-09";
  stock_fixture_apply (fixture, yz_stocktake_make_find (fixture->store, id, &find, &error), &error);
  g_assert_no_error (error);
  assert_lines (fixture, id, "1 石鼓驿站 瓶装饮用水 -\n2 石鼓驿站 藿香正气水 Y25-1102\n");

  find.line = 3;
  g_assert_null (yz_stocktake_make_find (fixture->store, id, &find, &error));
  g_assert_error (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_TRANSITION);
  g_clear_error (&error);
  find.line = 1;
  find.lot = "Y25-1103";
  g_assert_null (yz_stocktake_make_find (fixture->store, id, &find, &error));
  g_assert_error (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_TRANSITION);
  g_clear_error (&error);
  find.line = 0;
  find.lot = find.expiry = NULL;
  g_assert_null (yz_stocktake_make_find (fixture->store, id, &find, &error));
  g_assert_error (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_REQUIRED);
  g_clear_error (&error);

  confirm_well (fixture, id);
  g_assert_cmpint (stock_fixture_get_quantity (fixture, fixture->medicine, 0), ==, 6);
  g_assert_cmpint (stock_fixture_get_quantity (fixture, fixture->water, 0), ==, 20);
}

/* Forty items fill two pages; what is found has the number of an empty line, or the next one behind all. */
static void
test_pages (StockFixture *fixture, gconstpointer data)
{
  g_autoptr (YzRecord) shelf = stock_fixture_add_shelf (fixture, "前厅柜", 1);
  YzStocktakeFind find = { .line = 23, .item = yz_record_get_id (fixture->water), .counted = 6, .at = fixture->now };
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (YzStocktakeSheet) sheet = NULL;
  YzStockCountSum sum;
  YzEdit *edit = yz_edit_new ("Add items");

  for (guint i = 0; i < 40; i++)
    {
      g_autoptr (YzRecord) item = yz_session_new_record (fixture->base.session, &yz_item_kind);
      g_autofree char *code = g_strdup_printf ("90-%03u", i);

      yz_record_set_text (item, "name", "毛巾");
      yz_record_set_text (item, "code", code);
      yz_edit_create (edit, item);
      g_ptr_array_add (ids, g_strdup (yz_record_get_id (item)));
    }
  g_ptr_array_add (ids, NULL);
  fixture_apply (&fixture->base, edit);
  id = begin (fixture, fixture->first, (const char *const *) ids->pdata);
  stock_fixture_apply (fixture, yz_stocktake_make_find (fixture->store, id, &find, &error), &error);
  g_assert_no_error (error);
  find.line = 0;
  find.place = yz_record_get_id (shelf);
  stock_fixture_apply (fixture, yz_stocktake_make_find (fixture->store, id, &find, &error), &error);
  g_assert_no_error (error);
  enter (fixture, id, 1, 3, fixture->now);
  enter (fixture, id, 24, 8, fixture->now);
  sheet = load (fixture, id);
  g_assert_cmpuint (sheet->n_pages, ==, 2);
  g_assert_cmpuint (yz_stocktake_sheet_find (sheet, 21, NULL)->page, ==, 1);
  g_assert_null (yz_stocktake_sheet_find (sheet, 22, NULL));
  g_assert_cmpuint (yz_stocktake_sheet_find (sheet, 23, NULL)->page, ==, 1);
  g_assert_cmpuint (yz_stocktake_sheet_find (sheet, 24, NULL)->page, ==, 2);
  g_assert_cmpuint (yz_stocktake_sheet_find (sheet, 43, NULL)->page, ==, 2);
  yz_stocktake_sheet_sum (sheet, 1, &sum);
  g_assert_cmpint (sum.counted, ==, 9);
  g_assert_cmpuint (sum.n_lines, ==, 22);
  yz_stocktake_sheet_sum (sheet, 2, &sum);
  g_assert_cmpint (sum.counted, ==, 14);
}

static void
test_future (StockFixture *fixture, gconstpointer data)
{
  YzStocktakeEntry entry = { .line = 1, .counted = 1, .at = fixture->now + HOUR };
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;

  stock_fixture_receive (fixture, fixture->water, NULL, 20, NULL, NULL, fixture->now);
  id = begin (fixture, fixture->first, NULL);
  g_assert_null (yz_stocktake_make_entries (fixture->store, id, &entry, 1, &error));
  g_assert_error (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_RANGE);
  g_clear_error (&error);
  entry = (YzStocktakeEntry){ .line = 9, .counted = 1, .at = fixture->now };
  g_assert_null (yz_stocktake_make_entries (fixture->store, id, &entry, 1, &error));
  g_assert_error (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_UNKNOWN);
}

static void
test_cancellation (StockFixture *fixture, gconstpointer data)
{
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;

  stock_fixture_receive (fixture, fixture->water, NULL, 20, NULL, NULL, fixture->now);
  id = begin (fixture, fixture->first, NULL);
  enter (fixture, id, 1, 3, fixture->now);
  stock_fixture_apply (fixture, yz_stocktake_make_cancellation (fixture->store, id, &error), &error);
  g_assert_no_error (error);
  assert_refused (confirm (fixture, id, "周敏", "漏记领用", &error), &error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_TRANSITION);
  stock_fixture_apply (fixture, yz_stocktake_make_reopening (fixture->store, id, &error), &error);
  g_assert_no_error (error);
  confirm_well (fixture, id);
  g_assert_cmpint (stock_fixture_get_quantity (fixture, fixture->water, 0), ==, 3);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  stock_fixture_add ("/session/stocktakes/order", test_order);
  stock_fixture_add ("/session/stocktakes/scope", test_scope);
  stock_fixture_add ("/session/stocktakes/empty", test_empty);
  stock_fixture_add ("/session/stocktakes/three-things", test_three_things);
  stock_fixture_add ("/session/stocktakes/while-working", test_while_working);
  stock_fixture_add ("/session/stocktakes/late-entry", test_late_entry);
  stock_fixture_add ("/session/stocktakes/below", test_below);
  stock_fixture_add ("/session/stocktakes/confirmation", test_confirmation);
  stock_fixture_add ("/session/stocktakes/take-back", test_take_back);
  stock_fixture_add ("/session/stocktakes/recount", test_recount);
  stock_fixture_add ("/session/stocktakes/found", test_found);
  stock_fixture_add ("/session/stocktakes/pages", test_pages);
  stock_fixture_add ("/session/stocktakes/future", test_future);
  stock_fixture_add ("/session/stocktakes/cancellation", test_cancellation);
  return g_test_run ();
}
