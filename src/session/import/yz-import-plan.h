/*
 * What an import will do: the outcome of every row of a list, as changes against the workspace, and the decisions
 * about those that may be double. Reading and judging may happen on any one thread at a time; nothing is written
 * before yz_import_plan_apply(), which writes everything as one action.
 */
#pragma once

#include "yz-mapping.h"
#include "yz-matcher.h"
#include "yz-position-evidence.h"
#include "yz-row-reader.h"
#include "yz-store.h"

G_BEGIN_DECLS

/**
 * YzImportOutcome:
 * @YZ_IMPORT_NEW: a record that is not there yet
 * @YZ_IMPORT_CHANGED: one that is there, with other values
 * @YZ_IMPORT_SAME: one that is there as the list has it
 * @YZ_IMPORT_DUPLICATE: perhaps one that is there, or another row of the list: somebody must decide
 * @YZ_IMPORT_REFUSED: cannot be taken over; the reason names row and column
 */
typedef enum
{
  YZ_IMPORT_NEW,
  YZ_IMPORT_CHANGED,
  YZ_IMPORT_SAME,
  YZ_IMPORT_DUPLICATE,
  YZ_IMPORT_REFUSED,
} YzImportOutcome;

#define YZ_N_IMPORT_OUTCOMES 5

/**
 * YzImportDecision:
 * @YZ_IMPORT_UNDECIDED: a duplicate that is not written yet
 * @YZ_IMPORT_MERGE: the row fills the gaps of what it doubles
 * @YZ_IMPORT_SEPARATE: two records; remembered
 * @YZ_IMPORT_SKIP: the row is left out
 */
typedef enum
{
  YZ_IMPORT_UNDECIDED,
  YZ_IMPORT_MERGE,
  YZ_IMPORT_SEPARATE,
  YZ_IMPORT_SKIP,
} YzImportDecision;

/**
 * YzImportOptions:
 * @key: (nullable): names of the fields that say which record a row is
 * @clear_empty: whether an empty cell empties its field
 * @duplicates: what is decided about every duplicate to begin with
 * @remember: whether the layout was put right and shall be remembered
 * @settled: whether undo passes over the import, which is how the workspace begins
 * @make_unknown: of a list of goods: whether items and shelves that nobody knows are made
 */
typedef struct
{
  const char *const *key;
  gboolean clear_empty;
  YzImportDecision duplicates;
  gboolean remember;
  gboolean settled;
  gboolean make_unknown;
} YzImportOptions;

typedef struct _YzImportPlan YzImportPlan;

/**
 * yz_import_plan_check_mapping:
 * @key: (nullable): see #YzImportOptions
 *
 * Returns: %FALSE with %YZ_EXCHANGE_ERROR_MAPPING if no column says which record a row is
 */
gboolean yz_import_plan_check_mapping (const YzMapping *mapping, const char *const *key, GError **error);

/**
 * yz_import_plan_new:
 * @mapping: (transfer none): copied
 *
 * Returns: (transfer full)
 */
YzImportPlan *yz_import_plan_new (YzStore *store, YzSheet *sheet, const YzMapping *mapping,
                                  const YzImportOptions *options);
void          yz_import_plan_free (YzImportPlan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzImportPlan, yz_import_plan_free)

/**
 * yz_import_plan_prepare:
 *
 * Reads what the workspace knows and finds out the datum. The rows are judged by yz_import_plan_judge() or, if that
 * was not called, while they are written.
 */
gboolean yz_import_plan_prepare (YzImportPlan *plan, GCancellable *cancellable, GError **error);

/**
 * yz_import_plan_judge:
 *
 * Finds the outcome of every row.
 */
gboolean yz_import_plan_judge (YzImportPlan *plan, YzExchangeProgress progress, gpointer progress_data,
                               GCancellable *cancellable, GError **error);

