/* Dates within the year: "Jan-Mar", "2026 Feb 15-2026 Feb 23", "Dec 24,25", "easter -2 days-Nov Su[1]". */
#include "config.h"

#include "yz-hours-parser.h"

#include <glib/gi18n-lib.h>

/* Days that the month may have: a 29 February exists in some year. */
static int
longest_month (int month)
{
  return month == 2 ? 29 : yz_hours_days_in_month (2024, month);
}

static gboolean
read_day_number (YzParser *self, YzHoursDate *date)
{
  const YzToken *number = yz_parser_peek (self, 0);

  if (number->value < 1 || number->value > longest_month (date->month))
    return yz_parser_fail (self, number, _ ("The month does not have this day"));
  date->kind = YZ_HOURS_DATE_DAY;
  date->day = number->value;
  self->at++;
  return TRUE;
}

/* A number that counts a day: "Jan 1", but not "Jan 10:00-18:00" or "Jan 00-24". */
static gboolean
sees_day_number (const YzParser *self, guint ahead)
{
  const YzToken *number = yz_parser_peek (self, ahead);

  return number->kind == YZ_TOKEN_NUMBER && number->value > 0 && !yz_parser_sees_clock (self, ahead) &&
         !yz_parser_sees_always (self, ahead);
}

/* "+Su": the first Sunday after the date */
static void
read_toward (YzParser *self, YzHoursDate *date)
{
  const YzToken *sign = yz_parser_peek (self, 0);

  if ((!yz_token_is_sign (sign, '+') && !yz_token_is_sign (sign, '-')) || !yz_parser_sees (self, 1, YZ_TOKEN_WEEKDAY) ||
      yz_parser_sees_sign (self, 2, '['))
    return;
  date->toward = yz_parser_peek (self, 1)->value;
  date->toward_sign = sign->value == '-' ? -1 : 1;
  self->at += 2;
}

static gboolean
read_nth_weekday (YzParser *self, YzHoursDate *date)
{
  const YzToken *weekday = yz_parser_peek (self, 0);
  guint8 nth = 0, nth_last = 0;

  self->at++;
  if (!yz_parser_read_nths (self, &nth, &nth_last))
    return FALSE;
  date->kind = YZ_HOURS_DATE_NTH;
  date->weekday = weekday->value;
  date->nth = nth != 0 ? __builtin_ctz (nth) + 1 : -(__builtin_ctz (nth_last) + 1);
  return TRUE;
}

/*
 * Whether the weekday after a month makes a date of it, "Jan Su[-1]", and does not select days of the month, as in
 * "Jan Su[1,3]" and "Jan Su[1],Mo". It makes no difference but for ranges and shifts, which need the date.
 */
static gboolean
sees_nth_date (const YzParser *self)
{
  guint number = yz_parser_sees_sign (self, 2, '-') ? 3 : 2;
  guint next = number + 2;

  if (!yz_parser_sees (self, 0, YZ_TOKEN_WEEKDAY) || !yz_parser_sees_sign (self, 1, '[') ||
      !yz_parser_sees (self, number, YZ_TOKEN_NUMBER) || !yz_parser_sees_sign (self, number + 1, ']'))
    return FALSE;
  if (yz_parser_sees (self, next + 2, YZ_TOKEN_DAY))
    next += 3;
  return !yz_parser_sees_sign (self, next, ',') || !yz_parser_sees_day (self, next + 1);
}

/* "Jan 0": no day, and no hour either as after a range of months, "Nov-Feb 0-24" */
static gboolean
sees_day_zero (const YzParser *self)
{
  const YzToken *number = yz_parser_peek (self, 0);

  return number->kind == YZ_TOKEN_NUMBER && number->value == 0 && number->digits <= 2 &&
         !yz_parser_sees_clock (self, 0);
}

