/* The sample workspace: an invented city to look at and to try things on. */
#pragma once

#include "yz-job.h"
#include "yz-store.h"

G_BEGIN_DECLS

/**
 * yz_sample_fill:
 * @store: an empty workspace
 *
 * Imports the sample's stations, adds its stock and puts its street map beside the workspace. Blocking.
 */
gboolean yz_sample_fill (YzStore *store, GError **error);

/**
 * yz_sample_get_file:
 *
 * Returns: (transfer full): the sample in the user's data folder, whether it is there yet or not
 */
GFile *yz_sample_get_file (void);

/**
 * yz_sample_make_async:
 * @job: tells how far it is and cancels it; finished by yz_sample_make_finish()
 *
 * Makes the sample in the user's data folder, on a thread.
 */
void     yz_sample_make_async (YzClock *clock, YzIdFactory *ids, YzJob *job, GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean yz_sample_make_finish (GAsyncResult *result, GError **error);

G_END_DECLS
