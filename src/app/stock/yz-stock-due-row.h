/* A line of what is due: what, the details, and a button with the one thing to do about it. */
#pragma once

#include "yz-stock-due.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YZ_TYPE_STOCK_DUE_ROW (yz_stock_due_row_get_type ())

/**
 * YzStockDueRow:
 *
 * Its button activates "due.act" with the position.
 */
G_DECLARE_FINAL_TYPE (YzStockDueRow, yz_stock_due_row, YZ, STOCK_DUE_ROW, GtkWidget)

GtkWidget *yz_stock_due_row_new (void);

/**
 * yz_stock_due_row_show:
 * @says_where: whether the station is named, as in a list of several
 */
void yz_stock_due_row_show (YzStockDueRow *self, YzStockDueEntry *entry, guint position, gboolean says_where);

G_END_DECLS
