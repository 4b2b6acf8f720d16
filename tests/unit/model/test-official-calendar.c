/* The days that a workspace starts with, against what the State Council announced. */
#include "yz-official-calendar.h"

#include "yz-kinds.h"
#include "yz-test.h"

static GPtrArray *
make_days (void)
{
  g_autoptr (YzClock) clock = yz_test_clock_new ();
  g_autoptr (YzIdFactory) ids = yz_id_factory_new_seeded (clock, 1);

  return yz_official_calendar_make_days (ids);
}

static guint
count (GPtrArray *days, const char *year, const char *kind)
{
  guint n = 0;

  for (guint i = 0; i < days->len; i++)
    {
      YzRecord *day = g_ptr_array_index (days, i);

      n += g_str_has_prefix (yz_record_get_text (day, "date"), year) &&
           g_str_equal (yz_record_get_text (day, "kind"), kind);
    }
  return n;
}

static void
test_counts (void)
{
  static const struct
  {
    const char *year;
    guint holidays;
    guint workdays;
  } expected[] = { { "2023", 26, 7 }, { "2024", 28, 8 }, { "2025", 28, 5 }, { "2026", 33, 6 } };
  g_autoptr (GPtrArray) days = make_days ();
  guint total = 0;

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_test_message ("%s", expected[i].year);
      g_assert_cmpuint (count (days, expected[i].year, "holiday"), ==, expected[i].holidays);
      g_assert_cmpuint (count (days, expected[i].year, "workday"), ==, expected[i].workdays);
      total += expected[i].holidays + expected[i].workdays;
    }
  g_assert_cmpuint (days->len, ==, total);
}

/* Work is made up for on Saturdays and Sundays only, no day stands twice, and every record is a good one. */
static void
test_days (void)
{
  g_autoptr (GPtrArray) days = make_days ();

  for (guint i = 0; i < days->len; i++)
    {
      YzRecord *day = g_ptr_array_index (days, i);
      const char *text = yz_record_get_text (day, "date");
      g_autoptr (GError) error = NULL;
      GDate date;

      g_test_message ("%s", text);
      g_assert_true (yz_record_check (day, NULL, &error));
      g_assert_no_error (error);
      g_date_set_parse (&date, text);
      if (g_str_equal (yz_record_get_text (day, "kind"), "workday"))
        g_assert_cmpint (g_date_get_weekday (&date), >=, G_DATE_SATURDAY);
      if (i > 0)
        g_assert_cmpstr (yz_record_get_text (g_ptr_array_index (days, i - 1), "date"), <, text);
    }
}

/* Day by day as a table that others keep. */
static void
test_shared_table (void)
{
  g_autofree char *path = yz_test_shared ("data/cn_holidays.csv");
  g_autoptr (GPtrArray) days = make_days ();
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (path == NULL)
    return;
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (g_strchomp (text), "\n", -1);
  g_assert_cmpuint (days->len, ==, g_strv_length (lines) - 1);
  for (guint i = 0; i < days->len; i++)
    {
      YzRecord *day = g_ptr_array_index (days, i);
      g_autofree char *line = g_strjoin (",", yz_record_get_text (day, "date"), yz_record_get_text (day, "kind"),
                                         yz_record_get_text (day, "name"), yz_record_get_text (day, "name_en"), NULL);

      g_assert_cmpstr (line, ==, lines[i + 1]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/model/official-calendar/counts", test_counts);
  g_test_add_func ("/model/official-calendar/days", test_days);
  g_test_add_func ("/model/official-calendar/shared-table", test_shared_table);
  return g_test_run ();
}
