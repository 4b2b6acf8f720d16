/* Filling a table: for the readers. */
#pragma once

#include "yz-table.h"

G_BEGIN_DECLS

YzTable *yz_table_new (const char *source, const char *layer);

/**
 * yz_table_keep:
 * @buffer: (transfer full): cells added from now on may lie in it
 */
void yz_table_keep (YzTable *table, char *buffer);

/**
 * yz_table_begin_row:
 * @number: as shown beside the row, ascending
 *
 * Returns: %FALSE with %YZ_EXCHANGE_ERROR_TOO_LARGE
 */
gboolean yz_table_begin_row (YzTable *table, guint number, GError **error);

/**
 * yz_table_add_cell:
 * @text: (transfer none): within a kept buffer
 */
void yz_table_add_cell (YzTable *table, const char *text);

/**
 * yz_table_add_copy:
 * @text: copied
 */
void yz_table_add_copy (YzTable *table, const char *text);

/**
 * yz_table_set_point:
 *
 * Gives the row begun last a point.
 */
void yz_table_set_point (YzTable *table, YzPosition point);

/**
 * yz_table_set_names:
 * @names: (transfer full) (element-type utf8): headings of a format that has them apart from its rows
 */
void yz_table_set_names (YzTable *table, GPtrArray *names);

/**
 * yz_table_find_headings:
 *
 * Closes the table: finds the row of headings below titles ("附件：…一览表") and merged cells, unless it has names,
 * and counts its rows and columns.
 */
void yz_table_find_headings (YzTable *table);

G_END_DECLS
