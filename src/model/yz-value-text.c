#include "config.h"

#include "yz-value-text.h"

#include "yz-clock.h"
#include "yz-text.h"

#include <errno.h>
#include <math.h>
#include <string.h>

static gboolean
is_space (gunichar c)
{
  return g_unichar_isspace (c) || c == 0x200b || c == 0xfeff;
}

char *
yz_value_strip (const char *text)
{
  const char *end = text + strlen (text);

  while (*text != '\0' && is_space (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  while (end > text)
    {
      const char *last = g_utf8_prev_char (end);

      if (!is_space (g_utf8_get_char (last)))
        break;
      end = last;
    }
  return g_strndup (text, end - text);
}

static char *
format_date (gint64 year, gint64 month, gint64 day)
{
  if (year < 1900 || year > 2199 || !g_date_valid_dmy (day, month, year))
    return NULL;
  return g_strdup_printf ("%04d-%02d-%02d", (int) year, (int) month, (int) day);
}

static char *
parse_instant_date (const char *text)
{
  gint64 instant;
  g_autoptr (GDateTime) local = NULL;

  if (strpbrk (text, "tT:") == NULL || !yz_value_parse_time (text, &instant))
    return NULL;
  local = yz_office_time (instant);
  return format_date (g_date_time_get_year (local), g_date_time_get_month (local),
                      g_date_time_get_day_of_month (local));
}

YZ_DEFINE_REGEX (get_date_regex, "^(\\d{4})(?:\\s?[-/.年]\\s?(\\d{1,2})\\s?[-/.月]\\s?(\\d{1,2})\\s?日?"
                                 "|(\\d{2})(\\d{2}))$")

static char *
parse_written_date (const char *text)
{
  g_autofree char *folded = yz_text_fold (text);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *year = NULL, *month = NULL, *day = NULL;
  gboolean compact;

  if (!g_regex_match (get_date_regex (), folded, 0, &match))
    return parse_instant_date (folded);

  year = g_match_info_fetch (match, 1);
  month = g_match_info_fetch (match, 2);
  compact = *month == '\0';
  if (compact)
    {
      g_free (month);
      month = g_match_info_fetch (match, 4);
    }
  day = g_match_info_fetch (match, compact ? 5 : 3);
  return format_date (g_ascii_strtoll (year, NULL, 10), g_ascii_strtoll (month, NULL, 10),
                      g_ascii_strtoll (day, NULL, 10));
}

char *
yz_value_parse_date (const char *text)
{
  GDate day;

  /* as most are written that are checked or imported: no regular expression for them */
  if (yz_value_read_date (text, &day))
    return format_date (g_date_get_year (&day), g_date_get_month (&day), g_date_get_day (&day));
  return parse_written_date (text);
}

char *
yz_value_format_day (guint32 day)
{
  char text[sizeof "2026-11-20"];
  GDate date;

  if (day == 0)
    return NULL;
  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  g_date_strftime (text, sizeof text, "%Y-%m-%d", &date);
  return g_strdup (text);
}

gboolean
yz_value_read_date (const char *date, GDate *day)
{
  gint64 year, month, of_month;

  g_date_clear (day, 1);
  for (guint i = 0; date != NULL && i < 10; i++)
    if (i == 4 || i == 7 ? date[i] != '-' : !g_ascii_isdigit (date[i]))
      return FALSE;
  if (date == NULL || date[10] != '\0')
    return FALSE;
  year = g_ascii_strtoll (date, NULL, 10);
  month = g_ascii_strtoll (date + 5, NULL, 10);
  of_month = g_ascii_strtoll (date + 8, NULL, 10);
  if (!g_date_valid_dmy ((GDateDay) of_month, (GDateMonth) month, (GDateYear) year))
    return FALSE;
  g_date_set_dmy (day, (GDateDay) of_month, (GDateMonth) month, (GDateYear) year);
  return TRUE;
}

/* People leave out the seconds and write a space for the T; GLib wants both as ISO 8601 has them. */
YZ_DEFINE_REGEX (get_time_regex, "^(\\d{4}-\\d{2}-\\d{2})[ t](\\d{2}:\\d{2})(:\\d{2}(?:\\.\\d+)?)?"
                                 "(z|[-+]\\d{2}:?\\d{2})?$")

gboolean
yz_value_parse_time (const char *text, gint64 *time)
{
  g_autofree char *folded = yz_text_fold (text);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *day = NULL, *minute = NULL, *second = NULL, *offset = NULL, *iso = NULL;
  g_autoptr (GTimeZone) office = g_time_zone_new_offset (8 * 60 * 60);
  g_autoptr (GDateTime) parsed = NULL;

  if (!g_regex_match (get_time_regex (), folded, 0, &match))
    return FALSE;
  day = g_match_info_fetch (match, 1);
  minute = g_match_info_fetch (match, 2);
  second = g_match_info_fetch (match, 3);
  offset = g_match_info_fetch (match, 4);
  iso = g_strconcat (day, "T", minute, second != NULL && *second != '\0' ? second : ":00", NULL);
  if (offset != NULL && *offset != '\0')
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (*offset == 'z' ? "UTC" : offset);

      parsed = zone != NULL ? g_date_time_new_from_iso8601 (iso, zone) : NULL;
    }
  else
    parsed = g_date_time_new_from_iso8601 (iso, office);
  if (parsed == NULL)
    return FALSE;

  *time = g_date_time_to_unix (parsed) * 1000 + g_date_time_get_microsecond (parsed) / 1000;
  return TRUE;
}

gboolean
yz_value_parse_boolean (const char *text, gboolean *value)
{
  static const char *const yes[] = { "yes", "y", "true", "t", "1", "是", "有", "√", "✓", "✔", "对", NULL };
  static const char *const no[] = { "no", "n", "false", "f", "0", "否", "无", "没有", "×", "✗", "✘", "x", NULL };
  g_autofree char *folded = yz_text_fold (text);

  *value = g_strv_contains (yes, folded);
  return *value || g_strv_contains (no, folded);
}

/* A comma between the thousands. Others stay, and no number has them: "12,5" may be two numbers, or one of Europe. */
YZ_DEFINE_REGEX (get_thousands_regex, "(?<=\\d),(?=\\d{3}(?!\\d))")

/* Plain digits of @text: half width, without thousands separators and without the unit behind them. */
static char *
prepare_number (const char *text, const char *unit)
{
  static const char *const square_metres[] = { "平方米", "平米", "m2", "㎡", "平", NULL };
  g_autofree char *folded = yz_text_fold (text);
  g_autofree char *folded_unit = yz_text_fold (unit);
  g_autofree char *number = NULL;

  if (strchr (folded, ',') == NULL)
    number = g_steal_pointer (&folded);
  else
    number = g_regex_replace_literal (get_thousands_regex (), folded, -1, 0, "", 0, NULL);
  if (*folded_unit != '\0' && g_str_has_suffix (number, folded_unit))
    number[strlen (number) - strlen (folded_unit)] = '\0';
  for (guint i = 0; g_strcmp0 (unit, "m²") == 0 && square_metres[i] != NULL; i++)
    if (g_str_has_suffix (number, square_metres[i]))
      number[strlen (number) - strlen (square_metres[i])] = '\0';
  return yz_value_strip (number);
}

gboolean
yz_value_parse_real (const char *text, const char *unit, double *value)
{
  g_autofree char *digits = prepare_number (text, unit);
  char *end = NULL;

  /* strtod would also take "inf", "nan" and hexadecimal */
  if (*digits == '\0' || strspn (digits, "+-.0123456789e") != strlen (digits) || *digits == 'e')
    return FALSE;

  errno = 0;
  *value = g_ascii_strtod (digits, &end);
  return errno == 0 && *end == '\0' && end != digits;
}

gboolean
yz_value_parse_integer (const char *text, const char *unit, gint64 *value)
{
  g_autofree char *digits = prepare_number (text, unit);
  double real;

  if (g_ascii_string_to_signed (digits, 10, G_MININT64, G_MAXINT64, value, NULL))
    return TRUE;

  /* spreadsheets like to hand over "12.0" */
  if (!yz_value_parse_real (text, unit, &real) || real != floor (real) || fabs (real) > 9007199254740992.0)
    return FALSE;
  *value = (gint64) real;
  return TRUE;
}

YZ_DEFINE_REGEX (get_money_regex, "^([-+]?)[¥]?(\\d{1,13})(?:\\.(\\d{1,2})0*)?$")

gboolean
yz_value_parse_money (const char *text, gint64 *fen)
{
  g_autofree char *digits = prepare_number (text, "元");
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *sign = NULL, *yuan = NULL, *decimals = NULL;

  if (!g_regex_match (get_money_regex (), digits, 0, &match))
    return FALSE;

  sign = g_match_info_fetch (match, 1);
  yuan = g_match_info_fetch (match, 2);
  decimals = g_match_info_fetch (match, 3);
  *fen = g_ascii_strtoll (yuan, NULL, 10) * 100;
  if (decimals != NULL && *decimals != '\0')
    *fen += g_ascii_strtoll (decimals, NULL, 10) * (strlen (decimals) == 1 ? 10 : 1);
  if (*sign == '-')
    *fen = -*fen;
  return TRUE;
}

char **
yz_value_split_list (const char *text)
{
  GStrvBuilder *builder = g_strv_builder_new ();
  const char *start = text;
  const char *p = text;
  char **parts;

  for (;; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      g_autofree char *raw = NULL;
      g_autofree char *part = NULL;

      if (c != 0 && c != ';' && c != 0xff1b && c != 0x3001 && c != '\n' && c != '\r')
        continue;

      raw = g_strndup (start, p - start);
      part = yz_value_strip (raw);
      if (*part != '\0')
        g_strv_builder_add (builder, part);
      if (c == 0)
        break;
      start = g_utf8_next_char (p);
    }

  parts = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);
  return parts;
}

char *
yz_value_format_real (double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  /* the shortest of these that reads back the same: 104.06213 rather than 104.06213000000001 */
  for (int digits = 15; digits <= 17; digits++)
    {
      char format[] = "%.15g";

      format[3] = (char) ('0' + digits - 10);
      g_ascii_formatd (buffer, sizeof buffer, format, value);
      if (g_ascii_strtod (buffer, NULL) == value)
        break;
    }
  return g_strdup (buffer);
}

char *
yz_value_format_money (gint64 fen)
{
  guint64 amount = fen < 0 ? -(guint64) fen : (guint64) fen;

  return g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%02u", fen < 0 ? "-" : "", amount / 100, (guint) (amount % 100));
}

char *
yz_value_format_time (gint64 time)
{
  g_autoptr (GDateTime) local = yz_office_time (time);

  return g_date_time_format (local, "%Y-%m-%dT%H:%M:%S");
}
