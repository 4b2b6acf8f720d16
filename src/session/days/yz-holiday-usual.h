/* That a holiday has the hours of its weekday, written out: hours that say so need not be asked about again. */
#pragma once

#include "yz-hours-grid.h"

G_BEGIN_DECLS

/**
 * yz_holiday_usual_silence:
 *
 * Makes @grid say nothing about public holidays, which leaves them the hours of their weekday.
 */
void yz_holiday_usual_silence (YzHoursGrid *grid);

/**
 * yz_holiday_usual_write:
 *
 * Returns: (transfer full): a value in which holidays are as usual: by the holiday row where all days of the week are
 *   alike, otherwise by day
 */
char *yz_holiday_usual_write (const YzHoursGrid *grid);

/**
 * yz_holiday_usual_write_by_day:
 * @separator: before each rule for holidays, which "; " lets replace the others and ", " add to them
 *
 * Returns: (transfer full): a value with a rule for the holidays on each day, in front of what has a date:
 *   "Mo-Fr 09:00-17:00; PH Mo-Fr 09:00-17:00"
 */
char *yz_holiday_usual_write_by_day (const YzHoursGrid *grid, const char *separator);

G_END_DECLS
