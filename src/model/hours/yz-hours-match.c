/* Does a rule name this day? Civil dates by integer arithmetic: this is the inner loop of every evaluation. */
#include "config.h"

#include "yz-hours-rule.h"

/* Day 1 of GDate is 0001-01-01, day 306 of the era that begins on 0000-03-01.
 * Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms". */
#define DAYS_BEFORE_FIRST 305
#define DAYS_OF_ERA 146097

guint32
yz_hours_day_from_civil (int year, int month, int day)
{
  int y = month <= 2 ? year - 1 : year;
  int era = y / 400;
  int year_of_era = y - era * 400;
  int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

  return era * DAYS_OF_ERA + day_of_era - DAYS_BEFORE_FIRST;
}

static void
split_day (guint32 julian, int *year, int *month, int *day)
{
  int days = julian + DAYS_BEFORE_FIRST;
  int era = days / DAYS_OF_ERA;
  int day_of_era = days - era * DAYS_OF_ERA;
  int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  int shifted_month = (5 * day_of_year + 2) / 153;

  *day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
  *month = shifted_month + (shifted_month < 10 ? 3 : -9);
  *year = year_of_era + era * 400 + (*month <= 2);
}

static gboolean
is_leap_year (int year)
{
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int
yz_hours_days_in_month (int year, int month)
{
  static const gint8 days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  return days[month - 1] + (month == 2 && is_leap_year (year));
}

/* 0001-01-01 was a Monday. */
static int
weekday_of (guint32 julian)
{
  return (julian + 6) % 7 + 1;
}

void
yz_hours_day_init (YzHoursDay *day, guint32 julian, const YzHoursCalendar *calendar)
{
  GDateWeekday shift = calendar != NULL ? yz_hours_calendar_get_shift (calendar, julian) : G_DATE_BAD_WEEKDAY;

  day->julian = julian;
  split_day (julian, &day->year, &day->month, &day->day);
  day->weekday = weekday_of (julian);
  day->week = 0;
  day->hours_of = shift != G_DATE_BAD_WEEKDAY ? (int) shift : day->weekday;
}

/* ISO 8601: a week belongs to the year of its Thursday. */
static int
week_of (YzHoursDay *day)
{
  if (day->week == 0)
    {
      guint32 thursday = day->julian + 4 - day->weekday;
      int year, month, of_month;

      split_day (thursday, &year, &month, &of_month);
      day->week = (thursday - yz_hours_day_from_civil (year, 1, 1)) / 7 + 1;
    }
  return day->week;
}

/* The Gregorian Easter Sunday. Source: "Anonymous Gregorian algorithm", Nature, 20 April 1876. */
static guint32
easter_of (int year)
{
  int a = year % 19, b = year / 100, c = year % 100;
  int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  int m = (a + 11 * h + 22 * l) / 451;
  int n = h + l - 7 * m + 114;

  return yz_hours_day_from_civil (year, n / 31, n % 31 + 1);
}

/* The nth weekday of a month, 0 where the month has none. */
static guint32
nth_weekday_of (int year, int month, int weekday, int nth)
{
  int length = yz_hours_days_in_month (year, month);
  guint32 first = yz_hours_day_from_civil (year, month, 1);
  int day;

  if (nth > 0)
    day = (weekday - weekday_of (first) + 7) % 7 + 7 * (nth - 1);
  else
    day = length - 1 - (weekday_of (first + length - 1) - weekday + 7) % 7 + 7 * (nth + 1);
  return day >= 0 && day < length ? first + day : 0;
}

static guint32
move_toward (guint32 julian, int weekday, int sign)
{
  int distance = sign > 0 ? (weekday - weekday_of (julian) + 7) % 7 : (weekday_of (julian) - weekday + 7) % 7;

  return julian + sign * (distance != 0 ? distance : 7);
}

typedef enum
{
  AS_DAY,   /* must exist: no 29 February in most years */
  AS_START, /* the next day that exists */
  AS_END,   /* the last day that exists */
} Role;

/* The day that @date is in @year, 0 where there is none. */
static guint32
resolve (const YzHoursDate *date, int year, Role role)
{
  guint32 julian = 0;
  int length;

  switch (date->kind)
    {
    case YZ_HOURS_DATE_MONTH:
      julian = yz_hours_day_from_civil (year, date->month, 1);
      return role == AS_END ? julian + yz_hours_days_in_month (year, date->month) - 1 : julian;
    case YZ_HOURS_DATE_DAY:
      length = yz_hours_days_in_month (year, date->month);
      if (role == AS_DAY && date->day > length)
        return 0;
      julian = yz_hours_day_from_civil (year, date->month, MIN (date->day, length)) +
               (role == AS_START && date->day > length);
      break;
    case YZ_HOURS_DATE_NTH:
      julian = nth_weekday_of (year, date->month, date->weekday, date->nth);
      break;
    case YZ_HOURS_DATE_EASTER:
      /* As the end of a range, easter is the moment at which the feast begins: evaluators in the field agree. */
      julian = easter_of (year) - (role == AS_END);
      break;
    default:
      g_assert_not_reached ();
    }

  if (julian == 0)
    return 0;
  if (date->toward != 0)
    julian = move_toward (julian, date->toward, date->toward_sign);
  return julian + date->offset;
}

static gboolean
single_date_is_day (const YzHoursDate *date, const YzHoursDay *day)
{
  int year = date->year != 0 ? date->year : day->year;

  if (date->kind == YZ_HOURS_DATE_MONTH)
    return day->month == date->month && day->year == year;
  if (resolve (date, year, AS_DAY) == day->julian)
    return TRUE;
  if (date->year != 0 || (date->offset == 0 && date->toward == 0))
    return FALSE;
  /* a shift may lead over New Year */
  return resolve (date, year - 1, AS_DAY) == day->julian || resolve (date, year + 1, AS_DAY) == day->julian;
}

/* Whether the range that begins in @year holds the day. */
static gboolean
range_holds_day (const YzHoursDates *dates, int year, const YzHoursDay *day)
{
  guint32 start = resolve (&dates->first, year, AS_START);
  guint32 end = resolve (&dates->last, dates->last.year != 0 ? dates->last.year : year, AS_END);

  if (start == 0)
    return FALSE;
  if (dates->last.year == 0 && end != 0 && end < start)
    end = resolve (&dates->last, year + 1, AS_END);
  return end != 0 && day->julian >= start && day->julian <= end && (day->julian - start) % dates->step == 0;
}

/* "Dec 31-2014 Jan 2" begins in the year before */
static int
first_year_before (const YzHoursDates *dates)
{
  int year = dates->last.year;

  return resolve (&dates->first, year, AS_START) <= resolve (&dates->last, year, AS_END) ? year : year - 1;
}

static gboolean
range_names_day (const YzHoursDates *dates, const YzHoursDay *day)
{
  if (dates->first.year != 0)
    return range_holds_day (dates, dates->first.year, day);
  if (dates->last.year != 0)
    return range_holds_day (dates, first_year_before (dates), day);
  return range_holds_day (dates, day->year, day) || range_holds_day (dates, day->year - 1, day) ||
         (dates->first.offset < 0 && range_holds_day (dates, day->year + 1, day));
}

static gboolean
dates_name_day (const YzHoursDates *dates, const YzHoursDay *day)
{
  guint32 start;

  switch (dates->kind)
    {
    case YZ_HOURS_DATES_SINGLE:
      return single_date_is_day (&dates->first, day);
    case YZ_HOURS_DATES_RANGE:
      return range_names_day (dates, day);
    case YZ_HOURS_DATES_ONWARDS:
      start = resolve (&dates->first, dates->first.year != 0 ? dates->first.year : day->year, AS_START);
      return start != 0 && day->julian >= start;
    default:
      g_assert_not_reached ();
    }
}

static gboolean
rule_names_date (const YzHoursRule *rule, const YzHoursDay *day)
{
  if (rule->months & (1 << (day->month - 1)))
    return TRUE;

  for (guint i = 0; i < rule->dates->len; i++)
    {
      const YzHoursDates *dates = &g_array_index (rule->dates, YzHoursDates, i);

      if (!dates->in_mask && dates_name_day (dates, day))
        return TRUE;
    }
  return FALSE;
}

static gboolean
rule_names_year (const YzHoursRule *rule, const YzHoursDay *day)
{
  for (guint i = 0; i < rule->years->len; i++)
    {
      const YzHoursYears *years = &g_array_index (rule->years, YzHoursYears, i);

      if (day->year >= years->first && day->year <= years->last && (day->year - years->first) % years->step == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
rule_names_week (const YzHoursRule *rule, YzHoursDay *day)
{
  int week = week_of (day);

  for (guint i = 0; i < rule->weeks->len; i++)
    {
      const YzHoursWeeks *weeks = &g_array_index (rule->weeks, YzHoursWeeks, i);

      if (week >= weeks->first && week <= weeks->last && (week - weeks->first) % weeks->step == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
nth_names_day (const YzHoursDays *days, const YzHoursDay *day)
{
  guint32 named = day->julian - days->offset;
  int year, month, of_month, from_end;

  if (weekday_of (named) != days->first || day->hours_of != day->weekday)
    return FALSE;
  split_day (named, &year, &month, &of_month);
  from_end = (yz_hours_days_in_month (year, month) - of_month) / 7;
  return (days->nth & (1 << ((of_month - 1) / 7))) != 0 || (days->nth_last & (1 << from_end)) != 0;
}

static gboolean
entry_names_day (const YzHoursDays *days, const YzHoursDay *day, const YzHoursCalendar *calendar)
{
  switch (days->kind)
    {
    case YZ_HOURS_DAYS_WEEKDAYS:
      return FALSE; /* compiled */
    case YZ_HOURS_DAYS_NTH:
      return nth_names_day (days, day);
    case YZ_HOURS_DAYS_PUBLIC:
      return yz_hours_calendar_is_public_holiday (calendar, day->julian - days->offset);
    case YZ_HOURS_DAYS_SCHOOL:
      return yz_hours_calendar_is_school_holiday (calendar, day->julian);
    default:
      g_assert_not_reached ();
    }
}

static gboolean
any_names_day (const YzHoursRule *rule, guint first, guint end, const YzHoursDay *day, const YzHoursCalendar *calendar)
{
  for (guint i = first; i < end; i++)
    if (entry_names_day (&g_array_index (rule->days, YzHoursDays, i), day, calendar))
      return TRUE;
  return FALSE;
}

static gboolean
rule_names_weekday (const YzHoursRule *rule, const YzHoursDay *day, const YzHoursCalendar *calendar)
{
  if (rule->n_within > 0 && !any_names_day (rule, 0, rule->n_within, day, calendar))
    return FALSE;
  return (rule->weekdays & (1 << day->hours_of)) != 0 ||
         any_names_day (rule, rule->n_within, rule->days->len, day, calendar);
}

gboolean
yz_hours_rule_names_day (const YzHoursRule *self, YzHoursDay *day, const YzHoursCalendar *calendar)
{
  if (!self->names_days)
    return TRUE;
  return (self->years == NULL || rule_names_year (self, day)) && (self->dates == NULL || rule_names_date (self, day)) &&
         (self->weeks == NULL || rule_names_week (self, day)) &&
         (self->days == NULL || rule_names_weekday (self, day, calendar));
}
