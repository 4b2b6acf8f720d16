#include "config.h"

#include "yz-no-break.h"

#include <string.h>

#define DASH "\\s*[-–—~～至到]\\s*"
#define CLOCK "(?:次日\\s*)?\\d{1,2}[:：]\\d{2}"

#define TAIL "(?![a-z0-9])"

/* clang-format off */

/* Tried in this order, so the longer form comes first. Digits are those of ASCII, as the register keeps them. */
static const char *const patterns[] = {
  /* 08:30–12:00, 21:00–次日 07:00, 09:00 起 */
  CLOCK "(?:" DASH CLOCK "|\\+|\\s*[起前后止])?",
  /* 2026 年 2 月 15–23 日, 2 月 15 日–3 月 2 日, 2026 年 3 月, 5–9 月 */
  "(?:\\d{4}\\s*年\\s*)?\\d{1,2}\\s*月\\s*\\d{1,2}(?:\\s*日)?(?:" DASH "(?:\\d{1,2}\\s*月\\s*)?\\d{1,2})?\\s*日?",
  "\\d{4}\\s*年(?:\\s*\\d{1,2}\\s*月)?",
  "\\d{1,2}(?:" DASH "\\d{1,2})?\\s*月",
  "\\d{4}[-./]\\d{1,2}[-./]\\d{1,2}" TAIL,
  "\\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*(?: \\d{4})?",
  /* 周一至周五, Mon–Fri */
  "(?:周|星期)[一二三四五六日末天](?:" DASH "(?:周|星期)?[一二三四五六日末天])?",
  "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*(?: ?[-–] ?(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*)?",
  /* +86 138 0013 8000, 400-810-1234, 0371-6123 4567 转 802 */
  "(?:\\+\\d{2}[- ]?)?1\\d{2}[- ]?\\d{4}[- ]?\\d{4}" TAIL,
  "400[- ]?\\d{3}[- ]?\\d{4}" TAIL,
  "(?:\\+\\d{2}[- ]?\\d{2,3}[- ]|\\(?0\\d{2,3}\\)?[- ]?|800[- ]?)?\\d{3,4}[- ]?\\d{4}"
    "(?:\\s*(?:转|ext\\.?)\\s*\\d+|-\\d{1,5})?" TAIL,
  /* 第 8 版, 1 号站, 60 米, 15 分钟 */
  "第\\s*\\d+\\s*[版页期条项层号届批次]",
  "(?:约\\s*)?[\\d.,]*\\d(?:" DASH "[\\d.,]*\\d)?\\s*"
    "(?:号站|号楼|号院|单元|平方米|公里|千米|厘米|毫米|公斤|千克|毫升|分钟|小时|点半|[万亿]?元"
    "|[米号楼层页处人名位元个件箱瓶套间室台座天周岁折年日时点分秒站版栋弄路张把辆次本册份种项家级期斤克升万亿倍床盒支块只双包杯扇度]"
    "|(?:km|kg|cm|mm|m²|min|ml|mL|kW|m|h|g|L|W|V|%|℃|°C|㎡)" TAIL ")",
  /* 1:24 000 */
  "1\\s*[:∶]\\s*\\d[\\d ,]*\\d",
  /* 442–461 */
  "\\d+–\\d+" TAIL,
};

/* clang-format on */

struct _YzNoBreak
{
  GRegex *regex;
  GRegex *clock;
};

YzNoBreak *
yz_no_break_new (void)
{
  YzNoBreak *self = g_new0 (YzNoBreak, 1);
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    g_string_append_printf (all, "%s%s", i > 0 ? "|" : "", patterns[i]);
  self->regex = g_regex_new (all->str, G_REGEX_OPTIMIZE, 0, NULL);
  self->clock = g_regex_new (CLOCK, G_REGEX_OPTIMIZE, 0, NULL);
  g_assert (self->regex != NULL && self->clock != NULL);
  return self;
}

void
yz_no_break_free (YzNoBreak *self)
{
  g_regex_unref (self->clock);
  g_regex_unref (self->regex);
  g_free (self);
}

void
yz_no_break_join_all (GString *joined, const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (p > text)
        g_string_append_unichar (joined, YZ_WORD_JOINER);
      g_string_append_len (joined, p, g_utf8_next_char (p) - p);
    }
}

gboolean
yz_no_break_is_hours (const YzNoBreak *self, const char *text)
{
  return strstr (text, "，") == NULL && strstr (text, "。") == NULL && g_regex_match (self->clock, text, 0, NULL);
}

char *
yz_no_break_join (const YzNoBreak *self, const char *text)
{
  g_autoptr (GString) joined = g_string_new (NULL);
  g_autoptr (GMatchInfo) match = NULL;
  const char *done = text;

  for (g_regex_match (self->regex, text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *together = g_match_info_fetch (match, 0);
      int start, end;

      g_match_info_fetch_pos (match, 0, &start, &end);
      g_string_append_len (joined, done, text + start - done);
      yz_no_break_join_all (joined, together);
      done = text + end;
    }
  g_string_append (joined, done);
  return g_string_free (g_steal_pointer (&joined), FALSE);
}
