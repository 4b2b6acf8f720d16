/* A button with what is chosen, which opens a list that can be searched: of places of stock, or of items. */
#pragma once

#include "yz-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YZ_TYPE_STOCK_CHOOSER (yz_stock_chooser_get_type ())

/**
 * YzStockChooser::chosen:
 * @record: (nullable): a station, a place or an item; %NULL for all
 *
 * Emitted when somebody has chosen; the title is the caller's to set.
 */

/**
 * YzStockChooser:
 *
 * Properties, all writable: "session", "subject" ("holders": stations and warehouses; "places": these and the shelves,
 * slots and reservations in them; "items"), "title" (what is chosen), "name-of" (what the button is for, in the words
 * of a screen reader), "icon-name" (nullable), "has-all" (whether all can be chosen).
 */
G_DECLARE_FINAL_TYPE (YzStockChooser, yz_stock_chooser, YZ, STOCK_CHOOSER, GtkWidget)

G_END_DECLS
