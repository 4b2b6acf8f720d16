/* How much there is, as a bar, with a tick at how much there should be at least. The figures beside it say the same. */
#pragma once

#include "yz-stock-figures.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YZ_TYPE_STOCK_BAR (yz_stock_bar_get_type ())

G_DECLARE_FINAL_TYPE (YzStockBar, yz_stock_bar, YZ, STOCK_BAR, GtkWidget)

GtkWidget *yz_stock_bar_new (void);

/**
 * yz_stock_bar_show:
 * @figure: (nullable): what to show; nothing where nobody says how much there should be
 */
void yz_stock_bar_show (YzStockBar *self, const YzStockFigure *figure);

G_END_DECLS
