/* What a value means, in small tables. Weeks are the one from Monday 2026-06-01 unless a case says otherwise. */
#include "yz-hours.h"

static guint32
day_of (int year, int month, int day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day, month, year);
  return g_date_get_julian (&date);
}

static YzHours *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  YzHours *hours = yz_hours_parse (text, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (hours);
  return hours;
}

/* "1 09:00-12:00 o": day after the first, span, state */
static char *
print_days (YzHours *hours, const YzHoursCalendar *calendar, guint32 first, guint n_days)
{
  gint64 from = yz_hours_instant (first, 0);
  g_autoptr (GArray) intervals = yz_hours_get_intervals (hours, calendar, from, from + n_days * 1440);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < intervals->len; i++)
    {
      const YzHoursInterval *interval = &g_array_index (intervals, YzHoursInterval, i);
      int start = interval->start - from, end = interval->end - from;

      g_string_append_printf (out, "%s%d %02d:%02d-%d %02d:%02d %c", i > 0 ? ", " : "", start / 1440, start / 60 % 24,
                              start % 60, end / 1440, end / 60 % 24, end % 60,
                              interval->state == YZ_HOURS_OPEN ? 'o' : 'u');
    }
  return g_string_free (out, FALSE);
}

static void
test_meaning (void)
{
  static const struct
  {
    const char *value;
    const char *days; /* of the first two days of the week */
  } cases[] = {
    { "24/7", "0 00:00-2 00:00 o" },
    { "Mo 09:00-12:00,14:00-18:00", "0 09:00-0 12:00 o, 0 14:00-0 18:00 o" },
    { "Mo 22:00-02:00", "0 22:00-1 02:00 o" },
    { "Mo 22:00-02:00; Tu 10:00-12:00", "0 22:00-1 00:00 o, 1 10:00-1 12:00 o" },
    { "Mo 22:00-02:00, Tu 10:00-12:00", "0 22:00-1 02:00 o, 1 10:00-1 12:00 o" },
    { "Mo 22:00-02:00; Tu off", "0 22:00-1 00:00 o" },
    { "Mo 10:00-48:00", "0 10:00-2 00:00 o" },
    { "Mo 08:00+", "0 08:00-1 00:00 u" },
    { "Mo 08:00-10:00+", "0 08:00-0 10:00 o, 0 10:00-1 00:00 u" },
    { "Mo 20:00+", "0 20:00-1 06:00 u" },
    { "Mo 07:00+,12:00-16:00", "0 07:00-0 12:00 u, 0 12:00-0 16:00 o" },
    { "Mo 17:00+,13:00-02:00", "0 13:00-1 02:00 o, 1 02:00-1 03:00 u" },
    { "Mo 13:00-02:00,17:00+", "0 13:00-0 17:00 o, 0 17:00-1 03:00 u" },
    { "May,Jun Mo[1] 08:00-09:00", "0 08:00-0 09:00 o" },
    { "Jun Mo[1,2] 08:00-09:00", "0 08:00-0 09:00 o" },
    { "Mo \"by appointment\"", "0 00:00-1 00:00 u" },
    { "Mo 10:00-12:00 || unknown", "0 00:00-0 10:00 u, 0 10:00-0 12:00 o, 0 12:00-2 00:00 u" },
    { "08:00-12:00; Mo 10:00-11:00 off", "0 08:00-0 10:00 o, 0 11:00-0 12:00 o, 1 08:00-1 12:00 o" },
    { "08:00-09:00; 10:00-12:00", "0 10:00-0 12:00 o, 1 10:00-1 12:00 o" },
    { "Mo 08:00-09:00; 10:00-12:00", "0 08:00-0 09:00 o, 0 10:00-0 12:00 o, 1 10:00-1 12:00 o" },
    { "Jun 08:00-09:00; Jun 2 off", "0 08:00-0 09:00 o" },
    { "2026 Jun 2 08:00-09:00", "1 08:00-1 09:00 o" },
    { "2026 May 30-2026 Jun 1 off", "" },
    { "week 23 Mo 08:00-09:00", "0 08:00-0 09:00 o" },
    { "week 24 Mo 08:00-09:00", "" },
    { "May 1-Jun 30 Mo 08:00-09:00", "0 08:00-0 09:00 o" },
    { "Feb 1-Feb 29 08:00-09:00", "" },
    { "Mo[1] 08:00-09:00", "0 08:00-0 09:00 o" },
    { "Mo[1] +1 day 08:00-09:00", "1 08:00-1 09:00 o" },
    { "Jun Su[1] -5 days 08:00-09:00", "1 08:00-1 09:00 o" },
    { "easter +57 days 08:00-09:00", "0 08:00-0 09:00 o" },
    { "Jun 7 -Mo 08:00-09:00", "0 08:00-0 09:00 o" },
    { "May 29+ 08:00-09:00", "0 08:00-0 09:00 o, 1 08:00-1 09:00 o" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (YzHours) hours = parse (cases[i].value);
      g_autofree char *days = print_days (hours, NULL, day_of (2026, 6, 1), 2);

      g_test_message ("%s", cases[i].value);
      g_assert_cmpstr (days, ==, cases[i].days);
    }
}

static void
test_canonical (void)
{
  static const struct
  {
    const char *written;
    const char *canonical;
  } cases[] = {
    { "mo - fr 8:00–17:30", "Mo-Fr 08:00-17:30" },
    { "Mon,Tue 9am-5pm", "Mo,Tu 09:00-17:00" },
    { "Mo 10.30-12.00", "Mo 10:30-12:00" },
    { "Mo 0830-1200", "Mo 08:30-12:00" },
    { "Ｍｏ　０８：００－１２：００；ＰＨ　ｏｆｆ", "Mo 08:00-12:00; PH off" },
    { "Mo 8 to 12", "Mo 08:00-12:00" },
    { "closed", "off" },
    { "Mo open", "Mo" },
    { "SHWe", "SH We" },
    { "SH Mo,PH off", "SH Mo,PH off" },
    { "Mo-Fr 8-17 Sa 8-12 Su off", "Mo-Fr 08:00-17:00; Sa 08:00-12:00; Su off" },
    { "Mo-Do 8-12", "Mo-Th 08:00-12:00" },
    { "24 hours", "24/7" },
    { "24", "24/7" },
    { "By appointment", "\"By appointment\"" },
    { "Mo-Fr 9-17; Sa by appointment", "Mo-Fr 09:00-17:00; Sa \"by appointment\"" },
    { "Jan 24/7", "Jan 00:00-24:00" },
    { "Su 9:30, 11:00", "Su 09:30+,11:00+" },
    { "Mo-Fr 9:30; Sa 8h; Su off", "Mo-Fr 09:30+; Sa 08:00+; Su off" },
    { "10am", "10:00+" },
    { "Mo-Fr, 8:00-12:00", "Mo-Fr 08:00-12:00" },
    { "Jul 1-Feb 29, sunrise-sunset", "Jul 01-Feb 29 sunrise-sunset" },
    { "Mo 10:00-12:00; Su, off", "Mo 10:00-12:00; Su off" },
    { "Jun 15-Mar 14, 24/7", "Jun 15-Mar 14 00:00-24:00" },
    { "Su,PH,Dec 24 off", "Su,PH off; Dec 24 off" },
    { "Sa, Dec 24,Dec 31 8:00-12:00", "Sa 08:00-12:00; Dec 24,Dec 31 08:00-12:00" },
    { "08:00-12:00; May 1,easter+1,Su off", "08:00-12:00; May 01,easter +1 day off; Su off" },
    { "Aug Su[-1] -1 day,Su[-1] 10:00-18:00", "Aug Su[-1] -1 day,Su[-1] 10:00-18:00" },
    { "Di-So 11-19", "Tu-Su 11:00-19:00" },
    { "Do-Di 11-19", "Th-Tu 11:00-19:00" },
    { "Seg-Sex 07:00-17:00", "Mo-Fr 07:00-17:00" },
    { "Mo 22:00-26:00", "Mo 22:00-02:00" },
    { "Dec 24-Dec 26 off", "Dec 24-26 off" },
    { "2026 Jan,Mar", "2026 Jan,Mar" },
    { "2026: Jan 5 off", "2026 Jan 05 off" },
    { "week 1,week 3", "week 01,03" },
    { "Mo 10:00-12:00;;", "Mo 10:00-12:00" },
    { "(sunrise+1:00)-sunset", "(sunrise+01:00)-sunset" },
    { "Mo[2,1,3,-1] -2 day", "Mo[1-3,-1] -2 days" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (YzHours) hours = parse (cases[i].written);
      g_autofree char *canonical = yz_hours_to_string (hours);

      g_assert_cmpstr (canonical, ==, cases[i].canonical);
    }
}

static void
test_refused (void)
{
  static const struct
  {
    const char *value;
    guint position; /* of the first error */
  } cases[] = {
    { "", 0 },
    { " ; ", 3 },
    { "Mo sunrise", 3 },
    { "Mo 10", 3 },
    { "12", 0 },
    { "12 hours", 0 },
    { "0900", 0 },
    { "Mo 24:00", 3 },
    { "Mo 10:00; Tu 10:00-12:00", 3 },
    { "dusk; 10:00-12:00", 0 },
    { "Mo 8:00 18:00", 8 },
    { "Su 9:00,1:00", 12 },
    { "Jul-Aug,Sa 10:00-12:00", 0 },
    { "Sa,Jul-Aug 10:00-12:00", 0 },
    { "Dec 24,Th 10:00-12:00", 0 },
    { "Do-Sa 10:00-12:00", 0 },
    { "Mi-Do 10:00-12:00", 2 },
    { "Mo 25:00-26:00", 3 },
    { "Mo,Tu 10:00-12:00 Tu 14:00-16:00", 18 },
    { "May Mo 10:00-12:00 Tu 10:00-12:00", 19 },
    { "13.6-30.8 Tu", 3 },
    { "24h su 24h", 7 },
    { "Fr :00-12:00", 3 },
    { "15-2026 Feb 23 off", 0 },
    { "Feb 30 off", 4 },
    { "week 54", 5 },
    { "week 07:00-23:00", 5 },
    { "Do 08:00-12:00", 0 },
    { "Mo[6] 10:00-12:00", 3 },
    { "Mo[1] +7 days", 7 },
    { "PH +2 days", 4 },
    { "easter +201 days", 8 },
    { "Jun 00-20", 4 },
    { "Mo,,Tu 10:00-12:00", 2 },
    { "Mo 1-5pm", 3 },
    { "Mo 10:00-12:00/30", 14 },
    { "Mo 10:00-12:00; Tu 10:60-12:00", 19 },
    { "以站点为准", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) notes = NULL;
      g_autoptr (GError) error = NULL;
      const YzHoursNote *note;

      g_assert_null (yz_hours_parse (cases[i].value, &notes, &error));
      g_assert_error (error, YZ_HOURS_ERROR, YZ_HOURS_ERROR_SYNTAX);
      g_test_message ("%s: %s", cases[i].value, error->message);
      note = g_ptr_array_index (notes, 0);
      for (guint j = 1; j < notes->len && note->kind != YZ_HOURS_NOTE_ERROR; j++)
        note = g_ptr_array_index (notes, j);
      g_assert_cmpint (note->kind, ==, YZ_HOURS_NOTE_ERROR);
      g_assert_cmpuint (note->start, ==, cases[i].position);
    }
}

static char *
repeat (const char *rule, const char *separator, guint times)
{
  GString *out = g_string_new (rule);

  while (--times > 0)
    g_string_append_printf (out, "%s%s", separator, rule);
  return g_string_free (out, FALSE);
}

/* What would make an evaluation slow ends early. */
static void
test_effort (void)
{
  static const struct
  {
    const char *rule;
    const char *separator;
    guint most;
  } cases[] = {
    { "dusk-dawn", "; ", YZ_HOURS_MAX_SUN_SPANS },
    { "dusk-dawn", ",", YZ_HOURS_MAX_SUN_SPANS },
    { "off", "||", YZ_HOURS_MAX_FALLBACKS + 1 },
    { "1:00+", ",", YZ_HOURS_MAX_SPANS },
    { "off", ";", YZ_HOURS_MAX_RULES },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *most = repeat (cases[i].rule, cases[i].separator, cases[i].most);
      g_autofree char *more = repeat (cases[i].rule, cases[i].separator, cases[i].most + 1);
      g_autoptr (YzHours) hours = parse (most);

      g_assert_nonnull (hours);
      g_assert_null (yz_hours_parse (more, NULL, NULL));
    }
}

static void
test_limits (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *brackets = g_strnfill (YZ_HOURS_MAX_BYTES, '(');
  g_autofree char *long_text = g_strnfill (YZ_HOURS_MAX_BYTES + 1, 'a');

  g_assert_null (yz_hours_parse (long_text, NULL, &error));
  g_assert_error (error, YZ_HOURS_ERROR, YZ_HOURS_ERROR_TOO_LONG);
  g_assert_null (yz_hours_parse (brackets, NULL, NULL));
  g_assert_null (yz_hours_parse ("Mo 10:00-12:00 \"\xff\"", NULL, NULL));
}

static void
test_holidays (void)
{
  g_autoptr (YzHoursCalendar) calendar = yz_hours_calendar_new ();
  g_autoptr (YzHours) hours = parse ("Mo-Fr 08:00-09:00; PH 10:00-11:00");
  g_autoptr (YzHours) eve = parse ("PH -1 day 08:00-09:00");
  g_autofree char *days = NULL, *eves = NULL;

  yz_hours_calendar_add_public_holiday (calendar, day_of (2026, 6, 2));
  days = print_days (hours, calendar, day_of (2026, 6, 1), 3);
  g_assert_cmpstr (days, ==, "0 08:00-0 09:00 o, 1 10:00-1 11:00 o, 2 08:00-2 09:00 o");
  eves = print_days (eve, calendar, day_of (2026, 6, 1), 3);
  g_assert_cmpstr (eves, ==, "0 08:00-0 09:00 o");
  g_assert_true (yz_hours_uses_holidays (hours));
  g_assert_true (yz_hours_calendar_covers_year (calendar, 2026));
  g_assert_false (yz_hours_calendar_covers_year (calendar, 2027));
}

/* 2026-06-06 is a Saturday that makes up for a Friday. */
static void
test_shifted_workday (void)
{
  g_autoptr (YzHoursCalendar) calendar = yz_hours_calendar_new ();
  g_autoptr (YzHours) hours = parse ("Mo-Fr 08:00-09:00; Sa off; Sa[1] 12:00-13:00; 2026 Jun 7 10:00-11:00");
  g_autofree char *days = NULL;

  yz_hours_calendar_shift_workday (calendar, day_of (2026, 6, 6), G_DATE_FRIDAY);
  yz_hours_calendar_shift_workday (calendar, day_of (2026, 6, 7), G_DATE_FRIDAY);
  days = print_days (hours, calendar, day_of (2026, 6, 5), 3);
  g_assert_cmpstr (days, ==, "0 08:00-0 09:00 o, 1 08:00-1 09:00 o, 2 10:00-2 11:00 o");
}

static void
test_sun (void)
{
  g_autoptr (YzHoursCalendar) calendar = yz_hours_calendar_new ();
  g_autoptr (YzHours) hours = parse ("sunrise-sunset");
  gint64 midday = yz_hours_instant (day_of (2026, 6, 21), 720);
  gint64 sunset;

  g_assert_true (yz_hours_uses_sun (hours));
  g_assert_cmpint (yz_hours_get_status (hours, NULL, midday).state, ==, YZ_HOURS_UNKNOWN);

  /* Beijing, summer solstice: 04:46 to 19:46 by the almanac */
  yz_hours_calendar_set_position (calendar, 39.9042, 116.4074, 480);
  g_assert_cmpint (yz_hours_get_status (hours, calendar, midday).state, ==, YZ_HOURS_OPEN);
  sunset = yz_hours_get_next_change (hours, calendar, midday, NULL);
  g_assert_cmpint (ABS (sunset - yz_hours_instant (day_of (2026, 6, 21), 19 * 60 + 46)), <=, 3);
}

/* Times of the almanac, to two minutes: sunrise and sunset where stations are, from the far north to the far west. */
static void
test_almanac (void)
{
  static const struct
  {
    double latitude, longitude;
    guint month, day;
    int dawn, sunrise, sunset, dusk; /* hours * 100 + minutes */
  } cases[] = {
    { 39.9042, 116.4074, 6, 21, 413, 446, 1946, 2019 },  /* Beijing */
    { 39.9042, 116.4074, 12, 22, 702, 733, 1653, 1723 }, /* Beijing */
    { 53.48, 122.37, 3, 20, 519, 554, 1803, 1838 },      /* Mohe */
    { 53.48, 122.37, 12, 22, 722, 805, 1533, 1616 },     /* Mohe */
    { 16.83, 112.33, 9, 23, 558, 620, 1826, 1848 },      /* Sansha */
    { 39.47, 75.99, 8, 30, 755, 822, 2131, 2158 },       /* Kashgar */
    { 31.23, 121.47, 11, 3, 546, 611, 1704, 1729 },      /* Shanghai */
  };
  static const char *const events[] = { "dawn", "sunrise", "sunset", "dusk" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const int times[] = { cases[i].dawn, cases[i].sunrise, cases[i].sunset, cases[i].dusk };
      g_autoptr (YzHoursCalendar) calendar = yz_hours_calendar_new ();
      gint64 midnight = yz_hours_instant (day_of (2026, cases[i].month, cases[i].day), 0);

      yz_hours_calendar_set_position (calendar, cases[i].latitude, cases[i].longitude, 480);
      for (guint j = 0; j < G_N_ELEMENTS (events); j++)
        {
          g_autofree char *value = g_strdup_printf ("%s-24:00", events[j]);
          g_autoptr (YzHours) hours = parse (value);
          gint64 change = yz_hours_get_next_change (hours, calendar, midnight, NULL);

          g_assert_cmpint (ABS (change - midnight - (times[j] / 100 * 60 + times[j] % 100)), <=, 2);
        }
    }
}

/* Where the sun does not set there is no sunset: the day is unknown, and the search for a change ends. */
static void
test_midnight_sun (void)
{
  g_autoptr (YzHoursCalendar) calendar = yz_hours_calendar_new ();
  g_autoptr (YzHours) hours = parse ("sunrise-sunset");
  gint64 summer = yz_hours_instant (day_of (2026, 6, 21), 0);

  yz_hours_calendar_set_position (calendar, 70.0, 110.0, 480);
  g_assert_cmpint (yz_hours_get_status (hours, calendar, summer).state, ==, YZ_HOURS_UNKNOWN);
  g_assert_cmpint (yz_hours_get_status (hours, calendar, summer + 1439).state, ==, YZ_HOURS_UNKNOWN);
  g_assert_cmpint (yz_hours_get_next_change (hours, calendar, summer, NULL), >, summer + 20 * 1440);
}

static void
test_next_change (void)
{
  g_autoptr (YzHours) leap = parse ("Feb 29 10:00-12:00");
  g_autoptr (YzHours) far = parse ("2090 Jan 5 10:00-12:00");
  g_autoptr (YzHours) past = parse ("2020 10:00-12:00");
  g_autoptr (YzHours) always = parse ("24/7");
  gint64 now = yz_hours_instant (day_of (2026, 6, 1), 0);
  YzHoursState state;

  g_assert_cmpint (yz_hours_get_next_change (leap, NULL, now, &state), ==,
                   yz_hours_instant (day_of (2028, 2, 29), 600));
  g_assert_cmpint (state, ==, YZ_HOURS_OPEN);
  g_assert_cmpint (yz_hours_get_next_change (far, NULL, now, NULL), ==, yz_hours_instant (day_of (2090, 1, 5), 600));
  g_assert_cmpint (yz_hours_get_next_change (past, NULL, now, NULL), ==, YZ_HOURS_NEVER);
  g_assert_cmpint (yz_hours_get_next_change (always, NULL, now, NULL), ==, YZ_HOURS_NEVER);
  g_assert_cmpint (yz_hours_get_next_change (leap, NULL, 0, NULL), ==, yz_hours_instant (day_of (4, 2, 29), 600));
  g_assert_cmpint (yz_hours_get_next_change (leap, NULL, G_MAXINT64, NULL), ==, YZ_HOURS_NEVER);
  g_assert_cmpint (yz_hours_get_status (always, NULL, G_MININT64).state, ==, YZ_HOURS_OPEN);
}

static void
test_week (void)
{
  g_autoptr (YzHours) hours = parse ("24/7 open \"自助\", Mo 09:00-17:00 open \"有人值守\"");
  g_autoptr (GArray) bars = yz_hours_get_week (hours, NULL, day_of (2026, 6, 1));
  const YzHoursBar *bar = &g_array_index (bars, YzHoursBar, 1);

  g_assert_cmpuint (bars->len, ==, 3 + 6);
  g_assert_true (g_array_index (bars, YzHoursBar, 0).self_service);
  g_assert_false (bar->self_service);
  g_assert_cmpint (bar->weekday, ==, G_DATE_MONDAY);
  g_assert_cmpint (bar->start, ==, 9 * 60);
  g_assert_cmpint (bar->end, ==, 17 * 60);
}

static void
test_week_stable (void)
{
  static const struct
  {
    const char *value;
    gboolean stable;
  } cases[] = {
    { "Mo-Fr 08:00-12:00", TRUE },     { "week 01-53", TRUE },
    { "Jan-Dec 08:00-09:00", TRUE },   { "Jan 1-Dec 31", TRUE },
    { "Mo-Su,PH 08:00-12:00", FALSE }, { "Jan 08:00-09:00", FALSE },
    { "Mo; PH off", FALSE },           { "Mo[1]", FALSE },
    { "sunrise-sunset", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (YzHours) hours = parse (cases[i].value);

      g_assert_cmpint (yz_hours_is_week_stable (hours), ==, cases[i].stable);
    }
}

static void
test_hints (void)
{
  static const struct
  {
    const char *value;
    guint hints;
  } cases[] = {
    { "Mo-Fr 22:00-02:00; Sa 10:00-12:00; PH off", 1 },
    { "Mo-Fr 22:00-02:00, Sa 10:00-12:00, PH off", 0 },
    { "Mo-Fr 08:00-12:00", 1 },
    { "08:00-12:00; 13:00-17:00", 1 },
    { "24/7", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) notes = NULL;
      g_autoptr (YzHours) hours = yz_hours_parse (cases[i].value, &notes, NULL);
      guint hints = 0;

      g_assert_nonnull (hours);
      for (guint j = 0; j < notes->len; j++)
        hints += ((YzHoursNote *) g_ptr_array_index (notes, j))->kind == YZ_HOURS_NOTE_HINT;
      g_assert_cmpuint (hints, ==, cases[i].hints);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/hours/meaning", test_meaning);
  g_test_add_func ("/hours/canonical", test_canonical);
  g_test_add_func ("/hours/refused", test_refused);
  g_test_add_func ("/hours/effort", test_effort);
  g_test_add_func ("/hours/limits", test_limits);
  g_test_add_func ("/hours/holidays", test_holidays);
  g_test_add_func ("/hours/shifted-workday", test_shifted_workday);
  g_test_add_func ("/hours/sun", test_sun);
  g_test_add_func ("/hours/almanac", test_almanac);
  g_test_add_func ("/hours/midnight-sun", test_midnight_sun);
  g_test_add_func ("/hours/next-change", test_next_change);
  g_test_add_func ("/hours/week", test_week);
  g_test_add_func ("/hours/week-stable", test_week_stable);
  g_test_add_func ("/hours/hints", test_hints);
  return g_test_run ();
}
