/* What verbs of cabinets share: parts of an edit. Blocking. */
#pragma once

#include "yz-cabinets.h"
#include "yz-stock-movements.h"

G_BEGIN_DECLS

/**
 * yz_slot_clear:
 * @slot: the id of its place
 *
 * Adds the movements that write off what nobody may use any more.
 *
 * Returns: %FALSE with an error
 */
gboolean yz_slot_clear (YzStockMoving *self, const char *slot, GError **error);

G_END_DECLS
