/* The inside of an import, for the files that make it up. */
#pragma once

#include "yz-import.h"

G_BEGIN_DECLS

typedef enum
{
  YZ_IMPORT_PROP_STAGE = 1,
  YZ_IMPORT_PROP_KIND,
  YZ_IMPORT_PROP_SOURCE,
  YZ_IMPORT_PROP_QUEUE,
  YZ_IMPORT_PROP_JOB,
  YZ_IMPORT_PROP_ERROR,
  YZ_IMPORT_PROP_CLEAR_EMPTY,
  YZ_IMPORT_PROP_MAKE_UNKNOWN,
  YZ_IMPORT_PROP_DATUM,
  YZ_IMPORT_PROP_DATUM_STATED,
  YZ_IMPORT_PROP_EVIDENCE,
  YZ_IMPORT_PROP_ASKS_DATUM,
  YZ_IMPORT_PROP_SHOWN,
  YZ_IMPORT_PROP_N_WRITTEN,
  YZ_IMPORT_PROP_N_UNDECIDED,
  YZ_IMPORT_PROP_N_TOGETHER,
  YZ_IMPORT_PROP_SUMMARY,
} YzImportProperty;

/* What became of the rows of all files of one go. */
typedef struct
{
  guint files;
  guint created;
  guint changed;
  guint same;
  guint left_out;
} YzImportTotals;

struct _YzImport
{
  GObject parent_instance;

  YzSession *session;
  const YzKind *kind;
  YzImportStage stage;

  GPtrArray *files; /* of char *: those of one go; empty for a pasted text */
  guint file;       /* the one that is looked at */
  char **layers;
  YzSheet *table;
  YzMapping *mapping;
  GPtrArray *targets;
  gboolean remember; /* the layout was put right */

  YzImportPlan *plan;
  YzImportRows *rows;
  GHashTable *decisions; /* row → YzImportDecision, for when the table is judged again */
  GHashTable *together;  /* the rows that were decided by one answer */
  gboolean clear_empty;
  gboolean make_unknown;
  int shown;

  YzJob *job;
  gboolean reading; /* the columns and the plan are about to be others */
  gboolean writing; /* the plan is the writing thread's */
  char *error;
  YzImportTotals totals;
  YzImportTotals earlier; /* before the file that was written last */
  gint64 written;         /* the action that wrote it, 0 if it changed nothing */
};

void yz_import_notify (YzImport *self, YzImportProperty property);

/* Tells everything that depends on the outcomes of the rows. */
void yz_import_notify_plan (YzImport *self);

void yz_import_set_error (YzImport *self, const char *message);
void yz_import_set_stage (YzImport *self, YzImportStage stage);
void yz_import_drop_plan (YzImport *self);

/* Whether nothing may be put right just now. */
gboolean yz_import_is_fixed (YzImport *self);

/* Decides again what was decided about rows that may still be double. */
void yz_import_decide_again (YzImport *self);
void yz_import_forget_decisions (YzImport *self);

/* Gives up the list, but not the files that wait. */
void yz_import_drop_table (YzImport *self);

/* Judges every row again, after something was put right. */
void yz_import_judge (YzImport *self);

/* Emits #YzImport::columns-changed. */
void yz_import_tell_columns (YzImport *self);

/* Emits #YzImport::report-saved. */
void yz_import_tell_report (YzImport *self);

void yz_import_begin_job (YzImport *self, const char *title);
void yz_import_drop_job (YzImport *self);

/* Whether the answer of @job is still wanted: another one may have taken its place. */
gboolean yz_import_end_job (YzImport *self, YzJob *job);

/* Goes on with the next file. Returns: whether there is one */
gboolean yz_import_take_next_file (YzImport *self);

char    *yz_import_format_source (YzImport *self);
char    *yz_import_format_queue (YzImport *self);
char    *yz_import_format_evidence (YzImport *self);
char    *yz_import_format_summary (YzImport *self);
gboolean yz_import_asks_datum (YzImport *self);

G_END_DECLS
