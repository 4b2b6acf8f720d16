/* Undo and redo: the changes of an action once more, backwards or forwards. */
#pragma once

#include "yz-log-private.h"
#include "yz-store.h"

G_BEGIN_DECLS

/**
 * yz_reversal_write:
 * @entry: the undo or redo to be written, with its target
 * @ids: for the counter-entries of ledgers
 * @progress: (nullable): told how far it is
 *
 * Inside a transaction that the caller holds.
 *
 * Returns: %FALSE with an error, %YZ_STORE_ERROR_DEPENDS where a later change is in the way
 */
gboolean yz_reversal_write (YzDatabase *database, YzLogEntry *entry, YzIdFactory *ids, YzProgressFunc progress,
                            gpointer progress_data, GError **error);

G_END_DECLS
