#include "config.h"

#include "yz-hours-names.h"

#include "yz-locale.h"
#include "yz-value-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DAY 1440
#define SELF_SERVICE "自助"

static const char *const weekdays[] = { N_ ("Monday"), N_ ("Tuesday"),  N_ ("Wednesday"), N_ ("Thursday"),
                                        N_ ("Friday"), N_ ("Saturday"), N_ ("Sunday") };

const char *
yz_hours_row_to_words (YzHoursRow row)
{
  g_return_val_if_fail (row < YZ_HOURS_N_ROWS, NULL);
  return row == YZ_HOURS_ROW_HOLIDAY ? C_ ("row of the week", "Public holidays") : _ (weekdays[row]);
}

static void
set_date (GDate *date, guint32 julian)
{
  g_date_clear (date, 1);
  g_date_set_julian (date, julian);
}

static const char *
name_weekday (guint32 julian)
{
  GDate date;

  set_date (&date, julian);
  return _ (weekdays[g_date_get_weekday (&date) - G_DATE_MONDAY]);
}

YzHoursLanguage
yz_hours_language (void)
{
  return yz_locale_is_chinese () ? YZ_HOURS_CHINESE : YZ_HOURS_ENGLISH;
}

/* --- seasons --- */

static gboolean
is_whole_months (const YzHoursGridSeason *season)
{
  return season->first_day == 1 &&
         season->last_day == g_date_get_days_in_month (season->last_month, 2024); /* a leap year: 29 is the last day */
}

static gboolean
has_month (const YzHoursGridSeason *season, int month)
{
  if (season->first_month <= season->last_month)
    return month >= season->first_month && month <= season->last_month;
  return month >= season->first_month || month <= season->last_month;
}

char *
yz_hours_season_to_words (const YzHoursGridSeason *season)
{
  g_autofree char *dates = NULL;
  gboolean summer, winter;

  if (season->first_month == 0)
    return g_strdup (_ ("All year"));
  if (!is_whole_months (season))
    dates = g_strdup_printf (_ ("%02d-%02d to %02d-%02d"), season->first_month, season->first_day, season->last_month,
                             season->last_day);
  else if (season->first_month == season->last_month)
    dates = g_strdup_printf (_ ("month %d"), season->first_month);
  else
    dates = g_strdup_printf (_ ("months %d–%d"), season->first_month, season->last_month);

  summer = has_month (season, 7) && !has_month (season, 1);
  winter = has_month (season, 1) && !has_month (season, 7);
  /* Translators: %s are the months or dates of the season */
  return summer   ? g_strdup_printf (_ ("Summer, %s"), dates)
         : winter ? g_strdup_printf (_ ("Winter, %s"), dates)
                  : g_steal_pointer (&dates);
}

char *
yz_hours_time_to_words (int minute)
{
  int of_day = minute > DAY ? minute - DAY : minute;

  return of_day % 60 == 0 ? g_strdup_printf ("%d", of_day / 60) : g_strdup_printf ("%d:%02d", of_day / 60, of_day % 60);
}

static void
append_clock (GString *out, int minute)
{
  int of_day = minute > DAY ? minute - DAY : minute;

  g_string_append_printf (out, "%d:%02d", of_day / 60, of_day % 60);
}

static void
append_clocks (GString *out, int start, int end)
{
  append_clock (out, start);
  g_string_append (out, "–");
  append_clock (out, end);
}

/* --- exceptions --- */

static void
append_day (GString *out, guint32 julian, int year)
{
  GDate date;

  set_date (&date, julian);
  if (g_date_get_year (&date) != year)
    g_string_append_printf (out, "%d-", g_date_get_year (&date));
  g_string_append_printf (out, "%02d-%02d", g_date_get_month (&date), g_date_get_day (&date));
}

char *
yz_hours_exception_days_to_words (const YzHoursException *exception, guint32 today)
{
  GString *out = g_string_new (NULL);
  GDate date;

  set_date (&date, today);
  append_day (out, exception->first, g_date_get_year (&date));
  if (exception->last > exception->first)
    {
      GDate first;

      set_date (&first, exception->first);
      g_string_append (out, _ (" to "));
      append_day (out, exception->last, g_date_get_year (&first));
    }
  for (guint i = 0; i < exception->spans->len; i++)
    {
      const YzHoursGridSpan *span = &g_array_index (exception->spans, YzHoursGridSpan, i);

      g_string_append (out, i > 0 ? ", " : " ");
      append_clocks (out, span->start, span->end);
    }
  return g_string_free (out, FALSE);
}

static char *
describe_distance (const YzHoursException *exception, guint32 today)
{
  guint days = exception->first > today ? exception->first - today : 0;

  if (exception->last < today)
    return g_strdup (C_ ("exception", "over"));
  if (days == 0)
    return g_strdup (C_ ("exception", "now"));
  return g_strdup_printf (ngettext ("in %u day", "in %u days", days), days);
}

