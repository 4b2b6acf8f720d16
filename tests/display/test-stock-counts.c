/* A stocktake as somebody does it: begun, typed in blind while the station works, scanned, reviewed, confirmed. */
#include "display-fixture.h"
#include "yz-count-begin.h"
#include "yz-count-find.h"
#include "yz-count-pane.h"
#include "yz-count-window.h"
#include "yz-inventory-page.h"
#include "yz-place.h"
#include "yz-stock-counts-view.h"
#include "yz-stock-verbs.h"
#include "yz-stock.h"
#include "yz-stocktakes.h"

typedef struct
{
  Fixture *base;
  YzStore *store;
  YzRecord *station;
  YzRecord *water;
  YzRecord *medicine;
  char *stocktake;
  GtkWidget *window;
  YzStocktakeDesk *desk;
  guint n_counted;
  guint line;
  YzStocktakeState state;
} Counts;

static void
apply (Counts *counts, YzEdit *edit, GError *error)
{
  g_assert_no_error (error);
  fixture_apply (counts->base, edit);
}

static void
receive (Counts *counts, YzRecord *item, gint64 quantity, const char *lot, const char *expiry)
{
  YzStockNote note = { .at = yz_clock_get_now (counts->base->clock) - 60000 };
  YzStockArrival arrival = { yz_record_get_id (item), quantity, lot, expiry, NULL, NULL, -1 };
  GError *error = NULL;
  YzEdit *edit = yz_stock_make_receipt (counts->store, yz_record_get_id (counts->station), &arrival, 1, &note, &error);

  apply (counts, edit, error);
}

static void
hand_out (Counts *counts, YzRecord *item, gint64 quantity)
{
  YzStockNote note = { .at = yz_clock_get_now (counts->base->clock) };
  YzStockLine line = { yz_record_get_id (item), NULL, quantity };
  GError *error = NULL;
  YzEdit *edit = yz_stock_make_hand_out (counts->store, yz_record_get_id (counts->station), &line, 1, &note, &error);

  apply (counts, edit, error);
}

static void
stock_up (Fixture *fixture, Counts *counts)
{
  static const char *const more[][3] = { { "一次性雨衣", "FH001", "件" }, { "防寒手套", "FH002", "双" },
                                         { "口罩", "FH003", "盒" },       { "方便面", "SP001", "桶" },
                                         { "爱心雨伞", "YJ001", "把" },   { "创可贴", "YP002", "盒" },
                                         { "手机充电线", "CD001", "根" } };

  *counts = (Counts){ .base = fixture, .store = yz_session_get_store (fixture->session) };
  counts->station = fixture_add (fixture, &yz_station_kind, "name", "滨江东路驿站", NULL);
  counts->water = fixture_add (fixture, &yz_item_kind, "name", "瓶装饮用水", "spec", "550 ml × 24", "code", "YS001",
                               "unit", "箱", "value", "28.00", NULL);
  counts->medicine = fixture_add (fixture, &yz_item_kind, "name", "藿香正气水", "spec", "10 ml × 10 支", "code",
                                  "YP001", "unit", "盒", "value", "12.50", "needs_expiry", "yes", NULL);
  receive (counts, counts->water, 14, NULL, NULL);
  receive (counts, counts->medicine, 6, "Y26-0412", "2026-12-09");
  for (guint i = 0; i < G_N_ELEMENTS (more); i++)
    {
      g_autoptr (YzRecord)
        item = fixture_add (fixture, &yz_item_kind, "name", more[i][0], "code", more[i][1], "unit", more[i][2], NULL);

      receive (counts, item, 10 + i, NULL, NULL);
    }
}

static void
begin (Counts *counts)
{
  YzStocktakePlan plan = { .at = yz_clock_get_now (counts->base->clock) - 60000,
                           .place = yz_record_get_id (counts->station),
                           .blind = TRUE,
                           .counted_by = "李晓燕",
                           .due = "2026-11-30" };
  GError *error = NULL;
  YzEdit *edit = yz_stocktake_make_begin (counts->store, &plan, &counts->stocktake, &error);

  apply (counts, edit, error);
}

