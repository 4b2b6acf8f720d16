/* What must hold for every value, on values made from the grammar with fixed seeds. */
#include "yz-hours-grid.h"

#define N_VALUES 400
#define N_DAYS 731

static const char *const years[] = { "2026", "2026-2027", "2027+", "2025/2" };
static const char *const dates[] = { "Jan",         "Nov-Feb",
                                     "Feb 29",      "Dec 24-26",
                                     "Oct 1-Mar 5", "easter",
                                     "Jan 1-31/3",  "2026 Feb 15-2026 Feb 23",
                                     "May Su[2]",   "easter -2 days-May 9",
                                     "Dec 25 -Su",  "2027 Jun 1+",
                                     "2026 Nov 24" };
static const char *const weeks[] = { "week 01-53/2", "week 5", "week 10,12" };
static const char *const days[] = { "Mo-Fr",   "Sa,Su",         "Fr-Mo",     "PH",       "PH,Mo", "SH Tu-Th",
                                    "We[1,3]", "Su[-1] +1 day", "PH -1 day", "Mo,We,Fr", "Mo-Su" };
static const char *const times[] = { "08:00-12:00",        "09:00-12:00,13:30-17:30",
                                     "22:00-02:00",        "17:00+",
                                     "00:00-24:00",        "10:00-12:00+",
                                     "20:00-48:00",        "23:00-22:00",
                                     "06:00+,08:00-09:00", "24/7",
                                     "sunrise-sunset",     "(sunset-01:30)-dawn",
                                     "08:00-dusk+" };
static const char *const ends[] = { "open", "off", "unknown", "\"call\"", "open \"自助\"", "off \"检修\"" };
static const char *const separators[] = { "; ", "; ", "; ", ", ", " || " };

static void
append_one (GString *out, GRand *random, double chance, const char *const *words, guint n_words)
{
  if (g_rand_double (random) >= chance)
    return;
  if (out->len > 0 && out->str[out->len - 1] != ' ')
    g_string_append_c (out, ' ');
  g_string_append (out, words[g_rand_int_range (random, 0, n_words)]);
}

static char *
make_rule (GRand *random)
{
  GString *out = g_string_new (NULL);

  append_one (out, random, 0.1, years, G_N_ELEMENTS (years));
  append_one (out, random, 0.3, dates, G_N_ELEMENTS (dates));
  append_one (out, random, 0.1, weeks, G_N_ELEMENTS (weeks));
  append_one (out, random, 0.6, days, G_N_ELEMENTS (days));
  append_one (out, random, 0.8, times, G_N_ELEMENTS (times));
  append_one (out, random, 0.3, ends, G_N_ELEMENTS (ends));
  return g_string_free (out, FALSE);
}

static char *
make_value (GRand *random)
{
  GString *out = g_string_new (NULL);

  for (int n = g_rand_int_range (random, 1, 5); n > 0; n--)
    {
      g_autofree char *rule = make_rule (random);

      if (rule[0] == '\0')
        continue;
      if (out->len > 0)
        g_string_append (out, separators[g_rand_int_range (random, 0, G_N_ELEMENTS (separators))]);
      g_string_append (out, rule);
    }
  return g_string_free (out, FALSE);
}

static YzHoursCalendar *
make_calendar (guint32 first)
{
  YzHoursCalendar *calendar = yz_hours_calendar_new ();

  for (guint i = 0; i < 20; i++)
    yz_hours_calendar_add_public_holiday (calendar, first + i * 37);
  yz_hours_calendar_add_school_holidays (calendar, first + 180, first + 240);
  yz_hours_calendar_shift_workday (calendar, first + 40, G_DATE_FRIDAY);
  yz_hours_calendar_set_position (calendar, 34.75, 113.62, 480);
  return calendar;
}

static void
assert_equal_intervals (const GArray *a, const GArray *b)
{
  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++)
    {
      const YzHoursInterval *first = &g_array_index (a, YzHoursInterval, i);
      const YzHoursInterval *second = &g_array_index (b, YzHoursInterval, i);

      g_assert_cmpint (first->start, ==, second->start);
      g_assert_cmpint (first->end, ==, second->end);
      g_assert_cmpint (first->state, ==, second->state);
      g_assert_cmpstr (first->comment, ==, second->comment);
    }
}

static void
check_canonical (YzHours *hours, const YzHoursCalendar *calendar, gint64 from, gint64 to, const GArray *intervals)
{
  g_autofree char *canonical = yz_hours_to_string (hours);
  g_autoptr (GError) error = NULL;
  g_autoptr (YzHours) again = yz_hours_parse (canonical, NULL, &error);
  g_autofree char *fixed = NULL;
  g_autoptr (GArray) same = NULL;

  g_assert_no_error (error);
  fixed = yz_hours_to_string (again);
  g_assert_cmpstr (fixed, ==, canonical);
  same = yz_hours_get_intervals (again, calendar, from, to);
  assert_equal_intervals (intervals, same);
}

