/*
 * Counting with a scanner: the line of what is scanned is found, and its count grows by each scan. Codes come more
 * quickly than a sheet is read again, so what is counted so far is remembered here. Main thread.
 */
#pragma once

#include "yz-stocktake-sheet.h"

G_BEGIN_DECLS

/**
 * YzStocktakeScan:
 * @line: the number of the line that was scanned last, 0 if something else was done since
 * @counted: how many of it were counted by then
 */
typedef struct
{
  guint line;
  gint64 counted;
} YzStocktakeScan;

/**
 * yz_stocktake_scan_find:
 * @item: an id
 * @lot: (nullable): an id
 * @at: the index of the line that is being counted
 *
 * Returns: the index of the line about it, of several lots the one at @at, or the first; %G_MAXUINT if it has none
 */
guint yz_stocktake_scan_find (const YzStocktakeSheet *sheet, const char *item, const char *lot, guint at);

/**
 * yz_stocktake_scan_add:
 * @index: of the line that was scanned
 * @times: how many of it
 * @counted: (out): what is counted there now
 *
 * What was counted by hand is only gone to, until it is scanned once more.
 *
 * Returns: whether @counted is to be written down
 */
gboolean yz_stocktake_scan_add (YzStocktakeScan *self, const YzStocktakeSheet *sheet, guint index, guint times,
                                gint64 *counted);

G_END_DECLS