char *
yz_hours_exception_when_to_words (const YzHoursException *exception, guint32 today)
{
  g_autofree char *distance = describe_distance (exception, today);
  guint n_days = exception->last - exception->first + 1;
  g_autofree char *length = NULL;

  if (n_days == 1)
    return g_strdup_printf ("%s · %s", name_weekday (exception->first), distance);
  length = g_strdup_printf (ngettext ("%u day", "%u days", n_days), n_days);
  return g_strdup_printf ("%s · %s", length, distance);
}

YzHoursExceptionKind
yz_hours_exception_get_kind (const YzHoursException *exception)
{
  if (exception->state == YZ_HOURS_CLOSED)
    return YZ_HOURS_EXCEPTION_CLOSED;
  if (exception->state == YZ_HOURS_UNKNOWN)
    return YZ_HOURS_EXCEPTION_UNKNOWN;
  return yz_hours_comment_is_self_service (exception->comment) ? YZ_HOURS_EXCEPTION_SELF_SERVICE
                                                               : YZ_HOURS_EXCEPTION_OTHER_HOURS;
}

const char *
yz_hours_exception_kind_to_words (YzHoursExceptionKind kind)
{
  static const char *const words[YZ_HOURS_N_EXCEPTION_KINDS] = {
    [YZ_HOURS_EXCEPTION_CLOSED] = NC_ ("exception", "Closed"),
    [YZ_HOURS_EXCEPTION_SELF_SERVICE] = NC_ ("exception", "Self-service only"),
    [YZ_HOURS_EXCEPTION_OTHER_HOURS] = NC_ ("exception", "Other hours"),
    [YZ_HOURS_EXCEPTION_UNKNOWN] = NC_ ("exception", "Not certain"),
  };

  g_return_val_if_fail (kind < YZ_HOURS_N_EXCEPTION_KINDS, NULL);
  return g_dpgettext2 (GETTEXT_PACKAGE, "exception", words[kind]);
}

char *
yz_hours_exception_dup_reason (const YzHoursException *exception)
{
  const char *reason = exception->comment != NULL ? exception->comment : "";

  if (yz_hours_exception_get_kind (exception) == YZ_HOURS_EXCEPTION_SELF_SERVICE &&
      g_str_has_prefix (reason, SELF_SERVICE))
    {
      reason += strlen (SELF_SERVICE);
      if (g_str_has_prefix (reason, "，"))
        reason += strlen ("，");
    }
  return g_strdup (reason);
}

static char *
make_comment (YzHoursExceptionKind kind, const char *reason)
{
  g_autofree char *stripped = g_strstrip (g_strdup (reason));

  if (kind == YZ_HOURS_EXCEPTION_SELF_SERVICE)
    return *stripped != '\0' ? g_strconcat (SELF_SERVICE, "，", stripped, NULL) : g_strdup (SELF_SERVICE);
  return *stripped != '\0' ? g_steal_pointer (&stripped) : NULL;
}

static guint32
parse_day (const char *text, GError **error)
{
  g_autofree char *date = text != NULL ? yz_value_parse_date (text) : NULL;
  GDate day;

  if (yz_value_read_date (date, &day))
    return g_date_get_julian (&day);
  g_set_error (error, YZ_HOURS_ERROR, YZ_HOURS_ERROR_SYNTAX, _ ("“%s” is not a date; write it like 2026-11-24"),
               text != NULL ? text : "");
  return 0;
}

YzHoursException *
yz_hours_exception_new_from_words (YzHoursExceptionKind kind, const char *first, const char *last, const char *times,
                                   const char *reason, GError **error)
{
  static const YzHoursState states[] = { YZ_HOURS_CLOSED, YZ_HOURS_OPEN, YZ_HOURS_OPEN, YZ_HOURS_UNKNOWN };
  guint32 first_day = parse_day (first, error), last_day;
  g_autoptr (GArray) spans = NULL;
  g_autofree char *comment = make_comment (kind, reason);
  YzHoursException *exception;

  if (first_day == 0)
    return NULL;
  last_day = last != NULL && *last != '\0' ? parse_day (last, error) : first_day;
  if (last_day == 0)
    return NULL;
  if (last_day < first_day)
    {
      g_set_error_literal (error, YZ_HOURS_ERROR, YZ_HOURS_ERROR_SYNTAX, _ ("The last day lies before the first"));
      return NULL;
    }
  spans = yz_hours_spans_parse (times, error);
  if (spans == NULL)
    return NULL;

  exception = yz_hours_exception_new (first_day, last_day, states[kind], comment);
  for (guint i = 0; i < spans->len; i++)
    yz_hours_exception_add_time (exception, g_array_index (spans, YzHoursGridSpan, i).start,
                                 g_array_index (spans, YzHoursGridSpan, i).end);
  return exception;
}

/* --- days to come --- */

static void
day_line_free (gpointer data)
{
  YzHoursDayLine *line = data;

  g_free (line->day);
  g_free (line->weekday);
  g_free (line->text);
  g_free (line);
}

