/* Stations that are closed or merged: nothing of ours may be left there. */
#pragma once

#include "yz-log-private.h"

G_BEGIN_DECLS

/**
 * yz_closing_check:
 * @entry: whose changes have been written and are not yet committed
 *
 * Checked at the end, so that one edit may close a station and move what lies there.
 *
 * Returns: %FALSE with %YZ_STORE_ERROR_DEPENDS naming a station that these changes closed or merged, though goods or
 *   equipment are there, a transfer is on its way to it, or it is being counted
 */
gboolean yz_closing_check (YzDatabase *database, const YzLogEntry *entry, GError **error);

G_END_DECLS
