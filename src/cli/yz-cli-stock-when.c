/* When: instants and days behind the options of stock, also in the shorthands of the window. */
#include "config.h"

#include "yz-cli-stock.h"

#include "yz-date-shorthand.h"
#include "yz-stock-when.h"
#include "yz-value-text.h"

#include <glib/gi18n-lib.h>

/* (nullable) */
static char *
dup_day (YzCli *cli, const char *text)
{
  g_autofree char *expanded = NULL;
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_julian (&today, yz_office_day (yz_clock_get_now (yz_cli_get_clock (cli))));
  expanded = yz_date_from_shorthand (text, &today);
  return yz_value_parse_date (expanded);
}

gboolean
yz_cli_stock_read_day (YzCli *cli, const char *text, char **day)
{
  *day = text != NULL ? dup_day (cli, text) : NULL;
  if (text == NULL || *day != NULL)
    return TRUE;
  yz_cli_say (_ ("“%s” is not a date: write 2026-11-20, 1120, 202611e for the end of a month, or +1m"), text);
  return FALSE;
}

gboolean
yz_cli_stock_read_time (YzCli *cli, const char *text, gboolean whole_day, gint64 *time)
{
  g_autofree char *date = dup_day (cli, text);
  g_autofree char *instant = g_strdup_printf ("%sT%s", date, whole_day ? "23:59:59.999" : "00:00:00");

  if (yz_value_parse_time (text, time) || (date != NULL && yz_value_parse_time (instant, time)))
    return TRUE;
  yz_cli_say (_ ("“%s” is neither a time nor a date: write 2026-11-20, “2026-11-20 9:30”, yesterday or -7"), text);
  return FALSE;
}

gboolean
yz_cli_stock_read_happened (YzCli *cli, const char *text, gint64 *at)
{
  gint64 now = yz_clock_get_now (yz_cli_get_clock (cli));
  g_autoptr (GError) error = NULL;

  if (text == NULL || yz_value_parse_time (text, at))
    {
      *at = text != NULL ? *at : now;
      if (*at <= now)
        return TRUE;
      yz_cli_say (_ ("--at %s: that is still to come"), text);
      return FALSE;
    }
  if (yz_stock_when_parse (text, now, at, &error))
    return TRUE;
  yz_cli_say ("--at %s: %s", text, error->message);
  return FALSE;
}
