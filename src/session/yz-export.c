#include "config.h"

#include "yz-export.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  YzStore *store;
  const YzKind *kind;
  GArray *rows;
  char *path;
  char **fields;
  char *purpose;
  YzExportOptions options;
  YzJob *job;
} Export;

static void
export_free (gpointer data)
{
  Export *export = data;

  g_clear_object (&export->store);
  g_clear_object (&export->job);
  g_clear_pointer (&export->rows, g_array_unref);
  g_clear_pointer (&export->fields, g_strfreev);
  g_free (export->path);
  g_free (export->purpose);
  g_free (export);
}

static void
run_export (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Export *export = data;
  g_autoptr (YzQuery) query = yz_query_new (export->kind);
  GError *error = NULL;
  guint n = 0;

  if (export->rows == NULL)
    export->rows = yz_store_query (export->store, query, cancellable, &error);
  if (export->rows != NULL && yz_list_export (export->store, export->kind, export->rows, export->path, &export->options,
                                              yz_job_report, export->job, cancellable, &n, &error))
    g_task_return_int (task, n);
  else
    g_task_return_error (task, error);
}

YzJob *
yz_export_begin_job (YzSession *session, const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *title = g_strdup_printf (_ ("Exporting %s"), shown);
  YzJob *job = yz_job_new (title);

  yz_session_add_job (session, job);
  return job;
}

void
yz_export_async (YzSession *session, const YzKind *kind, GArray *rows, const char *path, const YzExportOptions *options,
                 GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Export *export = g_new0 (Export, 1);

  g_return_if_fail (YZ_IS_SESSION (session) && yz_session_get_store (session) != NULL);

  export->store = g_object_ref (yz_session_get_store (session));
  export->kind = kind;
  export->rows = rows != NULL ? g_array_ref (rows) : NULL;
  export->path = g_strdup (path);
  export->fields = g_strdupv ((char **) options->fields);
  export->options = *options;
  export->options.fields = (const char *const *) export->fields;
  export->options.purpose = export->purpose = g_strdup (options->purpose);
  export->job = yz_export_begin_job (session, path);

  task = g_task_new (session, yz_job_get_cancellable (export->job), callback, user_data);
  g_task_set_source_tag (task, yz_export_async);
  g_task_set_task_data (task, export, export_free);
  yz_job_finish_with (export->job, task);
  g_task_run_in_thread (task, run_export);
}

gboolean
yz_export_finish (YzSession *session, GAsyncResult *result, guint *n_exported, GError **error)
{
  gssize n;

  g_return_val_if_fail (g_task_is_valid (result, session), FALSE);

  n = g_task_propagate_int (G_TASK (result), error);
  if (n_exported != NULL)
    *n_exported = MAX (n, 0);
  return n >= 0;
}
