/* The sentence of a notice, which is what people read from across the street. */
#include "config.h"

#include "yz-holiday-words.h"

static const char *const new_year[] = { "腊月廿八", "除夕", "初一", "初二", "初三", "初四", "初五", "初六", "初七" };

/* @hours: "9-16", "9-12,14-17", "" for shut, NULL for unknown; "=" before it says that it is as usual */
static YzGuideDay *
new_day (guint index, const char *hours, const char *lunar)
{
  YzGuideDay *day = g_new0 (YzGuideDay, 1);
  g_auto (GStrv) spans = NULL;

  day->date = g_strdup_printf ("2026-02-%02u", 15 + index);
  day->lunar = g_strdup (lunar);
  if (hours == NULL)
    return day;
  day->usual = hours[0] == '=';
  spans = g_strsplit (hours + day->usual, ",", -1);
  day->bars = g_array_new (FALSE, TRUE, sizeof (YzHoursBar));
  for (guint i = 0; spans[i] != NULL; i++)
    {
      g_auto (GStrv) ends = g_strsplit (spans[i], "-", 2);
      YzHoursBar bar = { .weekday = G_DATE_MONDAY, .state = YZ_HOURS_OPEN };

      bar.start = (gint16) (g_ascii_strtod (ends[0], NULL) * 60);
      bar.end = (gint16) (g_ascii_strtod (ends[1], NULL) * 60);
      g_array_append_val (day->bars, bar);
    }
  return day;
}

static GPtrArray *
new_days (const char *const *hours, guint n, gboolean lunar)
{
  GPtrArray *days = g_ptr_array_new_with_free_func ((GDestroyNotify) yz_guide_day_free);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (days, new_day (i, hours[i], lunar ? new_year[i] : NULL));
  return days;
}

static void
check (const char *const *hours, guint n, gboolean lunar, const char *chinese, const char *english)
{
  g_autoptr (GPtrArray) days = new_days (hours, n, lunar);
  g_autofree char *said = yz_holiday_get_sentence (days, YZ_PRINT_CHINESE);
  g_autofree char *told = yz_holiday_get_sentence (days, YZ_PRINT_ENGLISH);

  g_assert_cmpstr (said, ==, chinese);
  g_assert_cmpstr (told, ==, english);
}

static void
test_some_shut (void)
{
  check ((const char *[]){ "9-16", "9-12", "", "", "", "9-16", "9-16", "9-16", "9-16" }, 9, TRUE,
         "初一到初三休息，其余六天 09:00 开门", "Closed 17–19 February; open from 09:00 on the other six days");
  check ((const char *[]){ "9-16", "", "", "9-16", "" }, 5, TRUE, "除夕、初一、初三休息，其余两天 09:00 开门",
         "Closed 16–17 February, 19 February; open from 09:00 on the other two days");
  check ((const char *[]){ "", "9-16", "10-16" }, 3, FALSE, "2 月 15 日休息，其余两天开门，时间见下表",
         "Closed 15 February; open at the hours below on the other two days");
  check ((const char *[]){ "=8-18", "" }, 2, FALSE, "2 月 16 日休息，其余一天 08:00 开门",
         "Closed 16 February; open from 08:00 on the other day");
  check ((const char *[]){ "", "9-16", "", "9-16", "", "9-16", "", "9-16" }, 8, TRUE, "四天休息，其余四天 09:00 开门",
         "Closed on four days; open from 09:00 on the other four days");
}

static void
test_all_shut (void)
{
  check ((const char *[]){ "", "", "" }, 3, TRUE, "三天都休息", "Closed on all three days");
  check ((const char *[]){ "" }, 1, FALSE, "当天休息", "Closed on this day");
}

static void
test_all_open (void)
{
  check ((const char *[]){ "9-16", "9-16" }, 2, TRUE, "两天都开，09:00–16:00", "Open 09:00–16:00 on both days");
  check ((const char *[]){ "9-16", "9-12" }, 2, TRUE, "两天都 09:00 开门", "Open from 09:00 on both days");
  check ((const char *[]){ "9-16", "10-12" }, 2, TRUE, "两天都开，时间见下表", "Open on both days, at the hours below");
  check ((const char *[]){ "0-24", "0-24", "0-24" }, 3, TRUE, "三天都 24 小时开放",
         "Open around the clock on all three days");
  check ((const char *[]){ "9-12,14-17", "9-12,14-17" }, 2, TRUE, "两天都 09:00 开门", "Open from 09:00 on both days");
}

static void
test_as_usual (void)
{
  check ((const char *[]){ "=9-17", "=9-17", "=10-16" }, 3, TRUE, "三天照常开放", "Open as usual on all three days");
  check ((const char *[]){ "=9-17" }, 1, TRUE, "当天照常开放", "Open as usual on this day");
}

static void
test_unknown (void)
{
  check ((const char *[]){ NULL, NULL }, 2, TRUE, "时间未核实，去前先打电话", "Hours not known: call first");
  check ((const char *[]){ "9-16", NULL, NULL }, 3, TRUE, "除夕、初一时间待定，其余一天 09:00 开门",
         "Not certain 16–17 February; open from 09:00 on the other day");
  check ((const char *[]){ "", NULL }, 2, FALSE, "2 月 15 日休息，2 月 16 日时间待定",
         "Closed 15 February; not certain 16 February");
}

static void
test_half_days (void)
{
  g_autoptr (GPtrArray) days = new_days ((const char *[]){ "9-16", "9-12", "13-18", "", NULL }, 5, TRUE);
  g_autoptr (GPtrArray) mornings = new_days ((const char *[]){ "9-12", "9-12" }, 2, TRUE);
  const gboolean half[] = { FALSE, TRUE, TRUE, FALSE, FALSE };

  for (guint i = 0; i < days->len; i++)
    g_assert_cmpint (yz_holiday_is_half (g_ptr_array_index (days, i), days), ==, half[i]);
  g_assert_false (yz_holiday_is_half (g_ptr_array_index (mornings, 0), mornings));
}

static void
check_hours (const char *hours, const char *chinese, const char *english)
{
  g_autoptr (GPtrArray) days = new_days (&hours, 1, TRUE);
  g_autofree char *said = yz_holiday_get_hours (g_ptr_array_index (days, 0), YZ_PRINT_CHINESE);
  g_autofree char *told = yz_holiday_get_hours (g_ptr_array_index (days, 0), YZ_PRINT_ENGLISH);

  g_assert_cmpstr (said, ==, chinese);
  g_assert_cmpstr (told, ==, english);
}

static void
test_hours (void)
{
  check_hours ("9-12,14-17.5", "09:00–12:00、14:00–17:30", "09:00–12:00, 14:00–17:30");
  check_hours ("0-24", "24 小时", "24 hours");
  check_hours ("0-8,8-24", "24 小时", "24 hours");
  check_hours ("", "休息", "Closed");
  check_hours (NULL, "待定", "Not certain");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/guide/holiday-words/some-shut", test_some_shut);
  g_test_add_func ("/guide/holiday-words/all-shut", test_all_shut);
  g_test_add_func ("/guide/holiday-words/all-open", test_all_open);
  g_test_add_func ("/guide/holiday-words/as-usual", test_as_usual);
  g_test_add_func ("/guide/holiday-words/unknown", test_unknown);
  g_test_add_func ("/guide/holiday-words/half-days", test_half_days);
  g_test_add_func ("/guide/holiday-words/hours", test_hours);
  return g_test_run ();
}
