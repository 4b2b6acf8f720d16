/* The canonical spelling, from the parsed form. */
#include "config.h"

#include "yz-hours-rule.h"

const char *const yz_hours_weekday_names[8] = { "", "Mo", "Tu", "We", "Th", "Fr", "Sa", "Su" };
const char *const yz_hours_month_names[13] = { "",    "Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                               "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };

static const char *const event_names[] = { "", "dawn", "sunrise", "sunset", "dusk" };
static const char *const state_names[] = { "off", "open", "unknown" };

static void
write_offset (GString *out, int offset)
{
  if (offset != 0)
    g_string_append_printf (out, " %+d day%s", offset, ABS (offset) == 1 ? "" : "s");
}

static void
write_years (const GArray *list, GString *out)
{
  for (guint i = 0; i < list->len; i++)
    {
      const YzHoursYears *years = &g_array_index (list, YzHoursYears, i);

      g_string_append_printf (out, "%s%d", i > 0 ? "," : "", years->first);
      if (years->last == G_MAXINT16 && years->step == 1)
        g_string_append_c (out, '+');
      else if (years->last != G_MAXINT16 && years->last != years->first)
        g_string_append_printf (out, "-%d", years->last);
      if (years->step > 1)
        g_string_append_printf (out, "/%d", years->step);
    }
}

static void
write_date (const YzHoursDate *date, GString *out)
{
  if (date->year != 0)
    g_string_append_printf (out, "%d ", date->year);

  switch (date->kind)
    {
    case YZ_HOURS_DATE_MONTH:
      g_string_append (out, yz_hours_month_names[date->month]);
      break;
    case YZ_HOURS_DATE_DAY:
      g_string_append_printf (out, "%s %02d", yz_hours_month_names[date->month], date->day);
      break;
    case YZ_HOURS_DATE_NTH:
      g_string_append_printf (out, "%s %s[%d]", yz_hours_month_names[date->month],
                              yz_hours_weekday_names[date->weekday], date->nth);
      break;
    case YZ_HOURS_DATE_EASTER:
      g_string_append (out, "easter");
      break;
    default:
      g_assert_not_reached ();
    }
  if (date->toward != 0)
    g_string_append_printf (out, " %c%s", date->toward_sign > 0 ? '+' : '-', yz_hours_weekday_names[date->toward]);
  write_offset (out, date->offset);
}

/* "Dec 24-26" instead of "Dec 24-Dec 26" */
static gboolean
shares_month (const YzHoursDates *dates)
{
  return dates->first.kind == YZ_HOURS_DATE_DAY && dates->last.kind == YZ_HOURS_DATE_DAY &&
         dates->first.month == dates->last.month && dates->first.year == dates->last.year && dates->first.offset == 0 &&
         dates->first.toward == 0 && dates->last.toward == 0 && dates->last.day >= dates->first.day;
}

static void
write_dates (const GArray *list, GString *out)
{
  for (guint i = 0; i < list->len; i++)
    {
      const YzHoursDates *dates = &g_array_index (list, YzHoursDates, i);

      if (i > 0)
        g_string_append_c (out, ',');
      write_date (&dates->first, out);
      if (dates->kind == YZ_HOURS_DATES_ONWARDS)
        g_string_append_c (out, '+');
      if (dates->kind != YZ_HOURS_DATES_RANGE)
        continue;

      g_string_append_c (out, '-');
      if (shares_month (dates))
        {
          g_string_append_printf (out, "%02d", dates->last.day);
          write_offset (out, dates->last.offset);
        }
      else
        {
          write_date (&dates->last, out);
        }
      if (dates->step > 1)
        g_string_append_printf (out, "/%d", dates->step);
    }
}

static void
write_weeks (const GArray *list, GString *out)
{
  g_string_append (out, "week ");
  for (guint i = 0; i < list->len; i++)
    {
      const YzHoursWeeks *weeks = &g_array_index (list, YzHoursWeeks, i);

      g_string_append_printf (out, "%s%02d", i > 0 ? "," : "", weeks->first);
      if (weeks->last != weeks->first)
        g_string_append_printf (out, "-%02d", weeks->last);
      if (weeks->step > 1)
        g_string_append_printf (out, "/%d", weeks->step);
    }
}

static void
write_nths (const YzHoursDays *days, GString *out)
{
  gboolean first = TRUE;

  g_string_append_c (out, '[');
  for (int n = 1; n <= 5; n++)
    {
      int last = n;

      if (!(days->nth & (1 << (n - 1))))
        continue;
      while (last < 5 && (days->nth & (1 << last)))
        last++;
      g_string_append_printf (out, "%s%d", first ? "" : ",", n);
      if (last > n)
        g_string_append_printf (out, "-%d", last);
      first = FALSE;
      n = last;
    }
  for (int n = 1; n <= 5; n++)
    if (days->nth_last & (1 << (n - 1)))
      {
        g_string_append_printf (out, "%s-%d", first ? "" : ",", n);
        first = FALSE;
      }
  g_string_append_c (out, ']');
}

