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
 * Properties, read-only unless said otherwise: "stage" (int: #YzImportStage), "source" (text: file, sheet, rows),
 * "job" (#YzJob, nullable: what is going on), "error" (text, nullable), "clear-empty" (gboolean, writable), "datum"
 * (int: #YzDatum), "datum-stated" (gboolean), "evidence" (text, nullable: why that datum), "asks-datum" (gboolean:
 * there are positions and nobody knows), "shown" (int, writable: the outcome whose rows are shown, -1 for all),
 * "n-written" (guint), "summary" (text: what will be written, or was).
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

YzImport *yz_import_new (YzSession *session);

/**
 * yz_import_read_file:
 * @layer: (nullable): a sheet or layer, %NULL for the one that looks most like a list
 *
 * Reads a list and judges it. What is wrong with it is told by the property "error".
 */
void yz_import_read_file (YzImport *self, const char *path, const char *layer);
void yz_import_read_text (YzImport *self, const char *text);

/**
 * yz_import_get_layers:
 *
 * Returns: (transfer none) (nullable): the sheets or layers of the file
 */
const char *const *yz_import_get_layers (YzImport *self);
void               yz_import_set_layer (YzImport *self, const char *layer);

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
 * yz_import_apply:
 *
 * Writes everything as one action, or nothing.
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
