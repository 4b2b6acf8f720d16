/* What was given out of an item in the last thirteen weeks, as bars, and for how long the rest lasts, in a sentence. */
#pragma once

#include "yz-inventory.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YZ_TYPE_STOCK_USE_VIEW (yz_stock_use_view_get_type ())

/**
 * YzStockUseView:
 *
 * Properties, both writable: "inventory", "item" (an id; "" for none, then it is hidden).
 */
G_DECLARE_FINAL_TYPE (YzStockUseView, yz_stock_use_view, YZ, STOCK_USE_VIEW, GtkWidget)

G_END_DECLS