/* "Jan", "Jan 31", "Jan Su[-1]" */
static gboolean
read_month (YzParser *self, const YzHoursDate *before, YzHoursDate *date)
{
  date->month = yz_parser_peek (self, 0)->value;
  self->at++;
  if (before != NULL && before->kind == YZ_HOURS_DATE_MONTH)
    return TRUE; /* "Nov-Feb 10-18": hours follow */
  if (sees_day_number (self, 0) || sees_day_zero (self))
    return read_day_number (self, date);
  if (sees_nth_date (self) && !self->after_months)
    return read_nth_weekday (self, date);
  return TRUE;
}

/* The "26" of "Dec 24-26" */
static gboolean
read_day_of_same_month (YzParser *self, const YzHoursDate *before, YzHoursDate *date)
{
  const YzToken *token = yz_parser_peek (self, 0);

  date->year = before->year;
  date->month = before->month;
  if (!read_day_number (self, date))
    return FALSE;
  return date->day >= before->day || yz_parser_fail (self, token, _ ("The range of days ends before it begins"));
}

static gboolean
read_named_day (YzParser *self, const YzHoursDate *before, YzHoursDate *date)
{
  const YzToken *token = yz_parser_peek (self, 0);

  if (token->kind == YZ_TOKEN_MONTH)
    return read_month (self, before, date);
  if (token->kind == YZ_TOKEN_NUMBER && before != NULL && before->kind == YZ_HOURS_DATE_DAY)
    return read_day_of_same_month (self, before, date);
  if (token->kind != YZ_TOKEN_EASTER)
    return yz_parser_fail (self, token, _ ("Expected a month or a date such as Jan 31"));

  date->kind = YZ_HOURS_DATE_EASTER;
  self->at++;
  return TRUE;
}

/* How far from the date another may be that is told by it. */
static int
max_shift (const YzHoursDate *date)
{
  if (date->kind == YZ_HOURS_DATE_EASTER)
    return 200;
  return date->kind == YZ_HOURS_DATE_NTH ? 6 : 366;
}

/* "easter+1" without the day */
static void
read_bare_offset (YzParser *self, YzHoursDate *date)
{
  const YzToken *number = yz_parser_peek (self, 1);
  YzTokenKind next = yz_parser_peek (self, 2)->kind;

  if (date->kind != YZ_HOURS_DATE_EASTER || !yz_parser_sees_sign (self, 0, '+') || number->kind != YZ_TOKEN_NUMBER ||
      number->value > max_shift (date) || (!yz_parser_sees_sign (self, 2, ',') && next != YZ_TOKEN_STATE))
    return;
  yz_parser_warn (self, number, _ ("“days” is missing after the number"));
  date->offset = number->value;
  self->at += 2;
}

/* One end of a range. @before is the other, whose month "Dec 24-26" takes over; %NULL at the first. */
static gboolean
read_date (YzParser *self, const YzHoursDate *before, YzHoursDate *date)
{
  *date = (YzHoursDate){ .kind = YZ_HOURS_DATE_MONTH };
  if (yz_parser_sees_year (self, 0))
    {
      date->year = yz_parser_peek (self, 0)->value;
      self->at++;
    }
  if (!read_named_day (self, before, date))
    return FALSE;
  if (date->kind == YZ_HOURS_DATE_MONTH)
    return TRUE; /* "Jan +1 day" is no date */

  read_toward (self, date);
  read_bare_offset (self, date);
  return date->offset != 0 || yz_parser_read_offset (self, max_shift (date), &date->offset);
}

static gboolean
sees_named_day (const YzParser *self, guint ahead)
{
  YzTokenKind kind = yz_parser_peek (self, ahead)->kind;

  return kind == YZ_TOKEN_MONTH || kind == YZ_TOKEN_EASTER;
}

gboolean
yz_parser_sees_date (const YzParser *self, guint ahead)
{
  return sees_named_day (self, ahead) || (yz_parser_sees_year (self, ahead) && sees_named_day (self, ahead + 1));
}

static gboolean
sees_range_end (const YzParser *self, const YzHoursDates *dates)
{
  if (!yz_parser_sees_sign (self, 0, '-'))
    return FALSE;
  if (yz_parser_sees_date (self, 1))
    return TRUE;
  return dates->first.kind == YZ_HOURS_DATE_DAY && sees_day_number (self, 1);
}

