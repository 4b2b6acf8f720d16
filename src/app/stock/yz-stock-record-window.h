/* The form of an item, a lot or a place in a window of its own, above what it was opened from. */
#pragma once

#include "yz-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define YZ_TYPE_STOCK_RECORD_WINDOW (yz_stock_record_window_get_type ())

/**
 * YzStockRecordWindow::saved:
 * @record: (type YzRecord): as it is now
 */
G_DECLARE_FINAL_TYPE (YzStockRecordWindow, yz_stock_record_window, YZ, STOCK_RECORD_WINDOW, AdwWindow)

/**
 * yz_stock_record_window_new:
 * @record: as it was read from the workspace, or a new one
 *
 * Returns: (transfer none)
 */
GtkWidget *yz_stock_record_window_new (GtkWindow *parent, YzSession *session, YzRecord *record, gboolean is_new);

/**
 * yz_stock_record_window_new_item:
 * @barcode: (nullable): that the new item has
 */
GtkWidget *yz_stock_record_window_new_item (GtkWindow *parent, YzSession *session, const char *barcode);

/**
 * yz_stock_record_window_new_place:
 * @station: (nullable): the id of the station that the new place belongs to, or of any other place
 */
GtkWidget *yz_stock_record_window_new_place (GtkWindow *parent, YzSession *session, const char *station);

G_END_DECLS
