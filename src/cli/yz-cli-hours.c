/*
 * hours: the opening-hours engine for scripts. Times are local wall-clock minutes, "2026-11-20T14:30"; holidays are
 * arguments, or where there are none those of the workspace. With "-" as value it reads one value a line and answers
 * one JSON document a line.
 */
#include "config.h"

#include "yz-cli-hours-options.h"

#include "yz-holidays.h"
#include "yz-json.h"

#include <glib/gi18n-lib.h>

static const char *const state_names[] = { "closed", "open", "unknown" };

/* One answer to one value: appends a JSON object. */
typedef int (*Answer) (const char *value, const YzCliHoursOptions *options, GString *out);

static void
append_instant (GString *out, gint64 instant)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, yz_hours_instant_get_julian (instant));
  g_string_append_printf (out, "\"%04d-%02d-%02dT%02d:%02d\"", g_date_get_year (&date), g_date_get_month (&date),
                          g_date_get_day (&date), yz_hours_instant_get_minute (instant) / 60,
                          yz_hours_instant_get_minute (instant) % 60);
}

static void
append_text_or_null (GString *out, const char *text)
{
  if (text != NULL)
    yz_json_append_string (out, text);
  else
    g_string_append (out, "null");
}

static int
year_of (gint64 instant)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, yz_hours_instant_get_julian (instant));
  return g_date_get_year (&date);
}

/* A year without data is not a year without holidays. */
static void
tell_missing_years (YzHours *hours, const YzCliHoursOptions *options, gint64 last)
{
  if (!options->from_workspace || (!yz_hours_uses_holidays (hours) && options->workday_hours == NULL))
    return;
  for (int year = year_of (options->start); year <= year_of (last); year++)
    if (!yz_hours_calendar_covers_year (options->calendar, year))
      yz_cli_say (_ ("the workspace has no holiday data for %d: import the list of its public holidays"), year);
}

static int
answer_error (const GError *error, GString *out)
{
  g_string_append (out, "{\"error\":");
  yz_json_append_string (out, error->message);
  g_string_append_c (out, '}');
  return YZ_CLI_REFUSED;
}

static int
answer_intervals (const char *value, const YzCliHoursOptions *options, GString *out)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YzHours) hours = yz_hours_parse (value, NULL, &error);
  g_autoptr (GArray) intervals = NULL;

  if (hours == NULL)
    return answer_error (error, out);
  tell_missing_years (hours, options, options->end - 1);
  intervals = yz_hours_get_intervals (hours, options->calendar, options->start, options->end);
  g_string_append (out, "{\"intervals\":[");
  for (guint i = 0; i < intervals->len; i++)
    {
      const YzHoursInterval *interval = &g_array_index (intervals, YzHoursInterval, i);

      g_string_append (out, i > 0 ? ",{\"start\":" : "{\"start\":");
      append_instant (out, interval->start);
      g_string_append (out, ",\"end\":");
      append_instant (out, interval->end);
      g_string_append_printf (out, ",\"state\":\"%s\",\"comment\":", state_names[interval->state]);
      append_text_or_null (out, interval->comment);
      g_string_append_c (out, '}');
    }
  g_string_append (out, "]}");
  return YZ_CLI_DONE;
}

static int
answer_state (const char *value, const YzCliHoursOptions *options, GString *out)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YzHours) hours = yz_hours_parse (value, NULL, &error);
  g_autofree char *rule = NULL;
  YzHoursStatus status;
  gint64 change;

  if (hours == NULL)
    return answer_error (error, out);
  tell_missing_years (hours, options, options->start);
  status = yz_hours_get_status (hours, options->calendar, options->start);
  change = yz_hours_get_next_change (hours, options->calendar, options->start, NULL);
  rule = status.rule >= 0 ? yz_hours_get_rule_text (hours, status.rule) : NULL;

  g_string_append_printf (out, "{\"state\":\"%s\",\"comment\":", state_names[status.state]);
  append_text_or_null (out, status.comment);
  g_string_append (out, ",\"rule\":");
  append_text_or_null (out, rule);
  g_string_append (out, ",\"next_change\":");
  if (change != YZ_HOURS_NEVER)
    append_instant (out, change);
  else
    g_string_append (out, "null");
  g_string_append_c (out, '}');
  return YZ_CLI_DONE;
}

