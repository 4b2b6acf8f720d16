/*
 * A list as it was read: rows of texts and the row of headings over them, nothing interpreted. Long numbers, leading
 * zeros and dates are the texts that the file had.
 */
#pragma once

#include "yz-exchange-error.h"
#include "yz-position.h"

G_BEGIN_DECLS

/* No real list has more; a file that does was not meant as a list. */
#define YZ_SHEET_MAX_ROWS 2000000
#define YZ_SHEET_MAX_COLUMNS 1000

/* Where a row has no number of its own, or no row is meant. */
#define YZ_SHEET_NONE G_MAXUINT

typedef struct _YzSheet YzSheet;

#define YZ_TYPE_SHEET (yz_sheet_get_type ())
GType    yz_sheet_get_type (void);
YzSheet *yz_sheet_ref (YzSheet *sheet);
void     yz_sheet_unref (YzSheet *sheet);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzSheet, yz_sheet_unref)

/**
 * yz_sheet_get_source:
 *
 * Returns: (transfer none): the file's name without its folder, "" for a pasted text
 */
const char *yz_sheet_get_source (const YzSheet *sheet);

/**
 * yz_sheet_get_layer:
 *
 * Returns: (transfer none): the sheet or layer, "" where the format has none
 */
const char *yz_sheet_get_layer (const YzSheet *sheet);

/**
 * yz_sheet_get_n_columns:
 *
 * Returns: how many cells the widest row has, the headings included
 */
guint yz_sheet_get_n_columns (const YzSheet *sheet);

/**
 * yz_sheet_get_n_rows:
 *
 * Returns: how many rows follow the headings, those without any text not counted
 */
guint yz_sheet_get_n_rows (const YzSheet *sheet);

/**
 * yz_sheet_get_heading:
 *
 * Returns: (transfer none): as written; "" where the column has none
 */
const char *yz_sheet_get_heading (const YzSheet *sheet, guint column);

/**
 * yz_sheet_get_cell:
 * @row: counted from 0 behind the headings
 *
 * Returns: (transfer none): the text, "" where the cell is empty or missing
 */
const char *yz_sheet_get_cell (const YzSheet *sheet, guint row, guint column);

/**
 * yz_sheet_get_row_number:
 *
 * Returns: the number that the program in which the file was made shows beside the row, counted from 1
 */
guint yz_sheet_get_row_number (const YzSheet *sheet, guint row);

/**
 * yz_sheet_get_heading_row:
 *
 * Returns: the number of the row of headings, %YZ_SHEET_NONE where the format has names of its own or the list none
 */
guint yz_sheet_get_heading_row (const YzSheet *sheet);

/**
 * yz_sheet_with_heading_row:
 * @number: as shown beside the row; %YZ_SHEET_NONE: the first row is already a record
 *
 * Says which row holds the headings, where yz_sheet_find_headings() was wrong.
 *
 * Returns: (transfer full) (nullable): a sheet of the same cells, %NULL if there is no such row
 */
YzSheet *yz_sheet_with_heading_row (YzSheet *sheet, guint number);

/**
 * yz_sheet_dup_first_row:
 * @index: counted from 0, titles and headings included
 * @number: (out): as shown beside the row
 *
 * The first twenty rows as they lie in the file, for somebody who looks for the headings.
 *
 * Returns: (transfer full) (nullable): the cells, %NULL behind the last row and where the format has names of its own
 */
char **yz_sheet_dup_first_row (const YzSheet *sheet, guint index, guint *number);

/**
 * yz_sheet_has_points:
 *
 * Returns: whether the format knows geometries and some row has a point
 */
gboolean yz_sheet_has_points (const YzSheet *sheet);

/**
 * yz_sheet_get_point:
 * @point: (out): in degrees, in the datum that the file claims: WGS-84
 *
 * Returns: whether the row has a point; of lines and areas it is a point within
 */
gboolean yz_sheet_get_point (const YzSheet *sheet, guint row, YzPosition *point);

G_END_DECLS
