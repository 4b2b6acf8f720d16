/* A grid into a value: one rule for days of equal hours, seasons after the year, holidays, then exceptions. */
#include "config.h"

#include "yz-hours-grid.h"

#include "yz-hours-rule.h"

static void
append_date (GString *out, int month, int day)
{
  g_string_append_printf (out, "%s %02d", yz_hours_month_names[month], day);
}

/* "Jul-Aug " or "Apr 15-Sep 30 "; nothing for the year */
static void
append_season (GString *out, const YzHoursGridSeason *season)
{
  if (season->first_month == 0)
    return;
  if (season->first_day == 1 && season->last_day == yz_hours_days_in_month (2024, season->last_month))
    {
      g_string_append (out, yz_hours_month_names[season->first_month]);
      if (season->last_month != season->first_month)
        g_string_append_printf (out, "-%s", yz_hours_month_names[season->last_month]);
    }
  else
    {
      append_date (out, season->first_month, season->first_day);
      g_string_append_c (out, '-');
      append_date (out, season->last_month, season->last_day);
    }
  g_string_append_c (out, ' ');
}

static void
append_weekdays (GString *out, guint days)
{
  gboolean first = TRUE;

  for (int day = 0; day < 7; day++)
    {
      int last = day;

      if (!(days & (1 << day)))
        continue;
      while (last < 6 && (days & (1 << (last + 1))))
        last++;
      g_string_append_printf (out, "%s%s", first ? "" : ",", yz_hours_weekday_names[day + 1]);
      if (last > day)
        g_string_append_printf (out, "-%s", yz_hours_weekday_names[last + 1]);
      first = FALSE;
      day = last;
    }
}

static gboolean
look_the_same (const YzHoursGridSpan *a, const YzHoursGridSpan *b)
{
  return a->unknown == b->unknown && g_strcmp0 (a->comment, b->comment) == 0;
}

static void
append_time (GString *out, const YzHoursGridSpan *span)
{
  gboolean night = span->end > YZ_HOURS_DAY && span->end - span->start <= YZ_HOURS_DAY;
  int end = night ? span->end - YZ_HOURS_DAY : span->end;

  g_string_append_printf (out, "%02d:%02d-%02d:%02d", span->start / 60, span->start % 60, end / 60, end % 60);
}

static void
append_state (GString *out, YzHoursState state, const char *comment)
{
  if (state == YZ_HOURS_UNKNOWN)
    g_string_append (out, " unknown");
  else if (state == YZ_HOURS_CLOSED)
    g_string_append (out, " off");
  else if (comment != NULL)
    g_string_append (out, " open");
  if (comment != NULL)
    g_string_append_printf (out, " \"%s\"", comment);
}

/* All spans of the row that are of one kind with @like. */
static void
append_times (GString *out, const YzHoursGridRow *row, const YzHoursGridSpan *like)
{
  gboolean first = TRUE;

  for (guint i = 0; i < row->spans->len; i++)
    {
      const YzHoursGridSpan *span = &g_array_index (row->spans, YzHoursGridSpan, i);

      if (!look_the_same (span, like))
        continue;
      if (!first)
        g_string_append_c (out, ',');
      append_time (out, span);
      first = FALSE;
    }
  append_state (out, like->unknown ? YZ_HOURS_UNKNOWN : YZ_HOURS_OPEN, like->comment);
}

static gboolean
look_came_before (const GArray *spans, guint index)
{
  const YzHoursGridSpan *span = &g_array_index (spans, YzHoursGridSpan, index);

  for (guint i = 0; i < index; i++)
    if (look_the_same (&g_array_index (spans, YzHoursGridSpan, i), span))
      return TRUE;
  return FALSE;
}

static gboolean
is_round_the_clock (const YzHoursGridRow *row)
{
  const YzHoursGridSpan *span = &g_array_index (row->spans, YzHoursGridSpan, 0);

  return row->spans->len == 1 && span->start == 0 && span->end == YZ_HOURS_DAY && span->comment == NULL &&
         !span->unknown;
}

