/* The inside of a plan, shared by its judging and its writing. */
#pragma once

#include "yz-import-kin.h"
#include "yz-import-plan.h"
#include "yz-import-stock.h"

G_BEGIN_DECLS

#define YZ_IMPORT_NO_ENTRY G_MAXUINT32

/* What a row shares with its double. */
enum
{
  YZ_IMPORT_SHARED_NAME = 1 << 0,
  YZ_IMPORT_SHARED_ADDRESS = 1 << 1,
  YZ_IMPORT_SHARED_PHONE = 1 << 2,
  YZ_IMPORT_SHARED_CODE = 1 << 3,
};

/* What is known of a row. */
typedef struct
{
  guint8 outcome;
  guint8 decision;
  guint8 shared;  /* YZ_IMPORT_SHARED_ bits */
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
  gboolean make_unknown;

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
  YzImportStock *stock;   /* (nullable): of lists of goods, whose rows become movements */
  GArray *judgements;
  guint n_judged;
  GHashTable *astray;     /* guint row → metres */
  GHashTable *sound_maps; /* of the records that rows make */
  GHashTable *claimed;    /* "field=value" of unique fields that the rows bring */
  guint counts[YZ_N_IMPORT_OUTCOMES];
  GError *failure;        /* (nullable): the store's first; the rows read since may lack something */
};

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
 * yz_import_plan_load_known_all:
 *
 * Tells the matcher of all records that rows may be, and of the pairs that somebody has told apart.
 */
gboolean yz_import_plan_load_known_all (YzImportPlan *plan, GCancellable *cancellable, GError **error);

/**
 * yz_import_plan_load_entry:
 *
 * Returns: (transfer full) (nullable): the record of one of the matcher's first entries; %NULL if it is gone, or if the
 *   plan has failed
 */
YzRecord *yz_import_plan_load_entry (YzImportPlan *plan, guint32 entry);

/**
 * yz_import_plan_find_reference:
 * @user_data: the plan
 *
 * A #YzReferenceFunc: a record of the workspace, or else a row of the list. %NULL also if the plan has failed.
 */
char *yz_import_plan_find_reference (const char *kind_name, const char *text, gpointer user_data);

/**
 * yz_import_plan_has_failed:
 *
 * Returns: %TRUE with the store's error if it could not answer once, and the rows must not be written
 */
gboolean yz_import_plan_has_failed (const YzImportPlan *plan, GError **error);

/**
 * yz_import_plan_find_positions:
 *
 * Finds the datum of the list and the positions that are astray.
 */
void yz_import_plan_find_positions (YzImportPlan *plan);

G_END_DECLS
