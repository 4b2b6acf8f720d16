/* What is done to a workspace as a whole: its backups, a copy, the check of the file. Main thread. */
#pragma once

#include "yz-session.h"

G_BEGIN_DECLS

#define YZ_TYPE_BACKUP_FILE (yz_backup_file_get_type ())

/**
 * YzBackupFile:
 *
 * A backup of the workspace. Properties, all read-only texts: "path", "when" (of a file that cannot be looked at its
 * name), "reason" ("daily") and "size".
 */
G_DECLARE_FINAL_TYPE (YzBackupFile, yz_backup_file, YZ, BACKUP_FILE, GObject)

/**
 * yz_workspace_list_backups:
 * @session: with an open workspace
 *
 * Returns: (transfer full) (nullable): a #GListModel of #YzBackupFile, newest first, as they are now; %NULL with a
 *   %YZ_STORE_ERROR if they cannot be listed
 */
GListModel *yz_workspace_list_backups (YzSession *session, GError **error);

/**
 * yz_workspace_restore_async:
 * @path: of a backup of the open workspace
 *
 * Closes the workspace, puts a copy of the backup in its place and opens it again. What was there is kept as a
 * backup itself. Whatever fails, the workspace is open again afterwards if it can be opened at all.
 */
void     yz_workspace_restore_async (YzSession *session, const char *path, GAsyncReadyCallback callback,
                                     gpointer user_data);
gboolean yz_workspace_restore_finish (YzSession *session, GAsyncResult *result, GError **error);

/**
 * yz_workspace_save_copy_async:
 * @path: of the copy
 *
 * Writes a complete copy of the workspace, as a job of the session.
 */
void     yz_workspace_save_copy_async (YzSession *session, const char *path, GAsyncReadyCallback callback,
                                       gpointer user_data);
gboolean yz_workspace_save_copy_finish (YzSession *session, GAsyncResult *result, GError **error);

/**
 * yz_workspace_check_async:
 * @job: shows how far the check is, and cancels it; ended by the check
 *
 * Checks the file and all that is in it. yz_workspace_check_finish() returns the findings, each a sentence; none if
 * all is well.
 */
void       yz_workspace_check_async (YzSession *session, YzJob *job, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *yz_workspace_check_finish (YzSession *session, GAsyncResult *result, GError **error);

G_END_DECLS
