/* What a station says of itself in the words of a printed page, whose language need not be that of the screen. */
#pragma once

#include "yz-hours-grid.h"
#include "yz-print-language.h"
#include "yz-record.h"

G_BEGIN_DECLS

/**
 * yz_guide_hours_to_lines:
 *
 * Returns: (transfer full): the hours in natural language, a clause a line; in both languages, Chinese first
 */
GStrv yz_guide_hours_to_lines (YzHours *hours, YzHoursLanguage language);

/**
 * yz_guide_hours_are_all_day:
 *
 * Returns: whether the door is open at any time of any day, with staff or without
 */
gboolean yz_guide_hours_are_all_day (YzHours *hours);

/**
 * yz_guide_exception_to_words:
 * @with_reason: tell why, as it is written
 *
 * Returns: (transfer full): "13:30–18:00 不开放（消毒）", "closed (disinfection)", without the days; Chinese
 *   on pages in both languages
 */
char *yz_guide_exception_to_words (const YzHoursException *exception, YzPrintLanguage language, gboolean with_reason);

/**
 * yz_guide_access_to_words:
 *
 * Returns: (transfer full) (nullable): how to get in, %NULL where nothing is known
 */
char *yz_guide_access_to_words (YzRecord *station, YzPrintLanguage language);

/**
 * yz_guide_state_to_words:
 *
 * Returns: (transfer full) (nullable): why it is paused and until when; %NULL for a station in service
 */
char *yz_guide_state_to_words (YzRecord *station, YzPrintLanguage language);

G_END_DECLS
