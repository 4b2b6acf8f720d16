/* Times of day: "08:30-12:00,13:00+", "sunrise-(sunset-01:00)", and "8.30 to 12", "9am-5pm". */
#include "config.h"

#include "yz-hours-parser.h"

#include <glib/gi18n-lib.h>

/* How a time was written, while both ends of a span are not yet known. */
typedef struct
{
  YzHoursTime time;
  const YzToken *token;
  gboolean meridiem; /* "9 am" */
  gboolean bare;     /* "9" */
} Written;

static gboolean
sees_minutes (const YzParser *self)
{
  const YzToken *sign = yz_parser_peek (self, 0);
  const YzToken *number = yz_parser_peek (self, 1);

  return (yz_token_is_sign (sign, ':') || yz_token_is_sign (sign, '.')) && number->kind == YZ_TOKEN_NUMBER;
}

/* "0830" */
static void
split_compact (YzParser *self, const YzToken *number, int *hours, int *minutes)
{
  *hours = number->value / 100;
  *minutes = number->value % 100;
  self->compact_times = TRUE;
  yz_parser_warn (self, number, _ ("A colon belongs between hours and minutes"));
}

static gboolean
read_minutes (YzParser *self, const YzToken *hours, int *minutes)
{
  const YzToken *number;
  gboolean dot = yz_parser_sees_sign (self, 0, '.');

  if (dot)
    yz_parser_warn (self, yz_parser_peek (self, 0), _ ("A colon belongs between hours and minutes"));
  self->at++;
  number = yz_parser_peek (self, 0);
  if (number->digits > 2 || (dot && number->digits != 2))
    return yz_parser_fail (self, number, _ ("Minutes have two digits"));
  if (number->digits != 2 || hours->digits != 2)
    yz_parser_warn (self, number->digits != 2 ? number : hours, _ ("Hours and minutes have two digits"));
  *minutes = number->value;
  self->at++;
  return TRUE;
}

/* "10h" and "10h30" */
static gboolean
read_hour_word (YzParser *self, Written *written, int *minutes)
{
  if (yz_parser_peek (self, 0)->value == 0)
    written->bare = FALSE;
  self->at++;
  if (yz_parser_sees (self, 0, YZ_TOKEN_NUMBER) && yz_parser_peek (self, 0)->digits == 2 &&
      !yz_parser_peek (self, 0)->spaced)
    {
      *minutes = yz_parser_peek (self, 0)->value;
      self->at++;
    }
  return TRUE;
}

static gboolean
apply_meridiem (YzParser *self, Written *written, int *hours)
{
  const YzToken *token = yz_parser_peek (self, 0);

  if (*hours > 12 && token->value == 12)
    yz_parser_warn (self, token, _ ("“pm” says nothing after 12"));
  else if (*hours > 12 || *hours == 0)
    return yz_parser_fail (self, token, _ ("This hour is not one of a twelve-hour clock"));
  else
    *hours = *hours % 12 + token->value;

  written->meridiem = TRUE;
  written->bare = FALSE;
  self->at++;
  return TRUE;
}

static gboolean
read_clock (YzParser *self, Written *written)
{
  const YzToken *number = yz_parser_peek (self, 0);
  int hours = number->value, minutes = 0;

  self->at++;
  written->bare = TRUE;
  if (number->digits == 4)
    {
      split_compact (self, number, &hours, &minutes);
      written->bare = FALSE;
    }
  else if (number->digits > 2 && !(number->digits == 3 && number->value < 25 && sees_minutes (self)))
    {
      return yz_parser_fail (self, number, _ ("Not a time: expected hours and minutes such as 08:30"));
    }
  else if (sees_minutes (self))
    {
      if (!read_minutes (self, number, &minutes))
        return FALSE;
      written->bare = FALSE;
    }

  if (yz_parser_sees (self, 0, YZ_TOKEN_HOUR))
    read_hour_word (self, written, &minutes);
  if (yz_parser_sees (self, 0, YZ_TOKEN_MERIDIEM) && !apply_meridiem (self, written, &hours))
    return FALSE;
  if (minutes > 59)
    return yz_parser_fail (self, number, _ ("An hour has 60 minutes"));
  if (hours > 48 || (hours == 48 && minutes > 0))
    return yz_parser_fail (self, number, _ ("Times end at 48:00, the midnight after the next day"));

  written->time = (YzHoursTime){ YZ_HOURS_CLOCK, hours * 60 + minutes };
  return TRUE;
}

