/* The window of one workspace: pages at the left, the page with its header at the right. */
#pragma once

#include "yz-stations.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define YZ_TYPE_WINDOW (yz_window_get_type ())

/**
 * YzWindow:
 *
 * Properties: "session", "stations", "view" ("list", "split", "map"), "page".
 *
 * Its verbs are the actions "win.…", see yz-window-actions.c.
 */
G_DECLARE_FINAL_TYPE (YzWindow, yz_window, YZ, WINDOW, AdwApplicationWindow)

/**
 * yz_window_new:
 *
 * Returns: (transfer none): a window without a workspace, which welcomes the user
 */
YzWindow *yz_window_new (GtkApplication *application, YzClock *clock, YzIdFactory *ids);

YzSession  *yz_window_get_session (YzWindow *self);
YzStations *yz_window_get_stations (YzWindow *self);

/**
 * yz_window_open_async:
 *
 * Opens a workspace in the window.
 */
void     yz_window_open_async (YzWindow *self, GFile *file, YzStoreFlags flags, GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean yz_window_open_finish (YzWindow *self, GAsyncResult *result, GError **error);

/**
 * yz_window_shows:
 * @file: (nullable): a workspace, %NULL for none at all
 *
 * Returns: whether that is what the window shows or is about to show
 */
gboolean yz_window_shows (YzWindow *self, GFile *file);

/**
 * yz_window_add_toast:
 * @toast: (transfer full)
 */
void yz_window_add_toast (YzWindow *self, AdwToast *toast);

/**
 * yz_window_tell_error:
 *
 * Says in a toast what went wrong.
 */
void yz_window_tell_error (YzWindow *self, const GError *error);

/**
 * yz_window_activate:
 * @name: of an action of the application, the window, or of a part of it
 * @target: (nullable)
 *
 * Returns: whether there is such an action; one that is not enabled does nothing
 */
gboolean yz_window_activate (YzWindow *self, const char *name, GVariant *target);

G_END_DECLS
