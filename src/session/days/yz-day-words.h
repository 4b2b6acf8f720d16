/* Days in the language of the screen, as short as people say them. Days are GDate's day numbers. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * yz_day_format:
 *
 * Returns: (transfer full): "Oct 8"
 */
char *yz_day_format (guint32 julian);

/**
 * yz_day_format_date:
 * @today: likewise
 *
 * Returns: (transfer full): "10-08", with the year before it where that is another one than today's
 */
char *yz_day_format_date (guint32 julian, guint32 today);

/**
 * yz_day_format_range:
 *
 * Returns: (transfer full): "Oct 1–7", "Sep 28–Oct 4", or one day as yz_day_format()
 */
char *yz_day_format_range (guint32 first, guint32 last);

/**
 * yz_day_get_weekday_name:
 *
 * Returns: (transfer none): "Mon"
 */
const char *yz_day_get_weekday_name (guint32 julian);

G_END_DECLS
