/*
 * A grid for a value: rule by rule onto rows, then a trial. The trial decides: only a grid that means the same as the
 * value on every day of some years, with holidays on every day of the week, is one.
 */
#include "config.h"

#include "yz-hours-grid.h"

#include "yz-hours-rule.h"
#include "yz-hours-timeline.h"

#include <glib/gi18n-lib.h>

/* Two years, one of them with a 29 February. */
#define TRIAL_YEAR 2027
#define TRIAL_DAYS 731

/* Exceptions far apart would make the trial long; nobody plans them. */
#define TRIAL_DAYS_AT_MOST (40 * 366)

#define ALL_WEEKDAYS 0x7f
#define HOLIDAY_BIT (1 << YZ_HOURS_ROW_HOLIDAY)

static gboolean
is_plain_day (const YzHoursDate *date)
{
  return date->toward == 0 && date->offset == 0 &&
         (date->kind == YZ_HOURS_DATE_MONTH || date->kind == YZ_HOURS_DATE_DAY);
}

static guint32
exception_day (const YzHoursDate *date)
{
  return yz_hours_day_from_civil (date->year, date->month, date->day);
}

static gboolean
is_exception_date (const YzHoursDate *date)
{
  return date->kind == YZ_HOURS_DATE_DAY && is_plain_day (date) && date->year != 0 &&
         date->day <= yz_hours_days_in_month (date->year, date->month);
}

/* One range of dates that come once. */
static gboolean
read_exception_days (const YzHoursRule *rule, guint32 *first_day, guint32 *last_day)
{
  const YzHoursDates *dates;
  const YzHoursDate *last;

  if (rule->dates == NULL || rule->dates->len != 1)
    return FALSE;
  dates = &g_array_index (rule->dates, YzHoursDates, 0);
  last = dates->kind == YZ_HOURS_DATES_RANGE ? &dates->last : &dates->first;
  if (dates->kind == YZ_HOURS_DATES_ONWARDS || dates->step > 1 || !is_exception_date (&dates->first) ||
      !is_exception_date (last))
    return FALSE;
  *first_day = exception_day (&dates->first);
  *last_day = exception_day (last);
  return *last_day >= *first_day;
}

static gboolean
has_open_end (const YzHoursRule *rule)
{
  for (guint i = 0; rule->segments != NULL && i < rule->segments->len; i++)
    if (g_array_index (rule->segments, YzHoursSegment, i).open_end)
      return TRUE;
  return FALSE;
}

/* "2026 Feb 15-2026 Feb 23 off", "2026 Nov 24 13:30-18:00 off \"供电检修\"", "2026 Nov 30 open \"自助\"" */
static gboolean
read_exception (YzHoursGrid *self, const YzHoursRule *rule)
{
  YzHoursException *exception;
  guint32 first, last;

  if (rule->separator != YZ_HOURS_NORMAL || rule->days != NULL || rule->label != NULL || rule->weeks != NULL ||
      rule->years != NULL || rule->follows_sun || has_open_end (rule) || !read_exception_days (rule, &first, &last))
    return FALSE;

  exception = yz_hours_exception_new (first, last, rule->state, rule->comment);
  for (guint i = 0; rule->segments != NULL && i < rule->segments->len; i++)
    {
      const YzHoursSegment *segment = &g_array_index (rule->segments, YzHoursSegment, i);

      yz_hours_exception_add_time (exception, segment->start, segment->end);
    }
  yz_hours_grid_add_exception (self, exception);
  return TRUE;
}

static int
last_day_of (const YzHoursDate *date)
{
  return date->kind == YZ_HOURS_DATE_MONTH ? yz_hours_days_in_month (2024, date->month) : date->day;
}

static YzHoursGridSeason *
find_season (YzHoursGrid *self, int first_month, int first_day, int last_month, int last_day)
{
  for (guint i = 0; i < self->seasons->len; i++)
    {
      YzHoursGridSeason *season = g_ptr_array_index (self->seasons, i);

      if (season->first_month == first_month && season->first_day == first_day && season->last_month == last_month &&
          season->last_day == last_day)
        return season;
    }
  return yz_hours_grid_add_season (self, first_month, first_day, last_month, last_day);
}

/* Returns: (nullable): the season of the rule's dates */
static YzHoursGridSeason *
read_season (YzHoursGrid *self, const YzHoursRule *rule)
{
  const YzHoursDates *dates;
  const YzHoursDate *last;

  if (rule->dates == NULL)
    return g_ptr_array_index (self->seasons, 0);
  if (rule->dates->len != 1)
    return NULL;
  dates = &g_array_index (rule->dates, YzHoursDates, 0);
  last = dates->kind == YZ_HOURS_DATES_RANGE ? &dates->last : &dates->first;
  if (dates->kind == YZ_HOURS_DATES_ONWARDS || dates->step > 1 || !is_plain_day (&dates->first) ||
      !is_plain_day (last) || dates->first.year != 0 || last->year != 0)
    return NULL;
  return find_season (self, dates->first.month, dates->first.kind == YZ_HOURS_DATE_MONTH ? 1 : dates->first.day,
                      last->month, last_day_of (last));
}

