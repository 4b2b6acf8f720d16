/*
 * A week's opening hours as seven bars from 0 to 24: staffed solid, self-service hatched, uncertain dotted, today
 * marked with the present minute.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YZ_TYPE_WEEK_STRIP (yz_week_strip_get_type ())

G_DECLARE_FINAL_TYPE (YzWeekStrip, yz_week_strip, YZ, WEEK_STRIP, GtkWidget)

/**
 * yz_week_strip_set_week:
 * @bars: (nullable) (element-type YzHoursBar): %NULL while the hours are unknown
 * @today: 0 for Monday
 * @minute: of today, now
 */
void yz_week_strip_set_week (YzWeekStrip *self, GArray *bars, guint today, int minute);

G_END_DECLS
