/*
 * Children one beneath the other. The first has the room; each of the others stands beneath it at the height that it
 * likes, or not at all where that would take from the first what it needs.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YZ_TYPE_FIT_LAYOUT (yz_fit_layout_get_type ())

/**
 * YzFitLayout:
 *
 * Property, writable: "spacing" (pixels between the children).
 */
G_DECLARE_FINAL_TYPE (YzFitLayout, yz_fit_layout, YZ, FIT_LAYOUT, GtkLayoutManager)

G_END_DECLS
