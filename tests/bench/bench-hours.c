/*
 * Times opening hours, in microseconds a value: parsing, parsing and the intervals of a year, the state of a parsed
 * value. Prints also the minutes open in that year, all values together, to be compared with another program's, and how
 * many milliseconds a year of the slowest value takes that can be made.
 *
 *   bench-hours VALUES       (a file with a value in each line)
 */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include "yz-hours.h"

#define ROUNDS 9
#define PASSES 20  /* over all values, in a round */
#define STATES 200 /* instants asked of each value, in a round */
#define STEP 1571  /* minutes between them: no divisor of a day or a week */

static guint32
day_number (int year, int month, int day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return g_date_get_julian (&date);
}

/* Those that the peer has built in for China, of every year. */
static YzHoursCalendar *
make_calendar (void)
{
  static const struct
  {
    int month;
    int day;
  } holidays[] = { { 1, 1 }, { 3, 8 }, { 5, 1 }, { 5, 4 }, { 6, 1 }, { 10, 1 }, { 10, 2 }, { 10, 3 } };
  YzHoursCalendar *calendar = yz_hours_calendar_new ();

  for (guint i = 0; i < G_N_ELEMENTS (holidays); i++)
    yz_hours_calendar_add_public_holiday (calendar, day_number (2026, holidays[i].month, holidays[i].day));
  return calendar;
}

static YzHours *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  YzHours *hours = yz_hours_parse (text, NULL, &error);

  if (hours != NULL)
    return hours;
  fprintf (stderr, "bench-hours: “%s”: %s\n", text, error->message);
  exit (1);
}

static gint64
open_minutes (const char *text, const YzHoursCalendar *calendar)
{
  g_autoptr (YzHours) hours = parse (text);
  g_autoptr (GArray) intervals = yz_hours_get_intervals (hours, calendar, yz_hours_instant (day_number (2026, 1, 1), 0),
                                                         yz_hours_instant (day_number (2027, 1, 1), 0));
  gint64 sum = 0;

  for (guint i = 0; i < intervals->len; i++)
    {
      const YzHoursInterval *interval = &g_array_index (intervals, YzHoursInterval, i);

      sum += interval->state == YZ_HOURS_OPEN ? interval->end - interval->start : 0;
    }
  return sum;
}

static int
compare_doubles (const void *a, const void *b)
{
  const double *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

static double
middle (double *times)
{
  qsort (times, ROUNDS, sizeof *times, compare_doubles);
  return times[ROUNDS / 2];
}

static void
time_parsing (char **values, guint n, const YzHoursCalendar *calendar)
{
  double parsing[ROUNDS], year[ROUNDS];
  gint64 sum = 0;

  for (guint round = 0; round < ROUNDS; round++)
    {
      gint64 start = g_get_monotonic_time ();

      for (guint i = 0; i < n * PASSES; i++)
        yz_hours_unref (parse (values[i % n]));
      parsing[round] = (double) (g_get_monotonic_time () - start) / (n * PASSES);

      start = g_get_monotonic_time ();
      for (guint i = 0; i < n * PASSES; i++)
        sum += open_minutes (values[i % n], calendar);
      year[round] = (double) (g_get_monotonic_time () - start) / (n * PASSES);
    }
  printf ("parse %.4f\nyear %.4f\n", middle (parsing), middle (year));
  printf ("minutes %" G_GINT64_FORMAT "\n", sum / ROUNDS / PASSES);
}

static void
time_states (char **values, guint n, const YzHoursCalendar *calendar)
{
  g_autoptr (GPtrArray) parsed = g_ptr_array_new_with_free_func ((GDestroyNotify) yz_hours_unref);
  gint64 first = yz_hours_instant (day_number (2026, 1, 1), 7);
  double times[ROUNDS];
  guint n_open = 0;

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (parsed, parse (values[i]));
  for (guint round = 0; round < ROUNDS; round++)
    {
      gint64 start = g_get_monotonic_time ();

      for (guint i = 0; i < STATES * n; i++)
        n_open += yz_hours_get_status (parsed->pdata[i % n], calendar, first + i / n * STEP).state == YZ_HOURS_OPEN;
      times[round] = (double) (g_get_monotonic_time () - start) / (STATES * n);
    }
  printf ("state %.4f\nopen %u\n", middle (times), n_open / ROUNDS);
}

/* The rule as often as the parser takes it. */
static YzHours *
parse_repeated (const char *rule, const char *separator)
{
  g_autoptr (GString) text = g_string_new (rule);
  YzHours *hours = NULL, *more;

  while ((more = yz_hours_parse (text->str, NULL, NULL)) != NULL)
    {
      g_clear_pointer (&hours, yz_hours_unref);
      hours = more;
      g_string_append_printf (text, "%s%s", separator, rule);
    }
  return hours;
}

/* The slowest values that are accepted, in a year in which each of their rules counts on each day. */
static void
time_worst (void)
{
  static const char *const rules[] = {
    "PH (sunset-1:00)-(sunrise+1:00)+", "dusk-dawn+", "PH dusk-dawn,1:00+", "easter-easter 22:00+", "SH 0:00-48:00",
    "PH 22:00+,8:00-9:00,10:00-11:00",  "0:00+",      "Mo-Su 22:00+",       "week 1-53 1:00+",
  };
  static const char *const separators[] = { ",", "; ", "||" };
  g_autoptr (YzHoursCalendar) calendar = yz_hours_calendar_new ();
  guint32 first = day_number (2026, 1, 1);
  double worst = 0.0;

  for (guint32 day = first; day < first + 365; day++)
    yz_hours_calendar_add_public_holiday (calendar, day);
  yz_hours_calendar_add_school_holidays (calendar, first - 7, first + 372);
  yz_hours_calendar_set_position (calendar, 39.9, 116.4, 480);

  for (guint i = 0; i < G_N_ELEMENTS (rules) * G_N_ELEMENTS (separators); i++)
    {
      g_autoptr (YzHours) hours = parse_repeated (rules[i / 3], separators[i % 3]);
      double times[ROUNDS];

      for (guint round = 0; round < ROUNDS; round++)
        {
          gint64 start = g_get_monotonic_time ();

          g_array_unref (yz_hours_get_intervals (hours, calendar, yz_hours_instant (first, 0),
                                                 yz_hours_instant (first + 365, 0)));
          times[round] = (double) (g_get_monotonic_time () - start) / 1000.0;
        }
      qsort (times, ROUNDS, sizeof *times, compare_doubles);
      worst = MAX (worst, times[0]); /* what it costs: other programs may be at work too */
    }
  printf ("worst %.3f\n", worst);
}

int
main (int argc, char **argv)
{
  g_autoptr (YzHoursCalendar) calendar = make_calendar ();
  g_autofree char *text = NULL;
  g_auto (GStrv) values = NULL;

  if (argc != 2 || !g_file_get_contents (argv[1], &text, NULL, NULL))
    {
      fprintf (stderr, "usage: bench-hours VALUES\n");
      return 2;
    }
  values = g_strsplit (g_strchomp (text), "\n", -1);
  time_parsing (values, g_strv_length (values), calendar);
  time_states (values, g_strv_length (values), calendar);
  time_worst ();
  return 0;
}