/* Bits of YzHoursRow; 0 where the rule names days that no row stands for. */
static guint
read_rows (const YzHoursRule *rule)
{
  guint rows = rule->weekdays >> 1;

  if (rule->days == NULL)
    return ALL_WEEKDAYS;
  for (guint i = 0; i < rule->days->len; i++)
    {
      const YzHoursDays *days = &g_array_index (rule->days, YzHoursDays, i);

      if (days->kind == YZ_HOURS_DAYS_PUBLIC && days->offset == 0)
        rows |= HOLIDAY_BIT;
      else if (days->kind != YZ_HOURS_DAYS_WEEKDAYS)
        return 0;
    }
  return rows;
}

/* Paint 0 is closed, others are @looks by number: spans of which only comment and certainty count. */
static guint16
paint_of_look (GArray *looks, const char *comment, gboolean unknown)
{
  YzHoursGridSpan look = { .comment = (char *) comment, .unknown = unknown };

  for (guint i = 0; i < looks->len; i++)
    if (g_array_index (looks, YzHoursGridSpan, i).unknown == unknown &&
        g_strcmp0 (g_array_index (looks, YzHoursGridSpan, i).comment, comment) == 0)
      return i + 1;
  g_array_append_val (looks, look);
  return looks->len;
}

static void
paint_row (YzHoursTimeline *timeline, const YzHoursGridRow *row, GArray *looks)
{
  for (guint i = 0; i < row->spans->len; i++)
    {
      const YzHoursGridSpan *span = &g_array_index (row->spans, YzHoursGridSpan, i);

      yz_hours_timeline_paint (timeline, span->start, span->end, paint_of_look (looks, span->comment, span->unknown));
    }
}

static void
paint_rule (YzHoursTimeline *timeline, const YzHoursRule *rule, GArray *looks)
{
  guint16 paint = rule->state != YZ_HOURS_CLOSED ? paint_of_look (looks, rule->comment, rule->state == YZ_HOURS_UNKNOWN)
                                                 : 0;

  if (rule->segments == NULL)
    yz_hours_timeline_paint (timeline, 0, YZ_HOURS_DAY, paint);
  for (guint i = 0; rule->segments != NULL && i < rule->segments->len; i++)
    {
      const YzHoursSegment *segment = &g_array_index (rule->segments, YzHoursSegment, i);

      yz_hours_timeline_paint (timeline, segment->start, segment->end, paint);
    }
}

static void
take_timeline (YzHoursGridSeason *season, YzHoursRow row, const YzHoursTimeline *timeline, GArray *looks)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (YzHoursGridSpan));
  guint16 before = 0;

  for (guint i = 0; i < timeline->n_cells; before = timeline->paint[i++])
    {
      guint16 paint = timeline->paint[i];
      int end = yz_hours_timeline_get_end (timeline, i);

      if (paint == 0)
        continue;
      if (paint == before)
        {
          g_array_index (spans, YzHoursGridSpan, spans->len - 1).end = end;
        }
      else
        {
          YzHoursGridSpan span = g_array_index (looks, YzHoursGridSpan, paint - 1);

          span.start = timeline->start[i];
          span.end = end;
          g_array_append_val (spans, span);
        }
    }
  yz_hours_grid_set_row (season, row, (const YzHoursGridSpan *) spans->data, spans->len);
}

/* Lays the rule over what the row has, or over nothing where it replaces it. */
static void
lay_over (const YzHoursGrid *self, YzHoursGridSeason *season, YzHoursRow row, const YzHoursRule *rule)
{
  const YzHoursGridSeason *year = g_ptr_array_index (self->seasons, 0);
  const YzHoursGridRow *under = season->rows[row].is_set ? &season->rows[row] : &year->rows[row];
  gboolean replaces = rule->separator == YZ_HOURS_NORMAL && rule->state != YZ_HOURS_CLOSED;
  g_autoptr (GArray) looks = g_array_new (FALSE, FALSE, sizeof (YzHoursGridSpan));
  YzHoursTimeline timeline;

  yz_hours_timeline_init (&timeline, 2 * YZ_HOURS_DAY);
  if (!replaces)
    paint_row (&timeline, under, looks);
  paint_rule (&timeline, rule, looks);
  take_timeline (season, row, &timeline, looks);
}

