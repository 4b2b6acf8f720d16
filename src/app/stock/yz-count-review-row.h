/* A line in the review of a stocktake: the books, the count, what differs, what that is worth, and why. */
#pragma once

#include "yz-stocktake-sheet.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YZ_TYPE_COUNT_REVIEW_ROW (yz_count_review_row_get_type ())

/**
 * YzCountReviewRow::explained:
 * @line: number of the line
 * @reason: what was typed
 */
G_DECLARE_FINAL_TYPE (YzCountReviewRow, yz_count_review_row, YZ, COUNT_REVIEW_ROW, GtkWidget)

/**
 * yz_count_review_row_show:
 * @index: of the line
 * @editable: whether the reason may be changed
 */
void yz_count_review_row_show (YzCountReviewRow *self, const YzStocktakeSheet *sheet, guint index, gboolean editable);

G_END_DECLS
