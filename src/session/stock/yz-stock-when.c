#include "config.h"

#include "yz-stock-when.h"

#include "yz-clock.h"
#include "yz-date-shorthand.h"
#include "yz-model-error.h"
#include "yz-value-text.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

/* Clocks of two desks are never quite the same. */
#define FUTURE_MS (G_GINT64_CONSTANT (60) * 1000)

static gboolean
read_time (const char *text, int *hour, int *minute)
{
  char rest;
  gboolean read = sscanf (text, "%2d:%2d%c", hour, minute, &rest) == 2 ||
                  (strlen (text) == 4 && sscanf (text, "%2d%2d%c", hour, minute, &rest) == 2);

  return read && *hour >= 0 && *hour < 24 && *minute >= 0 && *minute < 60;
}

static char *
read_date (const char *text, GDateTime *now)
{
  GDate today;
  g_autofree char *expanded = NULL;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, (GDateDay) g_date_time_get_day_of_month (now), (GDateMonth) g_date_time_get_month (now),
                  (GDateYear) g_date_time_get_year (now));
  expanded = yz_date_from_shorthand (text, &today);
  return yz_value_parse_date (expanded);
}

/* @date: (out) (nullable): the part that is a date; @time: (out) (nullable): the part that is a time of day */
static void
split (const char *text, char **date, char **time)
{
  const char *space = strrchr (text, ' ');

  *date = *time = NULL;
  if (space != NULL)
    {
      *date = g_strndup (text, (gsize) (space - text));
      *time = g_strdup (space + 1);
    }
  else if (strchr (text, ':') != NULL)
    *time = g_strdup (text);
  else
    *date = g_strdup (text);
}

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_INVALID, message);
  return FALSE;
}

gboolean
yz_stock_when_parse (const char *text, gint64 now, gint64 *at, GError **error)
{
  g_autoptr (GDateTime) local = yz_office_time (now);
  g_autofree char *plain = g_strdelimit (yz_value_strip (text != NULL ? text : ""), "T", ' ');
  g_autofree char *date_text = NULL, *time_text = NULL, *date = NULL, *time = NULL, *instant = NULL;
  int hour = g_date_time_get_hour (local), minute = g_date_time_get_minute (local);

  *at = now;
  if (*plain == '\0')
    return TRUE;
  split (plain, &date_text, &time_text);
  if (time_text != NULL && !read_time (time_text, &hour, &minute))
    return refuse (error, _ ("No time: write a date, 9:30, or both"));
  date = date_text != NULL ? read_date (date_text, local) : g_date_time_format (local, "%Y-%m-%d");
  if (date == NULL)
    return refuse (error, _ ("No date: write 2026-11-20, 1120, yesterday or -1"));
  time = time_text != NULL ? g_strdup_printf ("T%02d:%02d:00", hour, minute) : g_date_time_format (local, "T%H:%M:%S");
  instant = g_strconcat (date, time, NULL);
  if (!yz_value_parse_time (instant, at))
    return refuse (error, _ ("No time: write a date, 9:30, or both"));
  return *at <= now + FUTURE_MS || refuse (error, _ ("That is still to come"));
}
