#include "config.h"

#include "yz-cli-hours-options.h"

#include "yz-holidays.h"

#include <glib/gi18n-lib.h>

/* Asia/Shanghai, in minutes */
#define UTC_OFFSET (8 * 60)

void
yz_cli_hours_options_clear (YzCliHoursOptions *options)
{
  g_free (options->from);
  g_free (options->to);
  g_free (options->at);
  g_free (options->holidays);
  g_free (options->school_holidays);
  g_free (options->workdays);
  g_free (options->workday_hours);
  g_clear_pointer (&options->calendar, yz_hours_calendar_free);
}

/* Whether @text is as long as @shape and has a digit wherever that has a 0. */
static gboolean
has_shape (const char *text, const char *shape)
{
  for (; *shape != '\0'; text++, shape++)
    if (*shape == '0' ? !g_ascii_isdigit (*text) : *text != *shape)
      return FALSE;
  return *text == '\0';
}

static int
number_at (const char *text)
{
  return (int) g_ascii_strtoull (text, NULL, 10);
}

/* @text begins with a date of the right shape. */
static gboolean
read_date (const char *text, guint32 *julian)
{
  int year = number_at (text), month = number_at (text + 5), day = number_at (text + 8);
  GDate date;

  if (!g_date_valid_dmy (day, month, year))
    return FALSE;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day, month, year);
  *julian = g_date_get_julian (&date);
  return TRUE;
}

static gboolean
parse_date (const char *text, guint32 *julian)
{
  return has_shape (text, "0000-00-00") && read_date (text, julian);
}

gboolean
yz_cli_hours_parse_instant (const char *text, gint64 *instant)
{
  guint32 julian;
  int minutes;

  if (text == NULL || (!has_shape (text, "0000-00-00T00:00") && !has_shape (text, "0000-00-00T00:00:00")) ||
      !read_date (text, &julian))
    return FALSE;

  minutes = number_at (text + 11) * 60 + number_at (text + 14);
  if (minutes > 24 * 60 || number_at (text + 14) > 59)
    return FALSE;
  *instant = yz_hours_instant (julian, minutes);
  return TRUE;
}

static gboolean
add_holiday (YzCliHoursOptions *options, const char *text)
{
  guint32 julian;

  if (!parse_date (text, &julian))
    return FALSE;
  yz_hours_calendar_add_public_holiday (options->calendar, julian);
  return TRUE;
}

/* "first/day after the last" */
static gboolean
add_school_holiday (YzCliHoursOptions *options, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "/", 2);
  guint32 first, end;

  if (g_strv_length (parts) != 2 || !parse_date (parts[0], &first) || !parse_date (parts[1], &end) || end < first)
    return FALSE;
  yz_hours_calendar_add_school_holidays (options->calendar, first, end);
  return TRUE;
}

/* "2026-02-14=Fr": that Saturday is worked, with the hours of a Friday */
static gboolean
add_workday (YzCliHoursOptions *options, const char *text)
{
  static const char *const days[] = { "Mo", "Tu", "We", "Th", "Fr", "Sa", "Su" };
  g_auto (GStrv) parts = g_strsplit (text, "=", 2);
  guint32 julian;

  if (g_strv_length (parts) != 2 || !parse_date (parts[0], &julian))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    if (g_ascii_strcasecmp (days[i], parts[1]) == 0)
      {
        yz_hours_calendar_shift_workday (options->calendar, julian, G_DATE_MONDAY + i);
        return TRUE;
      }
  return FALSE;
}

static gboolean
add_each (YzCliHoursOptions *options, const char *list, gboolean (*add) (YzCliHoursOptions *, const char *))
{
  g_auto (GStrv) parts = g_strsplit (list != NULL ? list : "", ",", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (*g_strstrip (parts[i]) != '\0' && !add (options, parts[i]))
      {
        yz_cli_say (_ ("“%s” is not a day as this option wants it"), parts[i]);
        return FALSE;
      }
  return TRUE;
}

/* The official calendar of the workspace, if one is named and no day is. */
static gboolean
use_workspace (YzCli *cli, YzCliHoursOptions *options)
{
  const char *path = yz_cli_get_workspace (cli);
  g_autoptr (YzHolidays) holidays = NULL;
  g_autoptr (GError) error = NULL;
  YzStore *store;

  if (path == NULL || !g_file_test (path, G_FILE_TEST_EXISTS) || options->holidays != NULL || options->workdays != NULL)
    {
      options->calendar = yz_hours_calendar_new ();
      return TRUE;
    }
  store = yz_cli_open (cli, YZ_STORE_NONE);
  if (store == NULL)
    return FALSE;
  holidays = yz_holidays_load (store, NULL, &error);
  if (holidays == NULL)
    {
      yz_cli_fail (error);
      return FALSE;
    }
  options->from_workspace = TRUE;
  options->calendar = yz_hours_calendar_copy (yz_holidays_get_calendar (holidays, options->workday_hours));
  return TRUE;
}

/* A position is two figures or none. */
static gboolean
add_position (YzCliHoursOptions *options)
{
  if (options->lat == YZ_CLI_HOURS_UNSET && options->lon == YZ_CLI_HOURS_UNSET)
    return TRUE;
  if (!(options->lat >= -90 && options->lat <= 90 && options->lon >= -180 && options->lon <= 180))
    {
      yz_cli_say ("%s", _ ("A position needs --lat from -90 to 90 and --lon from -180 to 180"));
      return FALSE;
    }
  yz_hours_calendar_set_position (options->calendar, options->lat, options->lon, UTC_OFFSET);
  return TRUE;
}

int
yz_cli_hours_options_make_calendar (YzCliHoursOptions *options, YzCli *cli)
{
  if (!use_workspace (cli, options))
    return YZ_CLI_CANNOT_OPEN;
  if (!add_each (options, options->holidays, add_holiday) ||
      !add_each (options, options->school_holidays, add_school_holiday) ||
      !add_each (options, options->workdays, add_workday) || !add_position (options))
    return YZ_CLI_USAGE;
  return YZ_CLI_DONE;
}
