/* The history of the whole workspace in a window of its own. */
#pragma once

#include "yz-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * yz_history_window_new:
 *
 * Returns: (transfer none): a window above @parent
 */
GtkWidget *yz_history_window_new (GtkWindow *parent, YzSession *session);

G_END_DECLS
