/* A stocktake out to a spreadsheet, and its counts in from one. */
#include "config.h"

#include "yz-stocktake-desk-private.h"

static void
free_answer (gpointer answer)
{
  yz_stocktake_answer_free (answer);
}

static void
import_in_thread (GTask *task, gpointer source, gpointer path, GCancellable *cancellable)
{
  YzStocktakeDesk *self = source;
  gint64 now = yz_clock_get_now (yz_store_get_clock (yz_stocktake_desk_get_store (self)));
  GError *error = NULL;
  YzStocktakeAnswer *answer = yz_stocktake_read_file (yz_stocktake_desk_get_store (self),
                                                      yz_stocktake_desk_get_stocktake (self), path, now, cancellable,
                                                      &error);

  if (answer != NULL)
    g_task_return_pointer (task, answer, free_answer);
  else
    g_task_return_error (task, error);
}

static void
on_imported (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (YzAction) action = yz_session_apply_finish (YZ_SESSION (source), result, &error);

  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, g_object_steal_data (G_OBJECT (task), "answer"), free_answer);
}

static void
on_file_read (GObject *source, GAsyncResult *result, gpointer data)
{
  YzStocktakeDesk *self = YZ_STOCKTAKE_DESK (source);
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;
  YzStocktakeAnswer *answer = g_task_propagate_pointer (G_TASK (result), &error);

  if (answer == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else if (answer->edit == NULL)
    g_task_return_pointer (task, answer, free_answer);
  else
    {
      g_object_set_data_full (G_OBJECT (task), "answer", answer, free_answer);
      yz_session_apply_async (yz_stocktake_desk_get_session (self), answer->edit, on_imported, g_steal_pointer (&task));
    }
}

void
yz_stocktake_desk_import_async (YzStocktakeDesk *self, const char *path, GAsyncReadyCallback callback,
                                gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  g_autoptr (GTask) reading = g_task_new (self, NULL, on_file_read, task);

  g_task_set_source_tag (task, yz_stocktake_desk_import_async);
  g_task_set_source_tag (reading, yz_stocktake_desk_import_async);
  g_task_set_task_data (reading, g_strdup (path), g_free);
  g_task_run_in_thread (reading, import_in_thread);
}

YzStocktakeAnswer *
yz_stocktake_desk_import_finish (YzStocktakeDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* A blind sheet goes out without the books, whatever the screen shows. */
static void
export_in_thread (GTask *task, gpointer source, gpointer path, GCancellable *cancellable)
{
  YzStocktakeDesk *self = source;
  GError *error = NULL;
  g_autoptr (YzStocktakeSheet)
    sheet = yz_stocktake_sheet_load (yz_stocktake_desk_get_store (self), yz_stocktake_desk_get_stocktake (self),
                                     YZ_STOCKTAKE_WITH_BOOKS, cancellable, &error);

  if (sheet != NULL && yz_stocktake_export (sheet, path, YZ_STOCKTAKE_WITH_BOOKS, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
yz_stocktake_desk_export_async (YzStocktakeDesk *self, const char *path, GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, yz_stocktake_desk_export_async);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, export_in_thread);
}

gboolean
yz_stocktake_desk_export_finish (YzStocktakeDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
