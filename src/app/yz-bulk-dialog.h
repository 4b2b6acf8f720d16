/* The same change to many records: the field, its value, and what that does to each of them before it is done. */
#pragma once

#include "yz-draft.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define YZ_TYPE_BULK_DIALOG (yz_bulk_dialog_get_type ())

/**
 * YzBulkDialog:
 *
 * Actions: "bulk.field" (s, name of a field), "bulk.apply" (one change to the workspace; closes the dialog).
 */
G_DECLARE_FINAL_TYPE (YzBulkDialog, yz_bulk_dialog, YZ, BULK_DIALOG, AdwWindow)

/**
 * yz_bulk_dialog_new:
 * @ids: (array zero-terminated=1): of the records
 *
 * The dialog closes itself if the records cannot be read, which is told by #YzSession::failed.
 *
 * Returns: the dialog, at once; the records are read while it is open
 */
GtkWidget *yz_bulk_dialog_new (GtkWindow *parent, YzSession *session, const YzKind *kind, const char *const *ids);

/**
 * yz_bulk_dialog_get_draft:
 *
 * Returns: (transfer none): holds the value that the records shall have
 */
YzDraft *yz_bulk_dialog_get_draft (YzBulkDialog *self);

G_END_DECLS
