/* How many people were given something, month by month. Blocking, for workers. */
#pragma once

#include "yz-inventory.h"

G_BEGIN_DECLS

/**
 * yz_stock_people_read:
 * @people: (out): in the month of @scope
 * @before: (out): in the month before
 *
 * What was taken back does not count.
 *
 * Returns: %FALSE with a %YZ_STORE_ERROR
 */
gboolean yz_stock_people_read (YzStore *store, const YzInventoryScope *scope, gint64 *people, gint64 *before,
                               GCancellable *cancellable, GError **error);

G_END_DECLS
