/*
 * What stations shall do on public holidays, said in hours that otherwise stay as they are. Text in, text out: each
 * value is changed where that is sure, and refused with a reason where it is not.
 */
#pragma once

#include "yz-hours-grid.h"

G_BEGIN_DECLS

typedef enum
{
  YZ_HOLIDAY_RULE_CLOSED,
  YZ_HOLIDAY_RULE_AS_USUAL, /* whatever the weekday has; said, so that nobody needs to ask */
  YZ_HOLIDAY_RULE_HOURS,    /* hours of their own */
} YzHolidayRule;

typedef struct _YzHolidayPatch YzHolidayPatch;

/**
 * yz_holiday_patch_new:
 * @times: (nullable): for %YZ_HOLIDAY_RULE_HOURS, as yz_hours_spans_parse() reads them
 * @from: day number of the first day of the two years on which each changed value is tried
 * @error: a %YZ_HOURS_ERROR that tells what is wrong with @times
 *
 * Returns: (transfer full) (nullable): what can be applied to any number of values
 */
YzHolidayPatch *yz_holiday_patch_new (YzHolidayRule rule, const char *times, guint32 from, GError **error);

void yz_holiday_patch_free (YzHolidayPatch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzHolidayPatch, yz_holiday_patch_free)

/**
 * yz_holiday_patch_apply:
 * @text: (nullable): an opening_hours value
 * @error: a %YZ_HOURS_ERROR whose message is a translated reason
 *
 * Says what holds on public holidays, in place of what was said before. Closures and other days with a date win over
 * it as before. Ordinary days have been compared over two years. A value is worked out once.
 *
 * Returns: (transfer full) (nullable): the changed value; @text itself where it says so already; %NULL where it cannot
 *   surely be changed
 */
char *yz_holiday_patch_apply (YzHolidayPatch *self, const char *text, GError **error);

G_END_DECLS
