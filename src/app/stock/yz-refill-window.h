/* The round of the smart cabinets: what to bring where, what it is worth against each cabinet's limit, and what not. */
#pragma once

#include "yz-inventory.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define YZ_TYPE_REFILL_WINDOW (yz_refill_window_get_type ())

G_DECLARE_FINAL_TYPE (YzRefillWindow, yz_refill_window, YZ, REFILL_WINDOW, AdwWindow)

/**
 * yz_refill_window_new:
 *
 * Returns: (transfer none): a window about the cabinets of the place that is chosen
 */
YzRefillWindow *yz_refill_window_new (GtkWindow *parent, YzInventory *inventory);

G_END_DECLS