static void
write_day (const YzHoursDays *days, GString *out)
{
  switch (days->kind)
    {
    case YZ_HOURS_DAYS_WEEKDAYS:
      g_string_append (out, yz_hours_weekday_names[days->first]);
      if (days->last != days->first)
        g_string_append_printf (out, "-%s", yz_hours_weekday_names[days->last]);
      break;
    case YZ_HOURS_DAYS_NTH:
      g_string_append (out, yz_hours_weekday_names[days->first]);
      write_nths (days, out);
      break;
    case YZ_HOURS_DAYS_PUBLIC:
      g_string_append (out, "PH");
      break;
    case YZ_HOURS_DAYS_SCHOOL:
      g_string_append (out, "SH");
      break;
    default:
      g_assert_not_reached ();
    }
  write_offset (out, days->offset);
}

static void
write_days (const YzHoursRule *rule, GString *out)
{
  for (guint i = 0; i < rule->days->len; i++)
    {
      if (i > 0)
        g_string_append_c (out, i == rule->n_within ? ' ' : ',');
      write_day (&g_array_index (rule->days, YzHoursDays, i), out);
    }
}

static void
write_time (const YzHoursTime *time, GString *out)
{
  if (time->event == YZ_HOURS_CLOCK)
    g_string_append_printf (out, "%02d:%02d", time->minutes / 60, time->minutes % 60);
  else if (time->minutes == 0)
    g_string_append (out, event_names[time->event]);
  else
    g_string_append_printf (out, "(%s%c%02d:%02d)", event_names[time->event], time->minutes < 0 ? '-' : '+',
                            ABS (time->minutes) / 60, ABS (time->minutes) % 60);
}

/* "22:00-02:00" rather than "22:00-26:00"; a span of more than a day has no other spelling. */
static YzHoursTime
fold_end (const YzHoursSpan *span)
{
  YzHoursTime end = span->end;

  if (span->start.event == YZ_HOURS_CLOCK && end.event == YZ_HOURS_CLOCK && end.minutes > YZ_HOURS_DAY &&
      end.minutes - span->start.minutes <= YZ_HOURS_DAY)
    end.minutes -= YZ_HOURS_DAY;
  return end;
}

static void
write_spans (const GArray *list, GString *out)
{
  for (guint i = 0; i < list->len; i++)
    {
      const YzHoursSpan *span = &g_array_index (list, YzHoursSpan, i);
      YzHoursTime end = fold_end (span);

      if (i > 0)
        g_string_append_c (out, ',');
      write_time (&span->start, out);
      if (!yz_hours_span_is_bare (span))
        {
          g_string_append_c (out, '-');
          write_time (&end, out);
        }
      if (span->open_end)
        g_string_append_c (out, '+');
    }
}

/* A space between two parts of a rule that begins at @start. */
static void
separate (GString *out, gsize start)
{
  if (out->len > start)
    g_string_append_c (out, ' ');
}

static void
write_wide (const YzHoursRule *self, GString *out, gsize start)
{
  if (self->label != NULL)
    g_string_append_printf (out, "\"%s\":", self->label);
  if (self->years != NULL)
    {
      separate (out, start);
      write_years (self->years, out);
    }
  if (self->dates != NULL)
    {
      separate (out, start);
      write_dates (self->dates, out);
    }
  if (self->weeks != NULL)
    {
      separate (out, start);
      write_weeks (self->weeks, out);
    }
}

/* After a comma a time would continue this rule's list, and days would continue its days. */
static gboolean
runs_into (const YzHoursRule *self, const YzHoursRule *next)
{
  if (next == NULL || next->separator != YZ_HOURS_ADDITIONAL || self->comment != NULL)
    return FALSE;
  return (self->spans == NULL && !self->always) ||
         (!next->names_days && (next->spans != NULL || next->always) && next->label == NULL);
}

/* "open" is what a rule means that says nothing; it is written where something would be misread without it. */
static gboolean
needs_state (const YzHoursRule *self, const YzHoursRule *next, gboolean empty)
{
  if (runs_into (self, next))
    return TRUE;
  return self->has_state && (self->state != YZ_HOURS_OPEN || self->comment != NULL || self->label != NULL || empty);
}

/* Appends the rule in canonical spelling, without its separator; @next follows it, %NULL at the end. */
static void
write_rule (const YzHoursRule *self, const YzHoursRule *next, GString *out)
{
  gsize start = out->len;

  write_wide (self, out, start);
  if (self->days != NULL)
    {
      separate (out, start);
      write_days (self, out);
    }
  if (self->always)
    {
      separate (out, start);
      g_string_append (out, self->names_days ? "00:00-24:00" : "24/7");
    }
  else if (self->spans != NULL)
    {
      separate (out, start);
      write_spans (self->spans, out);
    }
  if (needs_state (self, next, out->len == start))
    {
      separate (out, start);
      g_string_append (out, state_names[self->state]);
    }
  if (self->comment != NULL)
    {
      separate (out, start);
      g_string_append_printf (out, "\"%s\"", self->comment);
    }
}

char *
yz_hours_to_string (YzHours *self)
{
  static const char *const separators[] = { "; ", ", ", " || " };
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < self->rules->len; i++)
    {
      const YzHoursRule *rule = &g_array_index (self->rules, YzHoursRule, i);

      if (i > 0)
        g_string_append (out, separators[rule->separator]);
      write_rule (rule, i + 1 < self->rules->len ? rule + 1 : NULL, out);
    }
  return g_string_free (out, FALSE);
}
