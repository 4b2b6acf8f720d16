/* The window of one workspace: pages at the left, the page with its header at the right. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define YZ_TYPE_WINDOW (yz_window_get_type ())

G_DECLARE_FINAL_TYPE (YzWindow, yz_window, YZ, WINDOW, AdwApplicationWindow)

YzWindow *yz_window_new (GtkApplication *application);

G_END_DECLS
