/* What a notice says of the days of a holiday: the hours of each, and all of them in one sentence. */
#pragma once

#include "yz-guide-content.h"

G_BEGIN_DECLS

typedef enum
{
  YZ_HOLIDAY_OPEN,
  YZ_HOLIDAY_SHUT,
  YZ_HOLIDAY_UNKNOWN,
} YzHolidayState;

/**
 * yz_holiday_get_state:
 *
 * Returns: whether the door opens on the day at all; a day of which only "perhaps" is known is unknown
 */
YzHolidayState yz_holiday_get_state (const YzGuideDay *day);

/**
 * yz_holiday_get_hours:
 *
 * Returns: (transfer full): "09:00–12:00、14:00–17:00", "24 小时", "休息"; see yz_print_say_both()
 */
char *yz_holiday_get_hours (const YzGuideDay *day, YzPrintLanguage language);

/**
 * yz_holiday_is_half:
 * @days: (element-type YzGuideDay): all days of the holiday
 *
 * Returns: whether the station is open for half of @day only, unlike on others
 */
gboolean yz_holiday_is_half (const YzGuideDay *day, const GPtrArray *days);

/**
 * yz_holiday_get_sentence:
 * @days: (element-type YzGuideDay): of the holiday, by date, at least one
 *
 * Returns: (transfer full): "初一到初三休息，其余六天 09:00 开门"; Chinese on pages in both languages
 */
char *yz_holiday_get_sentence (const GPtrArray *days, YzPrintLanguage language);

G_END_DECLS
