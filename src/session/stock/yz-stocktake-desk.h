/*
 * One stocktake on somebody's desk: its sheet as it is now, and the verbs. What is typed is written at once, one figure
 * after the other in the order in which they were typed, so that nothing but the figure being typed can be lost. Main
 * thread; everything is read and made on workers.
 */
#pragma once

#include "yz-session.h"
#include "yz-stocktake-file.h"

G_BEGIN_DECLS

#define YZ_TYPE_STOCKTAKE_DESK (yz_stocktake_desk_get_type ())

G_DECLARE_FINAL_TYPE (YzStocktakeDesk, yz_stocktake_desk, YZ, STOCKTAKE_DESK, GObject)

/**
 * YzStocktakeDesk::changed:
 *
 * Emitted when yz_stocktake_desk_get_sheet() gives another answer.
 */

/**
 * YzStocktakeDesk::refused:
 * @line: of the figure that was refused, 0 if it was something else
 * @error: why
 */

/**
 * yz_stocktake_desk_new:
 * @stocktake: its id
 *
 * Properties: "review" (whether the books are read too; writable), "busy" (whether something is being written).
 *
 * Returns: (transfer full): a desk whose sheet is still being read
 */
YzStocktakeDesk *yz_stocktake_desk_new (YzSession *session, const char *stocktake);

YzSession *yz_stocktake_desk_get_session (YzStocktakeDesk *self);

/**
 * yz_stocktake_desk_get_stocktake:
 *
 * Returns: (transfer none): its id
 */
const char *yz_stocktake_desk_get_stocktake (YzStocktakeDesk *self);

/**
 * yz_stocktake_desk_get_sheet:
 *
 * Returns: (transfer none) (nullable): as it was read last, %NULL before the first time
 */
const YzStocktakeSheet *yz_stocktake_desk_get_sheet (YzStocktakeDesk *self);

/**
 * yz_stocktake_desk_has_books:
 *
 * Returns: whether the sheet was read with the books
 */
gboolean yz_stocktake_desk_has_books (YzStocktakeDesk *self);

/* The verbs of yz-stocktakes.h, each an action of its own. */
void yz_stocktake_desk_enter (YzStocktakeDesk *self, const YzStocktakeEntry *entry);
void yz_stocktake_desk_find (YzStocktakeDesk *self, const YzStocktakeFind *find);
void yz_stocktake_desk_explain (YzStocktakeDesk *self, const guint *lines, guint n_lines, const char *reason);
void yz_stocktake_desk_finish (YzStocktakeDesk *self, const char *counted_by);
void yz_stocktake_desk_reopen (YzStocktakeDesk *self);
void yz_stocktake_desk_cancel (YzStocktakeDesk *self);
void yz_stocktake_desk_confirm (YzStocktakeDesk *self, const char *confirmed_by, const char *reason);
void yz_stocktake_desk_take_back (YzStocktakeDesk *self);

/**
 * yz_stocktake_desk_import_async:
 * @path: a spreadsheet with counts
 *
 * Reads it and, if every row can be understood, writes it down. yz_stocktake_desk_import_finish() returns what was in
 * it, or %NULL with an error.
 */
void               yz_stocktake_desk_import_async (YzStocktakeDesk *self, const char *path,
                                                   GAsyncReadyCallback callback, gpointer user_data);
YzStocktakeAnswer *yz_stocktake_desk_import_finish (YzStocktakeDesk *self, GAsyncResult *result, GError **error);

/**
 * yz_stocktake_desk_export_async:
 * @path: ending in .csv, .xlsx or .ods
 */
void     yz_stocktake_desk_export_async (YzStocktakeDesk *self, const char *path, GAsyncReadyCallback callback,
                                         gpointer user_data);
gboolean yz_stocktake_desk_export_finish (YzStocktakeDesk *self, GAsyncResult *result, GError **error);

G_END_DECLS
