/* Words that ledgers use for hours. A word that is not here makes the whole text uncertain: it may change the rest. */
#include "config.h"

#include "yz-hours-zh.h"

#include <string.h>
#include <glib/gi18n-lib.h>

typedef struct
{
  const char *word;
  YzZhKind kind;
  int first;
  int last;
} Word;

/* Longer words before those that they begin with. */
/* clang-format off */
static const Word words[] = {
  { "法定节假日", YZ_ZH_HOLIDAY, 0, 0 }, { "法定假日", YZ_ZH_HOLIDAY, 0, 0 },   { "法定节日", YZ_ZH_HOLIDAY, 0, 0 },
  { "节假日", YZ_ZH_HOLIDAY, 1, 0 },     { "双休日", YZ_ZH_DAYS, 6, 7 },        { "周末", YZ_ZH_DAYS, 6, 7 },
  { "每天", YZ_ZH_DAYS, 1, 7 },          { "每日", YZ_ZH_DAYS, 1, 7 },          { "天天", YZ_ZH_DAYS, 1, 7 },
  { "一周七天", YZ_ZH_DAYS, 1, 7 },      { "7×24小时", YZ_ZH_ALL_DAY, 0, 0 },   { "7*24小时", YZ_ZH_ALL_DAY, 0, 0 },
  { "7x24小时", YZ_ZH_ALL_DAY, 0, 0 },   { "24小时", YZ_ZH_ALL_DAY, 0, 0 },     { "24h", YZ_ZH_ALL_DAY, 0, 0 },
  { "二十四小时", YZ_ZH_ALL_DAY, 0, 0 }, { "全天候", YZ_ZH_ALL_DAY, 0, 0 },     { "全天", YZ_ZH_ALL_DAY, 0, 0 },
  { "中午休息", YZ_ZH_LUNCH, 0, 0 },     { "午间休息", YZ_ZH_LUNCH, 0, 0 },     { "午休", YZ_ZH_LUNCH, 0, 0 },
  { "不开放", YZ_ZH_CLOSED, 0, 0 },      { "不营业", YZ_ZH_CLOSED, 0, 0 },      { "不开", YZ_ZH_CLOSED, 0, 0 },
  { "休息", YZ_ZH_CLOSED, 0, 0 },        { "闭馆", YZ_ZH_CLOSED, 0, 0 },        { "闭站", YZ_ZH_CLOSED, 0, 0 },
  { "关闭", YZ_ZH_CLOSED, 0, 0 },        { "除外", YZ_ZH_CLOSED, 0, 0 },        { "除了", YZ_ZH_EXCEPT, 0, 0 },
  { "除", YZ_ZH_EXCEPT, 0, 0 },          { "以外", YZ_ZH_OUTSIDE, 0, 0 },       { "之外", YZ_ZH_OUTSIDE, 0, 0 },
  { "外", YZ_ZH_OUTSIDE, 0, 0 },         { "其余时间", YZ_ZH_OTHERS, 0, 0 },    { "其他时间", YZ_ZH_OTHERS, 0, 0 },
  { "其它时间", YZ_ZH_OTHERS, 0, 0 },    { "其余", YZ_ZH_OTHERS, 0, 0 },        { "无休", YZ_ZH_NO_REST, 0, 0 },
  { "不休息", YZ_ZH_NO_REST, 0, 0 },     { "不休", YZ_ZH_NO_REST, 0, 0 },       { "不打烊", YZ_ZH_NO_REST, 0, 0 },
  { "照常", YZ_ZH_NO_REST, 0, 0 },       { "夏令时", YZ_ZH_SEASON, 0, 0 },      { "冬令时", YZ_ZH_SEASON, 0, 0 },
  { "夏令", YZ_ZH_SEASON, 0, 0 },        { "冬令", YZ_ZH_SEASON, 0, 0 },        { "夏季", YZ_ZH_SEASON, 0, 0 },
  { "冬季", YZ_ZH_SEASON, 0, 0 },        { "至", YZ_ZH_DASH, 0, 0 },            { "到", YZ_ZH_DASH, 0, 0 },
  { "和", YZ_ZH_COMMA, 0, 0 },           { "及", YZ_ZH_COMMA, 0, 0 },           { "与", YZ_ZH_COMMA, 0, 0 },
};
/* clang-format on */

static const struct
{
  const char *word;
  YzZhPeriod period;
  /* clang-format off */
} periods[] = {
  { "凌晨", YZ_ZH_SMALL_HOURS }, { "清晨", YZ_ZH_MORNING },   { "早晨", YZ_ZH_MORNING },   { "早上", YZ_ZH_MORNING },
  { "上午", YZ_ZH_MORNING },     { "中午", YZ_ZH_NOON },      { "下午", YZ_ZH_AFTERNOON }, { "傍晚", YZ_ZH_EVENING },
  { "晚上", YZ_ZH_EVENING },     { "晚间", YZ_ZH_EVENING },   { "夜间", YZ_ZH_EVENING },   { "早", YZ_ZH_MORNING },
  { "晚", YZ_ZH_EVENING },
};
/* clang-format on */

