/* The editor of opening hours, in place of the page that one comes from: one station's, or those of several. */
#pragma once

#include <adwaita.h>

#include "yz-hours-edit.h"

G_BEGIN_DECLS

#define YZ_TYPE_HOURS_PAGE (yz_hours_page_get_type ())

/**
 * YzHoursPage:
 *
 * Properties: "edit" (#YzHoursEdit, nullable).
 *
 * Actions: "hours.undo", "hours.redo", "hours.save", "hours.leave" (asks if something would be lost), "hours.discard",
 * "hours.template" (u), "hours.copy-from", "hours.copy-station" (s, its id), "hours.clear", "hours.text" (s),
 * "hours.row-text" ((us), a row and its hours), "hours.show-season" (u), "hours.add-season", "hours.add-season-dates"
 * ((iiii)), "hours.edit-season", "hours.set-season-dates" ((uiiii)), "hours.remove-season", "hours.workday" (s),
 * "hours.remedy" ((uu), a finding and its remedy), "hours.add-exception", "hours.edit-exception" (u), "hours.set-
 * exception" ((uissss): index, kind, first day, last day, times, reason), "hours.remove-exception" (u),
 * "hours.recognise-text" (s), "hours.accept".
 */
G_DECLARE_FINAL_TYPE (YzHoursPage, yz_hours_page, YZ, HOURS_PAGE, GtkWidget)

/**
 * YzHoursPage::closed:
 *
 * Emitted when the hours were saved or given up.
 */

/**
 * yz_hours_page_set_edit:
 * @session: (nullable): of @edit
 * @edit: (nullable): what is edited
 */
void yz_hours_page_set_edit (YzHoursPage *self, YzSession *session, YzHoursEdit *edit);

/**
 * yz_hours_page_get_edit:
 *
 * Returns: (transfer none) (nullable): what is edited
 */
YzHoursEdit *yz_hours_page_get_edit (YzHoursPage *self);

/**
 * yz_hours_page_get_bars:
 *
 * Returns: (transfer none): the bars of a row
 */
GtkWidget *yz_hours_page_get_bars (YzHoursPage *self, YzHoursRow row);

G_END_DECLS
