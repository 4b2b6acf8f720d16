/*
 * Counting by spreadsheet: the sheet goes out in printed order with an empty column for the counts, and comes back with
 * them. An empty cell is not counted, 0 is nothing there. Blocking; for workers and the command line.
 */
#pragma once

#include "yz-stocktakes.h"

G_BEGIN_DECLS

/**
 * yz_stocktake_export:
 * @path: ending in .csv, .xlsx or .ods
 * @books: with what the books have now, where the stocktake is not blind
 *
 * Writes every line, with what is counted so far.
 *
 * Returns: %FALSE with a %YZ_EXCHANGE_ERROR
 */
gboolean yz_stocktake_export (const YzStocktakeSheet *sheet, const char *path, YzStocktakeBooks books, GError **error);

/**
 * YzStocktakeFinding:
 * @row: as the program in which the file was made numbers it
 * @reason: what is wrong with it, translated
 */
typedef struct
{
  guint row;
  char *reason;
} YzStocktakeFinding;

/**
 * YzStocktakeAnswer:
 * @edit: (nullable): writes all of it; %NULL while there is a finding
 * @findings: (element-type YzStocktakeFinding): rows that cannot be understood
 * @n_counted: lines that the file counts
 * @n_added: of which the sheet had not
 * @n_empty: lines that it leaves uncounted
 */
typedef struct
{
  YzEdit *edit;
  GPtrArray *findings;
  guint n_counted;
  guint n_added;
  guint n_empty;
} YzStocktakeAnswer;

void yz_stocktake_answer_free (YzStocktakeAnswer *answer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzStocktakeAnswer, yz_stocktake_answer_free)

/**
 * yz_stocktake_read_file:
 * @stocktake: its id
 * @path: a spreadsheet, with a column of line numbers, or of codes or names of items; its headings as they are exported
 * @at: when it was counted, where the file does not say
 *
 * What is on no line is added, if its item is known. A line that was counted and is empty in the file stays as it is.
 *
 * Returns: (transfer full) (nullable): %NULL with an error if the file cannot be read as a count at all
 */
YzStocktakeAnswer *yz_stocktake_read_file (YzStore *store, const char *stocktake, const char *path, gint64 at,
                                           GCancellable *cancellable, GError **error);

G_END_DECLS
