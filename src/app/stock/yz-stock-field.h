/* An entry of a form about stock: its title above it, and beneath it what is wrong with it. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YZ_TYPE_STOCK_FIELD (yz_stock_field_get_type ())

/**
 * YzStockField:
 *
 * Properties, all writable: "title", "text", "hint" (shown while it is empty), "error" (nullable).
 */
G_DECLARE_FINAL_TYPE (YzStockField, yz_stock_field, YZ, STOCK_FIELD, GtkWidget)

/* @hint: what to write, "" for nothing. Returns: (transfer floating): an empty field */
GtkWidget *yz_stock_field_new (const char *title, const char *hint);

G_END_DECLS
