/* When something happened, as people in a hurry type it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * yz_stock_when_parse:
 * @text: "" for now; a date (also one of the shorthands of yz_date_from_shorthand()), a time of day ("9:30", "0930"),
 *   or both
 * @now: milliseconds since 1970-01-01T00:00Z
 * @at: (out): the instant; a date alone means the present time of that day, so that what is typed one after the other
 *   keeps its order
 *
 * Returns: %FALSE with a %YZ_MODEL_ERROR if it is no time, or one that is still to come
 */
gboolean yz_stock_when_parse (const char *text, gint64 now, gint64 *at, GError **error);

G_END_DECLS
