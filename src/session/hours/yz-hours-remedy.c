#include "config.h"

#include "yz-hours-remedy.h"

#define DAY 1440

static YzHoursGridSeason *
get_season (YzHoursGrid *grid, guint season)
{
  return g_ptr_array_index (grid->seasons, season);
}

static YzHoursGridSpan *
get_span (YzHoursGridRow *row, guint index)
{
  return &g_array_index (row->spans, YzHoursGridSpan, index);
}

static void
copy_row (YzHoursGridSeason *to, YzHoursRow row, const YzHoursGridRow *from)
{
  yz_hours_grid_set_row (to, row, (const YzHoursGridSpan *) from->spans->data, from->spans->len);
}

static void
mend_overlap (YzHoursGridSeason *season, const YzHoursFinding *finding, gboolean merge)
{
  YzHoursGridRow *row = &season->rows[finding->row];
  YzHoursGridSpan *first = get_span (row, finding->span), *second = get_span (row, finding->span + 1);

  if (!merge)
    {
      second->start = first->end;
      return;
    }
  first->end = MAX (first->end, second->end);
  g_array_remove_index (row->spans, finding->span + 1);
}

/* The hours after midnight go before what the next day says, or is left standing of the year. */
static void
split_night (YzHoursGrid *grid, const YzHoursFinding *finding)
{
  YzHoursGridSeason *season = get_season (grid, finding->season);
  YzHoursGridSpan *night = get_span (&season->rows[finding->row], finding->span);
  YzHoursGridSpan morning = { 0, night->end - DAY, g_strdup (night->comment), night->unknown };
  YzHoursRow next = (finding->row + 1) % 7;

  if (!season->rows[next].is_set)
    copy_row (season, next, &get_season (grid, 0)->rows[next]);
  g_array_prepend_val (season->rows[next].spans, morning);
  night->end = DAY;
}

void
yz_hours_remedy_apply (YzHoursRemedy remedy, const YzHoursFinding *finding, YzHoursGrid *grid)
{
  YzHoursGridSeason *season = get_season (grid, finding->season);

  switch (remedy)
    {
    case YZ_HOURS_REMEDY_MERGE:
    case YZ_HOURS_REMEDY_SHIFT:
      mend_overlap (season, finding, remedy == YZ_HOURS_REMEDY_MERGE);
      break;
    case YZ_HOURS_REMEDY_SPLIT_NIGHT:
      split_night (grid, finding);
      break;
    case YZ_HOURS_REMEDY_HOLIDAY_CLOSED:
      yz_hours_grid_set_row (season, YZ_HOURS_ROW_HOLIDAY, NULL, 0);
      break;
    case YZ_HOURS_REMEDY_HOLIDAY_SUNDAY:
      copy_row (season, YZ_HOURS_ROW_HOLIDAY, &season->rows[YZ_HOURS_ROW_SUNDAY]);
      break;
    case YZ_HOURS_REMEDY_REMOVE_SEASON:
      g_ptr_array_remove_index (grid->seasons, finding->season);
      break;
    case YZ_HOURS_REMEDY_COPY_YEAR:
      for (YzHoursRow row = YZ_HOURS_ROW_MONDAY; row <= YZ_HOURS_ROW_SUNDAY; row++)
        copy_row (season, row, &get_season (grid, 0)->rows[row]);
      break;
    default:
      g_assert_not_reached ();
    }
}
