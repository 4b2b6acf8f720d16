/*
 * A day is told by its spans. What is usual is what most of the same weekdays around it have, holidays and shifted
 * workdays left aside; so a season is usual once it has come, and a closure never.
 */
#include "config.h"

#include "yz-day-finding.h"

#include "yz-day-words.h"
#include "yz-value-words.h"

#include <glib/gi18n-lib.h>

#define WEEKS_AROUND 4

const char *
yz_day_verdict_get_title (YzDayVerdict verdict)
{
  static const char *const titles[YZ_DAY_N_VERDICTS] = {
    [YZ_DAY_AS_USUAL] = N_ ("Open as usual"),     [YZ_DAY_OTHER_HOURS] = N_ ("Other hours"),
    [YZ_DAY_CLOSED] = NC_ ("on a day", "Closed"), [YZ_DAY_SILENT] = N_ ("To be asked"),
    [YZ_DAY_UNKNOWN] = N_ ("Hours unknown"),
  };

  if (verdict == YZ_DAY_CLOSED)
    return g_dpgettext2 (NULL, "on a day", titles[verdict]);
  return _ (titles[verdict]);
}

void
yz_day_finding_free (YzDayFinding *finding)
{
  g_free (finding->usual);
  g_free (finding->special);
  g_free (finding->reason);
  g_free (finding);
}

static void
append_span (GString *text, const YzHoursInterval *interval, gint64 midnight)
{
  int start = (int) (interval->start - midnight), end = (int) (interval->end - midnight);

  if (text->len > 0)
    g_string_append (text, _ (", "));
  if (start == 0 && end == 24 * 60)
    g_string_append (text, _ ("24 hours"));
  else
    g_string_append_printf (text, "%02d:%02d–%02d:%02d", start / 60, start % 60, end / 60, end % 60);
  if (yz_hours_comment_is_self_service (interval->comment))
    g_string_append_printf (text, " %s", _ ("Self-service"));
  else if (interval->state == YZ_HOURS_UNKNOWN)
    g_string_append_printf (text, " (%s)", interval->comment != NULL ? interval->comment : _ ("uncertain"));
}

/* The spans of a day in words, "" for a day without any. */
static char *
describe_day (const YzStationHours *hours, const YzHoursCalendar *calendar, guint32 day)
{
  gint64 midnight = yz_hours_instant (day, 0);
  g_autoptr (GArray) spans =
    yz_hours_get_intervals (yz_station_hours_get_hours (hours), calendar, midnight, yz_hours_instant (day + 1, 0));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < spans->len; i++)
    append_span (text, &g_array_index (spans, YzHoursInterval, i), midnight);
  return g_string_free (text, FALSE);
}

/* The commonest among the same weekdays around; the nearest one before where none is. */
static char *
describe_usual (const YzStationHours *hours, guint32 day)
{
  char *days[2 * WEEKS_AROUND];
  guint best = 0, best_count = 0;
  char *usual;

  for (guint i = 0; i < WEEKS_AROUND; i++)
    {
      days[2 * i] = describe_day (hours, NULL, day - 7 * (i + 1));
      days[2 * i + 1] = describe_day (hours, NULL, day + 7 * (i + 1));
    }
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      guint count = 0;

      for (guint j = 0; j < G_N_ELEMENTS (days); j++)
        count += g_str_equal (days[i], days[j]) ? 1 : 0;
      if (count > best_count)
        {
          best = i;
          best_count = count;
        }
    }
  usual = g_steal_pointer (&days[best]);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    g_free (days[i]);
  return usual;
}

typedef struct
{
  char *text;
  char *usual;
  char *plain; /* without holidays and shifted workdays */
  const char *comment;
  gboolean in_doubt;
  gboolean is_silent;
} Day;

static void
day_clear (gpointer data)
{
  Day *day = data;

  g_free (day->text);
  g_free (day->usual);
  g_free (day->plain);
}

