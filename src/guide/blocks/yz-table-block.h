/* Rows of tables. Each row is a block, so that a table goes over columns and pages with its heading repeated. */
#pragma once

#include "yz-document.h"

G_BEGIN_DECLS

/**
 * YzTableColumn:
 * @title: of the heading row
 * @share: of the width, against the other columns'
 * @align: of its cells
 * @bold: its cells' weight
 */
typedef struct
{
  const char *title;
  double share;
  PangoAlignment align;
  gboolean bold;
} YzTableColumn;

/**
 * yz_table_heading_new:
 * @columns: (array length=n_columns): copied
 *
 * Returns: (transfer full): the row above the others
 */
YzBlock *yz_table_heading_new (const YzTableColumn *columns, guint n_columns);

/**
 * yz_table_row_new:
 * @cells: (array length=n_columns): a text each, %NULL for an empty cell; copied
 *
 * Returns: (transfer full): a row
 */
YzBlock *yz_table_row_new (const YzTableColumn *columns, guint n_columns, const char *const *cells);

/**
 * yz_table_add_row:
 * @heading: of the table, repeated where a column or page begins
 * @row: (transfer full): the next
 *
 * Returns: (transfer none): @row
 */
YzBlock *yz_table_add_row (YzSection *section, YzBlock *heading, YzBlock *row);

G_END_DECLS
