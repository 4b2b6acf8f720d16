#include "config.h"

#include "yz-lunar-day.h"

#include <string.h>
#include <unicode/udat.h>
#include <unicode/ustring.h>

#define EPOCH 719163 /* GDate's number of 1970-01-01 */
#define DAY_MS 86400000.0
#define MAX_UNITS 32

#define NEW_YEAR "正月初一"
#define FIRST_MONTH "正月"

/* What a day is called instead of its date. */
static const struct
{
  const char *day;
  const char *chinese;
  const char *english;
} festivals[] = {
  { NEW_YEAR, "初一", "Lunar New Year" },
  { "正月十五", "元宵节", "Lantern Festival" },
  { "五月初五", "端午节", "Dragon Boat Day" },
  { "七月初七", "七夕", "Qixi" },
  { "八月十五", "中秋节", "Mid-Autumn Day" },
  { "九月初九", "重阳节", "Double Ninth" },
  { "腊月初八", "腊八", "Laba" },
};

/* Month and day, "腊月廿八": the numbers of days in their own numerals. */
static UDateFormat *
open_format (void)
{
  static const UChar utc[] = { 'U', 'T', 'C', 0 }, month_and_day[] = { 'M', 'M', 'M', 'd', 0 };
  UErrorCode code = U_ZERO_ERROR;
  UDateFormat *format =
    udat_open (UDAT_PATTERN, UDAT_PATTERN, "zh@calendar=chinese;numbers=hanidays", utc, -1, month_and_day, -1, &code);

  if (U_SUCCESS (code))
    return format;
  udat_close (format);
  return NULL;
}

static char *
format_day (const UDateFormat *format, guint32 julian)
{
  UErrorCode code = U_ZERO_ERROR;
  UChar units[MAX_UNITS];
  char text[4 * MAX_UNITS];

  udat_format (format, ((double) julian - EPOCH) * DAY_MS, units, MAX_UNITS, NULL, &code);
  if (U_SUCCESS (code))
    u_strToUTF8 (text, sizeof text, NULL, units, -1, &code);
  return U_SUCCESS (code) ? g_strdup (text) : NULL;
}

static char *
name_day (const char *day, const char *next, gboolean english)
{
  if (g_strcmp0 (next, NEW_YEAR) == 0)
    return g_strdup (english ? "Lunar New Year's Eve" : "除夕");
  for (guint i = 0; i < G_N_ELEMENTS (festivals); i++)
    if (g_strcmp0 (day, festivals[i].day) == 0)
      return g_strdup (english ? festivals[i].english : festivals[i].chinese);
  if (english || day == NULL)
    return NULL;
  return g_strdup (g_str_has_prefix (day, FIRST_MONTH) ? day + strlen (FIRST_MONTH) : day);
}

char *
yz_lunar_day_get_name (guint32 julian, gboolean english)
{
  UDateFormat *format = open_format ();
  g_autofree char *day = NULL, *next = NULL;

  if (format == NULL)
    return NULL;
  day = format_day (format, julian);
  next = format_day (format, julian + 1);
  udat_close (format);
  return name_day (day, next, english);
}
