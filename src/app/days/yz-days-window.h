/*
 * The calendar of exceptions: a month to choose a day from, the coming holiday, and what those days do to each station.
 *
 * Actions: "days.show" (uu, first and last day number), "days.coming" (the coming holiday), "days.verdict" (s),
 * "days.register" (the list of holidays), "days.select-all"; of the selected stations, or of all listed:
 * "days.change-hours", "days.holidays" (s, a rule of #YzHolidayDialog), "days.workdays"; "days.export",
 * "days.export-to" (s, path).
 */
#pragma once

#include "yz-day-review.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define YZ_TYPE_DAYS_WINDOW (yz_days_window_get_type ())

G_DECLARE_FINAL_TYPE (YzDaysWindow, yz_days_window, YZ, DAYS_WINDOW, AdwWindow)

/**
 * yz_days_window_new:
 * @parent: whose actions change and show stations
 */
GtkWidget *yz_days_window_new (GtkWindow *parent, YzStations *stations);

/**
 * yz_days_window_get_review:
 *
 * Returns: (transfer none): what the window shows
 */
YzDayReview *yz_days_window_get_review (YzDaysWindow *self);

G_END_DECLS
