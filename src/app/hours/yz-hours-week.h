/* The week of one season as rows of bars with their text beside them, and what is wrong where it is wrong. */
#pragma once

#include "yz-hours-edit.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YZ_TYPE_HOURS_WEEK (yz_hours_week_get_type ())

/**
 * YzHoursWeek:
 *
 * Actions: "hours.copy-to" (s: weekdays, weekend, days, or the number of a row): from the row that had the focus last.
 */
G_DECLARE_FINAL_TYPE (YzHoursWeek, yz_hours_week, YZ, HOURS_WEEK, GtkWidget)

/**
 * yz_hours_week_set_edit:
 * @edit: (nullable): what is shown and changed
 */
void yz_hours_week_set_edit (YzHoursWeek *self, YzHoursEdit *edit);

/**
 * yz_hours_week_get_bars:
 *
 * Returns: (transfer none): the bars of a row
 */
GtkWidget *yz_hours_week_get_bars (YzHoursWeek *self, YzHoursRow row);

G_END_DECLS
