/* Rows, seasons, exceptions and days of opening hours in words, for the editor of hours and who else shows them. */
#pragma once

#include "yz-hours-grid.h"
#include "yz-station-hours.h"
#include "yz-station-status.h"

G_BEGIN_DECLS

/**
 * yz_hours_row_to_words:
 *
 * Returns: (transfer none): "Monday", …, "Public holidays"
 */
const char *yz_hours_row_to_words (YzHoursRow row);

/**
 * yz_hours_language:
 *
 * Returns: that of the screen
 */
YzHoursLanguage yz_hours_language (void);

/**
 * yz_hours_season_to_words:
 *
 * Returns: (transfer full): "All year", "Summer, 6–9", "06-15 to 09-30"
 */
char *yz_hours_season_to_words (const YzHoursGridSeason *season);

/**
 * yz_hours_time_to_words:
 * @minute: since midnight, to 48:00
 *
 * Returns: (transfer full): "8:30", "12", "2:00" of the next day
 */
char *yz_hours_time_to_words (int minute);

/**
 * yz_hours_exception_days_to_words:
 * @today: day number; a year is told only if it is another
 *
 * Returns: (transfer full): "11-24 13:30–18:00", "12-31 to 2027-01-03"
 */
char *yz_hours_exception_days_to_words (const YzHoursException *exception, guint32 today);

/**
 * yz_hours_exception_when_to_words:
 *
 * Returns: (transfer full): "Tuesday · in 4 days"
 */
char *yz_hours_exception_when_to_words (const YzHoursException *exception, guint32 today);

typedef enum
{
  YZ_HOURS_EXCEPTION_CLOSED,
  YZ_HOURS_EXCEPTION_SELF_SERVICE,
  YZ_HOURS_EXCEPTION_OTHER_HOURS,
  YZ_HOURS_EXCEPTION_UNKNOWN,
  YZ_HOURS_N_EXCEPTION_KINDS,
} YzHoursExceptionKind;

YzHoursExceptionKind yz_hours_exception_get_kind (const YzHoursException *exception);

/**
 * yz_hours_exception_kind_to_words:
 *
 * Returns: (transfer none): "Closed", "Self-service only", …
 */
const char *yz_hours_exception_kind_to_words (YzHoursExceptionKind kind);

/**
 * yz_hours_exception_dup_reason:
 *
 * Returns: (transfer full): what the comment says beside the kind, perhaps ""
 */
char *yz_hours_exception_dup_reason (const YzHoursException *exception);

/**
 * yz_hours_exception_new_from_words:
 * @first: civil date
 * @last: civil date, "" for @first
 * @times: as yz_hours_spans_parse() takes them, "" for the whole day
 * @reason: perhaps ""
 *
 * Returns: (transfer full) (nullable): the exception, or %NULL with a %YZ_HOURS_ERROR that tells what is wrong
 */
YzHoursException *yz_hours_exception_new_from_words (YzHoursExceptionKind kind, const char *first, const char *last,
                                                     const char *times, const char *reason, GError **error);

/* One day to come: when it is, and what holds on it. */
typedef struct
{
  char *day;     /* "Today", "Tomorrow", "11-22" */
  char *weekday; /* "Friday" */
  char *text;    /* "8:30–12:00, 18:00–22:00 self-service" */
  YzStationLook look;
} YzHoursDayLine;

/**
 * yz_hours_describe_days:
 * @hours: (nullable): %NULL for unknown
 * @grid: (nullable): whose exceptions are told
 *
 * Returns: (transfer full) (element-type YzHoursDayLine): the @n_days from @first, which is today
 */
GPtrArray *yz_hours_describe_days (const YzStationHours *hours, const YzHoursGrid *grid, guint32 first, guint n_days);

G_END_DECLS
