/*
 * The language of a printed page, which need not be that of the screen: a Chinese office prints an English guide. So a
 * word on paper stands in both languages where it is used.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  YZ_PRINT_CHINESE,
  YZ_PRINT_ENGLISH,
  YZ_PRINT_BOTH, /* Chinese with English beside it */
} YzPrintLanguage;

/* Stand around English that is set smaller than the Chinese before it, and are not printed themselves. */
#define YZ_PRINT_GLOSS "\342\201\241"     /* U+2061 */
#define YZ_PRINT_GLOSS_END "\342\201\242" /* U+2062 */

/* On English pages, of what is told in Chinese only: names, addresses and how to get in. */
#define YZ_PRINT_SHOW_A_DRIVER "Names and addresses are in Chinese: show them to a driver or passer-by."

/**
 * yz_print_language_find:
 * @nick: "zh", "en" or "zh+en"
 *
 * Returns: %FALSE with %YZ_GUIDE_ERROR_UNKNOWN for another word
 */
gboolean yz_print_language_find (const char *nick, YzPrintLanguage *language, GError **error);

/**
 * yz_print_language_get_nick:
 *
 * Returns: (transfer none): the word that yz_print_language_find() knows
 */
const char *yz_print_language_get_nick (YzPrintLanguage language);

/**
 * yz_print_language_get_tag:
 *
 * Returns: (transfer none): the language that leads, as files name it (BCP 47): "zh-CN" or "en"
 */
const char *yz_print_language_get_tag (YzPrintLanguage language);

/**
 * yz_print_say:
 *
 * Returns: (transfer none): @english on an English page, otherwise @chinese
 */
const char *yz_print_say (YzPrintLanguage language, const char *chinese, const char *english);

/**
 * yz_print_say_both:
 *
 * Returns: (transfer full): as yz_print_say(); on a page in both languages @chinese, and @english smaller beside it, or
 *   below where there is no room. For texts that a typesetter sets only
 */
char *yz_print_say_both (YzPrintLanguage language, const char *chinese, const char *english);

/**
 * yz_print_dup_plain:
 * @text: see yz_print_say_both()
 *
 * Returns: (transfer full): the same for other programs: "暂停开放 / Closed for now"
 */
char *yz_print_dup_plain (const char *text);

/**
 * yz_print_say_number:
 * @chinese: a format with one %u
 * @one: English for 1, a format with one %u
 * @many: English for others, likewise
 *
 * Returns: (transfer full): the words for @n, see yz_print_say_both()
 */
char *yz_print_say_number (YzPrintLanguage language, guint n, const char *chinese, const char *one, const char *many)
  G_GNUC_FORMAT (3) G_GNUC_FORMAT (4) G_GNUC_FORMAT (5);

/**
 * yz_print_date:
 * @date: a civil date, YYYY-MM-DD
 *
 * Returns: (transfer full): "2026 年 1 月 15 日" or "15 January 2026"; @date itself if it is none
 */
char *yz_print_date (YzPrintLanguage language, const char *date);

/**
 * yz_print_short_date:
 * @date: a civil date, YYYY-MM-DD
 *
 * Returns: (transfer full): "2026.1.15" or "15 Jan 2026", for narrow columns; @date itself if it is none
 */
char *yz_print_short_date (YzPrintLanguage language, const char *date);

/**
 * yz_print_day:
 *
 * Returns: (transfer full): as yz_print_date() without the year
 */
char *yz_print_day (YzPrintLanguage language, const char *date);

/**
 * yz_print_days:
 * @last: a civil date, not before @first
 *
 * Returns: (transfer full): "2 月 15–23 日", "28 January – 3 February"; one day as yz_print_day()
 */
char *yz_print_days (YzPrintLanguage language, const char *first, const char *last);

/**
 * yz_print_weekday:
 * @weekday: 1 for Monday to 7
 * @brief: "一", "Mon" instead of "周一", "Monday"
 */
const char *yz_print_weekday (YzPrintLanguage language, guint weekday, gboolean brief);

G_END_DECLS
