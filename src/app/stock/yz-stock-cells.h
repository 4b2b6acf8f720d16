/* The cells of the stock table: what each column makes of a #YzStockRow. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * yz_stock_cells_bind:
 * @widget_class: of the widget whose template has the columns
 *
 * Makes their functions known to the template: "set_up_title" and "bind_title", and so on.
 */
void yz_stock_cells_bind (GtkWidgetClass *widget_class);

G_END_DECLS