static gboolean
is_read (gpointer data)
{
  return yz_stocktake_desk_get_sheet (((Counts *) data)->desk) != NULL;
}

static gboolean
is_counted (gpointer data)
{
  Counts *counts = data;
  YzStockCountSum sum;

  yz_stocktake_sheet_sum (yz_stocktake_desk_get_sheet (counts->desk), 0, &sum);
  return sum.n_counted == counts->n_counted;
}

static gboolean
is_in_state (gpointer data)
{
  Counts *counts = data;

  return yz_stocktake_get_state (yz_stocktake_desk_get_sheet (counts->desk)->stocktake) == counts->state;
}

static void
open_window (Counts *counts)
{
  fixture_show (counts->base, gtk_label_new (""));
  counts->window = yz_count_window_new (GTK_WINDOW (counts->base->window), counts->base->session, counts->stocktake);
  counts->desk = yz_count_window_get_desk (YZ_COUNT_WINDOW (counts->window));
  gtk_window_present (GTK_WINDOW (counts->window));
  yz_test_wait_until (is_read, counts);
  fixture_settle ();
}

static void
set_up (Fixture *fixture, Counts *counts)
{
  stock_up (fixture, counts);
  begin (counts);
  open_window (counts);
}

static void
tear_down (Counts *counts)
{
  if (counts->window != NULL)
    gtk_window_destroy (GTK_WINDOW (counts->window));
  fixture_settle ();
  g_clear_object (&counts->station);
  g_clear_object (&counts->water);
  g_clear_object (&counts->medicine);
  g_free (counts->stocktake);
}

static GtkWidget *
get_pane (Counts *counts)
{
  return fixture_find (counts->window, YZ_TYPE_COUNT_PANE);
}

static guint
get_index (Counts *counts)
{
  guint index;

  g_object_get (get_pane (counts), "index", &index, NULL);
  return index;
}

/* What somebody types, Enter behind it. */
static void
type (Counts *counts, const char *text)
{
  g_assert_true (gtk_widget_activate_action (get_pane (counts), "count.enter", "s", text));
  fixture_settle ();
}

static void
wait_counted (Counts *counts, guint n)
{
  counts->n_counted = n;
  yz_test_wait_until (is_counted, counts);
  fixture_settle ();
}

static const YzStockCount *
get_count (Counts *counts, guint number)
{
  const YzStocktakeSheet *sheet = yz_stocktake_desk_get_sheet (counts->desk);
  guint index;

  g_assert_nonnull (yz_stocktake_sheet_find (sheet, number, &index));
  return yz_stocktake_sheet_get_count (sheet, index);
}

static guint
find_line (Counts *counts, YzRecord *item)
{
  const YzStocktakeSheet *sheet = yz_stocktake_desk_get_sheet (counts->desk);

  for (guint i = 0; i < sheet->lines->len; i++)
    {
      const YzStocktakeLine *line = g_ptr_array_index (sheet->lines, i);

      if (g_str_equal (yz_record_get_id (line->item), yz_record_get_id (item)))
        return line->number;
    }
  return 0;
}

static gint64
get_stock (Counts *counts, YzRecord *item)
{
  YzStockQuestion question = { .item = yz_record_get_id (item) };
  gint64 quantity;

  g_assert_true (yz_stock_get_quantity (counts->store, &question, &quantity, NULL));
  return quantity;
}

