/*
 * A week's opening hours as seven bars from 0 to 24: staffed solid, self-service hatched, uncertain dotted, which a
 * legend explains. Today is marked with the present minute, public holidays and shifted workdays with a character.
 */
#pragma once

#include <gtk/gtk.h>

#include "yz-station-card.h"

G_BEGIN_DECLS

#define YZ_TYPE_WEEK_STRIP (yz_week_strip_get_type ())

G_DECLARE_FINAL_TYPE (YzWeekStrip, yz_week_strip, YZ, WEEK_STRIP, GtkWidget)

/**
 * yz_week_strip_set_week:
 * @week: copied
 */
void yz_week_strip_set_week (YzWeekStrip *self, const YzCardWeek *week);

G_END_DECLS
