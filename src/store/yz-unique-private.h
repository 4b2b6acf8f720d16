/* Fields of which no two records outside the trash share a value: %YZ_FIELD_UNIQUE. */
#pragma once

#include "yz-log-private.h"

G_BEGIN_DECLS

/**
 * yz_unique_find_field:
 *
 * Returns: (transfer none) (nullable): the first unique field of @kind, by which a person may name a record
 */
const YzField *yz_unique_find_field (const YzKind *kind);

/**
 * yz_unique_check:
 * @entry: whose changes have been written and are not yet committed
 *
 * Checked at the end, so that an edit may let two records change places. What another action left is not complained of.
 *
 * Returns: %FALSE with %YZ_STORE_ERROR_CONFLICT naming the value that a record of these changes shares with another
 */
gboolean yz_unique_check (YzDatabase *database, const YzLogEntry *entry, GError **error);

G_END_DECLS