/* Figures go to the next line, an empty field passes over one, *3 goes to line 3; nothing waits to be saved. */
static void
test_typing (Fixture *fixture, gconstpointer data)
{
  Counts counts;

  set_up (fixture, &counts);
  g_assert_cmpuint (get_index (&counts), ==, 0);
  type (&counts, "10");
  type (&counts, "");
  type (&counts, "0");
  g_assert_cmpuint (get_index (&counts), ==, 3);
  wait_counted (&counts, 2);
  g_assert_false (get_count (&counts, 2)->is_counted);
  g_assert_cmpint (get_count (&counts, 3)->counted, ==, 0);

  type (&counts, "*2");
  g_assert_cmpuint (get_index (&counts), ==, 1);
  type (&counts, "12");
  wait_counted (&counts, 3);
  fixture_assert_named (counts.window);
  fixture_shoot (counts.window, "count-typing");
  type (&counts, "*99");
  g_assert_cmpuint (get_index (&counts), ==, 2);
  g_assert_nonnull (fixture_find_text (get_pane (&counts), "99"));

  g_assert_true (gtk_widget_activate_action (get_pane (&counts), "count.go-to", "u", 1));
  g_assert_true (gtk_widget_activate_action (get_pane (&counts), "count.clear", NULL));
  wait_counted (&counts, 2);
  g_assert_false (get_count (&counts, 1)->is_counted);
  tear_down (&counts);
}

/* Nobody who counts sees what the books have; who reviews does. */
static void
test_blind (Fixture *fixture, gconstpointer data)
{
  Counts counts;

  set_up (fixture, &counts);
  g_assert_false (yz_stocktake_desk_has_books (counts.desk));
  type (&counts, "10");
  wait_counted (&counts, 1);
  g_assert_false (yz_stocktake_desk_has_books (counts.desk));
  tear_down (&counts);
}

/* Each piece that is scanned counts; a figure that was typed is only gone to. */
static void
test_scanning (Fixture *fixture, gconstpointer data)
{
  Counts counts;
  guint water, medicine;

  set_up (fixture, &counts);
  water = find_line (&counts, counts.water);
  medicine = find_line (&counts, counts.medicine);
  type (&counts, "YS001");
  wait_counted (&counts, 1);
  type (&counts, "YS001");
  type (&counts, "3*YS001");
  type (&counts, "Y26-0412");
  wait_counted (&counts, 2);
  g_assert_cmpint (get_count (&counts, water)->counted, ==, 5);
  g_assert_cmpint (get_count (&counts, medicine)->counted, ==, 1);

  type (&counts, "7"); /* corrects the line that was scanned last */
  fixture_settle ();
  type (&counts, "YP001");
  fixture_settle ();
  fixture_settle ();
  wait_counted (&counts, 2);
  tear_down (&counts);
}

static gboolean
is_recounted (gpointer data)
{
  Counts *counts = data;
  const YzStocktakeSheet *sheet = yz_stocktake_desk_get_sheet (counts->desk);
  YzRecord *line = yz_stocktake_sheet_find (sheet, counts->line, NULL)->record;

  return yz_record_get_integer (line, "counted") == 13 && yz_record_get_integer (line, "recounted") == 12;
}

static gboolean
is_reviewed (gpointer data)
{
  return yz_stocktake_desk_has_books (((Counts *) data)->desk);
}

static void
confirm (Counts *counts, const char *who, const char *reason, YzStocktakeState expected)
{
  GtkWidget *review = fixture_find (counts->window, g_type_from_name ("YzCountReview"));

  g_assert_true (gtk_widget_activate_action (review, "count.confirm-by", "(ss)", who, reason));
  if (expected == YZ_STOCKTAKE_CONFIRMED)
    {
      counts->state = expected;
      yz_test_wait_until (is_in_state, counts);
    }
  fixture_settle ();
}

static gboolean
is_refused (gpointer data)
{
  Counts *counts = data;

  fixture_settle ();
  return fixture_find_text (counts->window, counts->stocktake) != NULL ||
         gtk_widget_get_mapped (fixture_find (counts->window, g_type_from_name ("YzCountReview")));
}

