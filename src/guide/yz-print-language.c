#include "config.h"

#include "yz-print-language.h"

#include "yz-guide-error.h"
#include "yz-value-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const nicks[] = { "zh", "en", "zh+en" };

gboolean
yz_print_language_find (const char *nick, YzPrintLanguage *language, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (nicks); i++)
    if (g_str_equal (nicks[i], nick))
      {
        *language = i;
        return TRUE;
      }
  g_set_error (error, YZ_GUIDE_ERROR, YZ_GUIDE_ERROR_UNKNOWN, _ ("Pages are printed in zh, en or zh+en, not in “%s”"),
               nick);
  return FALSE;
}

const char *
yz_print_language_get_nick (YzPrintLanguage language)
{
  return nicks[language];
}

const char *
yz_print_language_get_tag (YzPrintLanguage language)
{
  return yz_print_say (language, "zh-CN", "en");
}

const char *
yz_print_say (YzPrintLanguage language, const char *chinese, const char *english)
{
  return language == YZ_PRINT_ENGLISH ? english : chinese;
}

char *
yz_print_say_both (YzPrintLanguage language, const char *chinese, const char *english)
{
  if (language == YZ_PRINT_BOTH && g_strcmp0 (chinese, english) != 0)
    return g_strconcat (chinese, strchr (chinese, '\n') != NULL ? "\n" : " ", YZ_PRINT_GLOSS, english,
                        YZ_PRINT_GLOSS_END, NULL);
  return g_strdup (yz_print_say (language, chinese, english));
}

char *
yz_print_dup_plain (const char *text)
{
  g_auto (GStrv) begins = g_strsplit (text, " " YZ_PRINT_GLOSS, -1);
  g_autofree char *begun = g_strjoinv (" / ", begins);
  g_auto (GStrv) rest = g_strsplit (begun, YZ_PRINT_GLOSS, -1);
  g_autofree char *ended = g_strjoinv ("", rest);
  g_auto (GStrv) ends = g_strsplit (ended, YZ_PRINT_GLOSS_END, -1);

  return g_strjoinv ("", ends);
}

char *
yz_print_say_number (YzPrintLanguage language, guint n, const char *chinese, const char *one, const char *many)
{
  g_autofree char *format = yz_print_say_both (language, chinese, n == 1 ? one : many);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (format, n, n); /* the declaration lets the compiler check all three */
#pragma GCC diagnostic pop
}

static const char *const months[] = { "January", "February", "March",     "April",   "May",      "June",
                                      "July",    "August",   "September", "October", "November", "December" };

char *
yz_print_date (YzPrintLanguage language, const char *text)
{
  GDate date;

  if (!yz_value_read_date (text, &date))
    return g_strdup (text);
  if (language == YZ_PRINT_ENGLISH)
    return g_strdup_printf ("%d %s %d", date.day, months[date.month - 1], date.year);
  return g_strdup_printf ("%d 年 %d 月 %d 日", date.year, date.month, date.day);
}

char *
yz_print_short_date (YzPrintLanguage language, const char *text)
{
  GDate date;

  if (!yz_value_read_date (text, &date))
    return g_strdup (text);
  if (language == YZ_PRINT_ENGLISH)
    return g_strdup_printf ("%d %.3s %d", date.day, months[date.month - 1], date.year);
  return g_strdup_printf ("%d.%d.%d", date.year, date.month, date.day);
}

char *
yz_print_day (YzPrintLanguage language, const char *text)
{
  GDate date;

  if (!yz_value_read_date (text, &date))
    return g_strdup (text);
  if (language == YZ_PRINT_ENGLISH)
    return g_strdup_printf ("%d %s", date.day, months[date.month - 1]);
  return g_strdup_printf ("%d 月 %d 日", date.month, date.day);
}

char *
yz_print_days (YzPrintLanguage language, const char *first, const char *last)
{
  g_autofree char *start = yz_print_day (language, first), *end = yz_print_day (language, last);
  GDate from, to;

  if (!yz_value_read_date (first, &from) || !yz_value_read_date (last, &to) || g_date_compare (&from, &to) == 0)
    return g_steal_pointer (&start);
  if (from.month != to.month || from.year != to.year)
    return g_strconcat (start, yz_print_say (language, "–", " – "), end, NULL);
  if (language == YZ_PRINT_ENGLISH)
    return g_strdup_printf ("%d–%s", from.day, end);
  return g_strdup_printf ("%d 月 %d–%d 日", from.month, from.day, to.day);
}

const char *
yz_print_weekday (YzPrintLanguage language, guint weekday, gboolean brief)
{
  static const char *const chinese[] = { "周一", "周二", "周三", "周四", "周五", "周六", "周日" };
  static const char *const chinese_brief[] = { "一", "二", "三", "四", "五", "六", "日" };
  static const char *const english[] = { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" };
  static const char *const english_brief[] = { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" };

  g_return_val_if_fail (weekday >= 1 && weekday <= 7, "");
  return brief ? yz_print_say (language, chinese_brief[weekday - 1], english_brief[weekday - 1])
               : yz_print_say (language, chinese[weekday - 1], english[weekday - 1]);
}
