/* Who holds stock: a station, at any of its places, or a place of no station. An id may be that of either. Blocking. */
#pragma once

#include "yz-store.h"

G_BEGIN_DECLS

/**
 * yz_stock_holder_load:
 * @id: of a station or of a place
 *
 * Returns: (transfer full) (nullable): the record, of kind "station" or "place", or %NULL with a %YZ_STORE_ERROR
 */
YzRecord *yz_stock_holder_load (YzStore *store, const char *id, GError **error);

/**
 * yz_stock_holder_list_places:
 * @owner: the field of places that names what has several, "station" or "cabinet"
 * @id: of that
 *
 * Returns: (transfer full) (nullable): the ids of its places, or %NULL with a %YZ_STORE_ERROR
 */
GStrv yz_stock_holder_list_places (YzStore *store, const char *owner, const char *id, GError **error);

G_END_DECLS
