/* Dates as people in a hurry type them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * yz_date_from_shorthand:
 * @text: 今天, 明天, 昨天, today, +7 (days), +1m (months), 1120 (this year), 202611 (its first day),
 *   202611e (its last day), or a date as yz_field_parse() reads it
 * @today: the office's date
 *
 * Returns: (transfer full): the civil date, or a copy of @text if it is none of these
 */
char *yz_date_from_shorthand (const char *text, const GDate *today);

G_END_DECLS