static void
append_notes (GString *out, GPtrArray *notes, gboolean errors)
{
  gboolean first = TRUE;

  g_string_append_c (out, '[');
  for (guint i = 0; notes != NULL && i < notes->len; i++)
    {
      const YzHoursNote *note = g_ptr_array_index (notes, i);

      if ((note->kind == YZ_HOURS_NOTE_ERROR) != errors)
        continue;
      g_string_append_printf (out, "%s{\"position\":%u,\"text\":", first ? "" : ",", note->start);
      yz_json_append_string (out, note->message);
      g_string_append_c (out, '}');
      first = FALSE;
    }
  g_string_append_c (out, ']');
}

static void
append_taken (GString *out, const char *name, char *text)
{
  g_string_append_printf (out, ",\"%s\":", name);
  append_text_or_null (out, text);
  g_free (text);
}

static int
answer_check (const char *value, const YzCliHoursOptions *options, GString *out)
{
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (YzHours) hours = yz_hours_parse (value, &notes, NULL);

  g_string_append_printf (out, "{\"valid\":%s,\"errors\":", hours != NULL ? "true" : "false");
  append_notes (out, notes, TRUE);
  g_string_append (out, ",\"warnings\":");
  append_notes (out, notes, FALSE);
  append_taken (out, "canonical", hours != NULL ? yz_hours_to_string (hours) : NULL);
  append_taken (out, "description_zh", hours != NULL ? yz_hours_describe (hours, YZ_HOURS_CHINESE) : NULL);
  append_taken (out, "description_en", hours != NULL ? yz_hours_describe (hours, YZ_HOURS_ENGLISH) : NULL);
  g_string_append (out, ",\"week_stable\":");
  if (hours != NULL)
    g_string_append (out, yz_hours_is_week_stable (hours) ? "true" : "false");
  else
    g_string_append (out, "null");
  g_string_append_c (out, '}');
  return hours != NULL ? YZ_CLI_DONE : YZ_CLI_REFUSED;
}

static int
answer_from_chinese (const char *text, const YzCliHoursOptions *options, GString *out)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *value = yz_hours_from_chinese (text, &error);

  g_string_append (out, "{\"value\":");
  append_text_or_null (out, value);
  g_string_append (out, ",\"reason\":");
  append_text_or_null (out, error != NULL ? error->message : NULL);
  g_string_append_c (out, '}');
  return value != NULL ? YZ_CLI_DONE : YZ_CLI_REFUSED;
}

static int
answer_one (Answer answer, const char *value, const YzCliHoursOptions *options)
{
  g_autoptr (GString) out = g_string_new (NULL);
  int status = answer (value, options, out);

  yz_cli_put_document (out);
  return status;
}

/* Cuts the line's end off. A zero byte would hide what follows it: it becomes one that is no text either. */
static void
end_line (char *line, gsize end)
{
  if (end > 0 && line[end - 1] == '\r')
    end--;
  line[end] = '\0';
  for (gsize i = 0; i < end; i++)
    if (line[i] == '\0')
      line[i] = '\xff';
}

/* One document a line, also for a value that cannot be read: line n answers line n. */
static int
answer_lines (Answer answer, const YzCliHoursOptions *options)
{
  g_autoptr (GIOChannel) input = g_io_channel_unix_new (0);
  int status = YZ_CLI_DONE;
  char *line;
  gsize end;

  /* bytes as they come: what is no UTF-8 is for the engine to refuse */
  g_io_channel_set_encoding (input, NULL, NULL);
  g_io_channel_set_line_term (input, "\n", 1);
  while (g_io_channel_read_line (input, &line, NULL, &end, NULL) == G_IO_STATUS_NORMAL)
    {
      int answered;

      end_line (line, end);
      answered = answer_one (answer, line, options);
      if (answered != YZ_CLI_DONE)
        status = answered;
      g_free (line);
    }
  return status;
}

