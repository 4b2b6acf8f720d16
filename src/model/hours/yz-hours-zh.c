/*
 * Chinese ledger text → standard syntax, where it has one meaning.
 *
 * The text is read as a row of statements, each of days or dates followed by times. Everything that would need a
 * guess ends the reading with a reason: a word not known, an afternoon without "下午", a season without dates.
 */
#include "config.h"

#include "yz-hours-rule.h"
#include "yz-hours-zh-reader.h"

#include <glib/gi18n-lib.h>

gboolean
yz_zh_reader_fail (YzZhReader *self, const char *reason)
{
  if (*self->error == NULL)
    g_set_error_literal (self->error, YZ_HOURS_ERROR, YZ_HOURS_ERROR_UNCERTAIN, reason);
  return FALSE;
}

static gboolean
has_hours (const YzZhReader *self)
{
  return self->spans->len > 0 || self->all_day;
}

static void
write_spans (const YzZhReader *self, GString *out)
{
  for (guint i = 0; i < self->spans->len; i++)
    {
      const YzZhSpan *span = &g_array_index (self->spans, YzZhSpan, i);

      g_string_append_printf (out, "%s%02d:%02d-%02d:%02d", i > 0 ? "," : "", span->start / 60, span->start % 60,
                              span->end / 60, span->end % 60);
    }
}

static void
write_statement (const YzZhReader *self, gboolean closed, GString *out)
{
  if (self->dates->len > 0)
    g_string_append_printf (out, "%s ", self->dates->str);
  g_string_append_printf (out, "%s ", self->days->len > 0 ? self->days->str : "Mo-Su");
  if (closed)
    g_string_append (out, "off");
  else if (self->all_day)
    g_string_append (out, "00:00-24:00");
  else
    write_spans (self, out);
}

/* Ends the statement; days and dates stay for the next one, which may have only times or only other dates. */
static void
flush (YzZhReader *self, gboolean closed)
{
  if (self->value->len > 0)
    g_string_append (self->value, "; ");

  if (self->all_day && self->dates->len == 0 && (self->days->len == 0 || g_str_equal (self->days->str, "Mo-Su")))
    g_string_append (self->value, "24/7");
  else
    write_statement (self, closed, self->value);
  if (self->except->len > 0)
    g_string_append_printf (self->value, "; %s off", self->except->str);
  if (self->days->len == 0)
    self->weekdays = 0xfe;

  g_array_set_size (self->spans, 0);
  g_string_truncate (self->except, 0);
  self->opens |= !closed;
  self->all_day = FALSE;
  self->last_end = 0;
}

static void
append_item (GString *list, const char *item)
{
  if (list->len > 0)
    g_string_append_c (list, ',');
  g_string_append (list, item);
}

static void
skip_commas (YzZhReader *self)
{
  while (yz_zh_reader_peek (self, 0)->kind == YZ_ZH_COMMA)
    self->at++;
}

static gboolean
read_weekdays (YzZhReader *self)
{
  const YzZhToken *first = yz_zh_reader_peek (self, 0);
  const YzZhToken *last = first;
  g_autofree char *item = NULL;

  self->at++;
  if (yz_zh_reader_peek (self, 0)->kind == YZ_ZH_DASH && yz_zh_reader_peek (self, 1)->kind == YZ_ZH_DAYS)
    {
      last = yz_zh_reader_peek (self, 1);
      self->at += 2;
    }
  item = first->first == last->last
           ? g_strdup (yz_hours_weekday_names[first->first])
           : g_strdup_printf ("%s-%s", yz_hours_weekday_names[first->first], yz_hours_weekday_names[last->last]);
  append_item (self->days, item);
  for (int day = first->first;; day = day % 7 + 1)
    {
      self->weekdays |= 1 << day;
      if (day == last->last)
        return TRUE;
    }
}

/* "节假日" alone may mean weekends too; beside "周末", or where weekends are no question, it is the public holidays. */
static gboolean
holiday_is_certain (const YzZhReader *self, const YzZhToken *holiday)
{
  gboolean names_weekend = self->days->len > 0 && g_str_has_suffix (self->days->str, "Sa-Su");
  gboolean only_workdays = self->weekdays != 0 && (self->weekdays & 0xc0) == 0;

  return holiday->first == 0 || names_weekend || (only_workdays && yz_zh_reader_peek (self, 1)->kind == YZ_ZH_CLOSED);
}

