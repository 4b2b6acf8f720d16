/* What ledgers (kinds with a counter-entry) mean for an action that wrote in one. */
#pragma once

#include "yz-log-private.h"

G_BEGIN_DECLS

/**
 * yz_ledgers_make_condition:
 * @action: an SQL name of a row of the table "action"
 *
 * Returns: (transfer full): an SQL condition that the action wrote in a ledger. What it made stays then, whatever is
 *   undone: what a ledger says of a lot or a place is said for good.
 */
char *yz_ledgers_make_condition (const char *action);

/**
 * yz_ledgers_find:
 * @found: (out): whether the action of @entry wrote in a ledger
 */
gboolean yz_ledgers_find (YzDatabase *database, const YzLogEntry *entry, gboolean *found, GError **error);

G_END_DECLS
