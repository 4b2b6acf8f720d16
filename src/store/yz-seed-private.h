/* What a new workspace begins with. */
#pragma once

#include "yz-database-private.h"
#include "yz-id.h"

G_BEGIN_DECLS

/**
 * yz_seed_write:
 *
 * Writes the service catalogue and the official calendar into a new workspace, as an action that is not undone with
 * the user's own.
 */
gboolean yz_seed_write (YzDatabase *database, YzClock *clock, YzIdFactory *ids, GError **error);

/**
 * yz_seed_write_calendar:
 *
 * Gives an older workspace the official calendar, in the same way, if it never had a day of it.
 */
gboolean yz_seed_write_calendar (YzDatabase *database, YzClock *clock, YzIdFactory *ids, GError **error);

G_END_DECLS