/* Words that say nothing that is not said anyway. */
/* clang-format off */
static const char *const fillers[] = {
  "中午不休息", "中午不休", "午间不休息", "午间不休", "中午不打烊",
  "开放时间", "服务时间", "营业时间", "对外开放", "不间断", "全年", "365天", "国家", "开放", "营业", "服务", "均", "的", "为",
};
/* clang-format on */

/* Words that are known, and known to need a person. */
static const struct
{
  const char *word;
  const char *reason;
  /* clang-format off */
} uncertain[] = {
  { "工作日", N_("“工作日” moves with the shifted workdays: name the days of the week") },
  { "寒假", N_("A season needs its dates") },
  { "暑假", N_("A season needs its dates") },
};
/* clang-format on */

static const char *const digits_zh[] = { "一", "二", "三", "四", "五", "六", "日" };

typedef struct
{
  const char *at;
  GArray *tokens;
  YzZhPeriod period; /* waits for its time */
  gboolean next_day; /* "次日" waits for its time */
} Scanner;

/* Traditional characters of hours, each followed by its simplified one. */
static const char traditional[] = "週周開开時时間间點点業业務务節节禮礼號号無无關关閉闭館馆營营雙双國国對对為为餘余";

static gunichar
simplify (gunichar c)
{
  for (const char *p = traditional; c >= 0x4e00 && *p != '\0'; p = g_utf8_next_char (g_utf8_next_char (p)))
    if (g_utf8_get_char (p) == c)
      return g_utf8_get_char (g_utf8_next_char (p));
  return c;
}

/* One alphabet for what the eye takes as one sign. */
static char *
fold (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *out = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == 0xff5e || c == 0x301c || c == 0x2212 || c == 0x30fc || (c >= 0x2010 && c <= 0x2015) || c == '~')
        c = '-';
      else if (c >= 0xff01 && c <= 0xff5e)
        c -= 0xfee0;
      else if (c == 0x3001)
        c = ',';
      else if (c == 0x3002)
        c = ';';
      else if (c == 0x2236)
        c = ':';
      else if (g_unichar_isspace (c) || c == 0xfeff || c == 0x200b)
        c = ' ';
      g_string_append_unichar (out, c < 0x80 ? (gunichar) g_ascii_tolower ((char) c) : simplify (c));
    }
  return g_string_free (out, FALSE);
}

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
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (take (self, words[i].word))
      {
        add (self, words[i].kind, words[i].first, words[i].last);
        return TRUE;
      }
  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    if (take (self, periods[i].word))
      {
        self->period = periods[i].period;
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
scan_filler (Scanner *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (fillers); i++)
    if (take (self, fillers[i]))
      return TRUE;
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

/* What could not be read, up to the next sign or digit, for the reason. */
static char *
dup_unknown (const char *start)
{
  const char *end = g_utf8_next_char (start);

  while (*end != '\0' && (guchar) *end >= 0x80)
    end = g_utf8_next_char (end);
  return g_strndup (start, end - start);
}

static void
set_reason (const char *at, GError **error)
{
  g_autofree char *unknown = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (uncertain); i++)
    if (g_str_has_prefix (at, uncertain[i].word))
      {
        g_set_error_literal (error, YZ_HOURS_ERROR, YZ_HOURS_ERROR_UNCERTAIN, _ (uncertain[i].reason));
        return;
      }
  unknown = dup_unknown (at);
  g_set_error (error, YZ_HOURS_ERROR, YZ_HOURS_ERROR_UNCERTAIN, _ ("“%s” is not understood"), unknown);
}

static gboolean
scan_one (Scanner *self)
{
  if (scan_numbered_days (self) || scan_weekday (self) || scan_filler (self) || scan_word (self) || scan_next (self) ||
      scan_chinese_time (self))
    return TRUE;
  return g_ascii_isdigit (*self->at) ? scan_number (self) : scan_sign (self);
}

GArray *
yz_hours_zh_scan (const char *text, GError **error)
{
  g_autofree char *folded = fold (text);
  g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (YzZhToken));
  Scanner self = { folded, tokens, YZ_ZH_ANY_TIME };

  while (*self.at != '\0')
    {
      const char *start = self.at;

      if (!scan_one (&self))
        {
          set_reason (start, error);
          return NULL;
        }
    }
  add (&self, YZ_ZH_END, 0, 0);
  return g_steal_pointer (&tokens);
}
