/* The grid itself, and its way into a value. The way out of a value is in yz-hours-grid-read.c. */
#include "config.h"

#include "yz-hours-grid.h"

#include <string.h>

#include "yz-hours-rule.h"

static const char *const weekday_names[] = { "Mo", "Tu", "We", "Th", "Fr", "Sa", "Su" };
static const char *const month_names[] = { "",    "Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                           "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };

static void
clear_span (gpointer data)
{
  g_clear_pointer (&((YzHoursGridSpan *) data)->comment, g_free);
}

static void
clear_closure (gpointer data)
{
  g_clear_pointer (&((YzHoursClosure *) data)->reason, g_free);
}

static void
season_free (gpointer data)
{
  YzHoursGridSeason *season = data;

  for (guint i = 0; i < YZ_HOURS_N_ROWS; i++)
    g_array_unref (season->rows[i].spans);
  g_free (season);
}

YzHoursGrid *
yz_hours_grid_new (void)
{
  YzHoursGrid *self = g_new0 (YzHoursGrid, 1);

  self->seasons = g_ptr_array_new_with_free_func (season_free);
  self->closures = g_array_new (FALSE, FALSE, sizeof (YzHoursClosure));
  g_array_set_clear_func (self->closures, clear_closure);
  yz_hours_grid_add_season (self, 0, 0, 0, 0);
  return self;
}

void
yz_hours_grid_free (YzHoursGrid *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->seasons);
  g_array_unref (self->closures);
  g_free (self);
}

YzHoursGridSeason *
yz_hours_grid_add_season (YzHoursGrid *self, int first_month, int first_day, int last_month, int last_day)
{
  YzHoursGridSeason *season = g_new0 (YzHoursGridSeason, 1);

  season->first_month = first_month;
  season->first_day = first_day;
  season->last_month = last_month;
  season->last_day = last_day;
  for (guint i = 0; i < YZ_HOURS_N_ROWS; i++)
    {
      season->rows[i].spans = g_array_new (FALSE, FALSE, sizeof (YzHoursGridSpan));
      g_array_set_clear_func (season->rows[i].spans, clear_span);
    }
  g_ptr_array_add (self->seasons, season);
  return season;
}

/* The syntax has no way to write a double quote within a comment. */
static char *
dup_comment (const char *comment)
{
  return comment != NULL ? g_strdelimit (g_strdup (comment), "\"", '\'') : NULL;
}

void
yz_hours_grid_set_row (YzHoursGridSeason *season, YzHoursRow row, const YzHoursGridSpan *spans, guint n_spans)
{
  GArray *old = season->rows[row].spans;
  GArray *copy = g_array_new (FALSE, FALSE, sizeof (YzHoursGridSpan));

  g_array_set_clear_func (copy, clear_span);
  for (guint i = 0; i < n_spans; i++)
    {
      YzHoursGridSpan span = { spans[i].start, spans[i].end, dup_comment (spans[i].comment) };

      g_array_append_val (copy, span);
    }
  season->rows[row].is_set = TRUE;
  season->rows[row].spans = copy;
  g_array_unref (old); /* last: @spans may lie in it */
}

void
yz_hours_grid_clear_row (YzHoursGridSeason *season, YzHoursRow row)
{
  season->rows[row].is_set = FALSE;
  g_array_set_size (season->rows[row].spans, 0);
}

void
yz_hours_grid_add_closure (YzHoursGrid *self, guint32 first, guint32 last, const char *reason)
{
  YzHoursClosure closure = { first, last, dup_comment (reason) };

  g_array_append_val (self->closures, closure);
}

static gboolean
rows_equal (const YzHoursGridRow *a, const YzHoursGridRow *b)
{
  if (a->is_set != b->is_set || a->spans->len != b->spans->len)
    return FALSE;
  for (guint i = 0; i < a->spans->len; i++)
    {
      const YzHoursGridSpan *x = &g_array_index (a->spans, YzHoursGridSpan, i);
      const YzHoursGridSpan *y = &g_array_index (b->spans, YzHoursGridSpan, i);

      if (x->start != y->start || x->end != y->end || g_strcmp0 (x->comment, y->comment) != 0)
        return FALSE;
    }
  return TRUE;
}

