/* Emptying the trash. */
#pragma once

#include "yz-database-private.h"

G_BEGIN_DECLS

/**
 * yz_trash_empty:
 * @now: milliseconds since 1970-01-01T00:00Z
 *
 * Takes away the values, and the log's knowledge of them, of records that have been in the trash, or undone, for more
 * than 90 days. Their ids stay, so that no other desk brings them back.
 */
gboolean yz_trash_empty (YzDatabase *database, gint64 now, GError **error);

G_END_DECLS
