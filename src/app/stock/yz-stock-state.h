/* How an item stands, as a symbol and words. */
#pragma once

#include "yz-stock-figures.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * yz_stock_state_new:
 *
 * Returns: (transfer floating): a box for yz_stock_state_show()
 */
GtkWidget *yz_stock_state_new (void);

/**
 * yz_stock_state_show:
 * @box: of yz_stock_state_new()
 * @today: a Julian day
 */
void yz_stock_state_show (GtkWidget *box, const YzStockFigure *figure, guint32 today);

G_END_DECLS