/**
 * yz_import_plan_get_datum:
 * @evidence: (out) (optional): of known stations
 * @stated: (out) (optional): whether somebody or a heading said so
 *
 * Returns: the datum that positions are read in; WGS-84 is assumed where neither a statement nor the evidence tells
 */
YzDatum yz_import_plan_get_datum (const YzImportPlan *plan, YzDatumEvidence *evidence, gboolean *stated);

/**
 * yz_import_plan_has_positions:
 *
 * Returns: whether any row has a position in degrees, so that the datum matters
 */
gboolean yz_import_plan_has_positions (const YzImportPlan *plan);

/**
 * yz_import_plan_describe_goods:
 *
 * Returns: (transfer full) (nullable): what a list of goods comes to, a translated sentence; %NULL for other lists
 */
char *yz_import_plan_describe_goods (const YzImportPlan *plan);

YzSheet         *yz_import_plan_get_table (const YzImportPlan *plan);
const YzMapping *yz_import_plan_get_mapping (const YzImportPlan *plan);
guint            yz_import_plan_get_n_rows (const YzImportPlan *plan);

/**
 * yz_import_plan_count:
 *
 * Returns: how many rows have that outcome
 */
guint yz_import_plan_count (const YzImportPlan *plan, YzImportOutcome outcome);

/**
 * yz_import_plan_count_written:
 *
 * Returns: how many rows will be written as things are decided
 */
guint yz_import_plan_count_written (const YzImportPlan *plan);

/**
 * yz_import_plan_count_decided:
 *
 * Returns: about how many of the rows that may be double this was decided
 */
guint yz_import_plan_count_decided (const YzImportPlan *plan, YzImportDecision decision);

YzImportOutcome  yz_import_plan_get_outcome (const YzImportPlan *plan, guint row);
YzImportDecision yz_import_plan_get_decision (const YzImportPlan *plan, guint row);
void             yz_import_plan_decide (YzImportPlan *plan, guint row, YzImportDecision decision);

/**
 * yz_import_plan_get_reason:
 *
 * Returns: (transfer full) (nullable): why a row is refused or may be double, a translated sentence
 */
char *yz_import_plan_get_reason (const YzImportPlan *plan, guint row);

/**
 * yz_import_plan_get_match:
 * @match: (out): what the row and the other one share
 * @other_row: (out): the index of the other row, or %YZ_SHEET_NONE if it is a record
 *
 * Returns: whether the row may be double
 */
gboolean yz_import_plan_get_match (const YzImportPlan *plan, guint row, YzMatch *match, guint *other_row);

/**
 * yz_import_plan_read_row:
 *
 * Returns: (transfer full): the values of a row and the findings about its cells
 */
YzSheetRow *yz_import_plan_read_row (YzImportPlan *plan, guint row);

/**
 * yz_import_plan_load_known:
 *
 * Returns: (transfer full) (nullable): the record that a row is, or may be the double of
 */
YzRecord *yz_import_plan_load_known (YzImportPlan *plan, guint row);

/**
 * yz_import_plan_load_result:
 * @before: (out) (transfer full) (nullable): the record as it is
 *
 * Returns: (transfer full) (nullable): the record as the row would make it; a possible double merged
 */
YzRecord *yz_import_plan_load_result (YzImportPlan *plan, guint row, YzRecord **before);

/**
 * yz_import_plan_get_column_count:
 *
 * Returns: (transfer none): what was met in a column in the rows judged so far
 */
const YzColumnCount *yz_import_plan_get_column_count (const YzImportPlan *plan, guint column);

/**
 * yz_import_plan_apply:
 *
 * Writes what is to be written as one action. Rows are made ready on one thread while the store's worker writes.
 * An import that changes nothing writes nothing.
 *
 * Returns: %FALSE with an error, the workspace then being as it was
 */
gboolean yz_import_plan_apply (YzImportPlan *plan, YzExchangeProgress progress, gpointer progress_data,
                               GCancellable *cancellable, YzAction **action, GError **error);

G_END_DECLS