/* "(sunset-01:00)" */
static gboolean
read_offset_event (YzParser *self, Written *written)
{
  const YzToken *open = yz_parser_peek (self, 0);
  const YzToken *event = yz_parser_peek (self, 1);
  const YzToken *sign = yz_parser_peek (self, 2);
  const YzToken *hours = yz_parser_peek (self, 3);
  const YzToken *minutes = yz_parser_peek (self, 5);

  if (event->kind != YZ_TOKEN_EVENT || (!yz_token_is_sign (sign, '+') && !yz_token_is_sign (sign, '-')) ||
      hours->kind != YZ_TOKEN_NUMBER || !yz_parser_sees_sign (self, 4, ':') || minutes->kind != YZ_TOKEN_NUMBER ||
      !yz_parser_sees_sign (self, 6, ')'))
    return yz_parser_fail (self, open, _ ("In brackets stands a time relative to the sun, such as (sunset-01:00)"));
  if (hours->value > 23 || minutes->value > 59 || minutes->digits != 2)
    return yz_parser_fail (self, hours, _ ("The distance from the sun's event is less than a day, as in 01:30"));

  written->time.event = event->value;
  written->time.minutes = (hours->value * 60 + minutes->value) * (sign->value == '-' ? -1 : 1);
  self->at += 7;
  return TRUE;
}

static gboolean
read_time (YzParser *self, Written *written)
{
  const YzToken *token = yz_parser_peek (self, 0);

  *written = (Written){ .token = token };
  if (token->kind == YZ_TOKEN_NUMBER)
    return read_clock (self, written);
  if (yz_token_is_sign (token, '('))
    return read_offset_event (self, written);

  if (token->kind == YZ_TOKEN_EVENT)
    written->time.event = token->value;
  else if (token->kind == YZ_TOKEN_NOON)
    written->time.minutes = token->value;
  else
    return yz_parser_fail (self, token, _ ("Expected a time such as 08:30"));
  self->at++;
  return TRUE;
}

/* "9-5pm" may start in the morning or not at all; "10-12pm" can only start in the morning. */
static gboolean
settle_meridiem (YzParser *self, const Written *start, const Written *end)
{
  int minutes = start->time.minutes;

  if (start->time.event != YZ_HOURS_CLOCK || end->time.event != YZ_HOURS_CLOCK)
    return TRUE;
  if (end->meridiem && !start->meridiem && minutes < 720 && minutes + 720 < end->time.minutes && minutes >= 60)
    return yz_parser_fail (self, start->token, _ ("Morning or afternoon? Write am or pm, or use the 24-hour clock"));
  return TRUE;
}

static gboolean
settle_span (YzParser *self, Written *start, Written *end, YzHoursSpan *span)
{
  if (!settle_meridiem (self, start, end))
    return FALSE;
  /* "15-2026" has a year in it rather than a time */
  if ((start->bare && end->token->digits == 4) || (end->bare && start->token->digits == 4))
    return yz_parser_fail (self, start->token, _ ("Not a time: expected hours and minutes such as 08:30"));
  if (start->bare || end->bare)
    yz_parser_warn (self, start->bare ? start->token : end->token, _ ("The minutes are missing; “:00” is assumed"));

  span->start = start->time;
  span->end = end->time;
  if (span->start.event != YZ_HOURS_CLOCK || span->end.event != YZ_HOURS_CLOCK)
    return TRUE;

  /* "until midnight" and "until 12am" are the end of the day; 09:00-00:00 too */
  if (span->end.minutes <= span->start.minutes)
    span->end.minutes += YZ_HOURS_DAY;
  if (span->end.minutes > 2 * YZ_HOURS_DAY)
    return yz_parser_fail (self, end->token, _ ("Times end at 48:00, the midnight after the next day"));
  return TRUE;
}

