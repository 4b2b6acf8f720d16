/* What a remedy does to a week: nothing but arithmetic on a grid. */
#pragma once

#include "yz-hours-findings.h"

G_BEGIN_DECLS

/**
 * yz_hours_remedy_apply:
 * @finding: what it mends, with a season
 * @grid: the hours in which it was found; they are changed
 *
 * Does what the button of a remedy says.
 */
void yz_hours_remedy_apply (YzHoursRemedy remedy, const YzHoursFinding *finding, YzHoursGrid *grid);

G_END_DECLS
