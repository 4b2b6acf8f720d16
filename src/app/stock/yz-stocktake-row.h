/* A stocktake in the list of them: where, how far it is, and until when. */
#pragma once

#include "yz-stocktake-list.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YZ_TYPE_STOCKTAKE_ROW (yz_stocktake_row_get_type ())

G_DECLARE_FINAL_TYPE (YzStocktakeRow, yz_stocktake_row, YZ, STOCKTAKE_ROW, GtkWidget)

/**
 * yz_stocktake_row_show:
 * @today: a Julian day
 */
void yz_stocktake_row_show (YzStocktakeRow *self, const YzStocktakeSummary *summary, guint32 today);

G_END_DECLS
