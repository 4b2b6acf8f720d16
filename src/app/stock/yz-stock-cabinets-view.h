/* The section of smart cabinets: one of them as it stands, and what is reserved in it. */
#pragma once

#include "yz-inventory.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YZ_TYPE_STOCK_CABINETS_VIEW (yz_stock_cabinets_view_get_type ())

/**
 * YzStockCabinetsView:
 *
 * Property, writable: "inventory".
 */
G_DECLARE_FINAL_TYPE (YzStockCabinetsView, yz_stock_cabinets_view, YZ, STOCK_CABINETS_VIEW, GtkWidget)

G_END_DECLS
