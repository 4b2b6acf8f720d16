/* Values to grids and back: what a grid shows means the same, what it cannot show has none. */
#include "yz-hours-grid.h"

static YzHoursGrid *
make_grid (const char *value)
{
  g_autoptr (YzHours) hours = yz_hours_parse (value, NULL, NULL);

  g_assert_nonnull (hours);
  return yz_hours_grid_new_for_hours (hours);
}

static void
test_round_trip (void)
{
  static const struct
  {
    const char *value;
    const char *written; /* NULL: no grid can show it */
  } cases[] = {
    { "24/7", "24/7" },
    { "off", "off" },
    { "08:00-20:00", "Mo-Su 08:00-20:00" },
    { "Mo-Fr 08:30-12:00,13:30-17:30; PH off", "Mo-Fr 08:30-12:00,13:30-17:30; PH off" },
    { "Mo-Fr 09:00-17:00; Sa,Su 10:00-16:00", "Mo-Fr 09:00-17:00; Sa-Su 10:00-16:00" },
    { "Mo-Fr 10:00-20:00; We 10:00-16:00", "Mo-Tu,Th-Fr 10:00-20:00; We 10:00-16:00" },
    { "Mo-Fr 08:00-12:00, Mo 14:00-18:00", "Mo 08:00-12:00,14:00-18:00; Tu-Fr 08:00-12:00" },
    { "08:00-18:00; Mo 12:00-13:00 off", "Mo 08:00-12:00,13:00-18:00; Tu-Su 08:00-18:00" },
    { "Fr-Sa 20:00-02:00", "Fr-Sa 20:00-02:00" },
    { "Mo 08:00-18:00; Jul-Aug Mo 07:00-12:00", "Mo 08:00-18:00; Jul-Aug Mo 07:00-12:00" },
    { "Tu-Su 09:00-17:00; Nov 15-Mar 14 Tu off", "Tu-Su 09:00-17:00; Nov 15-Mar 14 Tu off" },
    { "24/7; 2026 Feb 15-2026 Feb 23 off \"春节闭站\"", "24/7; 2026 Feb 15-23 off \"春节闭站\"" },
    { "24/7 open \"自助\", Mo 09:00-17:00 open \"值守\"",
      "Mo 00:00-09:00,17:00-24:00 open \"自助\", Mo 09:00-17:00 open \"值守\"; Tu-Su 00:00-24:00 open \"自助\"" },
    { "Mo 09:00-12:00, Mo 12:00-14:00 unknown \"午休或无人\"; PH off",
      "Mo 09:00-12:00, Mo 12:00-14:00 unknown \"午休或无人\"; PH off" },
    { "Mo-Fr 09:00-18:00; 2026 Nov 24 13:30-18:00 off \"供电检修\"; 2026 Nov 30 open \"自助，员工培训\"",
      "Mo-Fr 09:00-18:00; 2026 Nov 24 13:30-18:00 off \"供电检修\"; 2026 Nov 30 open \"自助，员工培训\"" },
    { "24/7; 2026 Dec 31-2027 Jan 03 off \"年终盘点\"; 2027 Feb 05-11 09:00-12:00,14:00-16:00",
      "24/7; 2026 Dec 31-2027 Jan 03 off \"年终盘点\"; 2027 Feb 05-11 09:00-12:00,14:00-16:00" },
    { "Mo 08:00-12:00; 2026 Nov 30 10:00-11:00; 2026 Nov 30 13:00-14:00 unknown",
      "Mo 08:00-12:00; 2026 Nov 30 10:00-11:00; 2026 Nov 30 13:00-14:00 unknown" },
    { "Mo 08:00-12:00; 2026 Nov 30 10:00+", NULL },
    /* a holiday on a Saturday has the Saturday's hours: the row for holidays would say otherwise */
    { "Mo-Fr 08:00-17:00; PH off; Sa 09:00-12:00", NULL },
    { "week 01-53/2 Mo 08:00-12:00", NULL },
    { "Mo[1] 08:00-12:00", NULL },
    { "Mo 08:00+", NULL },
    { "sunrise-sunset", NULL },
    { "Mo 08:00-12:00 || \"call\"", NULL },
    { "2026 Mo 08:00-12:00", NULL },
    { "PH -1 day 08:00-12:00", NULL },
    { "2020 Jan 1 off; 2090 Jan 1 off", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (YzHoursGrid) grid = make_grid (cases[i].value);
      g_autofree char *written = grid != NULL ? yz_hours_grid_to_string (grid) : NULL;

      g_test_message ("%s", cases[i].value);
      g_assert_cmpstr (written, ==, cases[i].written);
    }
}

static void
test_edit (void)
{
  static const YzHoursGridSpan office[] = { { 510, 720, NULL }, { 810, 1050, NULL } };
  static const YzHoursGridSpan summer[] = { { 480, 720, NULL } };
  g_autoptr (YzHoursGrid) grid = yz_hours_grid_new ();
  YzHoursGridSeason *year = g_ptr_array_index (grid->seasons, 0);
  YzHoursGridSeason *season = yz_hours_grid_add_season (grid, 7, 1, 8, 31);
  g_autofree char *first = NULL, *second = NULL;

  for (guint row = YZ_HOURS_ROW_MONDAY; row <= YZ_HOURS_ROW_FRIDAY; row++)
    yz_hours_grid_set_row (year, row, office, G_N_ELEMENTS (office));
  yz_hours_grid_set_row (year, YZ_HOURS_ROW_HOLIDAY, NULL, 0);
  yz_hours_grid_set_row (season, YZ_HOURS_ROW_FRIDAY, summer, G_N_ELEMENTS (summer));
  yz_hours_grid_add_exception (grid, yz_hours_exception_new (739617, 739619, YZ_HOURS_CLOSED, "检修\"水\""));
  first = yz_hours_grid_to_string (grid);
  g_assert_cmpstr (first, ==,
                   "Mo-Fr 08:30-12:00,13:30-17:30; Jul-Aug Fr 08:00-12:00; PH off; 2026 Jan 01-03 off \"检修'水'\"");

  yz_hours_grid_clear_row (season, YZ_HOURS_ROW_FRIDAY);
  yz_hours_grid_set_row (year, YZ_HOURS_ROW_MONDAY, NULL, 0);
  second = yz_hours_grid_to_string (grid);
  g_assert_cmpstr (second, ==, "Tu-Fr 08:30-12:00,13:30-17:30; PH off; 2026 Jan 01-03 off \"检修'水'\"");
}

/* A copy is the same, and changing it leaves the first alone. */
static void
test_copy (void)
{
  g_autoptr (YzHoursGrid)
    grid = make_grid ("Mo-Fr 09:00-12:00, Mo-Fr 18:00-22:00 open \"自助\"; Jun-Sep Sa 08:00-10:00; PH off; "
                      "2026 Nov 24 13:30-18:00 off \"检修\"");
  g_autoptr (YzHoursGrid) copy = yz_hours_grid_copy (grid);
  g_autofree char *before = yz_hours_grid_to_string (grid), *same = yz_hours_grid_to_string (copy);
  g_autofree char *after = NULL, *other = NULL;

  g_assert_cmpstr (same, ==, before);
  yz_hours_grid_clear_row (g_ptr_array_index (copy->seasons, 1), YZ_HOURS_ROW_SATURDAY);
  g_ptr_array_remove_index (copy->exceptions, 0);
  after = yz_hours_grid_to_string (grid);
  other = yz_hours_grid_to_string (copy);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpstr (other, ==, "Mo-Fr 09:00-12:00, Mo-Fr 18:00-22:00 open \"自助\"; PH off");
}

static void
test_spans (void)
{
  static const struct
  {
    const char *text;
    const char *chinese; /* NULL: not understood */
  } cases[] = {
    { "8:30-12:00, 13:30-18:00", "8:30-12:00, 13:30-18:00" },
    { "9-12、14-18", "9:00-12:00, 14:00-18:00" },
    { "１４：００－１８：００；9:00-12:00", "9:00-12:00, 14:00-18:00" },
    { "8:30-12:00, 18:00-22:00 自助", "8:30-12:00, 18:00-22:00 自助" },
    { "18-22 Self-Service", "18:00-22:00 自助" },
    { "18-22 未知", "18:00-22:00 未知" },
    { "20:00-2:00", "20:00-2:00" },
    { "8:00-12:00 \"预约 VIP\"", "8:00-12:00 \"预约 VIP\"" },
    { "8:30-12:30, 12:00-18:00", "8:30-12:30, 12:00-18:00" },
    { "24小时", "24 小时" },
    { "全天 自助", "24 小时 自助" },
    { "", "休息" },
    { "休息", "休息" },
    { "CLOSED", "休息" },
    { "上午", NULL },
    { "Mo 8-12", NULL },
    { "8-12, x", NULL },
    { "9:00+", NULL },
    { "sunrise-12:00", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) spans = yz_hours_spans_parse (cases[i].text, &error);
      g_autofree char *chinese = spans != NULL ? yz_hours_spans_to_string (spans, YZ_HOURS_CHINESE) : NULL;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (chinese, ==, cases[i].chinese);
      g_assert_true ((error == NULL) == (spans != NULL));
    }
}

/* What is no text must not be taken for an empty one, which is a closed day. */
static void
test_spans_invalid (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (yz_hours_spans_parse ("\xff", &error));
  g_assert_error (error, YZ_HOURS_ERROR, YZ_HOURS_ERROR_SYNTAX);
}

static void
test_why_not (void)
{
  static const char *const values[] = { "sunrise-sunset",
                                        "week 01-53/2 Mo 08:00-12:00",
                                        "Mo 08:00-12:00 || \"call\"",
                                        "Mo 08:00+",
                                        "Mo[1] 08:00-12:00",
                                        "2026 Mo 08:00-12:00",
                                        "Mo-Fr 08:00-17:00; PH off; Sa 09:00-12:00" };
  g_autoptr (GHashTable) sentences = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr (YzHours) hours = yz_hours_parse (values[i], NULL, NULL);

      g_assert_null (yz_hours_grid_new_for_hours (hours));
      g_assert_true (g_hash_table_add (sentences, (gpointer) yz_hours_grid_why_not (hours)));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/hours/grid/round-trip", test_round_trip);
  g_test_add_func ("/hours/grid/edit", test_edit);
  g_test_add_func ("/hours/grid/copy", test_copy);
  g_test_add_func ("/hours/grid/spans", test_spans);
  g_test_add_func ("/hours/grid/spans-invalid", test_spans_invalid);
  g_test_add_func ("/hours/grid/why-not", test_why_not);
  return g_test_run ();
}
