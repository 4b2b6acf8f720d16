/*
 * An import as the user goes through it: a list is read, its columns and its datum can be put right, every row shows
 * what it will do, and then all is written as one action. Whatever takes time runs on a worker and can be cancelled.
 * Main thread.
 */
#pragma once

#include "yz-import-rows.h"
#include "yz-session.h"

G_BEGIN_DECLS

/**
 * YzImportStage:
 * @YZ_IMPORT_STAGE_SOURCE: no list has been read
 * @YZ_IMPORT_STAGE_PREVIEW: a list is read and its rows are judged, or are being
 * @YZ_IMPORT_STAGE_DONE: it was written
 */
typedef enum
{
  YZ_IMPORT_STAGE_SOURCE,
  YZ_IMPORT_STAGE_PREVIEW,
  YZ_IMPORT_STAGE_DONE,
} YzImportStage;

/**
 * YzImportTarget:
 * @name: as yz_mapping_apply_text() has it: "name", "position", "services.water", "-"
 * @title: translated
 */
typedef struct
{
  char *name;
  char *title;
} YzImportTarget;

#define YZ_TYPE_IMPORT (yz_import_get_type ())

/**
 * YzImport:
 *
 * Properties, read-only unless said otherwise: "stage" (int: #YzImportStage), "kind" (text: the name of the kind that
 * the rows are), "source" (text: file, sheet, rows), "queue" (text, nullable: which of several files it is), "job"
 * (#YzJob, nullable: what is going on), "error" (text, nullable), "clear-empty" (gboolean, writable), "make-unknown"
 * (gboolean, writable: see #YzImportOptions), "datum" (int: #YzDatum), "datum-stated" (gboolean), "evidence" (text,
 * nullable: why that datum), "asks-datum" (gboolean: there are positions and nobody knows), "shown" (int, writable:
 * the outcome whose rows are shown, -1 for all), "n-written" (guint), "n-undecided" (guint: rows that may be double
 * and wait for an answer), "n-together" (guint: rows that yz_import_decide_rest() decided), "summary" (text: what
 * will be written, or was).
 */
G_DECLARE_FINAL_TYPE (YzImport, yz_import, YZ, IMPORT, GObject)

/**
 * YzImport::columns-changed:
 *
 * Emitted when there are other columns, or one goes into another field.
 */

/**
 * YzImport::judged:
 *
 * Emitted when the outcomes of the rows are known anew.
 */

/**
 * YzImport::report-saved:
 *
 * Emitted when yz_import_save_report() has written its file; a failure is the property "error".
 */

YzImport  *yz_import_new (YzSession *session);
YzSession *yz_import_get_session (YzImport *self);

/**
 * yz_import_list_kinds:
 *
 * Returns: (transfer container) (element-type YzKind): what the rows of a list can be
 */
GPtrArray *yz_import_list_kinds (void);

const YzKind *yz_import_get_kind (YzImport *self);

/**
 * yz_import_set_kind:
 *
 * Says what the rows are. A list that was read is looked at again.
 */
void yz_import_set_kind (YzImport *self, const YzKind *kind);

/**
 * yz_import_read_files:
 * @paths: at least one
 *
 * Reads the first list and judges it; the others follow, each when the one before was written or left out. What is
 * wrong with a list is told by the property "error".
 */
void yz_import_read_files (YzImport *self, const char *const *paths);
void yz_import_read_text (YzImport *self, const char *text);

/**
 * yz_import_skip_file:
 *
 * Leaves a file out and goes on with the next one.
 */
void yz_import_skip_file (YzImport *self);

/**
 * yz_import_get_layers:
 *
 * Returns: (transfer none) (nullable): the sheets or layers of the file
 */
const char *const *yz_import_get_layers (YzImport *self);
const char        *yz_import_get_layer (YzImport *self);
void               yz_import_set_layer (YzImport *self, const char *layer);

/**
 * yz_import_get_heading_row:
 *
 * Returns: the number of the row that holds the headings, %YZ_SHEET_NONE if none does
 */
guint yz_import_get_heading_row (YzImport *self);
void  yz_import_set_heading_row (YzImport *self, guint number);

/**
 * yz_import_dup_first_row:
 *
 * Returns: (transfer full) (nullable): see yz_sheet_dup_first_row()
 */
char **yz_import_dup_first_row (YzImport *self, guint index, guint *number);

/* Columns, counted from 0 */

guint       yz_import_get_n_columns (YzImport *self);
const char *yz_import_get_heading (YzImport *self, guint column);

/**
 * yz_import_get_targets:
 *
 * Returns: (transfer none) (element-type YzImportTarget): what a column can go into; the first is "not imported"
 */
GPtrArray *yz_import_get_targets (YzImport *self);
guint      yz_import_get_target (YzImport *self, guint column);
void       yz_import_set_target (YzImport *self, guint column, guint target);

/**
 * yz_import_dup_column_note:
 * @asks: (out): whether somebody should look at it
 *
 * Returns: (transfer full): what was met in a column: "85 values", "2 words not recognised"
 */
char *yz_import_dup_column_note (YzImport *self, guint column, gboolean *asks);

/**
 * yz_import_set_datum:
 * @datum: a #YzDatum, -1 to find it out again
 */
void yz_import_set_datum (YzImport *self, int datum);

/* Rows */

YzImportRows *yz_import_get_rows (YzImport *self);
guint         yz_import_count (YzImport *self, YzImportOutcome outcome);

/**
 * yz_import_get_plan:
 *
 * Returns: (transfer none) (nullable): the plan while nothing is going on, for the details of one row
 */
YzImportPlan *yz_import_get_plan (YzImport *self);
void          yz_import_decide (YzImport *self, guint row, YzImportDecision decision);

/**
 * yz_import_decide_rest:
 *
 * Gives one answer about every row that may be double and is not decided yet.
 */
void yz_import_decide_rest (YzImport *self, YzImportDecision decision);

/**
 * yz_import_take_back_rest:
 *
 * Asks again about the rows that the last yz_import_decide_rest() decided; those that were decided one by one stay.
 */
void yz_import_take_back_rest (YzImport *self);

/**
 * yz_import_apply:
 *
 * Writes everything as one action, or nothing, and goes on with the next file.
 */
void yz_import_apply (YzImport *self);
void yz_import_cancel (YzImport *self);

/**
 * yz_import_save_report:
 * @path: ending in .csv, .xlsx or .ods
 *
 * Saves the list as it came, with the outcome and the reason of each row beside it, to be put right.
 */
void yz_import_save_report (YzImport *self, const char *path);

/**
 * yz_import_reset:
 *
 * Back to choosing a list.
 */
void yz_import_reset (YzImport *self);

G_END_DECLS
