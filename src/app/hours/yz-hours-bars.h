/* One row of the week as bars that are drawn, dragged, split and moved by keys. */
#pragma once

#include "yz-hours-edit.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YZ_TYPE_HOURS_BARS (yz_hours_bars_get_type ())

/**
 * YzHoursBars:
 *
 * Actions on the bar that is current: "bars.add", "bars.remove", "bars.split", "bars.paint" (i, #YzHoursBrush),
 * "bars.move" (i, minutes), "bars.stretch" (i, minutes at its end), "bars.stretch-start" (i, minutes at its start),
 * "bars.choose" (i: 1 for the next bar, -1 for the one before), "bars.all-day", "bars.clear", "bars.menu".
 */
G_DECLARE_FINAL_TYPE (YzHoursBars, yz_hours_bars, YZ, HOURS_BARS, GtkWidget)

/**
 * yz_hours_bars_new:
 * @edit: what is shown and changed
 */
GtkWidget *yz_hours_bars_new (YzHoursEdit *edit, YzHoursRow row);

/**
 * yz_hours_bars_new_copy:
 *
 * Returns: (transfer floating): bars that only show a row, another one after each yz_hours_bars_set_row()
 */
GtkWidget *yz_hours_bars_new_copy (YzHoursEdit *edit);
void       yz_hours_bars_set_row (YzHoursBars *self, int row, const char *hint);

G_END_DECLS
