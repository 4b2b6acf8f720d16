/* A line of a stocktake in the list beside the keypad: its number, what it is, and how many were counted. */
#pragma once

#include "yz-stocktake-sheet.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YZ_TYPE_COUNT_ROW (yz_count_row_get_type ())

G_DECLARE_FINAL_TYPE (YzCountRow, yz_count_row, YZ, COUNT_ROW, GtkWidget)

/**
 * yz_count_row_show:
 * @index: of the line; a place is named above the first line of it
 */
void yz_count_row_show (YzCountRow *self, const YzStocktakeSheet *sheet, guint index);

/**
 * yz_count_row_dup_detail:
 *
 * Returns: (transfer full): specification, lot and expiry of a line, as far as there are any
 */
char *yz_count_row_dup_detail (const YzStocktakeLine *line);

G_END_DECLS
