/* Filling a sheet: for the readers. */
#pragma once

#include "yz-sheet.h"

G_BEGIN_DECLS

/**
 * yz_sheet_new:
 * @source: the file's name without its folder, "" for a pasted text
 * @layer: (nullable): name of the sheet or layer
 *
 * Returns: (transfer full): a sheet without rows, to be filled and then closed with yz_sheet_find_headings()
 */
YzSheet *yz_sheet_new (const char *source, const char *layer);

/**
 * yz_sheet_keep:
 * @buffer: (transfer full): cells added from now on may lie in it
 */
void yz_sheet_keep (YzSheet *sheet, char *buffer);

/**
 * yz_sheet_begin_row:
 * @number: as shown beside the row, ascending
 *
 * Returns: %FALSE with %YZ_EXCHANGE_ERROR_TOO_LARGE
 */
gboolean yz_sheet_begin_row (YzSheet *sheet, guint number, GError **error);

/**
 * yz_sheet_add_cell:
 * @text: (transfer none): within a kept buffer
 */
void yz_sheet_add_cell (YzSheet *sheet, const char *text);

/**
 * yz_sheet_add_copy:
 * @text: copied
 */
void yz_sheet_add_copy (YzSheet *sheet, const char *text);

/**
 * yz_sheet_set_point:
 *
 * Gives the row begun last a point.
 */
void yz_sheet_set_point (YzSheet *sheet, YzPosition point);

/**
 * yz_sheet_set_names:
 * @names: (transfer full) (element-type utf8): headings of a format that has them apart from its rows
 */
void yz_sheet_set_names (YzSheet *sheet, GPtrArray *names);

/**
 * yz_sheet_find_headings:
 *
 * Closes the sheet: finds the row of headings below titles ("附件：…一览表") and merged cells, unless it has names,
 * and counts its rows and columns.
 */
void yz_sheet_find_headings (YzSheet *sheet);

G_END_DECLS