/* The "每天" of "周一至周五每天", which says nothing more. */
static gboolean
repeats_days (const YzZhReader *self)
{
  return self->days->len > 0 && yz_zh_reader_peek (self, 0)->kind == YZ_ZH_DAYS &&
         yz_zh_reader_peek (self, 0)->first == 1 && yz_zh_reader_peek (self, 0)->last == 7;
}

static gboolean
read_days (YzZhReader *self)
{
  if (has_hours (self))
    flush (self, FALSE);
  g_string_truncate (self->days, 0);
  self->closed = FALSE;

  while (TRUE)
    {
      if (repeats_days (self))
        {
          self->at++;
          return TRUE;
        }
      if (yz_zh_reader_peek (self, 0)->kind == YZ_ZH_HOLIDAY)
        {
          if (!holiday_is_certain (self, yz_zh_reader_peek (self, 0)))
            return yz_zh_reader_fail (self, _ ("“节假日” may or may not mean weekends too"));
          append_item (self->days, "PH");
          self->at++;
        }
      else if (!read_weekdays (self))
        {
          return FALSE;
        }

      if (yz_zh_reader_peek (self, 0)->kind == YZ_ZH_COMMA &&
          (yz_zh_reader_peek (self, 1)->kind == YZ_ZH_DAYS || yz_zh_reader_peek (self, 1)->kind == YZ_ZH_HOLIDAY))
        self->at++;
      else if (yz_zh_reader_peek (self, 0)->kind != YZ_ZH_DAYS && yz_zh_reader_peek (self, 0)->kind != YZ_ZH_HOLIDAY)
        return TRUE;
    }
}

/* "除周一外": every day but these */
static gboolean
read_except (YzZhReader *self)
{
  self->at++;
  if ((yz_zh_reader_peek (self, 0)->kind != YZ_ZH_DAYS && yz_zh_reader_peek (self, 0)->kind != YZ_ZH_HOLIDAY) ||
      !read_days (self))
    return yz_zh_reader_fail (self, _ ("The parts of the text do not fit together"));
  if (yz_zh_reader_peek (self, 0)->kind != YZ_ZH_OUTSIDE)
    return yz_zh_reader_fail (self, _ ("The parts of the text do not fit together"));
  self->at++;
  g_string_assign (self->except, self->days->str);
  g_string_truncate (self->days, 0);
  skip_commas (self);
  if (yz_zh_reader_peek (self, 0)->kind == YZ_ZH_DAYS && yz_zh_reader_peek (self, 0)->first == 1 &&
      yz_zh_reader_peek (self, 0)->last == 7)
    self->at++;
  return yz_zh_reader_peek (self, 0)->kind == YZ_ZH_TIME || yz_zh_reader_peek (self, 0)->kind == YZ_ZH_ALL_DAY ||
         yz_zh_reader_fail (self, _ ("The parts of the text do not fit together"));
}

static void
append_rest_of_week (GString *days, guint8 named)
{
  for (int first = 1; first <= 7; first++)
    {
      g_autofree char *range = NULL;
      int last = first;

      if ((named & (1 << first)) != 0)
        continue;
      while (last < 7 && (named & (1 << (last + 1))) == 0)
        last++;
      range = g_strdup_printf ("%s-%s", yz_hours_weekday_names[first], yz_hours_weekday_names[last]);
      append_item (days, last > first ? range : yz_hours_weekday_names[first]);
      first = last;
    }
}

/* "周一闭馆，其余时间…": the days of the week that were not named */
static gboolean
read_others (YzZhReader *self)
{
  if (has_hours (self))
    flush (self, FALSE);
  if (self->weekdays == 0 || self->weekdays == 0xfe || self->dates->len > 0)
    return yz_zh_reader_fail (self, _ ("The parts of the text do not fit together"));

  self->at++;
  self->closed = FALSE;
  g_string_truncate (self->days, 0);
  append_rest_of_week (self->days, self->weekdays);
  self->weekdays = 0xfe;
  return TRUE;
}

/* "夏季（5月-9月）": the dates say it. */
static gboolean
read_season (YzZhReader *self)
{
  guint ahead = yz_zh_reader_peek (self, 1)->kind == YZ_ZH_OPEN || yz_zh_reader_peek (self, 1)->kind == YZ_ZH_COMMA ? 2
                                                                                                                    : 1;

  self->at++;
  return yz_zh_reader_peek (self, ahead - 1)->kind == YZ_ZH_DATE ||
         yz_zh_reader_fail (self, _ ("A season needs its dates"));
}