static int
run (YzCli *cli, Answer answer, const char *value, YzCliHoursOptions *options)
{
  int status;

  if (options->workday_hours != NULL && yz_workday_hours_to_weekday (options->workday_hours) == G_DATE_BAD_WEEKDAY)
    return yz_cli_usage ("%s", _ ("--workday-hours wants mo, tu, we, th or fr"));
  status = yz_cli_hours_options_make_calendar (options, cli);
  if (status != YZ_CLI_DONE)
    return status;
  return g_str_equal (value, "-") ? answer_lines (answer, options) : answer_one (answer, value, options);
}

static int
run_subcommand (YzCli *cli, const char *name, const char *value, YzCliHoursOptions *options)
{
  if (g_str_equal (name, "intervals"))
    {
      if (!yz_cli_hours_parse_instant (options->from, &options->start) ||
          !yz_cli_hours_parse_instant (options->to, &options->end))
        return yz_cli_usage ("%s", _ ("hours intervals wants --from and --to, such as 2026-11-20T00:00"));
      if (options->end < options->start)
        return yz_cli_usage ("%s", _ ("--to lies before --from"));
      return run (cli, answer_intervals, value, options);
    }
  if (g_str_equal (name, "state"))
    {
      if (!yz_cli_hours_parse_instant (options->at, &options->start))
        return yz_cli_usage ("%s", _ ("hours state wants --at, such as 2026-11-20T14:30"));
      return run (cli, answer_state, value, options);
    }
  if (g_str_equal (name, "check"))
    return run (cli, answer_check, value, options);
  if (g_str_equal (name, "from-zh"))
    return run (cli, answer_from_chinese, value, options);
  return yz_cli_usage (_ ("hours knows intervals, state, check and from-zh, not “%s”"), name);
}

int
yz_cli_hours (YzCli *cli, int argc, char **argv)
{
  g_auto (YzCliHoursOptions) options = YZ_CLI_HOURS_OPTIONS_INIT;
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &options.from, N_ ("Begin of the window, included"), "TIME" },
    { "to", 0, 0, G_OPTION_ARG_STRING, &options.to, N_ ("End of the window, not included"), "TIME" },
    { "at", 0, 0, G_OPTION_ARG_STRING, &options.at, N_ ("The instant asked for"), "TIME" },
    { "holidays", 0, 0, G_OPTION_ARG_STRING, &options.holidays, N_ ("The days that PH stands for"), "D,D,…" },
    { "school-holidays", 0, 0, G_OPTION_ARG_STRING, &options.school_holidays,
      N_ ("The days that SH stands for: first day/day after the last"), "D/D,…" },
    { "workdays", 0, 0, G_OPTION_ARG_STRING, &options.workdays, N_ ("Shifted workdays and whose hours they have"),
      "D=Fr,…" },
    { "workday-hours", 0, 0, G_OPTION_ARG_STRING, &options.workday_hours,
      N_ ("Whose hours hold on the shifted workdays of the workspace: mo to fr"), "DAY" },
    { "lat", 0, 0, G_OPTION_ARG_DOUBLE, &options.lat, N_ ("Latitude, for sunrise and sunset"), "DEGREES" },
    { "lon", 0, 0, G_OPTION_ARG_DOUBLE, &options.lon, N_ ("Longitude, for sunrise and sunset"), "DEGREES" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.json, N_ ("As JSON, which it always is"), NULL },
    { NULL }
  };

  if (!yz_cli_parse (cli, entries, "intervals|state|check|from-zh VALUE", &argc, &argv))
    return YZ_CLI_USAGE;
  /* a value may begin with a dash and then stands behind "--", which GOption leaves in place */
  if (argc == 4 && g_str_equal (argv[2], "--"))
    return run_subcommand (cli, argv[1], argv[3], &options);
  if (argc != 3)
    return yz_cli_usage ("%s", _ ("hours wants intervals, state, check or from-zh, and a value or “-”"));
  return run_subcommand (cli, argv[1], argv[2], &options);
}
