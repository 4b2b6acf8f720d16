/* The rows of an import as lines to be looked at: what each will do, or why not. Main thread. */
#pragma once

#include "yz-import-plan.h"

G_BEGIN_DECLS

#define YZ_TYPE_IMPORT_ROW (yz_import_row_get_type ())

/**
 * YzImportRow:
 *
 * Properties, all read-only: "number" (guint: of the row in its file), "outcome" (int: #YzImportOutcome), "word" (its
 * name), "name" (what the record is called), "fields" (titles of the fields that change), "before" and "after"
 * (their values, nullable), "reason" (nullable), "handling" (what happens to it).
 */
G_DECLARE_FINAL_TYPE (YzImportRow, yz_import_row, YZ, IMPORT_ROW, GObject)

/**
 * yz_import_row_get_index:
 *
 * Returns: the row's index for the plan
 */
guint           yz_import_row_get_index (YzImportRow *self);
YzImportOutcome yz_import_row_get_outcome (YzImportRow *self);

/**
 * yz_import_row_is_undecided:
 *
 * Returns: whether the row may be double and nobody has said what becomes of it
 */
gboolean yz_import_row_is_undecided (YzImportRow *self);

#define YZ_TYPE_IMPORT_ROWS (yz_import_rows_get_type ())

/**
 * YzImportRows:
 *
 * A #GListModel of #YzImportRow, made when they are asked for: duplicates first, then what is refused, then changes.
 */
G_DECLARE_FINAL_TYPE (YzImportRows, yz_import_rows, YZ, IMPORT_ROWS, GObject)

YzImportRows *yz_import_rows_new (void);

/**
 * yz_import_rows_set_plan:
 * @plan: (nullable): must outlive the rows or be taken away first
 */
void yz_import_rows_set_plan (YzImportRows *self, YzImportPlan *plan);

/**
 * yz_import_rows_set_shown:
 * @outcome: the only one to show, -1 for all
 */
void yz_import_rows_set_shown (YzImportRows *self, int outcome);

/**
 * yz_import_rows_refresh:
 * @index: of a row about which something else was decided
 */
void yz_import_rows_refresh (YzImportRows *self, guint index);

/**
 * yz_import_rows_refresh_all:
 *
 * The same, about any number of rows.
 */
void yz_import_rows_refresh_all (YzImportRows *self);

G_END_DECLS
