/* Time as an object, so that tests decide what time it is. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define YZ_TYPE_CLOCK (yz_clock_get_type ())

G_DECLARE_FINAL_TYPE (YzClock, yz_clock, YZ, CLOCK, GObject)

/**
 * yz_clock_new:
 *
 * Returns: (transfer full): a clock that follows the computer's
 */
YzClock *yz_clock_new (void);

/**
 * yz_clock_new_at:
 * @now: milliseconds since 1970-01-01T00:00Z
 *
 * Returns: (transfer full): a clock that stands still until it is moved with yz_clock_set_now()
 */
YzClock *yz_clock_new_at (gint64 now);

/**
 * yz_clock_set_now:
 * @now: milliseconds since 1970-01-01T00:00Z
 *
 * Stops the clock at @now. May be called from any thread.
 */
void yz_clock_set_now (YzClock *self, gint64 now);

/**
 * yz_clock_get_now:
 *
 * May be called from any thread.
 *
 * Returns: milliseconds since 1970-01-01T00:00Z
 */
gint64 yz_clock_get_now (YzClock *self);

/**
 * yz_clock_get_local:
 *
 * The office's wall clock: every user of the program works in Asia/Shanghai, whatever the computer is set to.
 *
 * Returns: (transfer full): now, in Asia/Shanghai
 */
GDateTime *yz_clock_get_local (YzClock *self);

/* The instants that a wall clock in Asia/Shanghai can show: the years 1 to 9999, which is what GDateTime holds. */
#define YZ_OFFICE_TIME_FIRST (G_GINT64_CONSTANT (-62135596800) * 1000)
#define YZ_OFFICE_TIME_LAST ((G_GINT64_CONSTANT (253402300799) - 8 * 60 * 60) * 1000)

/**
 * yz_office_time:
 * @instant: milliseconds since 1970-01-01T00:00Z; beyond the years 1 to 9999, as a damaged file may have it, the
 *   nearest instant that can be shown is meant
 *
 * Returns: (transfer full): @instant in Asia/Shanghai, never %NULL
 */
GDateTime *yz_office_time (gint64 instant);

/**
 * yz_office_day:
 * @instant: as yz_office_time()
 *
 * Returns: the day on the wall in Asia/Shanghai, as g_date_get_julian()
 */
guint32 yz_office_day (gint64 instant);

/**
 * yz_office_month:
 * @instant: as yz_office_time()
 * @months: how many months later, less than 0 for earlier
 *
 * Returns: the first instant of that month; of the month of @instant, if there is no other in the years 1 to 9999
 */
gint64 yz_office_month (gint64 instant, int months);

G_END_DECLS
