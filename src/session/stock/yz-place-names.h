/* What a place of stock is called, so that one knows where it is: "C4" alone says nothing. */
#pragma once

#include "yz-store.h"

G_BEGIN_DECLS

/**
 * yz_place_dup_name:
 * @place: of kind "place"
 * @station: (nullable): the id of the station that everything is about and that need not be named
 *
 * A slot is called with its cabinet, a shelf with its station unless its own name begins like that.
 *
 * Returns: (transfer full): "智能柜 A · C4", "滨江东路驿站 · 储物间"
 */
char *yz_place_dup_name (YzStore *store, YzRecord *place, const char *station);

G_END_DECLS
