/*
 * What holds when.
 *
 * The unit is the civil day. The rules that name it, and those of the days before that reach over midnight, are laid
 * over one another in the order of the text; a normal rule that names days removes what lies under it. One instant
 * asks each layer in turn, a stretch of time paints them on a timeline.
 */
#include "config.h"

#include "yz-hours-rule.h"
#include "yz-hours-timeline.h"

#include <string.h>

/* A value may name many years; the search for its next change ends after so many days in all. */
#define SEARCH_DAYS_AT_MOST (200 * 366)

/* Civil dates are reckoned with up to 9999-12-31. */
#define LAST_YEAR 9999
#define LAST_DAY 3652059

/* A rule as it reaches into one day: 0 midnights after its own day, 1, 2. */
typedef struct
{
  guint8 rule;
  guint8 midnights;
} Layer;

typedef struct
{
  guint n_layers;
  Layer layers[YZ_HOURS_MAX_RULES * 3 + 3];
} Stack;

static gint64
clamp_instant (gint64 instant)
{
  return CLAMP (instant, 0, yz_hours_instant (LAST_DAY, YZ_HOURS_DAY));
}

static const YzHoursRule *
get_rule (const YzHours *self, guint index)
{
  return &g_array_index (self->rules, YzHoursRule, index);
}

/*
 * Whether the rule, on a day that it names, replaces all before it. A rule that says "off" takes away only its own
 * time. One that names no days completes those that do, as in "Mo-Fr 09:00-17:00; 17:00-18:00"; it replaces only
 * another that names none.
 */
static gboolean
replaces (const YzHours *self, guint index)
{
  const YzHoursRule *rule = get_rule (self, index);

  if (rule->separator != YZ_HOURS_NORMAL || rule->state == YZ_HOURS_CLOSED)
    return FALSE;
  return rule->names_days || (index > 0 && rule->state == YZ_HOURS_OPEN && !get_rule (self, index - 1)->names_days);
}

static gboolean
fills_day (const YzHoursRule *rule)
{
  return rule->segments == NULL && !rule->follows_sun && rule->separator != YZ_HOURS_FALLBACK;
}

static void
push (Stack *stack, guint rule, guint midnights)
{
  stack->layers[stack->n_layers++] = (Layer){ rule, midnights };
}

static void
collect (const YzHours *self, const YzHoursCalendar *calendar, guint32 julian, Stack *stack)
{
  YzHoursDay today, before[2];
  guint n_before = 0;

  stack->n_layers = 0;
  yz_hours_day_init (&today, julian, calendar);
  for (guint i = 0; i < self->rules->len; i++)
    {
      const YzHoursRule *rule = get_rule (self, i);

      if (yz_hours_rule_names_day (rule, &today, calendar))
        {
          if (replaces (self, i) || fills_day (rule))
            stack->n_layers = 0;
          push (stack, i, 0);
        }
      for (guint midnights = 1; midnights <= rule->reach && midnights < julian; midnights++)
        {
          if (n_before < midnights)
            yz_hours_day_init (&before[n_before++], julian - midnights, calendar);
          if (yz_hours_rule_names_day (rule, &before[midnights - 1], calendar))
            push (stack, i, midnights);
        }
    }
}

/* Paint tells the rule and whether the minute lies in its open end; 0 is no rule. */
static guint16
make_paint (guint rule, gboolean open_end)
{
  return (rule + 1) * 2 + open_end;
}

static int
rule_of_paint (guint16 paint)
{
  return paint / 2 - 1;
}

static YzHoursState
state_of_paint (const YzHours *self, guint16 paint)
{
  YzHoursState state;

  if (paint == 0)
    return YZ_HOURS_CLOSED;
  state = get_rule (self, rule_of_paint (paint))->state;
  return (paint & 1) && state == YZ_HOURS_OPEN ? YZ_HOURS_UNKNOWN : state;
}

