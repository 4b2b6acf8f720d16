/* Records of the workspace as a list in a file. Blocking; for worker threads and the command line. */
#pragma once

#include "yz-record-columns.h"
#include "yz-store.h"

G_BEGIN_DECLS

/**
 * YzExportOptions:
 * @format: of the file
 * @fields: (nullable): names of the fields, %NULL for all
 * @datum: of positions
 * @flags: see #YzExportFlags; personal data in full leaves a trace in the workspace (yz-disclosures.h)
 * @purpose: (nullable): why it is exported in full
 */
typedef struct
{
  YzListFormat format;
  const char *const *fields;
  YzDatum datum;
  YzExportFlags flags;
  const char *purpose;
} YzExportOptions;

/**
 * yz_list_export:
 * @rows: (element-type gint64): of a query's answer, in the order in which they shall stand
 * @n_exported: (out) (optional): how many records were written
 *
 * Returns: %FALSE with an error, and no file then
 */
gboolean yz_list_export (YzStore *store, const YzKind *kind, GArray *rows, const char *path,
                         const YzExportOptions *options, YzProgressFunc progress, gpointer progress_data,
                         GCancellable *cancellable, guint *n_exported, GError **error);

G_END_DECLS
