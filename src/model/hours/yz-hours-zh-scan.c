/* One pass over the text: days, dates and times in their many spellings, and the words of yz-hours-zh-words.c. */
#include "config.h"

#include "yz-hours-zh.h"

#include "yz-hours-zh-words.h"

#include <string.h>

static const char *const digits_zh[] = { "一", "二", "三", "四", "五", "六", "日" };

typedef struct
{
  const char *at;
  GArray *tokens;
  YzZhPeriod period; /* waits for its time */
  gboolean next_day; /* "次日" waits for its time */
} Scanner;

static YzZhToken *
last_token (const Scanner *self)
{
  return self->tokens->len > 0 ? &g_array_index (self->tokens, YzZhToken, self->tokens->len - 1) : NULL;
}

static void
add (Scanner *self, YzZhKind kind, int first, int last)
{
  YzZhToken token = { kind, first, last, YZ_ZH_ANY_TIME };
  const YzZhToken *before = last_token (self);

  /* the spaces around a dash separate nothing */
  if (kind == YZ_ZH_DASH && before != NULL && before->kind == YZ_ZH_COMMA && before->first == 1)
    g_array_set_size (self->tokens, self->tokens->len - 1);
  if (self->period != YZ_ZH_ANY_TIME && kind != YZ_ZH_COMMA)
    {
      YzZhToken alone = { YZ_ZH_PERIOD, 0, 0, self->period };

      if (kind == YZ_ZH_TIME)
        token.period = self->period;
      else
        g_array_append_val (self->tokens, alone);
      self->period = YZ_ZH_ANY_TIME;
    }
  g_array_append_val (self->tokens, token);
}

static gboolean
take (Scanner *self, const char *word)
{
  if (!g_str_has_prefix (self->at, word))
    return FALSE;
  self->at += strlen (word);
  return TRUE;
}

static gboolean
take_weekday_digit (Scanner *self, int *day)
{
  if (take (self, "天"))
    {
      *day = 7;
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (digits_zh); i++)
    if (take (self, digits_zh[i]))
      {
        *day = i + 1;
        return TRUE;
      }
  if (self->at[0] >= '1' && self->at[0] <= '7' && !g_ascii_isdigit (self->at[1]))
    {
      *day = *self->at++ - '0';
      return TRUE;
    }
  return FALSE;
}

/* The "三五" of "周一三五"; but "三点" is a time. */
static void
scan_more_weekdays (Scanner *self)
{
  const char *start = self->at;
  int day;

  while (!g_ascii_isdigit (*self->at) && take_weekday_digit (self, &day))
    {
      if (g_str_has_prefix (self->at, "点") || g_str_has_prefix (self->at, "时") || g_str_has_prefix (self->at, "月") ||
          g_str_has_prefix (self->at, "十"))
        break;
      add (self, YZ_ZH_COMMA, 0, 0);
      add (self, YZ_ZH_DAYS, day, day);
      start = self->at;
    }
  self->at = start;
}

/* "周一", "每星期一", and the "五" of "周一至五" */
static gboolean
scan_weekday (Scanner *self)
{
  static const char *const prefixes[] = { "周", "星期", "礼拜" };
  const char *start = self->at;
  const YzZhToken *last = last_token (self);
  const YzZhToken *before = self->tokens->len > 1 ? &g_array_index (self->tokens, YzZhToken, self->tokens->len - 2)
                                                  : NULL;
  int day;

  take (self, "每");
  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (take (self, prefixes[i]) && take_weekday_digit (self, &day))
      {
        add (self, YZ_ZH_DAYS, day, day);
        scan_more_weekdays (self);
        return TRUE;
      }
  self->at = start;

  if (g_ascii_isdigit (*self->at) || last == NULL || before == NULL || before->kind != YZ_ZH_DAYS ||
      (last->kind != YZ_ZH_DASH && last->kind != YZ_ZH_COMMA) || !take_weekday_digit (self, &day))
    return FALSE;
  add (self, YZ_ZH_DAYS, day, day);
  return TRUE;
}