static void
day_read (Day *day, const YzStationHours *hours, guint32 julian)
{
  gint64 noon = yz_hours_instant (julian, 12 * 60);
  YzDayKind kind = yz_holidays_get_kind (yz_station_hours_get_holidays (hours), julian);
  gboolean speaks = yz_hours_uses_holidays (yz_station_hours_get_hours (hours));

  day->text = describe_day (hours, yz_station_hours_get_calendar (hours), julian);
  day->plain = describe_day (hours, NULL, julian);
  day->usual = describe_usual (hours, julian);
  day->comment = yz_hours_get_status (yz_station_hours_get_hours (hours), NULL, noon).comment;
  day->in_doubt = yz_station_hours_get_missing_year (hours, noon) != 0;
  /* what is open at all hours of all days needs no word about holidays */
  day->is_silent = kind == YZ_DAY_HOLIDAY && !speaks && !yz_station_hours_is_round_the_clock (hours) &&
                   *day->text != '\0' && g_str_equal (day->plain, day->usual);
}

static char *
explain (const Day *day, const YzStationHours *hours, guint32 julian)
{
  const YzHoliday *holiday = yz_holidays_find (yz_station_hours_get_holidays (hours), julian);

  if (day->in_doubt)
    return g_strdup (_ ("no holiday data"));
  if (!g_str_equal (day->text, day->plain))
    return g_strdup (holiday != NULL ? yz_holiday_get_name (holiday) : NULL);
  if (g_str_equal (day->text, day->usual))
    {
      if (day->is_silent)
        return g_strdup (_ ("says nothing about public holidays"));
      return *day->text == '\0' ? g_strdup (_ ("as on every such day")) : NULL;
    }
  if (day->comment != NULL && !yz_hours_comment_is_self_service (day->comment))
    return g_strdup (day->comment);
  return g_strdup (*day->text == '\0' ? _ ("closure") : _ ("season"));
}

static YzDayVerdict
judge (GArray *days)
{
  gboolean closed = TRUE, usual = TRUE;

  for (guint i = 0; i < days->len; i++)
    {
      const Day *day = &g_array_index (days, Day, i);

      if (day->in_doubt)
        return YZ_DAY_UNKNOWN;
      closed = closed && *day->text == '\0';
      usual = usual && g_str_equal (day->text, day->usual);
    }
  for (guint i = 0; i < days->len; i++)
    if (g_array_index (days, Day, i).is_silent)
      return YZ_DAY_SILENT;
  if (closed)
    return YZ_DAY_CLOSED;
  return usual ? YZ_DAY_AS_USUAL : YZ_DAY_OTHER_HOURS;
}

/* Days of the same hours together: "Oct 1–3 closed; Oct 4–7 10:00–16:00". */
static char *
join_days (GArray *days, guint32 first)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < days->len;)
    {
      const Day *day = &g_array_index (days, Day, i);
      guint end = i + 1;

      while (end < days->len && g_str_equal (g_array_index (days, Day, end).text, day->text))
        end++;
      if (end - i < days->len)
        {
          g_autofree char *range = yz_day_format_range (first + i, first + end - 1);

          g_string_append_printf (text, "%s%s ", i > 0 ? _ ("; ") : "", range);
        }
      g_string_append (text, *day->text != '\0' ? day->text : yz_day_verdict_get_title (YZ_DAY_CLOSED));
      i = end;
    }
  return g_string_free (text, FALSE);
}

static char *
describe_usual_of (const YzStationHours *hours, GArray *days)
{
  const char *usual = g_array_index (days, Day, 0).usual;

  for (guint i = 1; i < days->len; i++)
    if (!g_str_equal (g_array_index (days, Day, i).usual, usual))
      return yz_hours_to_words (yz_station_hours_get_hours (hours));
  return g_strdup (*usual != '\0' ? usual : yz_day_verdict_get_title (YZ_DAY_CLOSED));
}

YzDayFinding *
yz_day_finding_new (const YzStationHours *hours, guint32 first, guint32 last)
{
  YzDayFinding *finding = g_new0 (YzDayFinding, 1);
  g_autoptr (GArray) days = g_array_new (FALSE, TRUE, sizeof (Day));

  g_return_val_if_fail (first <= last, finding);

  finding->verdict = YZ_DAY_UNKNOWN;
  if (hours == NULL)
    {
      finding->usual = g_strdup ("");
      finding->special = g_strdup ("");
      return finding;
    }

  g_array_set_clear_func (days, day_clear);
  g_array_set_size (days, last - first + 1);
  for (guint i = 0; i < days->len; i++)
    {
      Day *day = &g_array_index (days, Day, i);

      day_read (day, hours, first + i);
      if (finding->reason == NULL)
        finding->reason = explain (day, hours, first + i);
    }
  finding->verdict = judge (days);
  finding->usual = describe_usual_of (hours, days);
  finding->special = join_days (days, first);
  return finding;
}
