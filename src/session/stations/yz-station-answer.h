/* What the Stations page shows, worked out from the store's answer, the facts and the filter. A pure function. */
#pragma once

#include "yz-station-filter.h"

G_BEGIN_DECLS

/**
 * YzStationAnswer:
 * @rows: (element-type gint64): the rows shown, in order
 * @points: (element-type YzStationPoint): those of them that have a position
 * @n_open, @n_all_day, @n_no_hours: how many each chip would leave, were it the only one
 */
typedef struct
{
  GArray *rows;
  GArray *points;
  guint n_open;
  guint n_all_day;
  guint n_no_hours;
} YzStationAnswer;

/**
 * yz_station_answer_new:
 * @rows: (element-type gint64): what the store answered
 */
YzStationAnswer *yz_station_answer_new (YzStationFacts *facts, GArray *rows, const YzStationSieve *sieve);

/**
 * yz_station_answer_new_plain:
 * @rows: (element-type gint64) (nullable): what the store answered
 *
 * Returns: (transfer full): all of @rows, while nothing is known of the stations yet
 */
YzStationAnswer *yz_station_answer_new_plain (GArray *rows);

void yz_station_answer_free (YzStationAnswer *answer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzStationAnswer, yz_station_answer_free)

G_END_DECLS