/* One rule for each kind among the spans of @row; the first replaces, the others add. */
static void
append_rules (GString *out, const YzHoursGridSeason *season, const char *days, const YzHoursGridRow *row)
{
  if (out->len > 0)
    g_string_append (out, "; ");
  if (season->first_month == 0 && g_str_equal (days, "Mo-Su") && is_round_the_clock (row))
    {
      g_string_append (out, "24/7");
      return;
    }

  append_season (out, season);
  g_string_append_printf (out, "%s ", days);
  if (row->spans->len == 0)
    g_string_append (out, "off");
  for (guint i = 0; i < row->spans->len; i++)
    {
      if (look_came_before (row->spans, i))
        continue;
      if (i > 0)
        {
          g_string_append (out, ", ");
          append_season (out, season);
          g_string_append_printf (out, "%s ", days);
        }
      append_times (out, row, &g_array_index (row->spans, YzHoursGridSpan, i));
    }
}

/* A closed weekday of the year needs no word; one of a season does, against the year's. */
static gboolean
needs_rule (const YzHoursGridSeason *season, YzHoursRow row)
{
  return season->rows[row].is_set && (season->first_month != 0 || season->rows[row].spans->len > 0);
}

static void
append_weekday_rules (GString *out, const YzHoursGridSeason *season)
{
  guint written = 0;

  for (guint i = YZ_HOURS_ROW_MONDAY; i <= YZ_HOURS_ROW_SUNDAY; i++)
    {
      g_autoptr (GString) days = g_string_new (NULL);
      guint same = 0;

      if (!needs_rule (season, i) || (written & (1 << i)))
        continue;
      for (guint j = i; j <= YZ_HOURS_ROW_SUNDAY; j++)
        if (yz_hours_grid_row_equal (&season->rows[i], &season->rows[j]))
          same |= 1 << j;
      written |= same;
      append_weekdays (days, same);
      append_rules (out, season, days->str, &season->rows[i]);
    }
}

static void
append_exception (GString *out, const YzHoursException *exception)
{
  YzHoursDay day;

  yz_hours_day_init (&day, exception->first, NULL);
  g_string_append_printf (out, "%s%d ", out->len > 0 ? "; " : "", day.year);
  append_date (out, day.month, day.day);
  if (exception->last > exception->first)
    {
      yz_hours_day_init (&day, exception->last, NULL);
      g_string_append_printf (out, "-%d ", day.year);
      append_date (out, day.month, day.day);
    }
  for (guint i = 0; i < exception->spans->len; i++)
    {
      g_string_append_c (out, i > 0 ? ',' : ' ');
      append_time (out, &g_array_index (exception->spans, YzHoursGridSpan, i));
    }
  /* days that say nothing else would be read as a selector without an end */
  if (exception->spans->len == 0 && exception->state == YZ_HOURS_OPEN && exception->comment == NULL)
    g_string_append (out, " 00:00-24:00");
  append_state (out, exception->state, exception->comment);
}

char *
yz_hours_grid_to_string (const YzHoursGrid *self)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (YzHours) hours = NULL;

  /* holidays after the weekdays of all seasons, which would replace them */
  for (guint i = 0; i < self->seasons->len; i++)
    append_weekday_rules (out, g_ptr_array_index (self->seasons, i));
  for (guint i = 0; i < self->seasons->len; i++)
    {
      const YzHoursGridSeason *season = g_ptr_array_index (self->seasons, i);

      if (season->rows[YZ_HOURS_ROW_HOLIDAY].is_set)
        append_rules (out, season, "PH", &season->rows[YZ_HOURS_ROW_HOLIDAY]);
    }
  for (guint i = 0; i < self->exceptions->len; i++)
    append_exception (out, g_ptr_array_index (self->exceptions, i));
  if (out->len == 0)
    g_string_append (out, "off");

  hours = yz_hours_parse (out->str, NULL, NULL);
  return hours != NULL ? yz_hours_to_string (hours) : g_strdup (out->str);
}
