/* Exporting from the window: a list of records to a file on a thread of its own, as a job that can be cancelled. */
#pragma once

#include "yz-list-export.h"
#include "yz-session.h"

G_BEGIN_DECLS

/**
 * yz_export_async:
 * @rows: (nullable) (element-type gint64): of a query's answer: the current list or selection; %NULL for all records
 * @options: copied, its fields and purpose too
 *
 * The job is listed in the session until it is done; cancelling it leaves no file.
 */
void yz_export_async (YzSession *session, const YzKind *kind, GArray *rows, const char *path,
                      const YzExportOptions *options, GAsyncReadyCallback callback, gpointer user_data);

/**
 * yz_export_begin_job:
 * @path: of the file that is written
 *
 * Returns: (transfer full): "Exporting stations.xlsx", listed in @session
 */
YzJob *yz_export_begin_job (YzSession *session, const char *path);

/**
 * yz_export_finish:
 * @n_exported: (out) (optional): how many records are in the file
 */
gboolean yz_export_finish (YzSession *session, GAsyncResult *result, guint *n_exported, GError **error);

G_END_DECLS
