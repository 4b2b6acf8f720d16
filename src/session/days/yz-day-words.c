#include "config.h"

#include "yz-day-words.h"

#include <glib/gi18n-lib.h>

static GDate
date_of (guint32 julian)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, julian);
  return date;
}

char *
yz_day_format (guint32 julian)
{
  GDate date = date_of (julian);
  char text[32];

  /* Translators: a day of this year, as strftime() has it: "Oct 8" */
  g_date_strftime (text, sizeof text, _ ("%b %-d"), &date);
  return g_strdup (text);
}

char *
yz_day_format_date (guint32 julian, guint32 today)
{
  GDate date = date_of (julian), now = date_of (today);
  char text[32];

  g_date_strftime (text, sizeof text, g_date_get_year (&date) == g_date_get_year (&now) ? "%m-%d" : "%Y-%m-%d", &date);
  return g_strdup (text);
}

char *
yz_day_format_range (guint32 first, guint32 last)
{
  GDate start = date_of (first), end = date_of (last);
  g_autofree char *from = yz_day_format (first);
  g_autofree char *to = NULL;

  if (first == last)
    return g_steal_pointer (&from);
  if (g_date_get_month (&start) == g_date_get_month (&end) && last - first < 31)
    /* Translators: several days of a month: %s is the first with its month, %d the number of the last */
    return g_strdup_printf (_ ("%s–%d"), from, g_date_get_day (&end));

  to = yz_day_format (last);
  return g_strdup_printf ("%s–%s", from, to);
}

const char *
yz_day_get_weekday_name (guint32 julian)
{
  /* Translators: short names of the days of the week */
  static const char *const names[] = { N_ ("Mon"), N_ ("Tue"), N_ ("Wed"), N_ ("Thu"),
                                       N_ ("Fri"), N_ ("Sat"), N_ ("Sun") };
  GDate date = date_of (julian);

  return _ (names[g_date_get_weekday (&date) - G_DATE_MONDAY]);
}
