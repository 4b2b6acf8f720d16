/* Counting with a scanner, on a sheet of three lines: two lots of one item, and another one counted by hand. */
#include "config.h"

#include "yz-kinds.h"
#include "yz-stocktake-scan.h"

#define WATER "01970000-0000-7000-8000-000000000001"
#define TEA "01970000-0000-7000-8000-000000000002"
#define OLD "01970000-0000-7000-8000-000000000003"
#define NEW "01970000-0000-7000-8000-000000000004"

static void
line_free (gpointer data)
{
  YzStocktakeLine *line = data;

  g_object_unref (line->record);
  g_object_unref (line->item);
  g_free (line);
}

static void
add (YzStocktakeSheet *sheet, const char *item, const char *lot, YzStockCount count)
{
  YzStocktakeLine *line = g_new0 (YzStocktakeLine, 1);

  line->number = sheet->lines->len + 1;
  line->item = yz_record_new (&yz_item_kind, item);
  line->record = yz_record_new (&yz_count_line_kind, item);
  yz_record_set_text (line->record, "lot", lot);
  g_ptr_array_add (sheet->lines, line);
  g_array_append_val (sheet->counts, count);
}

static YzStocktakeSheet *
new_sheet (void)
{
  YzStocktakeSheet *sheet = g_new0 (YzStocktakeSheet, 1);

  sheet->lines = g_ptr_array_new_with_free_func (line_free);
  sheet->counts = g_array_new (FALSE, FALSE, sizeof (YzStockCount));
  add (sheet, WATER, OLD, (YzStockCount){ 0 });
  add (sheet, WATER, NEW, (YzStockCount){ 0 });
  add (sheet, TEA, NULL, (YzStockCount){ .is_counted = TRUE, .counted = 7 });
  return sheet;
}

static void
test_find (void)
{
  g_autoptr (YzStocktakeSheet) sheet = new_sheet ();

  g_assert_cmpuint (yz_stocktake_scan_find (sheet, WATER, NULL, 2), ==, 0);
  g_assert_cmpuint (yz_stocktake_scan_find (sheet, WATER, NULL, 1), ==, 1);
  g_assert_cmpuint (yz_stocktake_scan_find (sheet, WATER, NEW, 0), ==, 1);
  g_assert_cmpuint (yz_stocktake_scan_find (sheet, OLD, NULL, 0), ==, G_MAXUINT);
}

static void
test_add (void)
{
  g_autoptr (YzStocktakeSheet) sheet = new_sheet ();
  YzStocktakeScan scan = { 0 };
  gint64 counted;

  g_assert_true (yz_stocktake_scan_add (&scan, sheet, 0, 1, &counted));
  g_assert_cmpint (counted, ==, 1);
  /* the sheet was not read again yet */
  g_assert_true (yz_stocktake_scan_add (&scan, sheet, 0, 12, &counted));
  g_assert_cmpint (counted, ==, 13);
  /* somebody counted 7 by hand: looking is not counting */
  g_assert_false (yz_stocktake_scan_add (&scan, sheet, 2, 1, &counted));
  g_assert_cmpint (counted, ==, 7);
  g_assert_true (yz_stocktake_scan_add (&scan, sheet, 2, 1, &counted));
  g_assert_cmpint (counted, ==, 8);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/session/stocktake-scan/find", test_find);
  g_test_add_func ("/session/stocktake-scan/add", test_add);
  return g_test_run ();
}
