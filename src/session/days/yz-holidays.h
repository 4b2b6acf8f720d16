/*
 * The official calendar of a workspace as it is at one moment: its public holidays and shifted workdays. Immutable, so
 * that it may be shared between threads; whoever shows it loads it again when records of kind "calendar_day" change.
 */
#pragma once

#include "yz-hours-calendar.h"
#include "yz-store.h"

G_BEGIN_DECLS

#define YZ_TYPE_HOLIDAYS (yz_holidays_get_type ())

typedef struct _YzHolidays YzHolidays;

GType yz_holidays_get_type (void);

/**
 * YzHoliday:
 * @julian: GDate's day number
 * @workday: whether work is made up for on it (调休上班); otherwise it is a public holiday
 *
 * A day on which the week does not decide.
 */
typedef struct
{
  guint32 julian;
  gboolean workday;
  char *name;
  char *name_en;
} YzHoliday;

/**
 * yz_holiday_get_name:
 *
 * Returns: (transfer none): in the language of the screen as far as the calendar has it, never %NULL
 */
const char *yz_holiday_get_name (const YzHoliday *holiday);

/**
 * yz_holidays_load:
 *
 * Blocking, on any thread.
 *
 * Returns: (transfer full) (nullable): the calendar, perhaps without a day in it, or %NULL with a %YZ_STORE_ERROR
 */
YzHolidays *yz_holidays_load (YzStore *store, GCancellable *cancellable, GError **error);

YzHolidays *yz_holidays_ref (YzHolidays *self);
void        yz_holidays_unref (YzHolidays *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzHolidays, yz_holidays_unref)

/**
 * yz_holidays_find:
 * @self: (nullable): %NULL knows no day
 *
 * Returns: (transfer none) (nullable): what is special about a day, %NULL for an ordinary one
 */
const YzHoliday *yz_holidays_find (const YzHolidays *self, guint32 julian);

typedef enum
{
  YZ_DAY_ORDINARY,
  YZ_DAY_HOLIDAY,
  YZ_DAY_WORKDAY, /* a shifted one */
} YzDayKind;

/**
 * yz_holidays_get_kind:
 * @self: (nullable)
 */
YzDayKind yz_holidays_get_kind (const YzHolidays *self, guint32 julian);

/**
 * yz_holidays_describe:
 * @first, @last: days
 *
 * Returns: (transfer full) (nullable): what is special about these days: "Oct 1–7 National Day · Oct 10 National Day
 *   make-up workday", %NULL if nothing is
 */
char *yz_holidays_describe (const YzHolidays *self, guint32 first, guint32 last);

/**
 * yz_holidays_find_coming:
 * @from: a day
 * @last: (out): the last day of the holiday
 *
 * Finds the holiday that @from is in, or the next one: public holidays without a day between them.
 *
 * Returns: its first day, 0 if the calendar knows none
 */
guint32 yz_holidays_find_coming (const YzHolidays *self, guint32 from, guint32 *last);

/**
 * yz_holidays_get_calendar:
 * @workday_hours: (nullable): the field "workday_hours" of a station
 *
 * Returns: (transfer none) (nullable): the calendar of stations with that value, for the hours engine; %NULL for one
 *   that knows no day
 */
const YzHoursCalendar *yz_holidays_get_calendar (const YzHolidays *self, const char *workday_hours);

/**
 * yz_workday_hours_to_weekday:
 * @workday_hours: (nullable): as above
 *
 * Returns: the weekday whose hours hold on a shifted workday, %G_DATE_BAD_WEEKDAY for none
 */
GDateWeekday yz_workday_hours_to_weekday (const char *workday_hours);

G_END_DECLS
