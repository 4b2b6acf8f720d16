/* Selectors of days: years, dates, weeks, days of the week, holidays. */
#include "config.h"

#include "yz-hours-parser.h"

#include <glib/gi18n-lib.h>

/* A shift by a week or more names another weekday of the same row; one from a holiday names its eve or its morrow. */
#define MAX_SHIFT_OF_WEEKDAY 6
#define MAX_SHIFT_OF_HOLIDAY 1

gboolean
yz_parser_read_step (YzParser *self, int least, int most, int *step)
{
  const YzToken *number;

  if (!yz_parser_take_sign (self, '/'))
    return TRUE;

  number = yz_parser_peek (self, 0);
  if (number->kind != YZ_TOKEN_NUMBER || number->value < least || number->value > most)
    return yz_parser_fail (self, number, _ ("After “/” stands how often, such as 2 for every second"));
  *step = number->value;
  self->at++;
  return TRUE;
}

/* Whether the comma at the current place goes on with @kind, and steps over it. */
static gboolean
take_comma_before (YzParser *self, YzTokenKind kind)
{
  if (!yz_parser_sees_sign (self, 0, ',') || !yz_parser_sees (self, 1, kind))
    return FALSE;
  self->at++;
  return TRUE;
}

static gboolean
read_year_range (YzParser *self, YzHoursYears *years)
{
  const YzToken *first = yz_parser_peek (self, 0);
  int step = 1;

  *years = (YzHoursYears){ first->value, first->value, 1 };
  self->at++;
  if (yz_parser_take_sign (self, '+'))
    {
      years->last = G_MAXINT16;
      return TRUE;
    }
  if (yz_parser_sees_sign (self, 0, '-') && yz_parser_sees_year (self, 1))
    {
      years->last = yz_parser_peek (self, 1)->value;
      self->at += 2;
      if (years->last < years->first)
        return yz_parser_fail (self, first, _ ("The range of years ends before it begins"));
    }
  else if (yz_parser_sees_sign (self, 0, '/'))
    {
      years->last = G_MAXINT16;
    }
  if (!yz_parser_read_step (self, 1, 1000, &step))
    return FALSE;
  years->step = step;
  return TRUE;
}

gboolean
yz_parser_read_years (YzParser *self, YzHoursRule *rule)
{
  YzHoursYears years;

  if (rule->years != NULL)
    return yz_parser_fail (self, yz_parser_peek (self, 0), _ ("The rule names years twice; separate rules with “;”"));
  rule->years = g_array_new (FALSE, FALSE, sizeof (YzHoursYears));

  do
    {
      if (!read_year_range (self, &years))
        return FALSE;
      g_array_append_val (rule->years, years);
    }
  while (yz_parser_sees_sign (self, 0, ',') && yz_parser_sees_year (self, 1) && ++self->at);
  return TRUE;
}

static gboolean
read_week_range (YzParser *self, YzHoursWeeks *weeks)
{
  const YzToken *first = yz_parser_peek (self, 0);
  const YzToken *last = first;
  int step = 1;

  if (first->kind != YZ_TOKEN_NUMBER || yz_parser_sees_clock (self, 0))
    return yz_parser_fail (self, first, _ ("After “week” stands a number from 1 to 53"));
  self->at++;
  if (yz_parser_sees_sign (self, 0, '-') && yz_parser_sees (self, 1, YZ_TOKEN_NUMBER))
    {
      last = yz_parser_peek (self, 1);
      self->at += 2;
    }
  if (first->value < 1 || first->value > 53 || last->value < 1 || last->value > 53)
    return yz_parser_fail (self, first, _ ("A year has the weeks 1 to 53"));
  if (last->value < first->value)
    return yz_parser_fail (self, first, _ ("The range of weeks ends before it begins"));
  if (last != first && !yz_parser_read_step (self, 2, 52, &step))
    return FALSE;
  *weeks = (YzHoursWeeks){ first->value, last->value, step };
  return TRUE;
}

gboolean
yz_parser_read_weeks (YzParser *self, YzHoursRule *rule)
{
  YzHoursWeeks weeks;

  if (rule->weeks != NULL)
    return yz_parser_fail (self, yz_parser_peek (self, 0), _ ("The rule names weeks twice; separate rules with “;”"));
  rule->weeks = g_array_new (FALSE, FALSE, sizeof (YzHoursWeeks));
  self->at++;

  while (TRUE)
    {
      if (!read_week_range (self, &weeks))
        return FALSE;
      g_array_append_val (rule->weeks, weeks);

      if (take_comma_before (self, YZ_TOKEN_WEEK))
        self->at++;
      else if (!yz_parser_sees_sign (self, 0, ',') || !yz_parser_sees (self, 1, YZ_TOKEN_NUMBER) ||
               yz_parser_sees_clock (self, 1))
        return TRUE;
      else
        self->at++;
    }
}

gboolean
yz_parser_read_offset (YzParser *self, int most, gint16 *offset)
{
  const YzToken *sign = yz_parser_peek (self, 0);
  const YzToken *number = yz_parser_peek (self, 1);

  if ((!yz_token_is_sign (sign, '+') && !yz_token_is_sign (sign, '-')) || number->kind != YZ_TOKEN_NUMBER ||
      !yz_parser_sees (self, 2, YZ_TOKEN_DAY))
    return TRUE;
  if (number->value > most)
    return yz_parser_fail (self, number, _ ("A shift by so many days cannot be meant; name the day itself"));

  *offset = number->value * (sign->value == '-' ? -1 : 1);
  self->at += 3;
  return TRUE;
}

