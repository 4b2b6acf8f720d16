/* From what was written to what is evaluated: masks of days, segments of minutes, and what is known for ever. */
#include "config.h"

#include "yz-hours-rule.h"
#include "yz-hours-timeline.h"

#define EVERY_MONTH 0xfff

enum
{
  PAINT_NOTHING,
  PAINT_OPEN_END,
  PAINT_SPAN,
};

/* "Jan" or the first of it */
static gboolean
begins_month (const YzHoursDate *date)
{
  return date->year == 0 && (date->kind == YZ_HOURS_DATE_MONTH || (date->kind == YZ_HOURS_DATE_DAY && date->day == 1 &&
                                                                   date->toward == 0 && date->offset == 0));
}

/* "Jan" or the last of it; of February, the one that every February's end lies before */
static gboolean
ends_month (const YzHoursDate *date)
{
  return date->year == 0 && (date->kind == YZ_HOURS_DATE_MONTH ||
                             (date->kind == YZ_HOURS_DATE_DAY && date->toward == 0 && date->offset == 0 &&
                              date->day == yz_hours_days_in_month (2024, date->month)));
}

static gboolean
names_whole_months (const YzHoursDates *dates)
{
  if (dates->kind == YZ_HOURS_DATES_SINGLE)
    return dates->first.kind == YZ_HOURS_DATE_MONTH && dates->first.year == 0;
  return dates->kind == YZ_HOURS_DATES_RANGE && dates->step == 1 && begins_month (&dates->first) &&
         ends_month (&dates->last);
}

static void
compile_months (YzHoursRule *rule)
{
  for (guint i = 0; rule->dates != NULL && i < rule->dates->len; i++)
    {
      YzHoursDates *dates = &g_array_index (rule->dates, YzHoursDates, i);
      int last = dates->kind == YZ_HOURS_DATES_RANGE ? dates->last.month : dates->first.month;

      if (!names_whole_months (dates))
        continue;
      dates->in_mask = TRUE;
      for (int month = (guint8) dates->first.month;; month = month % 12 + 1)
        {
          rule->months |= 1 << (month - 1);
          if (month == last)
            break;
        }
    }
}

static void
compile_weekdays (YzHoursRule *rule)
{
  for (guint i = 0; rule->days != NULL && i < rule->days->len; i++)
    {
      const YzHoursDays *days = &g_array_index (rule->days, YzHoursDays, i);

      if (days->kind != YZ_HOURS_DAYS_WEEKDAYS)
        continue;
      for (int day = (guint8) days->first;; day = day % 7 + 1)
        {
          rule->weekdays |= 1 << day;
          if (day == days->last)
            break;
        }
    }
}

/* How long an open end is taken to last: evaluators in the field agree on these figures. */
static int
guess_open_end (int start)
{
  if (start < 17 * 60)
    return 24 * 60;
  return start + (start < 22 * 60 ? 10 : 8) * 60;
}

/* Minutes since midnight, or -1 where the sun's time is not known. */
static int
minute_of (const YzHoursTime *time, const YzHoursSun *sun)
{
  int event = sun->minutes[time->event];

  if (time->event == YZ_HOURS_CLOCK)
    return time->minutes;
  return event >= 0 ? CLAMP (event + time->minutes, 0, 2 * YZ_HOURS_DAY) : -1;
}

/* Without the sun's time the span may be anywhere between what is known: nothing more can be promised. */
static void
paint_unknown_span (YzHoursTimeline *timeline, int start, int end)
{
  yz_hours_timeline_paint (timeline, start >= 0 ? start : 0, end > start && end >= 0 ? end : YZ_HOURS_DAY,
                           PAINT_OPEN_END);
}