static void
append_date (GString *out, int month, int day)
{
  g_string_append_printf (out, "%s %02d", month_names[month], day);
}

/* "Jul-Aug " or "Apr 15-Sep 30 "; nothing for the year */
static void
append_season (GString *out, const YzHoursGridSeason *season)
{
  if (season->first_month == 0)
    return;
  if (season->first_day == 1 && season->last_day == yz_hours_days_in_month (2024, season->last_month))
    {
      g_string_append (out, month_names[season->first_month]);
      if (season->last_month != season->first_month)
        g_string_append_printf (out, "-%s", month_names[season->last_month]);
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
      g_string_append_printf (out, "%s%s", first ? "" : ",", weekday_names[day]);
      if (last > day)
        g_string_append_printf (out, "-%s", weekday_names[last]);
      first = FALSE;
      day = last;
    }
}

static void
append_times (GString *out, const YzHoursGridRow *row, const char *comment)
{
  gboolean first = TRUE;

  for (guint i = 0; i < row->spans->len; i++)
    {
      const YzHoursGridSpan *span = &g_array_index (row->spans, YzHoursGridSpan, i);
      gboolean night = span->end > YZ_HOURS_DAY && span->end - span->start <= YZ_HOURS_DAY;
      int end = night ? span->end - YZ_HOURS_DAY : span->end;

      if (g_strcmp0 (span->comment, comment) != 0)
        continue;
      g_string_append_printf (out, "%s%02d:%02d-%02d:%02d", first ? "" : ",", span->start / 60, span->start % 60,
                              end / 60, end % 60);
      first = FALSE;
    }
  if (comment != NULL)
    g_string_append_printf (out, " open \"%s\"", comment);
}

static gboolean
comment_came_before (const GArray *spans, guint index)
{
  const char *comment = g_array_index (spans, YzHoursGridSpan, index).comment;

  for (guint i = 0; i < index; i++)
    if (g_strcmp0 (g_array_index (spans, YzHoursGridSpan, i).comment, comment) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_round_the_clock (const YzHoursGridRow *row)
{
  const YzHoursGridSpan *span = &g_array_index (row->spans, YzHoursGridSpan, 0);

  return row->spans->len == 1 && span->start == 0 && span->end == YZ_HOURS_DAY && span->comment == NULL;
}

/* One rule for each comment among the spans of @row; the first replaces, the others add. */
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
      if (comment_came_before (row->spans, i))
        continue;
      if (i > 0)
        {
          g_string_append (out, ", ");
          append_season (out, season);
          g_string_append_printf (out, "%s ", days);
        }
      append_times (out, row, g_array_index (row->spans, YzHoursGridSpan, i).comment);
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
        if (rows_equal (&season->rows[i], &season->rows[j]))
          same |= 1 << j;
      written |= same;
      append_weekdays (days, same);
      append_rules (out, season, days->str, &season->rows[i]);
    }
}

static void
append_closure (GString *out, const YzHoursClosure *closure)
{
  YzHoursDay day;

  yz_hours_day_init (&day, closure->first, NULL);
  g_string_append_printf (out, "%s%d ", out->len > 0 ? "; " : "", day.year);
  append_date (out, day.month, day.day);
  if (closure->last > closure->first)
    {
      yz_hours_day_init (&day, closure->last, NULL);
      g_string_append_printf (out, "-%d ", day.year);
      append_date (out, day.month, day.day);
    }
  g_string_append (out, " off");
  if (closure->reason != NULL)
    g_string_append_printf (out, " \"%s\"", closure->reason);
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
  for (guint i = 0; i < self->closures->len; i++)
    append_closure (out, &g_array_index (self->closures, YzHoursClosure, i));
  if (out->len == 0)
    g_string_append (out, "off");

  hours = yz_hours_parse (out->str, NULL, NULL);
  return hours != NULL ? yz_hours_to_string (hours) : g_strdup (out->str);
}
