/* Cells into the values of a row. */
#pragma once

#include "yz-row-cell-private.h"

G_BEGIN_DECLS

/**
 * yz_row_values_take:
 * @has_hours_column: whether another column says the hours in the standard syntax
 *
 * Puts what @cell says into @row. Several columns may go into one list or map.
 */
void yz_row_values_take (YzSheetRow *row, const YzMappedColumn *column, const YzRowCell *cell,
                         gboolean has_hours_column);

/**
 * yz_row_values_take_text:
 * @field: of text
 *
 * The same for a cell that is text as it stands.
 */
void yz_row_values_take_text (YzSheetRow *row, const YzField *field, const char *cell);

/**
 * yz_row_report:
 * @index: of the row in @sheet
 * @column: %G_MAXUINT if it concerns the whole row
 * @problem: translated
 *
 * Adds a finding to @row, with the words that lead to the cell: "Row 12, “面积”: …".
 */
void yz_row_report (const YzSheet *sheet, guint index, YzSheetRow *row, YzFindingLevel level, guint column,
                    const char *problem);

G_END_DECLS
