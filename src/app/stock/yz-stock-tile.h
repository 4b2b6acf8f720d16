/* A figure with what it is about, on a card that leads to what is behind it. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YZ_TYPE_STOCK_TILE (yz_stock_tile_get_type ())

/**
 * YzStockTile:
 *
 * Properties, all writable: "title", "symbol" (the name of an icon), "figure", "unit", "detail", "tone" ("", "warning"
 * or "bad": how the figure is coloured; the words say the same).
 */
G_DECLARE_FINAL_TYPE (YzStockTile, yz_stock_tile, YZ, STOCK_TILE, GtkButton)

G_END_DECLS
