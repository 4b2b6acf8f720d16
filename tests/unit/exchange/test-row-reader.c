/* Cells as values, and what is said about those that are none. */
#include "yz-kinds.h"
#include "yz-row-reader.h"
#include "yz-sheet-reader.h"

#include <string.h>

typedef struct
{
  YzSheet *sheet;
  YzWordList *words;
  YzRowReader *reader;
  YzSheetRow *row;
} Case;

static void
case_clear (Case *self)
{
  g_clear_pointer (&self->reader, yz_row_reader_free);
  g_clear_pointer (&self->row, yz_sheet_row_free);
  g_clear_pointer (&self->words, yz_word_list_free);
  g_clear_pointer (&self->sheet, yz_sheet_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Case, case_clear)

static Case
case_new (const char *text, YzDatum datum)
{
  Case self = { yz_sheet_read_text (text, -1, NULL, NULL, NULL), yz_word_list_new (), NULL,
                yz_sheet_row_new (&yz_station_kind) };
  g_autoptr (YzMapping) mapping = yz_mapping_guess (&yz_station_kind, self.sheet, self.words);

  self.reader = yz_row_reader_new (self.sheet, mapping, self.words, datum, NULL, NULL);
  yz_row_reader_read (self.reader, 0, self.row);
  return self;
}

static void
test_values (void)
{
  g_auto (Case)
    self = case_new ("名称,市-区,建站时间,使用面积,状态,开放时间,服务项目\n"
                     " 甲站\u00a0,昆明市-官渡区,2020-01-27T16:00:00.000Z,12平方米,停业,周一至周五 08:30-17:30,饮水\n",
                     YZ_DATUM_WGS84);

  g_assert_null (yz_sheet_row_get_refusal (self.row));
  g_assert_cmpstr (yz_sheet_row_get_text (self.row, "name"), ==, "甲站");
  g_assert_cmpstr (yz_sheet_row_get_text (self.row, "district"), ==, "官渡区");
  g_assert_cmpstr (yz_sheet_row_get_text (self.row, "opened"), ==, "2020-01-28");
  g_assert_cmpfloat (g_variant_get_double (yz_sheet_row_get (self.row, "area")), ==, 12);
  g_assert_cmpstr (yz_sheet_row_get_text (self.row, "state"), ==, "paused");
  g_assert_cmpstr (yz_sheet_row_get_text (self.row, "hours"), ==, "Mo-Fr 08:30-17:30");
  g_assert_cmpstr (yz_sheet_row_get_text (self.row, "hours_text"), ==, "周一至周五 08:30-17:30");
}

static void
test_hours_are_never_guessed (void)
{
  g_auto (Case) self = case_new ("名称,开放时间\n甲站,以站点公示为准\n", YZ_DATUM_WGS84);

  g_assert_null (yz_sheet_row_get (self.row, "hours"));
  g_assert_cmpstr (yz_sheet_row_get_text (self.row, "hours_text"), ==, "以站点公示为准");
  /* and somebody is told */
  g_assert_null (yz_sheet_row_get_refusal (self.row));
  g_assert_cmpuint (self.row->findings->len, ==, 1);
}

/* Hours that do not hold any more are worse than none. */
static void
test_hours_in_other_words_end_the_old_ones (void)
{
  g_auto (Case) written = case_new ("名称,开放时间\n甲站,以站点公示为准\n", YZ_DATUM_WGS84);
  g_auto (Case) syntax = case_new ("名称,opening_hours\n甲站,以站点公示为准\n", YZ_DATUM_WGS84);
  g_autoptr (YzRecord) before = yz_record_new (&yz_station_kind, "00000000-0000-7000-8000-000000000001");
  YzSheetRow *const rows[] = { written.row, syntax.row };

  yz_record_parse (before, "name", "甲站", NULL);
  yz_record_parse (before, "hours", "Mo-Fr 09:00-17:00", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (YzRecord) after = yz_sheet_row_merge (rows[i], before, FALSE);

      g_assert_null (yz_record_get (after, "hours"));
      g_assert_cmpstr (yz_record_get_text (after, "hours_text"), ==, "以站点公示为准");
    }
}

static void
test_positions (void)
{
  g_auto (Case) gcj = case_new ("名称,经度,纬度\n甲站,113.564525,34.819187\n", YZ_DATUM_GCJ02);
  g_auto (Case) swapped = case_new ("名称,经度,纬度\n甲站,34.819187,113.564525\n", YZ_DATUM_WGS84);
  g_auto (Case) nothing = case_new ("名称,经度,纬度\n甲站,0,0\n", YZ_DATUM_WGS84);
  YzPosition position;

  g_assert_true (yz_sheet_row_get_position (gcj.row, &position));
  g_assert_cmpfloat (yz_position_distance (position, yz_datum_convert ((YzPosition){ 113.564525, 34.819187 },
                                                                       YZ_DATUM_GCJ02, YZ_DATUM_WGS84)),
                     <, 0.1);
  g_assert_cmpstr (yz_sheet_row_get_text (gcj.row, "datum"), ==, "gcj02");
  g_assert_true (yz_sheet_row_get_position (swapped.row, &position));
  g_assert_cmpfloat_with_epsilon (position.lon, 113.564525, 1e-7);
  g_assert_false (yz_sheet_row_get_position (nothing.row, &position));
  g_assert_null (yz_sheet_row_get_refusal (nothing.row));
}

static void
assert_refused (const char *text, const char *part)
{
  g_auto (Case) self = case_new (text, YZ_DATUM_WGS84);

  g_assert_nonnull (yz_sheet_row_get_refusal (self.row));
  g_assert_nonnull (strstr (yz_sheet_row_get_refusal (self.row), part));
}

/* The reason names the row of the sheet and the column. */
static void
test_refusals (void)
{
  assert_refused ("一览表,\n名称,面积\n甲站,abc\n", "Row 3");
  assert_refused ("名称,面积\n甲站,abc\n", "面积");
  assert_refused ("名称,建站时间\n甲站,去年\n", "建站时间");
  assert_refused ("名称,地址\n,某路\n", "Row 2");
  assert_refused ("名称,经度,纬度\n甲站,113.5,\n", "Row 2");
  assert_refused ("名称,地址,经度,纬度\n甲站,郑州市某路,11.5,48.1\n", "China");
}

static void
test_merge_keeps_what_is_not_contradicted (void)
{
  g_auto (Case)
    self = case_new ("名称,联系电话,开放时间,服务项目,地址\n甲站,138****5678,24小时,饮水,\n", YZ_DATUM_WGS84);
  g_autoptr (YzRecord) before = yz_record_new (&yz_station_kind, "00000000-0000-7000-8000-000000000001");
  g_autoptr (YzRecord) after = NULL;

  yz_record_parse (before, "name", "甲站", NULL);
  yz_record_parse (before, "phones", "13812345678", NULL);
  yz_record_parse (before, "hours_text", "24小时", NULL);
  yz_record_parse (before, "hours", "Mo-Fr 00:00-24:00", NULL);
  yz_record_parse (before, "services", "water:offered:2024-01-01; haircut:planned", NULL);
  yz_record_parse (before, "address", "某路1号", NULL);
  after = yz_sheet_row_merge (self.row, before, FALSE);
  g_assert_true (yz_record_equal (before, after));

  g_clear_object (&after);
  after = yz_sheet_row_merge (self.row, before, TRUE);
  g_assert_null (yz_record_get (after, "address"));
}

/* A new record has its own id, and the one that it begins with is left as it was. */
static void
test_make_new (void)
{
  static const char id[] = "00000000-0000-7000-8000-000000000002";
  g_auto (Case) self = case_new ("名称,地址\n甲站,某路1号\n", YZ_DATUM_WGS84);
  g_autoptr (YzRecord) blank = yz_record_new (&yz_station_kind, "00000000-0000-7000-8000-000000000001");
  g_autoptr (YzRecord) made = yz_sheet_row_make (self.row, blank, id, FALSE);

  g_assert_cmpstr (yz_record_get_id (made), ==, id);
  g_assert_cmpstr (yz_record_get_title (made), ==, "甲站");
  g_assert_cmpstr (yz_record_get_text (made, "state"), ==, yz_record_get_text (blank, "state"));
  g_assert_null (yz_record_get (blank, "address"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/exchange/row/values", test_values);
  g_test_add_func ("/exchange/row/hours-are-never-guessed", test_hours_are_never_guessed);
  g_test_add_func ("/exchange/row/hours-in-other-words-end-the-old-ones", test_hours_in_other_words_end_the_old_ones);
  g_test_add_func ("/exchange/row/positions", test_positions);
  g_test_add_func ("/exchange/row/refusals", test_refusals);
  g_test_add_func ("/exchange/row/make-new", test_make_new);
  g_test_add_func ("/exchange/row/merge-keeps", test_merge_keeps_what_is_not_contradicted);
  return g_test_run ();
}