static gboolean
read_nth (YzParser *self, int *nth)
{
  gboolean negative = yz_parser_take_sign (self, '-');
  const YzToken *number = yz_parser_peek (self, 0);

  if (number->kind != YZ_TOKEN_NUMBER || number->value < 1 || number->value > 5)
    return yz_parser_fail (self, number, _ ("In square brackets stand numbers from 1 to 5 or -1 to -5"));
  *nth = negative ? -number->value : number->value;
  self->at++;
  return TRUE;
}

gboolean
yz_parser_read_nths (YzParser *self, guint8 *nth, guint8 *nth_last)
{
  self->at++;
  do
    {
      const YzToken *token = yz_parser_peek (self, 0);
      int first = 0, last;

      if (!read_nth (self, &first))
        return FALSE;
      last = first;
      if (yz_parser_take_sign (self, '-') && !read_nth (self, &last))
        return FALSE;
      if (last < first || (first < 0 && last > 0))
        return yz_parser_fail (self, token, _ ("The range ends before it begins"));
      for (int n = first; n <= last; n++)
        {
          if (n > 0)
            *nth |= 1 << (n - 1);
          else if (n < 0)
            *nth_last |= 1 << ((-n - 1) & 7);
        }
    }
  while (yz_parser_take_sign (self, ','));

  if (!yz_parser_take_sign (self, ']'))
    return yz_parser_fail (self, yz_parser_peek (self, 0), _ ("“]” is missing"));
  return TRUE;
}

static gboolean
read_weekday_entry (YzParser *self, YzHoursDays *days)
{
  const YzToken *token = yz_parser_peek (self, 0);

  self->at++;
  if (token->kind == YZ_TOKEN_WEEKDAYS)
    {
      *days = (YzHoursDays){ .kind = YZ_HOURS_DAYS_WEEKDAYS, .first = token->value / 8, .last = token->value % 8 };
      return TRUE;
    }

  *days = (YzHoursDays){ .kind = YZ_HOURS_DAYS_WEEKDAYS, .first = token->value, .last = token->value };
  if (yz_parser_sees_sign (self, 0, '['))
    {
      days->kind = YZ_HOURS_DAYS_NTH;
      return yz_parser_read_nths (self, &days->nth, &days->nth_last) &&
             yz_parser_read_offset (self, MAX_SHIFT_OF_WEEKDAY, &days->offset);
    }
  if (yz_parser_sees_sign (self, 0, '-') && yz_parser_sees (self, 1, YZ_TOKEN_WEEKDAY))
    {
      days->last = yz_parser_peek (self, 1)->value;
      self->at += 2;
    }
  return TRUE;
}

static gboolean
read_day_entry (YzParser *self, YzHoursRule *rule)
{
  const YzToken *token = yz_parser_peek (self, 0);
  YzHoursDays days = { 0 };

  if (token->kind == YZ_TOKEN_HOLIDAY)
    {
      days.kind = token->value == 0 ? YZ_HOURS_DAYS_PUBLIC : YZ_HOURS_DAYS_SCHOOL;
      self->at++;
      if (days.kind == YZ_HOURS_DAYS_PUBLIC && !yz_parser_read_offset (self, MAX_SHIFT_OF_HOLIDAY, &days.offset))
        return FALSE;
    }
  else if (!read_weekday_entry (self, &days))
    {
      return FALSE;
    }
  g_array_append_val (rule->days, days);
  return TRUE;
}

gboolean
yz_parser_sees_day (const YzParser *self, guint ahead)
{
  YzTokenKind kind = yz_parser_peek (self, ahead)->kind;

  return kind == YZ_TOKEN_WEEKDAY || kind == YZ_TOKEN_WEEKDAYS || kind == YZ_TOKEN_HOLIDAY;
}

/* Whether the days so far can be a frame for more. */
static gboolean
names_only_holidays (const YzHoursRule *rule)
{
  for (guint i = 0; i < rule->days->len; i++)
    {
      YzHoursDaysKind kind = g_array_index (rule->days, YzHoursDays, i).kind;

      if (kind != YZ_HOURS_DAYS_PUBLIC && kind != YZ_HOURS_DAYS_SCHOOL)
        return FALSE;
    }
  return TRUE;
}

/* What follows without a comma: "SH Mo-Fr" are the weekdays of the holidays, "Mo Tu" a list with a comma missing. */
static gboolean
join_days (YzParser *self, YzHoursRule *rule)
{
  const YzToken *token = yz_parser_peek (self, 0);

  if (token->kind == YZ_TOKEN_HOLIDAY && !names_only_holidays (rule))
    return yz_parser_fail (self, token,
                           _ ("Days and holidays are joined by a comma; a rule for holidays follows after “;”"));
  if (token->kind != YZ_TOKEN_HOLIDAY && rule->n_within == 0 && names_only_holidays (rule))
    rule->n_within = rule->days->len;
  else
    yz_parser_warn (self, token, _ ("A comma belongs between two days"));
  return TRUE;
}

gboolean
yz_parser_read_days (YzParser *self, YzHoursRule *rule)
{
  if (rule->days == NULL)
    rule->days = g_array_new (FALSE, FALSE, sizeof (YzHoursDays));
  else if (!join_days (self, rule))
    return FALSE;

  while (TRUE)
    {
      if (!read_day_entry (self, rule))
        return FALSE;
      if (yz_parser_sees_sign (self, 0, ',') && yz_parser_sees_day (self, 1))
        self->at++;
      else if (!yz_parser_sees_day (self, 0))
        return TRUE;
      else if (!join_days (self, rule))
        return FALSE;
    }
}
