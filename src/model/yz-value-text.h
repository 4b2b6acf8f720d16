/* Numbers, dates and answers as people and spreadsheets write them. Used by yz_field_parse() and its inverse. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * yz_value_strip:
 *
 * Returns: (transfer full): @text without white space of any kind at its ends
 */
char *yz_value_strip (const char *text);

/**
 * yz_value_parse_date:
 * @text: 2026-11-20, 2026/11/20, 2026.11.20, 20261120, 2026年11月20日, or an instant like 2020-01-27T16:00:00.000Z,
 *   which is taken as its day in Asia/Shanghai
 *
 * Returns: (transfer full) (nullable): the civil date as YYYY-MM-DD, %NULL if @text is no date of 1900-2199
 */
char *yz_value_parse_date (const char *text);

/**
 * yz_value_read_date:
 * @date: (nullable): a civil date, YYYY-MM-DD
 * @day: (out): the day
 *
 * Returns: %FALSE if @date is no day of a calendar
 */
gboolean yz_value_read_date (const char *date, GDate *day);

/**
 * yz_value_format_day:
 * @day: as g_date_get_julian(), 0 for none
 *
 * Returns: (transfer full) (nullable): the civil date as YYYY-MM-DD, %NULL for none
 */
char *yz_value_format_day (guint32 day);

/* What follows returns whether @text could be read; @value is undefined where it could not. */

/**
 * yz_value_parse_time:
 * @text: ISO 8601; without a zone the wall clock of Asia/Shanghai is meant
 * @time: (out): milliseconds since 1970-01-01T00:00Z
 */
gboolean yz_value_parse_time (const char *text, gint64 *time);

/**
 * yz_value_parse_boolean:
 * @text: yes, no and their like in Chinese and English, 1 and 0, √ and ×
 * @value: (out): the answer
 */
gboolean yz_value_parse_boolean (const char *text, gboolean *value);

/**
 * yz_value_parse_integer:
 * @text: digits in any width, with commas between the thousands and the unit behind them; also "12.0"
 * @unit: (nullable): that may stand behind the number
 * @value: (out): the number
 */
gboolean yz_value_parse_integer (const char *text, const char *unit, gint64 *value);

/**
 * yz_value_parse_real:
 * @text: likewise, with decimals or an exponent; neither infinite nor hexadecimal
 * @unit: (nullable): that may stand behind the number
 * @value: (out): the number
 */
gboolean yz_value_parse_real (const char *text, const char *unit, double *value);

/**
 * yz_value_parse_money:
 * @text: yuan with at most two decimals, "1,234.50", "12元"
 * @fen: (out): the amount in fen
 */
gboolean yz_value_parse_money (const char *text, gint64 *fen);

/**
 * yz_value_split_list:
 *
 * Returns: (transfer full): the parts of @text between ; ； 、 and line ends, stripped, without empty ones
 */
char **yz_value_split_list (const char *text);

/**
 * yz_value_format_real:
 *
 * Returns: (transfer full): the shortest digits that read back as @value
 */
char *yz_value_format_real (double value);

/**
 * yz_value_format_money:
 *
 * Returns: (transfer full): yuan with two decimals, "-1234.50"
 */
char *yz_value_format_money (gint64 fen);

/**
 * yz_value_format_time:
 * @time: milliseconds since 1970-01-01T00:00Z
 *
 * Returns: (transfer full): the wall clock of Asia/Shanghai, "2026-11-20T14:30:00"
 */
char *yz_value_format_time (gint64 time);

G_END_DECLS