/* Only where a grid can show the value. Returns: whether it can */
static gboolean
check_grid (YzHours *hours, const YzHoursCalendar *calendar, gint64 from, gint64 to, const GArray *intervals)
{
  g_autoptr (YzHoursGrid) grid = yz_hours_grid_new_for_hours (hours);
  g_autoptr (YzHoursGrid) grid_again = NULL;
  g_autoptr (YzHours) again = NULL;
  g_autoptr (GArray) same = NULL;
  g_autofree char *written = NULL, *written_again = NULL;

  if (grid == NULL)
    return FALSE;
  written = yz_hours_grid_to_string (grid);
  again = yz_hours_parse (written, NULL, NULL);
  g_assert_nonnull (again);
  same = yz_hours_get_intervals (again, calendar, from, to);
  assert_equal_intervals (intervals, same);

  grid_again = yz_hours_grid_new_for_hours (again);
  g_assert_nonnull (grid_again);
  written_again = yz_hours_grid_to_string (grid_again);
  g_assert_cmpstr (written_again, ==, written);
  return TRUE;
}

static void
check_inside (YzHours *hours, const YzHoursCalendar *calendar, const YzHoursInterval *interval)
{
  YzHoursStatus status = yz_hours_get_status (hours, calendar, interval->start);

  g_assert_cmpint (status.state, ==, interval->state);
  g_assert_cmpstr (status.comment, ==, interval->comment);
  status = yz_hours_get_status (hours, calendar, interval->end - 1);
  g_assert_cmpint (status.state, ==, interval->state);
}

/* The next change after each interval's start is where a run of equal states ends. */
static void
check_next_change (YzHours *hours, const YzHoursCalendar *calendar, gint64 to, const GArray *intervals)
{
  for (guint i = 0; i < intervals->len; i++)
    {
      const YzHoursInterval *interval = &g_array_index (intervals, YzHoursInterval, i);
      gint64 end = interval->end;
      gint64 change;

      check_inside (hours, calendar, interval);
      for (guint j = i + 1; j < intervals->len; j++)
        {
          const YzHoursInterval *next = &g_array_index (intervals, YzHoursInterval, j);

          if (next->start != end || next->state != interval->state)
            break;
          end = next->end;
        }
      if (i % 7 != 0)
        continue;
      change = yz_hours_get_next_change (hours, calendar, interval->start, NULL);
      if (end < to)
        g_assert_cmpint (change, ==, end);
      else
        g_assert_cmpint (change, >=, to);
    }
}

static void
test_values (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (42);
  GDate date;
  guint understood = 0, grids = 0;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, G_DATE_JANUARY, 2026);
  for (guint i = 0; i < N_VALUES; i++)
    {
      guint32 first = g_date_get_julian (&date);
      gint64 from = yz_hours_instant (first, 0), to = from + N_DAYS * 1440;
      g_autoptr (YzHoursCalendar) calendar = make_calendar (first);
      g_autofree char *value = make_value (random);
      g_autoptr (YzHours) hours = yz_hours_parse (value, NULL, NULL);
      g_autoptr (GArray) intervals = NULL;

      if (hours == NULL)
        continue;
      understood++;
      g_test_message ("%s", value);
      intervals = yz_hours_get_intervals (hours, calendar, from, to);
      check_canonical (hours, calendar, from, to, intervals);
      check_next_change (hours, calendar, to, intervals);
      grids += check_grid (hours, calendar, from, to, intervals);
    }
  g_assert_cmpuint (understood, >, N_VALUES * 8 / 10);
  g_assert_cmpuint (grids, >, N_VALUES / 20);
}

/* No change is a change of nothing, and nothing is skipped: half a year asked minute by minute. */
static void
test_minutes (void)
{
  g_autoptr (YzHours)
    hours = yz_hours_parse ("Mo-Fr 08:30-12:00,13:30-17:30; Fr 22:00-03:00 \"x\"; PH off || Sa \"call\"", NULL, NULL);
  GDate date;
  gint64 from, change;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, G_DATE_JANUARY, 2026);
  from = yz_hours_instant (g_date_get_julian (&date), 0);
  change = yz_hours_get_next_change (hours, NULL, from, NULL);
  for (gint64 at = from + 1; at < from + 30 * 1440; at++)
    {
      YzHoursState before = yz_hours_get_status (hours, NULL, at - 1).state;
      YzHoursState state = yz_hours_get_status (hours, NULL, at).state;

      g_assert_cmpint (before != state, ==, at == change);
      if (at == change)
        change = yz_hours_get_next_change (hours, NULL, at, NULL);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/hours/property/values", test_values);
  g_test_add_func ("/hours/property/minutes", test_minutes);
  return g_test_run ();
}
