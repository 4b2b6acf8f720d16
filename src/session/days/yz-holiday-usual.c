/* Days that are alike need the holiday row only; days that differ need a rule for the holidays on each of them. */
#include "config.h"

#include "yz-holiday-usual.h"

#include <string.h>

#define N_WEEKDAYS 7

static const YzHoursGridRow *
get_row (const YzHoursGrid *grid, const YzHoursGridSeason *season, guint row)
{
  const YzHoursGridSeason *year = g_ptr_array_index (grid->seasons, 0);

  return season->rows[row].is_set ? &season->rows[row] : &year->rows[row];
}

static gboolean
days_are_alike (const YzHoursGrid *grid)
{
  for (guint i = 0; i < grid->seasons->len; i++)
    for (guint row = 1; row < N_WEEKDAYS; row++)
      if (!yz_hours_grid_row_equal (get_row (grid, g_ptr_array_index (grid->seasons, i), row),
                                    get_row (grid, g_ptr_array_index (grid->seasons, i), 0)))
        return FALSE;
  return TRUE;
}

static void
set_row (YzHoursGridSeason *season, YzHoursRow row, const GArray *spans)
{
  yz_hours_grid_set_row (season, row, (const YzHoursGridSpan *) spans->data, spans->len);
}

/* The rows that say the same as @first in this season, as the grid's writer names them: "Mo-Fr". */
static char *
name_days (const YzHoursGridSeason *season, guint first)
{
  static const YzHoursGridSpan any = { .start = 0, .end = 60 };
  g_autoptr (YzHoursGrid) days = yz_hours_grid_new ();
  g_autofree char *text = NULL;

  for (guint row = first; row < N_WEEKDAYS; row++)
    if (yz_hours_grid_row_equal (&season->rows[row], &season->rows[first]))
      yz_hours_grid_set_row (g_ptr_array_index (days->seasons, 0), row, &any, 1);
  text = yz_hours_grid_to_string (days);
  return g_strndup (text, strcspn (text, " "));
}

static gboolean
is_named_before (const YzHoursGridSeason *season, guint row)
{
  for (guint i = 0; i < row; i++)
    if (yz_hours_grid_row_equal (&season->rows[i], &season->rows[row]))
      return TRUE;
  return FALSE;
}

/* "PH 09:00-12:00" becomes "PH Mo-Fr 09:00-12:00": the holidays that fall on these days. Comments are left alone. */
static void
append_framed (GString *out, const char *rules, const char *days)
{
  gboolean quoted = FALSE;

  for (const char *at = rules; *at != '\0'; at++)
    {
      quoted = quoted != (*at == '"');
      if (!quoted && g_str_has_prefix (at, "PH "))
        {
          g_string_append_printf (out, "PH %s ", days);
          at += strlen ("PH ") - 1;
        }
      else
        {
          g_string_append_c (out, *at);
        }
    }
}

/* What each weekday of the season has, said once more for the holidays that fall on it. */
static void
append_season (GString *out, const YzHoursGridSeason *season, const char *separator)
{
  for (guint row = 0; row < N_WEEKDAYS; row++)
    {
      g_autoptr (YzHoursGrid) alone = yz_hours_grid_new ();
      gboolean is_year = season->first_month == 0;
      YzHoursGridSeason *own = is_year ? g_ptr_array_index (alone->seasons, 0)
                                       : yz_hours_grid_add_season (alone, season->first_month, season->first_day,
                                                                   season->last_month, season->last_day);
      g_autofree char *rules = NULL, *days = NULL;

      if (!season->rows[row].is_set || (is_year && season->rows[row].spans->len == 0) || is_named_before (season, row))
        continue;
      set_row (own, YZ_HOURS_ROW_HOLIDAY, season->rows[row].spans);
      rules = yz_hours_grid_to_string (alone);
      days = name_days (season, row);
      g_string_append (out, separator);
      append_framed (out, rules, days);
    }
}

void
yz_holiday_usual_silence (YzHoursGrid *grid)
{
  for (guint i = 0; i < grid->seasons->len; i++)
    yz_hours_grid_clear_row (g_ptr_array_index (grid->seasons, i), YZ_HOURS_ROW_HOLIDAY);
}

char *
yz_holiday_usual_write_by_day (const YzHoursGrid *grid, const char *separator)
{
  g_autoptr (YzHoursGrid) regular = yz_hours_grid_copy (grid);
  g_autofree char *week = NULL;
  GString *out;

  yz_holiday_usual_silence (regular);
  g_ptr_array_set_size (regular->exceptions, 0);
  week = yz_hours_grid_to_string (regular);
  out = g_string_new (week);
  for (guint i = 0; i < grid->seasons->len; i++)
    append_season (out, g_ptr_array_index (grid->seasons, i), separator);
  if (grid->exceptions->len > 0)
    {
      g_autoptr (YzHoursGrid) dated = yz_hours_grid_new ();
      g_autofree char *exceptions = NULL;

      for (guint i = 0; i < grid->exceptions->len; i++)
        yz_hours_grid_add_exception (dated, yz_hours_exception_copy (g_ptr_array_index (grid->exceptions, i)));
      exceptions = yz_hours_grid_to_string (dated);
      g_string_append_printf (out, "; %s", exceptions);
    }
  return g_string_free (out, FALSE);
}

char *
yz_holiday_usual_write (const YzHoursGrid *grid)
{
  g_autoptr (YzHoursGrid) changed = yz_hours_grid_copy (grid);

  yz_holiday_usual_silence (changed);
  if (!days_are_alike (changed))
    return yz_holiday_usual_write_by_day (changed, "; ");
  for (guint i = 0; i < changed->seasons->len; i++)
    {
      YzHoursGridSeason *season = g_ptr_array_index (changed->seasons, i);

      set_row (season, YZ_HOURS_ROW_HOLIDAY, get_row (changed, season, 0)->spans);
    }
  return yz_hours_grid_to_string (changed);
}
