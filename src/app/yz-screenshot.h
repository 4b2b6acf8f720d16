/* A picture of a window, taken when nothing in it moves any more. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * yz_screenshot_take_async:
 * @window: on a screen
 * @path: of the PNG
 *
 * Waits until the window has looked the same for a second, with no more than twenty seconds in all, and writes it.
 */
void     yz_screenshot_take_async (GtkWindow *window, const char *path, GAsyncReadyCallback callback,
                                   gpointer user_data);
gboolean yz_screenshot_take_finish (GAsyncResult *result, GError **error);

G_END_DECLS
