/* How an item stands, as a symbol and words. */
#pragma once

#include "yz-stock-figures.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * yz_stock_state_show:
 * @box: of yz_widgets_make_state()
 * @today: a Julian day
 */
void yz_stock_state_show (GtkWidget *box, const YzStockFigure *figure, guint32 today);

G_END_DECLS
