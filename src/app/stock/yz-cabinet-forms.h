/* The small windows in which something is done with a cabinet or one of its slots. */
#pragma once

#include "yz-cabinets.h"
#include "yz-inventory.h"
#include "yz-small-form.h"

G_BEGIN_DECLS

/**
 * yz_cabinet_forms_open:
 * @verb: "refill", "reserve", "assign" or "break"
 * @slot: only looked at
 *
 * Returns: (transfer none): a window
 */
YzSmallForm *yz_cabinet_forms_open (GtkWindow *parent, YzSession *session, const char *verb, const YzSlot *slot);

/**
 * yz_cabinet_forms_open_new:
 * @n_there: how many cabinets are known at the place that is chosen
 *
 * For a new cabinet, at the station that is chosen at first.
 *
 * Returns: (transfer none): a window
 */
YzSmallForm *yz_cabinet_forms_open_new (GtkWindow *parent, YzInventory *inventory, guint n_there);

G_END_DECLS
