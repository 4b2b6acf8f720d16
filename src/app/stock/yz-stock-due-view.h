/* What is due about stock, as a card of the overview. */
#pragma once

#include "yz-inventory.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YZ_TYPE_STOCK_DUE_VIEW (yz_stock_due_view_get_type ())

/**
 * YzStockDueView:
 *
 * Properties: "inventory". Actions: "due.act" (the position of an entry: does what its button says).
 */
G_DECLARE_FINAL_TYPE (YzStockDueView, yz_stock_due_view, YZ, STOCK_DUE_VIEW, GtkWidget)

G_END_DECLS
