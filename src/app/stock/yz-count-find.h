/* Adding a line to a stocktake: what was found and is not on the sheet. */
#pragma once

#include "yz-stocktake-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define YZ_TYPE_COUNT_FIND (yz_count_find_get_type ())

G_DECLARE_FINAL_TYPE (YzCountFind, yz_count_find, YZ, COUNT_FIND, AdwWindow)

/**
 * yz_count_find_new:
 * @place: (nullable): the place where it was found, that of the stocktake without one
 * @item: (nullable): what was found, as far as that is known already
 * @lot: (nullable): its lot
 *
 * Actions: "find.add".
 */
GtkWidget *yz_count_find_new (GtkWindow *parent, YzStocktakeDesk *desk, YzRecord *place, YzRecord *item,
                              YzRecord *lot);

G_END_DECLS
