/*
 * What the hours of a place depend on besides the clock: holidays, shifted workdays, the position of the sun.
 *
 * Filled first, then only read: after that it may be shared between threads.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _YzHoursCalendar YzHoursCalendar;

/**
 * yz_hours_calendar_new:
 *
 * Returns: (transfer full): a calendar without holidays and without a position
 */
YzHoursCalendar *yz_hours_calendar_new (void);

void yz_hours_calendar_free (YzHoursCalendar *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzHoursCalendar, yz_hours_calendar_free)

/**
 * yz_hours_calendar_add_public_holiday:
 * @julian: GDate's day number
 *
 * Makes the day one that `PH` stands for.
 */
void yz_hours_calendar_add_public_holiday (YzHoursCalendar *self, guint32 julian);

/**
 * yz_hours_calendar_add_school_holidays:
 * @first: day number of the first day
 * @end: day number of the day after the last
 *
 * Makes the days ones that `SH` stands for.
 */
void yz_hours_calendar_add_school_holidays (YzHoursCalendar *self, guint32 first, guint32 end);

/**
 * yz_hours_calendar_shift_workday:
 * @julian: a day on which work is made up for (调休)
 * @weekday: whose hours hold on it
 *
 * Rules that name days of the week see @weekday on that day. Rules that name the date itself still win as written,
 * and an "nth Saturday of the month" is none on a shifted day.
 */
void yz_hours_calendar_shift_workday (YzHoursCalendar *self, guint32 julian, GDateWeekday weekday);

/**
 * yz_hours_calendar_copy:
 *
 * Returns: (transfer full): a calendar of the same days, which it shares: only its position and what it assumes are
 *   its own, and no day may be added to either any more
 */
YzHoursCalendar *yz_hours_calendar_copy (const YzHoursCalendar *self);

/**
 * yz_hours_calendar_assume_holidays:
 *
 * Makes every day of a year without data a public holiday. Such a year has holidays, nobody knows when: an answer that
 * is the same with this assumption and without it is sure.
 */
void yz_hours_calendar_assume_holidays (YzHoursCalendar *self);

/**
 * yz_hours_calendar_assume_workdays:
 * @weekday: whose hours hold on them
 *
 * The same for shifted workdays: makes every Saturday and Sunday of a year without data one.
 */
void yz_hours_calendar_assume_workdays (YzHoursCalendar *self, GDateWeekday weekday);

/**
 * yz_hours_calendar_set_position:
 * @latitude: degrees, WGS-84
 * @longitude: degrees, WGS-84
 * @utc_offset: of civil time, in minutes east; 480 in China
 */
void yz_hours_calendar_set_position (YzHoursCalendar *self, double latitude, double longitude, int utc_offset);

/* Whether `PH` or `SH` stands for the day. */
gboolean yz_hours_calendar_is_public_holiday (const YzHoursCalendar *self, guint32 julian);
gboolean yz_hours_calendar_is_school_holiday (const YzHoursCalendar *self, guint32 julian);

/**
 * yz_hours_calendar_get_shift:
 *
 * Returns: whose hours hold on the day, %G_DATE_BAD_WEEKDAY where it is not shifted
 */
GDateWeekday yz_hours_calendar_get_shift (const YzHoursCalendar *self, guint32 julian);

/**
 * yz_hours_calendar_get_position:
 *
 * Returns: whether there is a position
 */
gboolean yz_hours_calendar_get_position (const YzHoursCalendar *self, double *latitude, double *longitude,
                                         int *utc_offset);

/**
 * yz_hours_calendar_covers_year:
 *
 * Returns: whether the calendar has a public holiday in the year. One without is a year without data: no country's
 *   year is without a holiday.
 */
gboolean yz_hours_calendar_covers_year (const YzHoursCalendar *self, int year);

G_END_DECLS
