/* Times in Chinese text: which half of the day is meant, whether a span fits those before it, and rests at noon. */
#include "config.h"

#include "yz-hours-zh-reader.h"

#include <glib/gi18n-lib.h>

#define NOON (12 * 60)
#define MIDNIGHT (24 * 60)

/* Minutes since midnight as the word before it has it: 下午2:30 is 14:30, 晚上18:00 says the same twice. */
static gboolean
settle_time (YzZhReader *self, const YzZhToken *time, YzZhPeriod period, int *minutes)
{
  int written = time->first;

  *minutes = written;
  switch (period)
    {
    case YZ_ZH_ANY_TIME:
      return TRUE;
    case YZ_ZH_SMALL_HOURS:
      *minutes = written >= NOON && written < NOON + 60 ? written - NOON : written;
      return *minutes <= 7 * 60 ||
             yz_zh_reader_fail (self, _ ("The hour and the part of the day contradict each other"));
    case YZ_ZH_MORNING:
      return written < NOON + 60 ||
             yz_zh_reader_fail (self, _ ("The hour and the part of the day contradict each other"));
    case YZ_ZH_NOON:
      *minutes = written <= 3 * 60 ? written + NOON : written;
      return (*minutes >= 10 * 60 && *minutes <= 15 * 60) ||
             yz_zh_reader_fail (self, _ ("The hour and the part of the day contradict each other"));
    case YZ_ZH_AFTERNOON:
      *minutes = written < NOON ? written + NOON : written;
      return *minutes <= 20 * 60 ||
             yz_zh_reader_fail (self, _ ("The hour and the part of the day contradict each other"));
    case YZ_ZH_EVENING:
      *minutes = written == NOON ? MIDNIGHT : written < NOON ? written + NOON : written;
      return *minutes >= 17 * 60 ||
             yz_zh_reader_fail (self, _ ("The hour and the part of the day contradict each other"));
    default:
      g_assert_not_reached ();
    }
}

/* 下午2:30-5:00: the word holds for both, where that makes a span */
static YzZhPeriod
inherit_period (const YzZhToken *start, const YzZhToken *end, int start_minutes)
{
  if (end->period != YZ_ZH_ANY_TIME || end->first >= NOON)
    return end->period;
  if ((start->period == YZ_ZH_AFTERNOON || start->period == YZ_ZH_EVENING) && end->first + NOON > start_minutes)
    return start->period == YZ_ZH_EVENING ? YZ_ZH_EVENING : YZ_ZH_AFTERNOON;
  return YZ_ZH_ANY_TIME;
}

/* A span that ends before it begins is a night where it begins late; else one of the two lacks its "下午". */
static gboolean
check_order (YzZhReader *self, const YzZhToken *end, int start_minutes, int end_minutes)
{
  gboolean night = start_minutes >= 17 * 60 && end_minutes <= 9 * 60;

  if (start_minutes < self->last_end)
    return yz_zh_reader_fail (self, _ ("The times are not in order: morning or afternoon?"));
  if (end->last == 1)
    return end_minutes <= start_minutes || yz_zh_reader_fail (self, _ ("A span of more than a day"));
  if (end_minutes > start_minutes)
    return TRUE;
  if (!night || (end->period == YZ_ZH_ANY_TIME && end_minutes > 0 && start_minutes < 18 * 60))
    return yz_zh_reader_fail (self, _ ("The span ends before it begins: morning or afternoon?"));
  return TRUE;
}

/* Takes a rest at noon out of the span that holds it; one between two spans changes nothing. */
static gboolean
cut_out (YzZhReader *self, int start, int end)
{
  for (guint i = 0; i < self->spans->len; i++)
    {
      YzZhSpan *span = &g_array_index (self->spans, YzZhSpan, i);
      const YzZhSpan *next = i + 1 < self->spans->len ? span + 1 : NULL;
      YzZhSpan rest = { end, span->end };

      if (span->start < start && end < span->end)
        {
          span->end = start;
          g_array_insert_val (self->spans, i + 1, rest);
          return TRUE;
        }
      if (next != NULL && span->end == start && next->start == end)
        return TRUE;
    }
  return yz_zh_reader_fail (self, _ ("A rest that is not between opening and closing"));
}

