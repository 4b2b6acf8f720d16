/* What was deleted in the last 90 days, each to be put back. */
#pragma once

#include "yz-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * yz_trash_window_new:
 * @parent: (transfer none): the window that it stands over
 *
 * Returns: a window not yet presented
 */
GtkWidget *yz_trash_window_new (GtkWindow *parent, YzSession *session);

G_END_DECLS