static gboolean
read_entry (YzParser *self, const YzHoursDate *month_of, YzHoursDates *dates)
{
  const YzToken *token = yz_parser_peek (self, 0);
  int step = 1;

  *dates = (YzHoursDates){ .kind = YZ_HOURS_DATES_SINGLE };
  if (month_of != NULL)
    {
      dates->first = (YzHoursDate){ .kind = YZ_HOURS_DATE_DAY, .year = month_of->year, .month = month_of->month };
      if (!read_day_number (self, &dates->first))
        return FALSE;
    }
  else if (!read_date (self, NULL, &dates->first))
    {
      return FALSE;
    }

  if (sees_range_end (self, dates))
    {
      self->at++;
      dates->kind = YZ_HOURS_DATES_RANGE;
      if (!read_date (self, &dates->first, &dates->last))
        return FALSE;
      if (dates->last.kind == YZ_HOURS_DATE_MONTH && dates->first.kind != YZ_HOURS_DATE_MONTH)
        return yz_parser_fail (self, token, _ ("The range begins with a day and ends with a month; name the last day"));
      if (!yz_parser_read_step (self, 1, 366, &step))
        return FALSE;
    }
  else if (dates->first.kind != YZ_HOURS_DATE_MONTH && yz_parser_take_sign (self, '+'))
    {
      dates->kind = YZ_HOURS_DATES_ONWARDS;
    }
  else if (yz_parser_sees_sign (self, 0, '-') && !yz_parser_sees (self, 1, YZ_TOKEN_END))
    {
      return yz_parser_fail (self, token, _ ("The range of dates has no end that can be understood"));
    }
  dates->step = step;
  return TRUE;
}

/* "2026 Jan,Mar" and "2026 Jan-Mar" limit all the months; "2026 Jan 5,Mar 7" dates only the first. */
static void
lift_year (YzHoursRule *rule)
{
  YzHoursDates *first = &g_array_index (rule->dates, YzHoursDates, 0);
  YzHoursYears years = { first->first.year, first->first.year, 1 };

  if (first->first.year == 0 || first->first.kind != YZ_HOURS_DATE_MONTH || rule->years != NULL)
    return;
  for (guint i = 0; i < rule->dates->len; i++)
    {
      const YzHoursDates *dates = &g_array_index (rule->dates, YzHoursDates, i);

      if ((i > 0 && dates->first.year != 0) || dates->last.year != 0)
        return;
    }

  first->first.year = 0;
  rule->years = g_array_new (FALSE, FALSE, sizeof (YzHoursYears));
  g_array_append_val (rule->years, years);
}

/* Whether the comma at the current place goes on with a date, and steps over it. */
static gboolean
take_comma_before_date (YzParser *self, const YzHoursDates *previous, const YzHoursDate **month_of)
{
  const YzHoursDate *last = previous->kind == YZ_HOURS_DATES_RANGE ? &previous->last : &previous->first;

  *month_of = NULL;
  if (!yz_parser_sees_sign (self, 0, ','))
    return FALSE;
  if (!yz_parser_sees_date (self, 1))
    {
      if (last->kind != YZ_HOURS_DATE_DAY || !sees_day_number (self, 1))
        return FALSE;
      *month_of = last;
    }
  self->at++;
  return TRUE;
}

gboolean
yz_parser_read_dates (YzParser *self, YzHoursRule *rule)
{
  const YzHoursDate *month_of = NULL;
  YzHoursDates dates, previous;

  if (rule->dates != NULL)
    return yz_parser_fail (self, yz_parser_peek (self, 0), _ ("The rule names dates twice; separate rules with “;”"));
  rule->dates = g_array_new (FALSE, FALSE, sizeof (YzHoursDates));
  self->after_months = FALSE;

  do
    {
      if (!read_entry (self, month_of, &dates))
        return FALSE;
      g_array_append_val (rule->dates, dates);
      previous = dates;
      self->after_months = dates.first.kind == YZ_HOURS_DATE_MONTH;
    }
  while (take_comma_before_date (self, &previous, &month_of));

  lift_year (rule);
  return TRUE;
}
