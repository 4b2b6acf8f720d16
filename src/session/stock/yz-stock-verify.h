/* The books of stock, reckoned once more from the movements alone. */
#pragma once

#include "yz-store.h"

G_BEGIN_DECLS

/**
 * yz_stock_verify:
 *
 * Adds up every movement and compares the sums with what the workspace says, today and in the past; goes through time
 * looking for an instant at which more was taken than there was, or a count that does not agree; looks at each
 * counter-entry and what it takes back, and at transfers that are lost, or closed with something still on the way.
 * Blocking.
 *
 * Returns: (transfer full) (element-type utf8) (nullable): the findings as translated sentences, none if the books are
 *   sound; %NULL with an error if they could not be read
 */
GPtrArray *yz_stock_verify (YzStore *store, GCancellable *cancellable, GError **error);

G_END_DECLS