static void
write_date (GString *out, const YzZhToken *date)
{
  g_string_append (out, yz_hours_month_names[date->first]);
  if (date->last > 0)
    g_string_append_printf (out, " %02d", date->last);
}

static gboolean
read_dates (YzZhReader *self)
{
  const YzZhToken *first = yz_zh_reader_peek (self, 0);
  const YzZhToken *last = yz_zh_reader_peek (self, 2);

  if (has_hours (self))
    flush (self, FALSE);
  g_string_truncate (self->dates, 0);

  write_date (self->dates, first);
  self->at++;
  if (yz_zh_reader_peek (self, 0)->kind != YZ_ZH_DASH)
    return TRUE;
  if (last->kind != YZ_ZH_DATE || (first->last == 0) != (last->last == 0))
    return yz_zh_reader_fail (self, _ ("The range of dates has no end that can be understood"));
  g_string_append_c (self->dates, '-');
  write_date (self->dates, last);
  self->at += 2;
  return TRUE;
}

/* "周末不开"; "下午不开放" after a morning says what is known. */
static gboolean
read_closed (YzZhReader *self, YzZhPeriod period)
{
  if (period != YZ_ZH_ANY_TIME)
    {
      if (self->spans->len > 0 && period >= YZ_ZH_AFTERNOON && self->last_end <= 14 * 60)
        return TRUE;
      return yz_zh_reader_fail (self, _ ("Closed for a part of the day: from when to when?"));
    }
  if (has_hours (self) || self->days->len + self->dates->len == 0)
    return yz_zh_reader_fail (self, _ ("Closed, but on which days?"));
  flush (self, TRUE);
  g_string_truncate (self->days, 0);
  g_string_truncate (self->dates, 0);
  return self->closed = TRUE;
}

static gboolean
read_period (YzZhReader *self)
{
  YzZhPeriod period = yz_zh_reader_peek (self, 0)->period;

  if (yz_zh_reader_peek (self, 1)->kind != YZ_ZH_CLOSED)
    return yz_zh_reader_fail (self, _ ("A part of the day without times"));
  self->at += 2;
  return read_closed (self, period);
}

/* "(周末无休)", "节假日不打烊": says that there is no exception */
static gboolean
read_no_rest (YzZhReader *self)
{
  guint ahead = yz_zh_reader_peek (self, 0)->kind == YZ_ZH_OPEN;
  guint start = ahead;

  while (yz_zh_reader_peek (self, ahead)->kind == YZ_ZH_DAYS ||
         yz_zh_reader_peek (self, ahead)->kind == YZ_ZH_HOLIDAY || yz_zh_reader_peek (self, ahead)->kind == YZ_ZH_COMMA)
    ahead++;
  if (yz_zh_reader_peek (self, ahead)->kind != YZ_ZH_NO_REST)
    return FALSE;
  ahead++;
  if (start > 0 && yz_zh_reader_peek (self, ahead)->kind == YZ_ZH_CLOSE)
    ahead++;
  self->at += ahead;
  self->no_rest = TRUE;
  return TRUE;
}

/* Brackets hold dates or days for what follows, "(4月1日-9月30日) 9:00-21:00", or an exception to what stands before,
 * "9:00-17:00(周一休息)". */
static gboolean
read_bracket (YzZhReader *self)
{
  YzZhKind kind = yz_zh_reader_peek (self, 1)->kind;
  gboolean after_hours = has_hours (self);

  /* "周一至周五（8:30-17:30）", "9:00-17:00（午休12:00-13:00）" */
  if ((kind == YZ_ZH_TIME && !after_hours && self->days->len + self->dates->len > 0) ||
      (kind == YZ_ZH_LUNCH && after_hours))
    {
      self->n_brackets++;
      self->at++;
      return TRUE;
    }
  if (kind == YZ_ZH_CLOSE) /* around words that say nothing */
    {
      self->at += 2;
      return TRUE;
    }
  if (kind == YZ_ZH_SEASON)
    return yz_zh_reader_fail (self, _ ("A season needs its dates"));
  if (kind != YZ_ZH_DATE && kind != YZ_ZH_DAYS && kind != YZ_ZH_HOLIDAY)
    return yz_zh_reader_fail (self, _ ("The note in brackets is not understood"));
  self->at++;
  if (!(kind == YZ_ZH_DATE ? read_dates (self) : read_days (self)))
    return FALSE;
  if (after_hours && yz_zh_reader_peek (self, 0)->kind == YZ_ZH_CLOSED && ++self->at &&
      !read_closed (self, YZ_ZH_ANY_TIME))
    return FALSE;
  if (yz_zh_reader_peek (self, 0)->kind != YZ_ZH_CLOSE)
    return yz_zh_reader_fail (self, _ ("The note in brackets is not understood"));
  self->at++;
  return TRUE;
}

