/*
 * Words that ledgers use for hours. A word that is not here makes the whole text uncertain: it may change the rest.
 */
#include "config.h"

#include "yz-hours-zh-words.h"

#include "yz-hours-lexer.h"

#include <string.h>
#include <glib/gi18n-lib.h>

/* Longer words before those that they begin with. */
/* clang-format off */
static const YzZhWord words[] = {
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
char *
yz_zh_words_fold (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *out = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = yz_hours_fold (g_utf8_get_char (p));

      if (c == 0x3002)
        c = ';';
      g_string_append_unichar (out, c < 0x80 ? (gunichar) g_ascii_tolower ((char) c) : simplify (c));
    }
  return g_string_free (out, FALSE);
}

static gboolean
take (const char **at, const char *word)
{
  if (!g_str_has_prefix (*at, word))
    return FALSE;
  *at += strlen (word);
  return TRUE;
}

const YzZhWord *
yz_zh_word_find (const char **at)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (take (at, words[i].word))
      return &words[i];
  return NULL;
}

gboolean
yz_zh_word_take_period (const char **at, YzZhPeriod *period)
{
  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    if (take (at, periods[i].word))
      {
        *period = periods[i].period;
        return TRUE;
      }
  return FALSE;
}

gboolean
yz_zh_word_take_filler (const char **at)
{
  for (guint i = 0; i < G_N_ELEMENTS (fillers); i++)
    if (take (at, fillers[i]))
      return TRUE;
  return FALSE;
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

void
yz_zh_word_refuse (const char *at, GError **error)
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