static void
test_review (Fixture *fixture, gconstpointer data)
{
  Counts counts;
  guint water;

  set_up (fixture, &counts);
  water = find_line (&counts, counts.water);
  g_assert_true (gtk_widget_activate_action (get_pane (&counts), "count.go-to", "u", water));
  type (&counts, "13");
  wait_counted (&counts, 1);
  /* the station goes on handing out */
  yz_clock_set_now (fixture->clock, yz_clock_get_now (fixture->clock) + 60000);
  hand_out (&counts, counts.water, 2);

  g_assert_true (gtk_widget_activate_action (counts.window, "count.page", "s", "review"));
  yz_test_wait_until (is_reviewed, &counts);
  fixture_settle ();
  g_assert_cmpint (get_count (&counts, water)->book, ==, 14);
  g_assert_cmpint (get_count (&counts, water)->now, ==, 12);
  fixture_assert_named (counts.window);
  fixture_shoot (counts.window, "count-review");

  g_assert_true (gtk_widget_activate_action (counts.window, "count.count-again", "u", water));
  fixture_settle ();
  type (&counts, "12");
  counts.line = water;
  yz_test_wait_until (is_recounted, &counts);
  g_assert_true (gtk_widget_activate_action (counts.window, "count.count-again", "u", water));
  type (&counts, "13");
  g_assert_true (gtk_widget_activate_action (counts.window, "count.page", "s", "review"));
  confirm (&counts, "李晓燕", "漏记领用", YZ_STOCKTAKE_COUNTING);
  yz_test_wait_until (is_refused, &counts);
  g_assert_cmpint (get_stock (&counts, counts.water), ==, 12);
  confirm (&counts, "周敏", "漏记领用", YZ_STOCKTAKE_CONFIRMED);
  g_assert_cmpint (get_stock (&counts, counts.water), ==, 13);
  g_assert_cmpint (get_stock (&counts, counts.medicine), ==, 6);
  g_assert_nonnull (fixture_find_text (counts.window, "周敏"));
  fixture_shoot (counts.window, "count-confirmed");

  g_assert_true (gtk_widget_activate_action (fixture_find (counts.window, g_type_from_name ("YzCountReview")),
                                             "count.take-back", NULL));
  counts.state = YZ_STOCKTAKE_COUNTING;
  yz_test_wait_until (is_in_state, &counts);
  g_assert_cmpint (get_stock (&counts, counts.water), ==, 12);
  tear_down (&counts);
}

static gboolean
has_another_line (gpointer data)
{
  return yz_stocktake_desk_get_sheet (((Counts *) data)->desk)->lines->len == 10;
}

static void
test_forms (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzRecord) towel = fixture_add (fixture, &yz_item_kind, "name", "毛巾", "unit", "条", NULL);
  GtkWidget *find, *form;
  Counts counts;

  set_up (fixture, &counts);
  find = yz_count_find_new (GTK_WINDOW (counts.window), counts.desk, NULL, towel, NULL);
  gtk_window_present (GTK_WINDOW (find));
  fixture_settle ();
  fixture_assert_named (find);
  fixture_shoot (find, "count-find");
  g_assert_true (gtk_widget_activate_action (find, "find.add", NULL));
  yz_test_wait_until (has_another_line, &counts);
  fixture_settle ();

  form = yz_count_begin_new (GTK_WINDOW (fixture->window), fixture->session, yz_record_get_id (counts.station),
                             "滨江东路驿站");
  gtk_window_present (GTK_WINDOW (form));
  fixture_settle ();
  fixture_assert_named (form);
  fixture_shoot (form, "count-begin");
  gtk_window_destroy (GTK_WINDOW (form));
  tear_down (&counts);
}

static gboolean
is_begun (gpointer data)
{
  return *(char **) data != NULL;
}

static void
on_begun (char **begun, const char *stocktake)
{
  *begun = g_strdup (stocktake);
}

