/* The sample workspace: an invented city to look at and to try things on. */
#pragma once

#include "yz-store.h"

G_BEGIN_DECLS

/**
 * yz_sample_fill:
 * @store: an empty workspace
 *
 * Imports the sample's stations and puts its street map beside the workspace. Blocking.
 */
gboolean yz_sample_fill (YzStore *store, GError **error);

/**
 * yz_sample_prepare:
 *
 * Makes the sample in the user's data folder if it is not there yet.
 *
 * Returns: (transfer full) (nullable): the workspace's file, or %NULL with an error
 */
GFile *yz_sample_prepare (YzClock *clock, YzIdFactory *ids, GError **error);

G_END_DECLS
