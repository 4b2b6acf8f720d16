/* The backups of the workspace, each to be put in its place. */
#pragma once

#include "yz-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *yz_backups_window_new (GtkWindow *parent, YzSession *session);

G_END_DECLS
