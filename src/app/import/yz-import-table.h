/* The rows of an import: number, outcome, name, what changes from what to what, and what happens to each. */
#pragma once

#include <gtk/gtk.h>

#include "yz-import.h"

G_BEGIN_DECLS

#define YZ_TYPE_IMPORT_TABLE (yz_import_table_get_type ())

/**
 * YzImportTable:
 *
 * Properties: "import" (#YzImport), "selected" (#YzImportRow, nullable).
 */
G_DECLARE_FINAL_TYPE (YzImportTable, yz_import_table, YZ, IMPORT_TABLE, GtkWidget)

/**
 * yz_import_table_select_next:
 * @outcome: of the row to go to, after the selected one
 *
 * Selects the next row with an outcome, from the top again after the last.
 */
void yz_import_table_select_next (YzImportTable *self, YzImportOutcome outcome);

/**
 * yz_import_table_select_next_undecided:
 *
 * The same, for the rows that may be double and wait for an answer; where none does, the selection stays.
 */
void yz_import_table_select_next_undecided (YzImportTable *self);

/**
 * yz_import_table_get_look:
 * @style: (out): the style class of an outcome
 *
 * Returns: (transfer none): its symbol
 */
const char *yz_import_table_get_look (YzImportOutcome outcome, const char **style);

G_END_DECLS