/* Paints only what is closed so far. */
static void
paint_gaps (const YzHours *self, YzHoursTimeline *timeline, int start, int end, guint16 paint)
{
  int minute = MAX (start, 0);

  end = MIN (end, timeline->length);
  while (minute < end)
    {
      guint cell = yz_hours_timeline_find (timeline, minute);
      int cell_end = MIN (yz_hours_timeline_get_end (timeline, cell), end);

      if (state_of_paint (self, timeline->paint[cell]) == YZ_HOURS_CLOSED)
        yz_hours_timeline_paint (timeline, minute, cell_end, paint);
      minute = cell_end;
    }
}

static void
paint_segments (const YzHours *self, YzHoursTimeline *timeline, Layer layer, const GArray *segments)
{
  const YzHoursRule *rule = get_rule (self, layer.rule);
  int shift = layer.midnights * YZ_HOURS_DAY;

  for (guint i = 0; i < segments->len; i++)
    {
      const YzHoursSegment *segment = &g_array_index (segments, YzHoursSegment, i);
      guint16 paint = make_paint (layer.rule, segment->open_end);

      if (rule->separator == YZ_HOURS_FALLBACK)
        paint_gaps (self, timeline, segment->start - shift, segment->end - shift, paint);
      else
        yz_hours_timeline_paint (timeline, segment->start - shift, segment->end - shift, paint);
    }
}

static GArray *
make_segments (const YzHoursRule *rule, const YzHoursSun *sun)
{
  GArray *segments = g_array_sized_new (FALSE, FALSE, sizeof (YzHoursSegment), rule->spans->len);

  yz_hours_rule_add_segments (rule, sun, segments);
  return segments;
}

static void
paint_layer (const YzHours *self, YzHoursSky *sky, guint32 julian, YzHoursTimeline *timeline, Layer layer)
{
  const YzHoursRule *rule = get_rule (self, layer.rule);

  if (rule->follows_sun)
    {
      g_autoptr (GArray) segments = make_segments (rule, yz_hours_sky_get_sun (sky, julian - layer.midnights));

      paint_segments (self, timeline, layer, segments);
    }
  else if (rule->segments != NULL)
    {
      paint_segments (self, timeline, layer, rule->segments);
    }
  else if (rule->separator == YZ_HOURS_FALLBACK)
    {
      paint_gaps (self, timeline, 0, YZ_HOURS_DAY, make_paint (layer.rule, FALSE));
    }
  else
    {
      yz_hours_timeline_paint (timeline, 0, YZ_HOURS_DAY, make_paint (layer.rule, FALSE));
    }
}

static void
paint_day (const YzHours *self, YzHoursSky *sky, guint32 julian, YzHoursTimeline *timeline)
{
  Stack stack;

  collect (self, sky->calendar, julian, &stack);
  yz_hours_timeline_init (timeline, YZ_HOURS_DAY);
  for (guint i = 0; i < stack.n_layers; i++)
    paint_layer (self, sky, julian, timeline, stack.layers[i]);
}

/* The layer's paint at the minute, 0 where it leaves it alone. */
static guint16
paint_at (const YzHours *self, YzHoursSky *sky, guint32 julian, Layer layer, int minute)
{
  const YzHoursRule *rule = get_rule (self, layer.rule);
  g_autoptr (GArray) of_day = NULL;
  const GArray *segments = rule->segments;

  minute += layer.midnights * YZ_HOURS_DAY;
  if (rule->follows_sun)
    segments = of_day = make_segments (rule, yz_hours_sky_get_sun (sky, julian - layer.midnights));
  if (segments == NULL)
    return make_paint (layer.rule, FALSE);

  for (guint i = 0; i < segments->len; i++)
    {
      const YzHoursSegment *segment = &g_array_index (segments, YzHoursSegment, i);

      if (minute < segment->start)
        return 0;
      if (minute < segment->end)
        return make_paint (layer.rule, segment->open_end);
    }
  return 0;
}

