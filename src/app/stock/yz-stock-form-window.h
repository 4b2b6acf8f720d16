/* The window in which something is received, handed out, sent, moved, taken back or written off. */
#pragma once

#include "yz-stock-form.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define YZ_TYPE_STOCK_FORM_WINDOW (yz_stock_form_window_get_type ())

/**
 * YzStockFormWindow:
 *
 * Actions: "stock-form.apply", "stock-form.fill-unusable", "stock-form.discard".
 */
G_DECLARE_FINAL_TYPE (YzStockFormWindow, yz_stock_form_window, YZ, STOCK_FORM_WINDOW, AdwWindow)

/**
 * yz_stock_form_window_new:
 *
 * Returns: (transfer none): a window for @form above @parent
 */
GtkWidget *yz_stock_form_window_new (GtkWindow *parent, YzStockForm *form);

YzStockForm *yz_stock_form_window_get_form (YzStockFormWindow *self);

G_END_DECLS
