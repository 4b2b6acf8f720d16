/*
 * Runs the shared conformance cases and real values, which are no part of the project: $YIZHAN_SHARED, or ../shared
 * beside the source root given as argument. Without them it says so and is skipped.
 */
#include <json-glib/json-glib.h>

#include "yz-hours.h"

#include <stdio.h>
#include <string.h>

#define SKIPPED 77

typedef struct
{
  guint passed;
  guint run;
} Tally;

static gint64
parse_instant (const char *text)
{
  int year, month, day, hour, minute;
  GDate date;

  g_assert_cmpint (sscanf (text, "%d-%d-%dT%d:%d", &year, &month, &day, &hour, &minute), ==, 5);
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day, month, year);
  return yz_hours_instant (g_date_get_julian (&date), hour * 60 + minute);
}

static guint32
parse_day (const char *text)
{
  g_autofree char *instant = g_strconcat (text, "T00:00", NULL);

  return yz_hours_instant_get_julian (parse_instant (instant));
}

static char *
format_instant (gint64 instant)
{
  GDate date;

  if (instant == YZ_HOURS_NEVER)
    return g_strdup ("never");
  g_date_clear (&date, 1);
  g_date_set_julian (&date, yz_hours_instant_get_julian (instant));
  return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d", g_date_get_year (&date), g_date_get_month (&date),
                          g_date_get_day (&date), yz_hours_instant_get_minute (instant) / 60,
                          yz_hours_instant_get_minute (instant) % 60);
}

static YzHoursCalendar *
make_calendar (JsonObject *object)
{
  YzHoursCalendar *calendar = yz_hours_calendar_new ();

  if (json_object_has_member (object, "holidays"))
    {
      JsonArray *days = json_object_get_array_member (object, "holidays");

      for (guint i = 0; i < json_array_get_length (days); i++)
        yz_hours_calendar_add_public_holiday (calendar, parse_day (json_array_get_string_element (days, i)));
    }
  if (json_object_has_member (object, "school_holidays"))
    {
      JsonArray *ranges = json_object_get_array_member (object, "school_holidays");

      for (guint i = 0; i < json_array_get_length (ranges); i++)
        {
          JsonArray *range = json_array_get_array_element (ranges, i);

          yz_hours_calendar_add_school_holidays (calendar, parse_day (json_array_get_string_element (range, 0)),
                                                 parse_day (json_array_get_string_element (range, 1)));
        }
    }
  return calendar;
}

/* The intervals as lines; a comment stands there only where the case has one to compare with. */
static char *
print_expected (JsonArray *intervals)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (intervals); i++)
    {
      JsonObject *interval = json_array_get_object_element (intervals, i);

      g_string_append_printf (lines, "%s %s %s|%s\n", json_object_get_string_member (interval, "start"),
                              json_object_get_string_member (interval, "end"),
                              json_object_get_string_member (interval, "state"),
                              json_object_get_string_member_with_default (interval, "comment", "*"));
    }
  return g_string_free (lines, FALSE);
}

static gboolean
shows_comment (JsonArray *expected, guint index)
{
  return index < json_array_get_length (expected) &&
         json_object_has_member (json_array_get_object_element (expected, index), "comment");
}

/* Neighbours that differ only in a comment of which the case says nothing are one. */
static void
join_neighbours (GArray *intervals)
{
  for (guint i = 1; i < intervals->len;)
    {
      YzHoursInterval *before = &g_array_index (intervals, YzHoursInterval, i - 1);
      YzHoursInterval *interval = &g_array_index (intervals, YzHoursInterval, i);

      if (before->end == interval->start && before->state == interval->state &&
          g_strcmp0 (before->comment, interval->comment) == 0)
        {
          before->end = interval->end;
          g_array_remove_index (intervals, i);
        }
      else
        {
          i++;
        }
    }
}

static char *
print_found (GArray *intervals, JsonArray *expected)
{
  GString *lines = g_string_new (NULL);

  join_neighbours (intervals);
  for (guint i = 0; i < intervals->len; i++)
    {
      YzHoursInterval *interval = &g_array_index (intervals, YzHoursInterval, i);
      g_autofree char *start = format_instant (interval->start);
      g_autofree char *end = format_instant (interval->end);

      g_string_append_printf (lines, "%s %s %s|%s\n", start, end, interval->state == YZ_HOURS_OPEN ? "open" : "unknown",
                              !shows_comment (expected, i) ? "*"
                              : interval->comment != NULL  ? interval->comment
                                                           : "");
    }
  return g_string_free (lines, FALSE);
}