static gboolean
is_rest (const YzZhReader *self)
{
  return self->spans->len > 0 && yz_zh_reader_peek (self, 1)->kind == YZ_ZH_DASH &&
         yz_zh_reader_peek (self, 2)->kind == YZ_ZH_TIME && yz_zh_reader_peek (self, 3)->kind == YZ_ZH_CLOSED &&
         yz_zh_reader_peek (self, 0)->first < g_array_index (self->spans, YzZhSpan, self->spans->len - 1).end;
}

/* The times of a rest, at the current place. */
static gboolean
read_rest (YzZhReader *self)
{
  const YzZhToken *start = yz_zh_reader_peek (self, 0), *end = yz_zh_reader_peek (self, 2);
  int start_minutes, end_minutes;

  if (start->kind != YZ_ZH_TIME || yz_zh_reader_peek (self, 1)->kind != YZ_ZH_DASH || end->kind != YZ_ZH_TIME)
    return yz_zh_reader_fail (self, _ ("A rest without times"));
  if (!settle_time (self, start, start->period, &start_minutes) ||
      !settle_time (self, end, end->period, &end_minutes) || end_minutes <= start_minutes)
    return yz_zh_reader_fail (self, _ ("A rest that is not between opening and closing"));
  self->at += 3;
  return cut_out (self, start_minutes, end_minutes);
}

/* "午休12:00-13:30" */
gboolean
yz_zh_reader_read_lunch (YzZhReader *self)
{
  do
    self->at++;
  while (yz_zh_reader_peek (self, 0)->kind == YZ_ZH_COMMA);
  return read_rest (self);
}

gboolean
yz_zh_reader_read_span (YzZhReader *self)
{
  const YzZhToken *start = yz_zh_reader_peek (self, 0);
  const YzZhToken *end = yz_zh_reader_peek (self, 2);
  int start_minutes, end_minutes;
  YzZhSpan span;

  if (is_rest (self))
    return read_rest (self) && ++self->at;
  if (start->last == 1)
    return yz_zh_reader_fail (self, _ ("The parts of the text do not fit together"));
  if (self->closed)
    return yz_zh_reader_fail (self, _ ("Times after a day of rest: on which days?"));
  if (yz_zh_reader_peek (self, 1)->kind != YZ_ZH_DASH || end->kind != YZ_ZH_TIME)
    return yz_zh_reader_fail (self, _ ("A time stands alone: until when?"));
  if (!settle_time (self, start, start->period, &start_minutes) ||
      !settle_time (self, end, inherit_period (start, end, start_minutes), &end_minutes) ||
      !check_order (self, end, start_minutes, end_minutes))
    return FALSE;
  if (self->all_day)
    return yz_zh_reader_fail (self, _ ("“24小时” and other times: which holds where?"));

  self->at += 3;
  self->last_end = end_minutes > start_minutes ? end_minutes : MIDNIGHT;
  if (start_minutes == 0 && end_minutes == MIDNIGHT)
    {
      self->all_day = TRUE;
      return self->spans->len == 0 || yz_zh_reader_fail (self, _ ("“24小时” and other times: which holds where?"));
    }
  span = (YzZhSpan){ start_minutes, end_minutes };
  g_array_append_val (self->spans, span);
  return TRUE;
}

gboolean
yz_zh_reader_read_all_day (YzZhReader *self)
{
  self->at++;
  if (self->closed)
    return yz_zh_reader_fail (self, _ ("Times after a day of rest: on which days?"));
  if (self->spans->len > 0)
    return yz_zh_reader_fail (self, _ ("“24小时” and other times: which holds where?"));
  self->all_day = TRUE;
  return TRUE;
}