/* "1-2,4-7: 0900-2030": libraries number the days. Only with times of four digits after the colon. */
static gboolean
scan_numbered_days (Scanner *self)
{
  const char *p = self->at;

  while (*p >= '1' && *p <= '7')
    {
      p++;
      if (*p == '-' || *p == ',')
        p++;
      else
        break;
    }
  if (p == self->at || *p != ':')
    return FALSE;
  for (p++; *p == ' ';)
    p++;
  if (strspn (p, "0123456789") != 4)
    return FALSE;

  for (; *self->at != ':'; self->at++)
    {
      if (g_ascii_isdigit (*self->at))
        add (self, YZ_ZH_DAYS, *self->at - '0', *self->at - '0');
      else
        add (self, *self->at == '-' ? YZ_ZH_DASH : YZ_ZH_COMMA, 0, 0);
    }
  self->at++;
  return TRUE;
}

static gboolean
take_chinese_digit (Scanner *self, int *digit)
{
  static const char *const digits[] = { "零", "一", "二", "三", "四", "五", "六", "七", "八", "九" };

  for (guint i = 0; i < G_N_ELEMENTS (digits); i++)
    if (take (self, digits[i]))
      {
        *digit = (int) i;
        return TRUE;
      }
  *digit = 2;
  return take (self, "两");
}

/* "八", "十", "十二", "二十三". Returns: -1 where there is none */
static int
take_chinese_number (Scanner *self)
{
  int tens = 0, units = 0;
  gboolean found = take_chinese_digit (self, &units);

  if (!take (self, "十"))
    return found ? units : -1;
  tens = found ? units : 1;
  if (!take_chinese_digit (self, &units))
    units = 0;
  return tens * 10 + units;
}

static int
take_number (Scanner *self, guint *n_digits)
{
  int value = 0;

  for (*n_digits = 0; g_ascii_isdigit (*self->at) && *n_digits < 5; self->at++, (*n_digits)++)
    value = value * 10 + *self->at - '0';
  return value;
}

static gboolean
take_hour_word (Scanner *self)
{
  return take (self, "点整") || take (self, "点钟") || take (self, "点") || take (self, "时");
}

/* "8点", "8点半", "8时30分" after the hour */
static gboolean
take_minutes_in_words (Scanner *self, int *minutes)
{
  guint n_digits;
  int written;

  if (!take_hour_word (self))
    return FALSE;
  if (take (self, "半"))
    *minutes = 30;
  else if (g_ascii_isdigit (*self->at))
    *minutes = take_number (self, &n_digits);
  else if ((written = take_chinese_number (self)) >= 0)
    *minutes = written;
  take (self, "分");
  return TRUE;
}

/* The "9" of "9-17点" */
static gboolean
sees_hour_of_range (const Scanner *self)
{
  Scanner ahead = *self;
  guint n_digits;

  if (!take (&ahead, "-") && !take (&ahead, "至") && !take (&ahead, "到"))
    return FALSE;
  take_number (&ahead, &n_digits);
  return n_digits > 0 && n_digits <= 2 && take_hour_word (&ahead);
}

static gboolean
add_time (Scanner *self, int hours, int minutes)
{
  add (self, YZ_ZH_TIME, hours * 60 + minutes, self->next_day);
  self->next_day = FALSE;
  return minutes < 60 && hours * 60 + minutes <= 24 * 60;
}

/* "八点半" */
static gboolean
scan_chinese_time (Scanner *self)
{
  const char *start = self->at;
  int hours = take_chinese_number (self), minutes = 0;

  if (hours >= 0 && take_minutes_in_words (self, &minutes))
    return add_time (self, hours, minutes);
  self->at = start;
  return FALSE;
}

