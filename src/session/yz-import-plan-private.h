/* The inside of a plan, shared by its judging and its writing. */
#pragma once

#include "yz-import-kin.h"
#include "yz-import-plan.h"

G_BEGIN_DECLS

#define YZ_IMPORT_NO_ENTRY G_MAXUINT32

/* What is known of a row. */
typedef struct
{
  guint8 outcome;
  guint8 decision;
  guint8 shared;  /* bits of what it shares with its double */
  guint32 entry;  /* of the matcher: what it is or may be */
  float likeness;
  float metres;   /* to its double, or from the middle of its group */
  char *reason;   /* of a refusal */
} YzImportJudgement;

struct _YzImportPlan
{
  YzStore *store;
  YzSheet *sheet;
  YzMapping *mapping;
  const YzKind *kind;
  YzWordList *words;
  char **key;
  gboolean clear_empty;
  YzImportDecision duplicates;
  gboolean remember;
  gboolean settled;

  YzDatum datum;
  gboolean datum_stated;
  gboolean has_positions;
  YzDatumEvidence evidence;

  YzRowReader *reader;
  YzRowReader *second_reader; /* for looking at rows that were judged */
  YzSheetRow *row; /* the reader's, used again for each row */
  YzMatcher *matcher;
  YzRecord *blank;        /* what every new record begins with */
  GArray *known_rows;     /* gint64: the store's row number of each of the matcher's records */
  GArray *entry_rows;     /* guint: the row of each further entry */
  YzImportKin *kin;       /* (nullable) */
  GArray *judgements;
  guint n_judged;
  GHashTable *astray;     /* guint row → metres */
  GHashTable *claimed;    /* "field=value" of unique fields that the rows bring */
  guint counts[YZ_N_IMPORT_OUTCOMES];
};

YzRowReader *yz_import_plan_new_reader (YzImportPlan *plan);

/**
 * YzImportResult:
 * @before: (nullable): the record that a row is, %NULL for a new one
 * @after: (nullable): what becomes of it; %NULL where the row is refused before that, or may be double
 */
typedef struct
{
  YzRecord *before;
  YzRecord *after;
} YzImportResult;

void yz_import_result_clear (YzImportResult *result);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (YzImportResult, yz_import_result_clear)

/**
 * yz_import_plan_judge_next:
 * @result: (out): what the row would do
 *
 * Judges the next row, whose values then lie in the plan's row.
 */
void yz_import_plan_judge_next (YzImportPlan *plan, YzImportResult *result);

/**
 * yz_import_plan_make_new:
 *
 * Returns: (transfer full): a new record of a row's values
 */
YzRecord *yz_import_plan_make_new (YzImportPlan *plan, guint row, const YzSheetRow *values);

/**
 * yz_import_plan_claim:
 * @before: (nullable): the record as it is stored, %NULL for a new one
 *
 * Reserves the values of unique fields that @after brings, so that the row that comes second is refused and not, by the
 * store, the whole list.
 *
 * Returns: %FALSE with %YZ_STORE_ERROR_CONFLICT if another record or row has one of them
 */
gboolean yz_import_plan_claim (YzImportPlan *plan, YzRecord *before, YzRecord *after, GError **error);

YzImportJudgement *yz_import_plan_get_judgement (const YzImportPlan *plan, guint row);

/**
 * yz_import_plan_load_entry:
 *
 * Returns: (transfer full) (nullable): the record of one of the matcher's first entries
 */
YzRecord *yz_import_plan_load_entry (YzImportPlan *plan, guint32 entry);

G_END_DECLS
