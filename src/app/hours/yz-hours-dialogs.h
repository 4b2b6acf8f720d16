/* The questions of the editor of hours. Each ends in an action of its page that takes the answer. */
#pragma once

#include "yz-hours-edit.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * yz_hours_dialog_show_season:
 * @page: gets "hours.add-season-dates" or "hours.set-season-dates"
 * @season: (nullable): whose dates are changed, %NULL for a new one
 * @index: of @season
 */
GtkWidget *yz_hours_dialog_show_season (GtkWidget *page, const YzHoursGridSeason *season, guint index);

/**
 * yz_hours_dialog_show_exception:
 * @page: gets "hours.set-exception"
 * @exception: (nullable): that is changed, %NULL for a new one
 * @index: of @exception
 */
GtkWidget *yz_hours_dialog_show_exception (GtkWidget *page, YzSession *session, const YzHoursException *exception,
                                           guint index);

/**
 * yz_hours_dialog_show_copy:
 * @page: gets "hours.copy-station"
 */
GtkWidget *yz_hours_dialog_show_copy (GtkWidget *page, YzSession *session);

G_END_DECLS