/* "4月1日" after the month's number */
static gboolean
scan_date (Scanner *self, int month)
{
  guint n_digits;
  int day = g_ascii_isdigit (*self->at) ? take_number (self, &n_digits) : 0;

  if (day > 0 && !take (self, "日") && !take (self, "号"))
    return FALSE;
  if (day == 0)
    take (self, "份");
  add (self, YZ_ZH_DATE, month, day);
  return month >= 1 && month <= 12 && day <= 31;
}

static gboolean
scan_number (Scanner *self)
{
  guint n_digits, n_minutes = 2;
  int hours = take_number (self, &n_digits), minutes = 0;

  if (n_digits <= 2 && take (self, "月"))
    return scan_date (self, hours);

  if (n_digits == 4)
    {
      minutes = hours % 100;
      hours /= 100;
    }
  else if (n_digits > 2)
    {
      return FALSE;
    }
  else if (*self->at == ':' && g_ascii_isdigit (self->at[1]))
    {
      self->at++;
      minutes = take_number (self, &n_minutes);
      take (self, "分");
    }
  else if (!take_minutes_in_words (self, &minutes) && !sees_hour_of_range (self))
    {
      return FALSE;
    }
  return add_time (self, hours, minutes) && n_minutes == 2;
}

/* "次日" and "次年" stand before the end of a span, which is later than its start by itself. */
static gboolean
scan_next (Scanner *self)
{
  const YzZhToken *before = last_token (self);

  if (before == NULL || before->kind != YZ_ZH_DASH)
    return FALSE;
  if (take (self, "次年") || take (self, "翌年"))
    return TRUE;
  if (!take (self, "次日") && !take (self, "翌日") && !take (self, "第二天"))
    return FALSE;
  return self->next_day = TRUE;
}

static gboolean
scan_word (Scanner *self)
{
  const YzZhWord *word = yz_zh_word_find (&self->at);

  if (word != NULL)
    {
      add (self, word->kind, word->first, word->last);
      return TRUE;
    }
  if (yz_zh_word_take_period (&self->at, &self->period))
    {
      if (*self->at == ':')
        self->at++;
      return TRUE;
    }
  if (take (self, "每晚"))
    {
      add (self, YZ_ZH_DAYS, 1, 7);
      self->period = YZ_ZH_EVENING;
      return TRUE;
    }
  return FALSE;
}

static gboolean
scan_sign (Scanner *self)
{
  YzZhToken *last = last_token (self);

  switch (*self->at)
    {
    case '-':
      if (last == NULL || last->kind != YZ_ZH_DASH)
        add (self, YZ_ZH_DASH, 0, 0);
      break;
    case '(':
      add (self, YZ_ZH_OPEN, 0, 0);
      break;
    case ')':
      add (self, YZ_ZH_CLOSE, 0, 0);
      break;
    case ',':
    case ';':
    case ':':
    case ' ':
    case '/':
      if (last != NULL && last->kind != YZ_ZH_COMMA && last->kind != YZ_ZH_DASH)
        add (self, YZ_ZH_COMMA, *self->at == ' ', 0);
      else if (last != NULL && last->kind == YZ_ZH_COMMA && *self->at != ' ')
        last->first = 0;
      break;
    default:
      return FALSE;
    }
  self->at++;
  return TRUE;
}

static gboolean
scan_one (Scanner *self)
{
  if (scan_numbered_days (self) || scan_weekday (self) || yz_zh_word_take_filler (&self->at) || scan_word (self) ||
      scan_next (self) || scan_chinese_time (self))
    return TRUE;
  return g_ascii_isdigit (*self->at) ? scan_number (self) : scan_sign (self);
}

GArray *
yz_hours_zh_scan (const char *text, GError **error)
{
  g_autofree char *folded = yz_zh_words_fold (text);
  g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (YzZhToken));
  Scanner self = { folded, tokens, YZ_ZH_ANY_TIME };

  while (*self.at != '\0')
    {
      const char *start = self.at;

      if (!scan_one (&self))
        {
          yz_zh_word_refuse (start, error);
          return NULL;
        }
    }
  add (&self, YZ_ZH_END, 0, 0);
  return g_steal_pointer (&tokens);
}
