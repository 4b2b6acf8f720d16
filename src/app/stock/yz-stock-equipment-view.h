/* The section of equipment of the Inventory page: the pieces, the one that is chosen, and where idle ones should go. */
#pragma once

#include "yz-inventory.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YZ_TYPE_STOCK_EQUIPMENT_VIEW (yz_stock_equipment_view_get_type ())

/**
 * YzStockEquipmentView:
 *
 * Properties, writable: "inventory", "filter" ("all", "idle", "broken", "lent", "due", "disposed"), "type" (the id of
 * the only type, "" for all).
 *
 * Its verbs are the actions "equipment.…", about the piece that is chosen.
 */
G_DECLARE_FINAL_TYPE (YzStockEquipmentView, yz_stock_equipment_view, YZ, STOCK_EQUIPMENT_VIEW, GtkWidget)

G_END_DECLS