static const YzHoursException *
find_exception (const YzHoursGrid *grid, guint32 julian)
{
  for (guint i = grid != NULL ? grid->exceptions->len : 0; i > 0; i--)
    {
      const YzHoursException *exception = g_ptr_array_index (grid->exceptions, i - 1);

      if (julian >= exception->first && julian <= exception->last)
        return exception;
    }
  return NULL;
}

static void
append_interval (GString *out, const YzHoursInterval *interval, guint32 julian)
{
  int start = interval->start - yz_hours_instant (julian, 0), end = interval->end - yz_hours_instant (julian, 0);

  if (out->len > 0)
    g_string_append (out, yz_locale_is_chinese () ? "、" : ", ");
  if (start == 0 && end == DAY)
    g_string_append (out, _ ("24 hours"));
  else
    append_clocks (out, start, end);
  if (yz_hours_comment_is_self_service (interval->comment))
    g_string_append_printf (out, " %s", _ ("self-service"));
  else if (interval->state == YZ_HOURS_UNKNOWN)
    g_string_append_printf (out, " %s", _ ("not certain"));
}

static YzStationLook
look_of_day (const GArray *intervals, const YzHoursException *exception)
{
  YzStationLook look = YZ_STATION_LOOK_CLOSED;

  if (exception != NULL && exception->state == YZ_HOURS_CLOSED)
    return YZ_STATION_LOOK_PAUSED;
  for (guint i = 0; i < intervals->len; i++)
    {
      const YzHoursInterval *interval = &g_array_index (intervals, YzHoursInterval, i);

      if (interval->state == YZ_HOURS_OPEN || yz_hours_comment_is_self_service (interval->comment))
        return YZ_STATION_LOOK_OPEN;
      look = YZ_STATION_LOOK_UNKNOWN;
    }
  return look;
}

/* Why the day is as it is: the reason of an exception, or the name of the holiday. */
static char *
dup_cause (const YzHoursException *exception, YzHolidays *holidays, guint32 julian)
{
  const YzHoliday *holiday = yz_holidays_find (holidays, julian);

  if (exception != NULL)
    {
      g_autofree char *reason = yz_hours_exception_dup_reason (exception);

      return g_strdup (*reason != '\0' ? reason
                                       : yz_hours_exception_kind_to_words (yz_hours_exception_get_kind (exception)));
    }
  if (holiday == NULL)
    return NULL;
  return holiday->workday ? g_strdup (_ ("shifted workday")) : g_strdup (yz_holiday_get_name (holiday));
}

static char *
describe_day (const GArray *intervals, const char *cause, guint32 julian)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < intervals->len; i++)
    append_interval (out, &g_array_index (intervals, YzHoursInterval, i), julian);
  if (out->len == 0)
    g_string_append (out, C_ ("day", "closed"));
  if (cause != NULL)
    g_string_append_printf (out, " · %s", cause);
  return g_string_free (out, FALSE);
}

static char *
name_day (guint32 julian, guint32 first)
{
  GString *out;

  if (julian == first)
    return g_strdup (_ ("Today"));
  if (julian == first + 1)
    return g_strdup (_ ("Tomorrow"));
  out = g_string_new (NULL);
  append_day (out, julian, 0);
  g_string_erase (out, 0, strlen ("YYYY-"));
  return g_string_free (out, FALSE);
}

/* In a year whose holidays nobody has told us, hours that depend on them are not certain. */
static void
judge_day (YzHoursDayLine *line, const YzStationHours *hours, const YzHoursException *exception, guint32 julian)
{
  gint64 from = yz_hours_instant (julian, 0);
  g_autoptr (GArray)
    intervals = yz_hours_get_intervals (yz_station_hours_get_hours (hours), yz_station_hours_get_calendar (hours), from,
                                        yz_hours_instant (julian + 1, 0));
  int missing = exception == NULL ? yz_station_hours_get_missing_year (hours, from) : 0;
  g_autofree char *cause = missing != 0 ? g_strdup_printf (_ ("no holiday data for %d"), missing)
                                        : dup_cause (exception, yz_station_hours_get_holidays (hours), julian);

  line->look = missing != 0 ? YZ_STATION_LOOK_UNKNOWN : look_of_day (intervals, exception);
  line->text = describe_day (intervals, cause, julian);
}

GPtrArray *
yz_hours_describe_days (const YzStationHours *hours, const YzHoursGrid *grid, guint32 first, guint n_days)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (day_line_free);

  for (guint32 julian = first; julian < first + n_days; julian++)
    {
      YzHoursDayLine *line = g_new0 (YzHoursDayLine, 1);

      line->day = name_day (julian, first);
      line->weekday = g_strdup (name_weekday (julian));
      if (hours != NULL)
        {
          judge_day (line, hours, find_exception (grid, julian), julian);
        }
      else
        {
          line->look = YZ_STATION_LOOK_UNKNOWN;
          line->text = g_strdup (C_ ("day", "unknown"));
        }
      g_ptr_array_add (lines, line);
    }
  return lines;
}