YzHoursStatus
yz_hours_get_status (YzHours *self, const YzHoursCalendar *calendar, gint64 at)
{
  YzHoursSky sky = { .calendar = calendar };
  guint32 julian;
  guint16 paint = 0;
  Stack stack;
  int rule;

  at = clamp_instant (at);
  julian = yz_hours_instant_get_julian (at);
  collect (self, calendar, julian, &stack);
  for (guint i = 0; i < stack.n_layers; i++)
    {
      gboolean fallback = get_rule (self, stack.layers[i].rule)->separator == YZ_HOURS_FALLBACK;
      guint16 above;

      if (fallback && state_of_paint (self, paint) != YZ_HOURS_CLOSED)
        continue;
      above = paint_at (self, &sky, julian, stack.layers[i], yz_hours_instant_get_minute (at));
      if (above != 0)
        paint = above;
    }

  rule = rule_of_paint (paint);
  return (YzHoursStatus){ state_of_paint (self, paint),
                          rule >= 0 ? yz_hours_rule_get_comment (get_rule (self, rule)) : NULL, rule };
}

/* The end of the stretch that @first_state holds from @after's minute on, within the day; -1 where it holds on. */
static int
find_change_in_day (const YzHours *self, const YzHoursTimeline *timeline, int after, YzHoursState state)
{
  for (guint i = yz_hours_timeline_find (timeline, after); i < timeline->n_cells; i++)
    if (state_of_paint (self, timeline->paint[i]) != state)
      return MAX (timeline->start[i], after);
  return -1;
}

static gint64
search_days (const YzHours *self, YzHoursSky *sky, gint64 after, guint n_days, YzHoursState state)
{
  guint32 julian = yz_hours_instant_get_julian (after);
  int minute = yz_hours_instant_get_minute (after);

  for (guint i = 0; i < n_days && julian + i <= LAST_DAY; i++)
    {
      YzHoursTimeline timeline;
      int change;

      paint_day (self, sky, julian + i, &timeline);
      change = find_change_in_day (self, &timeline, minute, state);
      if (change >= 0)
        return yz_hours_instant (julian + i, change);
      minute = 0;
    }
  return YZ_HOURS_NEVER;
}

static void
take_earlier (int *earliest, int after, int year)
{
  if (year > after && year < *earliest)
    *earliest = year;
}

static void
take_years (int *earliest, int after, const YzHoursYears *years)
{
  int steps = years->first > after ? 0 : (after - years->first) / years->step + 1;

  take_earlier (earliest, after, years->first + steps * years->step);
  if (years->last < G_MAXINT16)
    take_earlier (earliest, after, years->last + 1);
}

/* The first year after @after in which the value may begin to differ; %G_MAXINT where there is none. */
static int
find_named_year (const YzHours *self, int after)
{
  int earliest = G_MAXINT;

  for (guint i = 0; i < self->rules->len; i++)
    {
      const YzHoursRule *rule = get_rule (self, i);

      for (guint j = 0; rule->years != NULL && j < rule->years->len; j++)
        take_years (&earliest, after, &g_array_index (rule->years, YzHoursYears, j));
      for (guint j = 0; rule->dates != NULL && j < rule->dates->len; j++)
        {
          const YzHoursDates *dates = &g_array_index (rule->dates, YzHoursDates, j);

          take_earlier (&earliest, after, dates->first.year);
          take_earlier (&earliest, after, dates->last.year);
        }
    }
  return earliest;
}

static int
year_of (guint32 julian)
{
  YzHoursDay day;

  yz_hours_day_init (&day, julian, NULL);
  return day.year;
}

gint64
yz_hours_get_next_change (YzHours *self, const YzHoursCalendar *calendar, gint64 after, YzHoursState *state)
{
  YzHoursSky sky = { .calendar = calendar };
  gint64 from = clamp_instant (after);
  YzHoursState now = yz_hours_get_status (self, calendar, from).state;
  gint64 change = search_days (self, &sky, from, self->cycle, now);

  for (guint n = self->cycle; change == YZ_HOURS_NEVER && n < SEARCH_DAYS_AT_MOST; n += self->cycle)
    {
      int year = find_named_year (self, year_of (yz_hours_instant_get_julian (from) + self->cycle));

      if (year > LAST_YEAR)
        break;
      from = yz_hours_instant (yz_hours_day_from_civil (year, 1, 1) - 2, 0);
      change = search_days (self, &sky, from, self->cycle, now);
    }

  if (state != NULL)
    *state = change != YZ_HOURS_NEVER ? yz_hours_get_status (self, calendar, change).state : now;
  return change;
}

