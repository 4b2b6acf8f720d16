/* A layout that sets children side by side and goes on in a new line, like words: for tags and chips. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YZ_TYPE_WRAP_LAYOUT (yz_wrap_layout_get_type ())

/**
 * YzWrapLayout:
 *
 * Properties: "spacing" (pixels between children and between lines).
 */
G_DECLARE_FINAL_TYPE (YzWrapLayout, yz_wrap_layout, YZ, WRAP_LAYOUT, GtkLayoutManager)

G_END_DECLS