static gboolean
check_intervals (JsonObject *object, YzHours *hours)
{
  g_autoptr (YzHoursCalendar) calendar = make_calendar (object);
  JsonArray *expected = json_object_get_array_member (object, "intervals");
  gint64 from = parse_instant (json_object_get_string_member (object, "from"));
  gint64 to = parse_instant (json_object_get_string_member (object, "to"));
  g_autoptr (GArray) intervals = yz_hours_get_intervals (hours, calendar, from, to);
  g_autofree char *wanted = print_expected (expected);
  g_autofree char *found = print_found (intervals, expected);

  if (json_object_has_member (object, "week_stable") &&
      json_object_get_boolean_member (object, "week_stable") != yz_hours_is_week_stable (hours))
    {
      g_printerr ("week_stable differs\n");
      return FALSE;
    }
  if (g_str_equal (wanted, found))
    return TRUE;
  g_printerr ("expected\n%.600sfound\n%.600s", wanted, found);
  return FALSE;
}

static gboolean
check_next_change (JsonObject *object, YzHours *hours)
{
  g_autoptr (YzHoursCalendar) calendar = make_calendar (object);
  gint64 from = parse_instant (json_object_get_string_member (object, "from"));
  g_autofree char *found = format_instant (yz_hours_get_next_change (hours, calendar, from, NULL));
  const char *expected =
    json_object_get_null_member (object, "expect") ? "never" : json_object_get_string_member (object, "expect");

  if (g_str_equal (found, expected))
    return TRUE;
  g_printerr ("expected %s, found %s\n", expected, found);
  return FALSE;
}

static gboolean
check_rule (JsonObject *object, YzHours *hours)
{
  YzHoursStatus status =
    yz_hours_get_status (hours, NULL, parse_instant (json_object_get_string_member (object, "at")));
  g_autofree char *rule = yz_hours_get_rule_text (hours, status.rule);
  const char *expected = json_object_get_string_member (object, "expect_rule");

  if (g_strcmp0 (rule, expected) == 0)
    return TRUE;
  g_printerr ("expected %s, found %s\n", expected, rule != NULL ? rule : "nothing");
  return FALSE;
}

static gboolean
check_case (JsonObject *object)
{
  const char *kind = json_object_get_string_member (object, "kind");
  const char *value = json_object_get_string_member (object, "value");
  g_autoptr (GError) error = NULL;
  g_autoptr (YzHours) hours = yz_hours_parse (value, NULL, &error);

  if (g_str_equal (kind, "reject"))
    {
      if (hours != NULL)
        g_printerr ("accepted\n");
      return hours == NULL;
    }
  if (hours == NULL)
    {
      g_printerr ("%s\n", error->message);
      return FALSE;
    }
  if (g_str_equal (kind, "intervals"))
    return check_intervals (object, hours);
  return g_str_equal (kind, "next_change") ? check_next_change (object, hours) : check_rule (object, hours);
}

static const char *
level_of (JsonObject *object)
{
  const char *kind = json_object_get_string_member (object, "kind");

  return g_str_equal (kind, "intervals") ? json_object_get_string_member (object, "level") : kind;
}

static void
tally (GHashTable *tallies, const char *level, gboolean passed)
{
  Tally *found = g_hash_table_lookup (tallies, level);

  if (found == NULL)
    {
      found = g_new0 (Tally, 1);
      g_hash_table_insert (tallies, g_strdup (level), found);
    }
  found->run++;
  found->passed += passed;
}

/* Returns: how many cases fail */
static guint
run_cases (const char *path)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GHashTable) tallies = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GError) error = NULL;
  GHashTableIter iter;
  gpointer level, counted;
  JsonArray *cases;
  guint failed = 0;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  cases = json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)), "cases");
  for (guint i = 0; i < json_array_get_length (cases); i++)
    {
      JsonObject *object = json_array_get_object_element (cases, i);
      gboolean passed = check_case (object);

      if (!passed)
        g_printerr ("FAILED %s %s: %s\n\n", level_of (object), json_object_get_string_member (object, "id"),
                    json_object_get_string_member (object, "value"));
      tally (tallies, level_of (object), passed);
      failed += !passed;
    }

  g_hash_table_iter_init (&iter, tallies);
  while (g_hash_table_iter_next (&iter, &level, &counted))
    g_print ("%-14s %u of %u\n", (char *) level, ((Tally *) counted)->passed, ((Tally *) counted)->run);
  return failed;
}

