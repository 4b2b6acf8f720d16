/* The seasons as tabs: which one the week shows, and the ways to add, change and remove one. */
#pragma once

#include "yz-hours-edit.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YZ_TYPE_HOURS_SEASONS (yz_hours_seasons_get_type ())

G_DECLARE_FINAL_TYPE (YzHoursSeasons, yz_hours_seasons, YZ, HOURS_SEASONS, GtkWidget)

/**
 * yz_hours_seasons_set_edit:
 * @edit: (nullable): whose seasons are shown
 */
void yz_hours_seasons_set_edit (YzHoursSeasons *self, YzHoursEdit *edit);

G_END_DECLS
