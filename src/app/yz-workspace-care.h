/* Looking after the workspace file: check, copy, restore. Each is a job that the window shows. */
#pragma once

#include "yz-window.h"

G_BEGIN_DECLS

void yz_workspace_check (YzWindow *window);

/**
 * yz_workspace_save_copy:
 * @path: of the copy
 */
void yz_workspace_save_copy (YzWindow *window, const char *path);

/**
 * yz_workspace_restore:
 * @backup: path of one of its backups
 *
 * Closes the workspace, puts the backup in its place and opens it again. What was there is kept as a backup.
 */
void yz_workspace_restore (YzWindow *window, const char *backup);

/**
 * yz_workspace_suggest_path:
 *
 * Returns: (transfer full): a path in the user's documents where no file is yet
 */
char *yz_workspace_suggest_path (void);

G_END_DECLS
