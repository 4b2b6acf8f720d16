/* What a user does with the records of a list, each as one action of the workspace. */
#pragma once

#include "yz-listing.h"

G_BEGIN_DECLS

/**
 * yz_listing_delete_current:
 *
 * Puts the record of the pane into the trash. What still refers to it is told by #YzSession::failed.
 */
void yz_listing_delete_current (YzListing *self);

/**
 * yz_listing_delete_selected:
 *
 * Puts the selected records, or the current one if none is selected, into the trash, in one action. They are read on a
 * worker, as a job that can be cancelled. What still refers to them is told by #YzSession::failed.
 */
void yz_listing_delete_selected (YzListing *self);

/**
 * yz_listing_load_selected_ids_async:
 *
 * Reads on a worker which records are selected, as a job that can be cancelled.
 */
void yz_listing_load_selected_ids_async (YzListing *self, GAsyncReadyCallback callback, gpointer user_data);

/**
 * yz_listing_load_selected_ids_finish:
 *
 * Returns: (transfer full) (array zero-terminated=1) (nullable): ids of the records that are still there; %NULL with a
 *   %YZ_STORE_ERROR, or as cancelled
 */
char **yz_listing_load_selected_ids_finish (YzListing *self, GAsyncResult *result, GError **error);

/**
 * yz_listing_create:
 * @edit: creates a record of the kind shown
 * @id: of this record
 *
 * Applies @edit and makes the new record the current one. A failure is told by #YzSession::failed.
 */
void yz_listing_create (YzListing *self, YzEdit *edit, const char *id);

G_END_DECLS
