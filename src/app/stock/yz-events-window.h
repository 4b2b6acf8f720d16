/* What a cabinet's maker says was given out, before it is brought in: row by row, with what is wrong. */
#pragma once

#include "yz-inventory.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define YZ_TYPE_EVENTS_WINDOW (yz_events_window_get_type ())

G_DECLARE_FINAL_TYPE (YzEventsWindow, yz_events_window, YZ, EVENTS_WINDOW, AdwWindow)

/**
 * yz_events_window_new:
 * @file: the maker's list
 *
 * Returns: (transfer none): a window
 */
YzEventsWindow *yz_events_window_new (GtkWindow *parent, YzInventory *inventory, GFile *file);

G_END_DECLS
