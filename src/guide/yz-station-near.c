#include "config.h"

#include "yz-station-near.h"

#include <math.h>

#define WEEK (7 * 1440) /* minutes */
#define LEAST_HELP (7 * 60)
#define FARTHEST 20000.0 /* metres */
#define DEGREE 111000.0  /* metres of latitude, a little less than there are */

/* Which minutes of a week a station is open in; nothing of it can be relied on while it is paused. */
static void
mark_open (const YzGuideStation *station, gboolean *open)
{
  if (station->week == NULL || (station->look != YZ_GUIDE_OPEN && station->look != YZ_GUIDE_ALL_DAY))
    return;
  for (guint i = 0; i < station->week->len; i++)
    {
      const YzHoursBar *bar = &g_array_index (station->week, YzHoursBar, i);

      for (int minute = bar->start; bar->state == YZ_HOURS_OPEN && minute < bar->end; minute++)
        open[(bar->weekday - 1) * 1440 + minute] = TRUE;
    }
}

static gboolean
helps (const gboolean *own, const YzGuideStation *other)
{
  g_autofree gboolean *open = g_new0 (gboolean, WEEK);
  guint minutes = 0;

  mark_open (other, open);
  for (guint i = 0; i < WEEK; i++)
    minutes += open[i] && !own[i];
  return minutes >= LEAST_HELP;
}

static GArray *
list_within_reach (const YzGuideContent *content, const YzGuideStation *station)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (YzStationNear));

  for (guint i = 0; station->has_position && i < content->stations->len; i++)
    {
      YzStationNear near = { .station = g_ptr_array_index (content->stations, i) };

      if (near.station == station || !near.station->has_position ||
          fabs (near.station->position.lat - station->position.lat) * DEGREE > FARTHEST)
        continue;
      near.metres = yz_position_distance (station->position, near.station->position);
      if (near.metres <= FARTHEST)
        g_array_append_val (list, near);
    }
  return list;
}

/* Takes one out after the other, because the first few of many are enough: sorting them all would take longer. */
static YzStationNear
take_nearest (GArray *list)
{
  YzStationNear nearest;
  guint at = 0;

  for (guint i = 1; i < list->len; i++)
    if (g_array_index (list, YzStationNear, i).metres < g_array_index (list, YzStationNear, at).metres)
      at = i;
  nearest = g_array_index (list, YzStationNear, at);
  g_array_remove_index_fast (list, at);
  return nearest;
}

GArray *
yz_station_near_find (const YzGuideContent *content, const YzGuideStation *station, guint most)
{
  g_autofree gboolean *own = g_new0 (gboolean, WEEK);
  g_autoptr (GArray) list = list_within_reach (content, station);
  GArray *found = g_array_new (FALSE, FALSE, sizeof (YzStationNear));

  mark_open (station, own);
  while (list->len > 0 && found->len < most)
    {
      const YzStationNear near = take_nearest (list);

      if (helps (own, near.station))
        g_array_append_val (found, near);
    }
  return found;
}