static void
test_begin (Fixture *fixture, gconstpointer data)
{
  g_autofree char *begun = NULL;
  GtkWidget *form;
  Counts counts;

  stock_up (fixture, &counts);
  fixture_show (fixture, gtk_label_new (""));
  form = yz_count_begin_new (GTK_WINDOW (fixture->window), fixture->session, NULL, NULL);
  g_signal_connect_swapped (form, "begun", G_CALLBACK (on_begun), &begun);
  gtk_window_present (GTK_WINDOW (form));
  g_assert_true (gtk_widget_activate_action (form, "begin.begin", NULL)); /* nothing is chosen: it stays */
  fixture_settle ();
  g_assert_null (begun);
  g_assert_true (gtk_widget_activate_action (form, "begin.place", "s", yz_record_get_id (counts.station)));
  g_assert_true (gtk_widget_activate_action (form, "begin.begin", NULL));
  yz_test_wait_until (is_begun, &begun);
  fixture_settle ();
  tear_down (&counts);
}

static gboolean
has_file (gpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* Out, filled in elsewhere, and in again. */
static void
test_spreadsheet (Fixture *fixture, gconstpointer data)
{
  static const char filled[] = "行,实盘数\n1,10\n2,\n3,0\n";
  g_autofree char *out = g_build_filename (fixture->folder, "盘点.csv", NULL);
  g_autofree char *in = g_build_filename (fixture->folder, "已盘.csv", NULL);
  g_autofree char *text = NULL;
  Counts counts;

  set_up (fixture, &counts);
  g_assert_true (gtk_widget_activate_action (counts.window, "count.export-to", "s", out));
  yz_test_wait_until (has_file, out);
  g_assert_true (g_file_get_contents (out, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "Y26-0412"));
  g_assert_true (g_file_set_contents (in, filled, -1, NULL));
  g_assert_true (gtk_widget_activate_action (counts.window, "count.import-from", "s", in));
  wait_counted (&counts, 2);
  g_assert_cmpint (get_count (&counts, 1)->counted, ==, 10);
  g_assert_true (get_count (&counts, 3)->is_counted);
  tear_down (&counts);
}

static gboolean
has_count_window (gpointer page)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  fixture_settle ();
  for (GList *i = windows; i != NULL; i = i->next)
    if (YZ_IS_COUNT_WINDOW (i->data))
      return TRUE;
  return FALSE;
}

static gboolean
is_listed (gpointer page)
{
  fixture_settle ();
  return fixture_find_text (page, "0 / 9") != NULL;
}

static void
close_count_windows (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *i = windows; i != NULL; i = i->next)
    if (YZ_IS_COUNT_WINDOW (i->data))
      gtk_window_destroy (GTK_WINDOW (i->data));
  fixture_settle ();
}

static void
test_section (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzInventory) inventory = yz_inventory_new (fixture->session);
  GtkWidget *page = g_object_new (YZ_TYPE_INVENTORY_PAGE, "inventory", inventory, "section", "counts", NULL);
  Counts counts;

  stock_up (fixture, &counts);
  fixture_show (fixture, page);
  fixture_shoot (fixture->window, "counts-empty");
  begin (&counts);
  yz_test_wait_until (is_listed, page);
  fixture_assert_named (page);
  fixture_shoot (fixture->window, "counts-section");

  yz_stock_counts_open_numbered (page, "PD-261120-99");
  yz_stock_counts_open_numbered (page, "PD-261120-01");
  yz_test_wait_until (has_count_window, page);
  close_count_windows ();
  fixture_empty (fixture);
  tear_down (&counts);
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
  fixture_test ("/display/stock-counts/typing", test_typing);
  fixture_test ("/display/stock-counts/blind", test_blind);
  fixture_test ("/display/stock-counts/scanning", test_scanning);
  fixture_test ("/display/stock-counts/review", test_review);
  fixture_test ("/display/stock-counts/spreadsheet", test_spreadsheet);
  fixture_test ("/display/stock-counts/forms", test_forms);
  fixture_test ("/display/stock-counts/begin", test_begin);
  fixture_test ("/display/stock-counts/section", test_section);
  return g_test_run ();
}
