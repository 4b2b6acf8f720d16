/* Where else to go. */
#pragma once

#include "yz-guide-content.h"

G_BEGIN_DECLS

/**
 * YzStationNear:
 * @station: another station
 * @metres: to it, as the crow flies
 */
typedef struct
{
  const YzGuideStation *station;
  double metres;
} YzStationNear;

/**
 * yz_station_near_find:
 * @most: how many
 *
 * The nearest stations that are open when @station is shut: for an hour a day or more of an ordinary week. Of a station
 * whose own hours are unknown, the nearest that are open at all.
 *
 * Returns: (transfer full) (element-type YzStationNear): the nearest first, none where @station has no position
 */
GArray *yz_station_near_find (const YzGuideContent *content, const YzGuideStation *station, guint most);

G_END_DECLS
