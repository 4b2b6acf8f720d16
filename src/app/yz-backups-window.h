/* The backups of the workspace, each to be put in its place. */
#pragma once

#include "yz-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * yz_backups_window_new:
 * @parent: a window with the action "win.restore-backup"
 *
 * Returns: a window not yet presented
 */
GtkWidget *yz_backups_window_new (GtkWindow *parent, YzSession *session);

G_END_DECLS
