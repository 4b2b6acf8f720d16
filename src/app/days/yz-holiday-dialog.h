/* What stations do on public holidays: one rule for many, with a preview of what becomes of the hours of each. */
#pragma once

#include "yz-stations.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define YZ_TYPE_HOLIDAY_DIALOG (yz_holiday_dialog_get_type ())

/**
 * YzHolidayDialog:
 *
 * Actions: "holidays.rule" (s: "closed", "as-usual", "hours"), "holidays.times" (s: the hours of holidays, typed),
 * "holidays.apply" (one change to the workspace; closes the dialog).
 */
G_DECLARE_FINAL_TYPE (YzHolidayDialog, yz_holiday_dialog, YZ, HOLIDAY_DIALOG, AdwWindow)

/**
 * yz_holiday_dialog_new:
 * @today: GDate's day number: from it on the changed hours are tried
 * @ids: (array zero-terminated=1): of stations
 *
 * The dialog closes itself if the stations cannot be read, which is told by #YzSession::failed.
 *
 * Returns: the dialog, at once; the stations are read while it is open
 */
GtkWidget *yz_holiday_dialog_new (GtkWindow *parent, YzSession *session, guint32 today, const char *const *ids);

G_END_DECLS