static gboolean
continues (const YzHours *self, const YzHoursInterval *before, gint64 start, guint16 paint, const char *comment)
{
  return before->end == start && before->state == state_of_paint (self, paint) &&
         g_strcmp0 (before->comment, comment) == 0;
}

static void
add_cell (const YzHours *self, GArray *intervals, gint64 start, gint64 end, guint16 paint)
{
  YzHoursInterval *last = intervals->len > 0 ? &g_array_index (intervals, YzHoursInterval, intervals->len - 1) : NULL;
  YzHoursInterval interval = { start, end, state_of_paint (self, paint), NULL, rule_of_paint (paint) };

  if (interval.state == YZ_HOURS_CLOSED || start >= end)
    return;
  interval.comment = yz_hours_rule_get_comment (get_rule (self, interval.rule));
  if (last != NULL && continues (self, last, start, paint, interval.comment))
    last->end = end;
  else
    g_array_append_val (intervals, interval);
}

static void
add_day (const YzHours *self, YzHoursSky *sky, guint32 julian, gint64 from, gint64 to, GArray *intervals)
{
  YzHoursTimeline timeline;

  paint_day (self, sky, julian, &timeline);
  for (guint i = 0; i < timeline.n_cells; i++)
    {
      gint64 start = yz_hours_instant (julian, timeline.start[i]);
      gint64 end = yz_hours_instant (julian, yz_hours_timeline_get_end (&timeline, i));

      add_cell (self, intervals, MAX (start, from), MIN (end, to), timeline.paint[i]);
    }
}

GArray *
yz_hours_get_intervals (YzHours *self, const YzHoursCalendar *calendar, gint64 from, gint64 to)
{
  GArray *intervals = g_array_new (FALSE, FALSE, sizeof (YzHoursInterval));
  YzHoursSky sky = { .calendar = calendar };

  from = clamp_instant (from);
  to = clamp_instant (to);
  for (gint64 day = from; day < to; day = yz_hours_instant (yz_hours_instant_get_julian (day) + 1, 0))
    add_day (self, &sky, yz_hours_instant_get_julian (day), from, to, intervals);
  return intervals;
}

gboolean
yz_hours_comment_is_self_service (const char *comment)
{
  static const char *const words[] = { "自助", "无人值守", "self-service", "self service", "unattended" };
  g_autofree char *lower = NULL;

  if (comment == NULL)
    return FALSE;
  lower = g_utf8_strdown (comment, -1);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (lower, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

GArray *
yz_hours_get_week (YzHours *self, const YzHoursCalendar *calendar, guint32 monday)
{
  GArray *bars = g_array_new (FALSE, TRUE, sizeof (YzHoursBar));

  for (guint i = 0; i < 7; i++)
    {
      g_autoptr (GArray) intervals =
        yz_hours_get_intervals (self, calendar, yz_hours_instant (monday + i, 0), yz_hours_instant (monday + i + 1, 0));

      for (guint j = 0; j < intervals->len; j++)
        {
          const YzHoursInterval *interval = &g_array_index (intervals, YzHoursInterval, j);
          YzHoursBar bar = { .weekday = (monday + i + 6) % 7 + 1,
                             .start = interval->start - yz_hours_instant (monday + i, 0),
                             .end = interval->end - yz_hours_instant (monday + i, 0),
                             .state = interval->state,
                             .self_service = yz_hours_comment_is_self_service (interval->comment),
                             .comment = interval->comment };

          g_array_append_val (bars, bar);
        }
    }
  return bars;
}
