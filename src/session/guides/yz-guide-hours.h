/*
 * Opening hours as a printed guide tells them. What holds on an ordinary week stands by itself, days that are other
 * than usual are told beside it. Thousands of stations share a few hundred values: each is read once.
 */
#pragma once

#include "yz-guide-content.h"
#include "yz-station-hours.h"

G_BEGIN_DECLS

typedef struct _YzGuideHours YzGuideHours;

/**
 * yz_guide_hours_new:
 * @today: day number: what is over by then is not told
 */
YzGuideHours *yz_guide_hours_new (YzPrintLanguage language, guint32 today);
void          yz_guide_hours_free (YzGuideHours *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzGuideHours, yz_guide_hours_free)

/**
 * yz_guide_hours_fill:
 * @station: gets everything that depends on its hours, also its look as that of a station in service
 */
void yz_guide_hours_fill (YzGuideHours *self, const YzStationHoursSource *source, YzGuideStation *station);

/**
 * yz_guide_hours_pick_day:
 * @week: (element-type YzHoursBar)
 *
 * Returns: (transfer full) (element-type YzHoursBar): the bars of one day
 */
GArray *yz_guide_hours_pick_day (const GArray *week, GDateWeekday weekday);

/**
 * yz_guide_date_to_text:
 *
 * Returns: (transfer full): the civil date of a day number
 */
char *yz_guide_date_to_text (guint32 julian);

G_END_DECLS