static gboolean
read_rule (YzHoursGrid *self, const YzHoursRule *rule)
{
  YzHoursGridSeason *season;
  guint rows;

  if (read_exception (self, rule))
    return TRUE;
  if (self->exceptions->len > 0 || rule->separator == YZ_HOURS_FALLBACK || rule->years != NULL || rule->weeks != NULL ||
      rule->n_within > 0 || rule->label != NULL || rule->follows_sun || has_open_end (rule) ||
      (rule->state == YZ_HOURS_CLOSED && rule->comment != NULL))
    return FALSE;

  season = read_season (self, rule);
  rows = read_rows (rule);
  if (season == NULL || rows == 0)
    return FALSE;
  for (guint row = 0; row < YZ_HOURS_N_ROWS; row++)
    if (rows & (1 << row))
      lay_over (self, season, row, rule);
  return TRUE;
}

static YzHoursCalendar *
make_trial_calendar (guint32 first, guint n_days)
{
  YzHoursCalendar *calendar = yz_hours_calendar_new ();

  /* 5 and 7 have no common divisor: a holiday on every day of the week, with ordinary days around it */
  for (guint i = 0; i < n_days; i += 5)
    yz_hours_calendar_add_public_holiday (calendar, first + i);
  /* and any weekday's hours next to any other's, which decides whose night is cut short */
  for (guint i = 0; i < n_days; i += 11)
    yz_hours_calendar_shift_workday (calendar, first + i, i / 11 % 5 + 1);
  return calendar;
}

static gboolean
intervals_equal (const GArray *a, const GArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const YzHoursInterval *x = &g_array_index (a, YzHoursInterval, i);
      const YzHoursInterval *y = &g_array_index (b, YzHoursInterval, i);

      if (x->start != y->start || x->end != y->end || x->state != y->state || g_strcmp0 (x->comment, y->comment) != 0)
        return FALSE;
    }
  return TRUE;
}

static gboolean
means_the_same (YzHours *hours, YzHours *written, guint32 first, guint n_days)
{
  g_autoptr (YzHoursCalendar) calendar = make_trial_calendar (first, n_days);
  gint64 from = yz_hours_instant (first, 0), to = yz_hours_instant (first + n_days, 0);
  g_autoptr (GArray) wanted = yz_hours_get_intervals (hours, calendar, from, to);
  g_autoptr (GArray) found = yz_hours_get_intervals (written, calendar, from, to);

  return intervals_equal (wanted, found);
}

static gboolean
stands_trial (const YzHoursGrid *self, YzHours *hours)
{
  g_autofree char *text = yz_hours_grid_to_string (self);
  g_autoptr (YzHours) written = yz_hours_parse (text, NULL, NULL);
  guint32 first = yz_hours_day_from_civil (TRIAL_YEAR, 1, 1), end = first + TRIAL_DAYS;

  for (guint i = 0; i < self->exceptions->len; i++)
    {
      const YzHoursException *exception = g_ptr_array_index (self->exceptions, i);

      first = MIN (first, exception->first - 7);
      end = MAX (end, exception->last + 7);
    }
  return written != NULL && end - first <= TRIAL_DAYS_AT_MOST && means_the_same (hours, written, first, end - first);
}

YzHoursGrid *
yz_hours_grid_new_for_hours (YzHours *hours)
{
  g_autoptr (YzHoursGrid) self = yz_hours_grid_new ();

  for (guint i = 0; i < hours->rules->len; i++)
    if (!read_rule (self, &g_array_index (hours->rules, YzHoursRule, i)))
      return NULL;
  return stands_trial (self, hours) ? g_steal_pointer (&self) : NULL;
}

static gboolean
names_more_than_weekdays (const YzHoursRule *rule)
{
  for (guint i = 0; rule->days != NULL && i < rule->days->len; i++)
    if (g_array_index (rule->days, YzHoursDays, i).kind != YZ_HOURS_DAYS_WEEKDAYS &&
        g_array_index (rule->days, YzHoursDays, i).kind != YZ_HOURS_DAYS_PUBLIC)
      return TRUE;
  return rule->n_within > 0;
}

const char *
yz_hours_grid_why_not (YzHours *hours)
{
  for (guint i = 0; i < hours->rules->len; i++)
    {
      const YzHoursRule *rule = &g_array_index (hours->rules, YzHoursRule, i);

      if (rule->follows_sun)
        return _ ("The hours follow sunrise or sunset, which a week of bars cannot show.");
      if (rule->weeks != NULL)
        return _ ("The hours change with the number of the week, which a week of bars cannot show.");
      if (rule->separator == YZ_HOURS_FALLBACK)
        return _ ("There are hours for when the others do not hold (“||”), which a week of bars cannot show.");
      if (has_open_end (rule))
        return _ ("A span has no fixed end (“+”), which a bar cannot show.");
      if (names_more_than_weekdays (rule))
        return _ ("Single weekdays of the month or school holidays are named, which a week of bars cannot show.");
      if (rule->years != NULL)
        return _ ("The hours are those of certain years, which a week of bars cannot show.");
    }
  return _ ("The rules depend on one another in a way that a week of bars cannot show.");
}