static gboolean
check_start (YzParser *self, Written *start)
{
  if (start->token->kind == YZ_TOKEN_NOON)
    start->time.minutes %= YZ_HOURS_DAY;
  if (start->time.event == YZ_HOURS_CLOCK && start->time.minutes >= YZ_HOURS_DAY)
    return yz_parser_fail (self, start->token, _ ("A time span starts before 24:00"));
  return TRUE;
}

/*
 * "Su 9:30": something begins and nobody says how long it lasts, which is what "09:30+" means. Whether the place has
 * only such times is seen when all rules are read; beside spans a single time is half of one.
 */
static gboolean
read_moment (YzParser *self, const Written *start, YzHoursSpan *span)
{
  if (start->bare || start->time.event != YZ_HOURS_CLOCK || start->token->digits == 4)
    return yz_parser_fail (self, start->token,
                           _ ("A single time is no opening hours: write a span such as 08:00-12:00, or 08:00+"));

  yz_parser_warn (self, start->token, _ ("A single time tells when it begins, not until when: taken as an open end"));
  if (self->moment == NULL)
    self->moment = start->token;
  span->start = span->end = start->time;
  return span->open_end = TRUE;
}

static gboolean
read_span (YzParser *self, YzHoursSpan *span)
{
  Written start, end;

  *span = (YzHoursSpan){ 0 };
  if (!read_time (self, &start) || !check_start (self, &start))
    return FALSE;

  if (yz_parser_take_sign (self, '-'))
    {
      if (!read_time (self, &end) || !settle_span (self, &start, &end, span))
        return FALSE;
      span->open_end = yz_parser_take_sign (self, '+');
      self->has_spans = TRUE;
    }
  else if (yz_parser_take_sign (self, '+'))
    {
      if (start.bare)
        yz_parser_warn (self, start.token, _ ("The minutes are missing; “:00” is assumed"));
      span->start = span->end = start.time;
      span->open_end = self->has_spans = TRUE;
    }
  else if (!read_moment (self, &start, span))
    {
      return FALSE;
    }

  if (yz_parser_sees_sign (self, 0, '/'))
    return yz_parser_fail (self, yz_parser_peek (self, 0), _ ("Repeated times are a timetable, not opening hours"));
  return TRUE;
}

/* Whether a list of times goes on after the comma that is the current token. */
static gboolean
sees_time_after_comma (const YzParser *self)
{
  const YzToken *next = yz_parser_peek (self, 1);

  if (next->kind == YZ_TOKEN_NUMBER)
    return (!yz_parser_sees_year (self, 1) || self->compact_times) && !yz_parser_sees_always (self, 1);
  return next->kind == YZ_TOKEN_EVENT || next->kind == YZ_TOKEN_NOON || yz_token_is_sign (next, '(');
}

/* "8:00 18:00" may lack its dash, and "9:00,1:00" its afternoon. */
static gboolean
check_moment_order (YzParser *self, const YzHoursRule *rule, const YzHoursSpan *span)
{
  const YzHoursSpan *before = (const YzHoursSpan *) rule->spans->data;
  const YzToken *token = yz_parser_peek (self, 0);

  if (self->moment == NULL || rule->spans->len == 0)
    return TRUE;
  return span->start.minutes > before[rule->spans->len - 1].start.minutes ||
         yz_parser_fail (self, token, _ ("The times are not in order: morning or afternoon?"));
}

gboolean
yz_parser_read_times (YzParser *self, YzHoursRule *rule)
{
  YzHoursSpan span;

  if (rule->spans == NULL)
    rule->spans = g_array_new (FALSE, FALSE, sizeof (YzHoursSpan));
  else if (self->moment != NULL)
    return yz_parser_fail (self, yz_parser_peek (self, 0), _ ("A comma or a dash is missing between two times"));
  else
    yz_parser_warn (self, yz_parser_peek (self, 0), _ ("A comma belongs between two time spans"));

  do
    {
      if (!read_span (self, &span) || !check_moment_order (self, rule, &span))
        return FALSE;
      g_array_append_val (rule->spans, span);
      if (rule->spans->len > YZ_HOURS_MAX_SPANS)
        return yz_parser_fail (self, yz_parser_peek (self, 0), _ ("There are more time spans than a day can have"));
    }
  while (yz_parser_sees_sign (self, 0, ',') && sees_time_after_comma (self) && ++self->at);
  return TRUE;
}