/* An open end lasts at most to where a span after it begins: "07:00+,12:00-16:00" ends at 16:00. */
static int
end_open_end (const YzHoursRule *rule, guint index, int start, const YzHoursSun *sun)
{
  int end = guess_open_end (start);

  for (guint i = index + 1; i < rule->spans->len; i++)
    {
      int later = minute_of (&g_array_index (rule->spans, YzHoursSpan, i).start, sun);

      if (later > start)
        end = MIN (end, later);
    }
  return end;
}

static void
paint_span (YzHoursTimeline *timeline, const YzHoursRule *rule, guint index, const YzHoursSun *sun)
{
  const YzHoursSpan *span = &g_array_index (rule->spans, YzHoursSpan, index);
  int start = minute_of (&span->start, sun);
  int end = minute_of (&span->end, sun);
  gboolean bare = yz_hours_span_is_bare (span);

  if (start < 0 || end < 0)
    {
      paint_unknown_span (timeline, start, end);
      return;
    }
  if (end <= start && !bare)
    end += YZ_HOURS_DAY;
  if (!bare)
    yz_hours_timeline_paint (timeline, start, end, PAINT_SPAN);
  if (span->open_end)
    yz_hours_timeline_paint (timeline, end, end_open_end (rule, index, end, sun), PAINT_OPEN_END);
}

static void
add_segment (GArray *segments, int start, int end, gboolean open_end)
{
  YzHoursSegment segment = { start, end, open_end };

  g_array_append_val (segments, segment);
}

/* The usual span, which needs no painting. Returns: whether it was one */
static gboolean
add_single_span (const YzHoursRule *rule, const YzHoursSun *sun, GArray *segments)
{
  const YzHoursSpan *span = (const YzHoursSpan *) rule->spans->data;
  int start, end;

  if (rule->spans->len != 1 || span->open_end)
    return FALSE;
  start = minute_of (&span->start, sun);
  end = minute_of (&span->end, sun);
  if (start < 0 || end < 0)
    return FALSE;
  add_segment (segments, start, end > start ? end : end + YZ_HOURS_DAY, FALSE);
  return TRUE;
}

void
yz_hours_rule_add_segments (const YzHoursRule *self, const YzHoursSun *sun, GArray *segments)
{
  YzHoursTimeline timeline;

  if (add_single_span (self, sun, segments))
    return;
  yz_hours_timeline_init (&timeline, YZ_HOURS_TIMELINE_MINUTES);
  for (guint i = 0; i < self->spans->len; i++)
    paint_span (&timeline, self, i, sun);
  for (guint i = 0; i < timeline.n_cells; i++)
    if (timeline.paint[i] != PAINT_NOTHING)
      add_segment (segments, timeline.start[i], yz_hours_timeline_get_end (&timeline, i),
                   timeline.paint[i] == PAINT_OPEN_END);
}

static gboolean
is_whole_day (const GArray *segments)
{
  const YzHoursSegment *segment = &g_array_index (segments, YzHoursSegment, 0);

  return segments->len == 1 && segment->start == 0 && segment->end == YZ_HOURS_DAY && !segment->open_end;
}

/* Whether a span that follows the sun may end after the next day: one shifted by hours, or with an end of its own. */
static gboolean
reaches_third_day (const YzHoursRule *rule)
{
  for (guint i = 0; i < rule->spans->len; i++)
    {
      const YzHoursSpan *span = &g_array_index (rule->spans, YzHoursSpan, i);

      if (span->open_end || (span->start.event != YZ_HOURS_CLOCK && span->start.minutes > 0) ||
          (span->end.event != YZ_HOURS_CLOCK && span->end.minutes > 0) ||
          (span->end.event == YZ_HOURS_CLOCK && span->end.minutes > YZ_HOURS_DAY))
        return TRUE;
    }
  return FALSE;
}

