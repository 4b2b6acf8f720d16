/* Days of the Chinese calendar as people call them, by ICU. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * yz_lunar_day_get_name:
 * @julian: GDate's day number
 * @english: in English, which has names for festivals only
 *
 * Returns: (transfer full) (nullable): "腊月廿八", "除夕", "初一" in the first month; %NULL where there is no name
 */
char *yz_lunar_day_get_name (guint32 julian, gboolean english);

G_END_DECLS
