/* A stocktake with its lines, as the sheet, the screen and the review show it. Blocking, on any thread. */
#pragma once

#include "yz-stock-count.h"
#include "yz-store.h"

G_BEGIN_DECLS

/**
 * YzStocktakeLine:
 * @record: of kind "count_line"
 * @place, @item: what it is about
 * @lot: (nullable): %NULL for what has no lot
 * @number: printed beside it, counted from 1, with gaps where a page has empty lines
 * @page: of a sheet of A4, see yz_stock_count_break_pages()
 */
typedef struct
{
  YzRecord *record;
  YzRecord *place;
  YzRecord *item;
  YzRecord *lot;
  guint number;
  guint page;
} YzStocktakeLine;

/**
 * YzStocktakeSheet:
 * @stocktake: of kind "stocktake"
 * @place: of which it is
 * @lines: (element-type YzStocktakeLine): in printed order
 * @counts: (element-type YzStockCount): of each line; the books are in it only if they were asked for
 * @n_pages: of the sheet, at least 1
 * @last_number: of a line, 0 if there is none
 * @known: (element-type YzRecord): lines by what they are about and by their numbers, see yz_stocktake_sheet_take()
 */
typedef struct
{
  YzRecord *stocktake;
  YzRecord *place;
  GPtrArray *lines;
  GArray *counts;
  guint n_pages;
  guint last_number;
  GHashTable *known;
} YzStocktakeSheet;

/**
 * YzStocktakeBooks:
 * @YZ_STOCKTAKE_BLIND: without what the books have
 * @YZ_STOCKTAKE_WITH_BOOKS: with what they have at the instant of each count, and now; of a confirmed stocktake, as if
 *   it were not confirmed yet
 */
typedef enum
{
  YZ_STOCKTAKE_BLIND,
  YZ_STOCKTAKE_WITH_BOOKS,
} YzStocktakeBooks;

/**
 * yz_stocktake_sheet_load:
 * @id: of the stocktake
 *
 * Returns: (transfer full) (nullable): %NULL with an error
 */
YzStocktakeSheet *yz_stocktake_sheet_load (YzStore *store, const char *id, YzStocktakeBooks books,
                                           GCancellable *cancellable, GError **error);
void              yz_stocktake_sheet_free (YzStocktakeSheet *sheet);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzStocktakeSheet, yz_stocktake_sheet_free)

/**
 * yz_stocktake_sheet_find:
 * @number: of a line
 *
 * Returns: (transfer none) (nullable): the line; @index (out) (optional) is its place in the arrays
 */
YzStocktakeLine *yz_stocktake_sheet_find (const YzStocktakeSheet *sheet, guint number, guint *index);

/**
 * yz_stocktake_sheet_take:
 * @line: of kind "count_line", that an edit under way adds
 *
 * Takes its number, and what it is about, from those that may follow.
 */
void yz_stocktake_sheet_take (YzStocktakeSheet *sheet, YzRecord *line);

/**
 * yz_stocktake_sheet_get_about:
 * @lot: (nullable)
 *
 * Returns: (transfer none) (nullable): the line that is about this, also one that was taken
 */
YzRecord *yz_stocktake_sheet_get_about (const YzStocktakeSheet *sheet, const char *place, const char *item,
                                        const char *lot);

/**
 * yz_stocktake_sheet_get_numbered:
 *
 * Returns: (transfer none) (nullable): the line of that number, also one that was taken
 */
YzRecord *yz_stocktake_sheet_get_numbered (const YzStocktakeSheet *sheet, guint number);

/**
 * yz_stocktake_sheet_get_count:
 *
 * Returns: (transfer none): the count of the line @index
 */
const YzStockCount *yz_stocktake_sheet_get_count (const YzStocktakeSheet *sheet, guint index);

/**
 * yz_stocktake_sheet_sum:
 * @page: of which to add up the lines, 0 for all
 * @sum: (out): what they come to
 */
void yz_stocktake_sheet_sum (const YzStocktakeSheet *sheet, guint page, YzStockCountSum *sum);

/**
 * yz_stocktake_line_get_counted_at:
 *
 * Returns: when it was counted, milliseconds since 1970-01-01T00:00Z; 0 if it was not
 */
gint64 yz_stocktake_line_get_counted_at (const YzStocktakeLine *line);

G_END_DECLS
