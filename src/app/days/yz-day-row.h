/* A station in the calendar of exceptions: its hours on the chosen days, its usual ones, and why they differ. */
#pragma once

#include <gtk/gtk.h>

#include "yz-day-finding.h"
#include "yz-record.h"

G_BEGIN_DECLS

#define YZ_TYPE_DAY_ROW (yz_day_row_get_type ())

G_DECLARE_FINAL_TYPE (YzDayRow, yz_day_row, YZ, DAY_ROW, GtkWidget)

/**
 * yz_day_row_show:
 * @station: (nullable)
 * @finding: (nullable): copied into words
 */
void yz_day_row_show (YzDayRow *self, YzRecord *station, const YzDayFinding *finding);

G_END_DECLS