/* What was understood means the same in its canonical spelling, which is its own. */
static void
check_canonical (YzHours *hours, gint64 from, GArray *intervals)
{
  g_autofree char *canonical = yz_hours_to_string (hours);
  g_autoptr (YzHours) again = yz_hours_parse (canonical, NULL, NULL);
  g_autofree char *fixed = NULL;
  g_autoptr (GArray) same = NULL;

  g_assert_nonnull (again);
  fixed = yz_hours_to_string (again);
  g_assert_cmpstr (fixed, ==, canonical);
  same = yz_hours_get_intervals (again, NULL, from, from + 366 * 1440);
  g_assert_cmpuint (intervals->len, ==, same->len);
  for (guint i = 0; i < same->len; i++)
    {
      const YzHoursInterval *first = &g_array_index (intervals, YzHoursInterval, i);
      const YzHoursInterval *second = &g_array_index (same, YzHoursInterval, i);

      g_assert_true (first->start == second->start && first->end == second->end && first->state == second->state);
      g_assert_cmpstr (first->comment, ==, second->comment);
    }
}

static void
evaluate (YzHours *hours)
{
  g_autoptr (GArray) intervals = NULL;
  GDate date;
  gint64 from;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, G_DATE_JANUARY, 2026);
  from = yz_hours_instant (g_date_get_julian (&date), 0);
  intervals = yz_hours_get_intervals (hours, NULL, from, from + 366 * 1440);
  check_canonical (hours, from, intervals);
  yz_hours_get_next_change (hours, NULL, from, NULL);
}

/* One line: class, count, another parser's verdict, value. */
static void
run_value (const char *line, GHashTable *values, GHashTable *objects)
{
  g_auto (GStrv) fields = g_strsplit (line, "\t", 4);
  g_autoptr (YzHours) hours = NULL;
  guint count;

  if (g_strv_length (fields) < 4)
    return;
  hours = yz_hours_parse (fields[3], NULL, NULL);
  if (hours != NULL)
    evaluate (hours);
  else if (g_getenv ("YIZHAN_SHOW_REFUSED") != NULL)
    g_print ("%s\t%s\t%s\n", fields[0], fields[1], fields[3]);

  tally (values, fields[0], hours != NULL);
  count = g_ascii_strtoull (fields[1], NULL, 10);
  for (guint i = 0; i < count; i++)
    tally (objects, fields[0], hours != NULL);
}

/* Of the objects that have values of this class, how many must be understood, in per cent. What was typed by people who
 * mean one thing is understood almost always; of what says nothing sure much is refused, and no floor is set. */
static const struct
{
  const char *kind;
  double floor;
} floors[] = {
  { "extract", 99.0 },
  { "lenient", 99.0 },
};

static double
floor_of (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (floors); i++)
    if (g_str_equal (floors[i].kind, kind))
      return floors[i].floor;
  return 0.0;
}

/* Returns: how many classes are understood too rarely */
static guint
run_values (const char *path)
{
  g_autoptr (GHashTable) values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) objects = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  GHashTableIter iter;
  gpointer kind, counted;
  guint failed = 0;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return 0;
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 1; lines[i] != NULL; i++)
    run_value (lines[i], values, objects);

  g_hash_table_iter_init (&iter, values);
  while (g_hash_table_iter_next (&iter, &kind, &counted))
    {
      Tally *of_values = counted;
      Tally *of_objects = g_hash_table_lookup (objects, kind);
      double share = 100.0 * of_objects->passed / of_objects->run;

      g_print ("%-14s %u of %u values (%.2f %%), %.2f %% of objects understood\n", (char *) kind, of_values->passed,
               of_values->run, 100.0 * of_values->passed / of_values->run, share);
      failed += share < floor_of (kind);
    }
  return failed;
}

int
main (int argc, char *argv[])
{
  g_autofree char *beside = g_build_filename (argc > 1 ? argv[1] : ".", "..", "shared", NULL);
  const char *shared = g_getenv ("YIZHAN_SHARED") != NULL ? g_getenv ("YIZHAN_SHARED") : beside;
  g_autofree char *cases = g_build_filename (shared, "conformance", "opening_hours", "cases.json", NULL);
  g_autofree char *values = g_build_filename (shared, "data", "real", "hours", "opening_hours_values.tsv", NULL);

  if (!g_file_test (cases, G_FILE_TEST_EXISTS))
    {
      g_print ("no conformance cases: set YIZHAN_SHARED\n");
      return SKIPPED;
    }
  return run_values (values) + run_cases (cases) > 0;
}
