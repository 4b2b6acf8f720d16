/* The Inventory page: which place it is about, the verbs of stock, and its sections side by side. */
#pragma once

#include "yz-inventory.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YZ_TYPE_INVENTORY_PAGE (yz_inventory_page_get_type ())

/**
 * YzInventoryPage:
 *
 * Properties, all writable: "inventory", "section" (the name of the section that is shown, such as "overview").
 *
 * Its verbs are the actions "stock.…", see yz-inventory-page.c.
 */
G_DECLARE_FINAL_TYPE (YzInventoryPage, yz_inventory_page, YZ, INVENTORY_PAGE, GtkWidget)

YzInventory *yz_inventory_page_get_inventory (YzInventoryPage *self);

/**
 * yz_inventory_page_focus_search:
 *
 * Goes to the search for items, which is in the first section.
 */
void yz_inventory_page_focus_search (YzInventoryPage *self);

G_END_DECLS
