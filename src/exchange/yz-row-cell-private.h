/* What one cell of a list says, whatever row it stands in. */
#pragma once

#include "yz-row-reader.h"

G_BEGIN_DECLS

/**
 * YzRowCell:
 * @value: (nullable): what goes into the field; the nick of an element's state
 * @second: (nullable): hours made of hours text, the person beside a telephone number, %FALSE for an element that is
 *   not there
 * @unknown: (nullable) (element-type utf8): words that nobody knows
 * @problem: (nullable): why the cell could not be read, or not all of it; translated
 */
typedef struct
{
  GVariant *value;
  GVariant *second;
  GPtrArray *unknown;
  char *problem;
} YzRowCell;

void yz_row_cell_free (YzRowCell *cell);

/**
 * YzRowCellReader:
 * @words: the services
 * @find_reference: (nullable): see yz_row_reader_new()
 * @has_hours_column: whether hours in words stand beside a column in the standard syntax
 */
typedef struct
{
  const YzWordList *words;
  YzReferenceFunc find_reference;
  gpointer reference_data;
  gboolean has_hours_column;
} YzRowCellReader;

/**
 * yz_row_cell_read:
 * @column: of a field or an element
 * @cell: with something in it
 *
 * Returns: (transfer full)
 */
YzRowCell *yz_row_cell_read (const YzRowCellReader *reader, const YzMappedColumn *column, const char *cell);

/**
 * yz_row_cell_is_nothing:
 *
 * Returns: whether a cell is empty or says that there is nothing: "-", "/", "无", "暂无", "null", "#N/A"
 */
gboolean yz_row_cell_is_nothing (const char *cell);

/**
 * yz_row_cell_to_line:
 *
 * Returns: (transfer full): @cell as one line of text: what a line break separated is separated by a space
 */
char *yz_row_cell_to_line (const char *cell);

/**
 * yz_row_cell_is_hours:
 *
 * Returns: whether cells of @field are hours, in words or in the standard syntax
 */
gboolean yz_row_cell_is_hours (const YzField *field);

G_END_DECLS
