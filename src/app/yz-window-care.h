/* Looking after the window's workspace: check, copy, restore; what comes of it is said in the window. */
#pragma once

#include "yz-window.h"

G_BEGIN_DECLS

/**
 * yz_window_check_workspace:
 *
 * Checks the file without holding up the window, and says what was found.
 */
void yz_window_check_workspace (YzWindow *self);

/**
 * yz_window_save_copy:
 * @path: of the copy
 */
void yz_window_save_copy (YzWindow *self, const char *path);

/**
 * yz_window_restore_backup:
 * @backup: path of one of its backups
 */
void yz_window_restore_backup (YzWindow *self, const char *backup);

/**
 * yz_window_suggest_path:
 *
 * Returns: (transfer full): a path for a new workspace in the user's documents, where no file is yet
 */
char *yz_window_suggest_path (void);

G_END_DECLS
