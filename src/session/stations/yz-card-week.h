/* One week of a station's opening hours: its bars, its days, and what is to be said about it. */
#pragma once

#include "yz-station-hours.h"

G_BEGIN_DECLS

/**
 * YzCardWeek:
 * @bars: (nullable) (element-type YzHoursBar): %NULL while the hours are unknown
 * @today: 0 for Monday, -1 in another week than this one
 * @minute: of today, now
 * @kinds: of the days from Monday
 */
typedef struct
{
  GArray *bars;
  int today;
  int minute;
  YzDayKind kinds[7];
} YzCardWeek;

/**
 * yz_card_week_init:
 * @week: (out caller-allocates)
 * @hours: (nullable): %NULL where they are unknown
 * @holidays: (nullable): the official calendar
 * @now: civil instant
 * @ahead: 0 for the week of @now, 1 for the next
 */
void yz_card_week_init (YzCardWeek *week, YzStationHours *hours, YzHolidays *holidays, gint64 now, int ahead);
void yz_card_week_clear (YzCardWeek *week);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (YzCardWeek, yz_card_week_clear)

/**
 * yz_card_week_get_monday:
 *
 * Returns: the Julian day of the Monday of the week that lies @ahead weeks after that of the civil instant @now
 */
guint32 yz_card_week_get_monday (gint64 now, int ahead);

/**
 * yz_card_week_dup_title:
 *
 * Returns: (transfer full): "This week, Nov 16–22", translated
 */
char *yz_card_week_dup_title (guint32 monday, int ahead);

/**
 * yz_card_week_find_holiday_gap:
 *
 * Returns: the year whose holidays somebody who looks at this week misses: now, in it, or when the state changes; 0 if
 *   none is missing
 */
int yz_card_week_find_holiday_gap (YzStationHours *hours, guint32 monday, gint64 now);

G_END_DECLS
