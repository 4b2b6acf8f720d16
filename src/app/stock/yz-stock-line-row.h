/* A line of a form about stock: the item, how many, which lot, and what is wrong with it. */
#pragma once

#include "yz-stock-form.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YZ_TYPE_STOCK_LINE_ROW (yz_stock_line_row_get_type ())

G_DECLARE_FINAL_TYPE (YzStockLineRow, yz_stock_line_row, YZ, STOCK_LINE_ROW, GtkWidget)

/* Returns: (transfer floating): the row in which @line of @form is typed */
GtkWidget *yz_stock_line_row_new (YzStockForm *form, YzStockFormLine *line);

G_END_DECLS
