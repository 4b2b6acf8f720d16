/* Kits: their recipes, how many there are and can be made at a station, and a season planned for many. */
#pragma once

#include "yz-inventory.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define YZ_TYPE_KITS_WINDOW (yz_kits_window_get_type ())

/**
 * YzKitsWindow:
 *
 * Its verbs are the actions "kits.…".
 */
G_DECLARE_FINAL_TYPE (YzKitsWindow, yz_kits_window, YZ, KITS_WINDOW, AdwWindow)

/**
 * yz_kits_window_new:
 *
 * Returns: (transfer none): a window, about the place that is chosen at first
 */
YzKitsWindow *yz_kits_window_new (GtkWindow *parent, YzInventory *inventory);

G_END_DECLS