static gboolean
read_one (YzZhReader *self)
{
  if (read_no_rest (self))
    return TRUE;

  switch (yz_zh_reader_peek (self, 0)->kind)
    {
    case YZ_ZH_DAYS:
    case YZ_ZH_HOLIDAY:
      return read_days (self);
    case YZ_ZH_DATE:
      return read_dates (self);
    case YZ_ZH_TIME:
      return yz_zh_reader_read_span (self);
    case YZ_ZH_ALL_DAY:
      return yz_zh_reader_read_all_day (self);
    case YZ_ZH_PERIOD:
      return read_period (self);
    case YZ_ZH_OPEN:
      return read_bracket (self);
    case YZ_ZH_CLOSED:
      self->at++;
      return read_closed (self, YZ_ZH_ANY_TIME);
    case YZ_ZH_EXCEPT:
      return read_except (self);
    case YZ_ZH_OTHERS:
      return read_others (self);
    case YZ_ZH_LUNCH:
      return yz_zh_reader_read_lunch (self);
    case YZ_ZH_SEASON:
      return read_season (self);
    case YZ_ZH_CLOSE:
      if (self->n_brackets == 0)
        return yz_zh_reader_fail (self, _ ("The parts of the text do not fit together"));
      self->n_brackets--;
      self->at++;
      return TRUE;
    case YZ_ZH_END:
    case YZ_ZH_OUTSIDE:
    case YZ_ZH_NO_REST:
    case YZ_ZH_DASH:
    case YZ_ZH_COMMA:
    default:
      return yz_zh_reader_fail (self, _ ("The parts of the text do not fit together"));
    }
}

static gboolean
read_all (YzZhReader *self)
{
  gboolean said = FALSE;

  for (skip_commas (self); yz_zh_reader_peek (self, 0)->kind != YZ_ZH_END; skip_commas (self))
    if (!read_one (self))
      return FALSE;

  said = self->value->len > 0;
  if (has_hours (self))
    flush (self, FALSE);
  else if (!said || self->tokens[self->at > 0 ? self->at - 1 : 0].kind == YZ_ZH_DAYS)
    return yz_zh_reader_fail (self, _ ("There are no times in it"));
  if (!self->opens)
    return yz_zh_reader_fail (self, _ ("It says when it is closed, but not when it is open"));
  if (self->n_brackets > 0)
    return yz_zh_reader_fail (self, _ ("The note in brackets is not understood"));
  if (self->no_rest && self->weekdays != 0xfe)
    return yz_zh_reader_fail (self, _ ("“无休”, but not every day is named"));
  return TRUE;
}

static void
reader_clear (YzZhReader *self)
{
  g_string_free (self->value, TRUE);
  g_string_free (self->dates, TRUE);
  g_string_free (self->days, TRUE);
  g_string_free (self->except, TRUE);
  g_array_unref (self->spans);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (YzZhReader, reader_clear)

char *
yz_hours_from_chinese (const char *text, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (GArray) tokens = yz_hours_zh_scan (text, &reason);
  g_autoptr (YzHours) hours = NULL;
  g_auto (YzZhReader) reader = { .error = &reason,
                                 .value = g_string_new (NULL),
                                 .dates = g_string_new (NULL),
                                 .days = g_string_new (NULL),
                                 .except = g_string_new (NULL),
                                 .spans = g_array_new (FALSE, FALSE, sizeof (YzZhSpan)) };

  if (tokens == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return NULL;
    }
  reader.tokens = (const YzZhToken *) tokens->data;
  if (!read_all (&reader))
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return NULL;
    }

  /* what a date cannot be, the parser of the standard syntax knows */
  hours = yz_hours_parse (reader.value->str, NULL, error);
  return hours != NULL ? yz_hours_to_string (hours) : NULL;
}
