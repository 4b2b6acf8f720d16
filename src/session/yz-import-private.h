/* The inside of an import, for the files that make it up. */
#pragma once

#include "yz-import.h"

G_BEGIN_DECLS

struct _YzImport
{
  GObject parent_instance;

  YzSession *session;
  YzImportStage stage;
  char *path; /* NULL for a pasted text */
  char **layers;
  YzSheet *table;
  YzMapping *mapping;
  YzImportPlan *plan;
  YzImportRows *rows;
  GPtrArray *targets;
  YzJob *job;
  char *error;
  char *summary;
  gboolean clear_empty;
  gboolean remember;
  gboolean writing; /* the plan is the writing thread's: nothing may be changed */
  int shown;
};

/* Judges every row again, after something was put right. */
void yz_import_judge (YzImport *self);

/* Emits #YzImport::columns-changed. */
void yz_import_tell_columns (YzImport *self);

G_END_DECLS