static void
compile_spans (YzHoursRule *rule)
{
  for (guint i = 0; rule->spans != NULL && i < rule->spans->len; i++)
    {
      const YzHoursSpan *span = &g_array_index (rule->spans, YzHoursSpan, i);

      rule->follows_sun |= span->start.event != YZ_HOURS_CLOCK || span->end.event != YZ_HOURS_CLOCK;
    }
  /* "24/7" beside a time says nothing more than the day */
  if (rule->spans == NULL || rule->always)
    {
      rule->follows_sun = FALSE;
      return;
    }
  if (rule->follows_sun)
    {
      rule->reach = reaches_third_day (rule) ? 2 : 1;
      return;
    }

  rule->segments = g_array_new (FALSE, FALSE, sizeof (YzHoursSegment));
  yz_hours_rule_add_segments (rule, &(YzHoursSun){ 0 }, rule->segments);
  if (is_whole_day (rule->segments))
    {
      g_clear_pointer (&rule->segments, g_array_unref);
      return;
    }
  for (guint i = 0; i < rule->segments->len; i++)
    rule->reach = MAX (rule->reach, (g_array_index (rule->segments, YzHoursSegment, i).end - 1) / YZ_HOURS_DAY);
}

static gboolean
names_every_week (const YzHoursRule *rule)
{
  const YzHoursWeeks *weeks;

  if (rule->weeks == NULL)
    return TRUE;
  weeks = &g_array_index (rule->weeks, YzHoursWeeks, 0);
  return rule->weeks->len == 1 && weeks->first == 1 && weeks->last == 53 && weeks->step == 1;
}

/* Whether the rule holds on the same days of every week. */
static gboolean
is_week_stable (const YzHoursRule *rule)
{
  if (rule->years != NULL || (rule->dates != NULL && rule->months != EVERY_MONTH) || !names_every_week (rule) ||
      rule->follows_sun)
    return FALSE;
  for (guint i = 0; rule->days != NULL && i < rule->days->len; i++)
    if (g_array_index (rule->days, YzHoursDays, i).kind != YZ_HOURS_DAYS_WEEKDAYS)
      return FALSE;
  return TRUE;
}

/*
 * After how many days without a change there is none to come. One kind of selector comes again within nine years: a
 * 29 February around 1900 or 2100, a week 53. Two kinds meet again within forty: 29 February on each weekday.
 */
static guint
find_cycle (const YzHoursRule *rule)
{
  guint kinds = (rule->dates != NULL) + (rule->weeks != NULL) + (rule->days != NULL);
  gboolean weekdays_only = rule->dates == NULL && rule->weeks == NULL && rule->years == NULL;

  if (kinds > 1)
    return 41 * 366;
  if (!weekdays_only || (rule->days != NULL && !is_week_stable (rule)))
    return 9 * 366;
  return rule->follows_sun ? 366 : 40; /* no week lasts longer, also with shifted workdays */
}

void
yz_hours_compile (YzHours *self)
{
  self->week_stable = TRUE;
  self->cycle = 0;
  for (guint i = 0; i < self->rules->len; i++)
    {
      YzHoursRule *rule = &g_array_index (self->rules, YzHoursRule, i);

      rule->names_days = rule->years != NULL || rule->dates != NULL || rule->weeks != NULL || rule->days != NULL;
      compile_months (rule);
      compile_weekdays (rule);
      compile_spans (rule);
      self->week_stable &= is_week_stable (rule);
      self->cycle = MAX (self->cycle, find_cycle (rule));
    }
}

const char *
yz_hours_rule_get_comment (const YzHoursRule *self)
{
  return self->comment != NULL ? self->comment : self->label;
}

void
yz_hours_rule_clear (YzHoursRule *self)
{
  g_clear_pointer (&self->years, g_array_unref);
  g_clear_pointer (&self->dates, g_array_unref);
  g_clear_pointer (&self->weeks, g_array_unref);
  g_clear_pointer (&self->days, g_array_unref);
  g_clear_pointer (&self->spans, g_array_unref);
  g_clear_pointer (&self->segments, g_array_unref);
  g_clear_pointer (&self->label, g_free);
  g_clear_pointer (&self->comment, g_free);
}
