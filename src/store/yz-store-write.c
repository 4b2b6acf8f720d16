/* The store's writing functions: each is a task for the worker. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "yz-reversal-private.h"
#include "yz-store-private.h"
#include "yz-table-private.h"
#include "yz-writer-private.h"

/* More records than that are not worth naming in ::changed. */
#define MAX_NAMED_RECORDS 200

#define CHANGES_PER_REPORT 1000

typedef struct
{
  YzStore *store;
  YzActionMode mode;
  gint64 target;
  YzEdit *edit;
  YzChangeSource source;
  gpointer source_data;
  YzProgressFunc progress;
  gpointer progress_data;
  GCancellable *cancellable;

  gboolean ran;
  YzAction *action;
  GError *error;
} Write;

static void
write_free (gpointer data)
{
  Write *write = data;

  g_clear_object (&write->edit);
  g_clear_object (&write->cancellable);
  g_clear_pointer (&write->action, yz_action_free);
  g_clear_error (&write->error);
  g_free (write);
}

/* The ids of the records that @written concerned, or %NULL if they are of several kinds or cannot be read. */
static GPtrArray *
read_concerned (YzStore *self, const YzLogEntry *written, const YzKind **kind)
{
  g_autoptr (YzStatement) statement = yz_database_prepare_named (self->writer, "changes-of-action", NULL);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  gboolean row = TRUE;

  *kind = NULL;
  if (statement == NULL)
    return NULL;
  yz_statement_bind_integer (statement, ":first", written->first_change);
  yz_statement_bind_integer (statement, ":n", written->n_changes);
  yz_statement_bind_integer (statement, ":backwards", 0);
  while (yz_statement_step (statement, &row, NULL) && row)
    {
      g_auto (YzRow) loaded = { 0 };
      YzLogChange change;

      if (!yz_log_read_change (statement, 0, &change, NULL) || (*kind != NULL && *kind != change.kind) ||
          !yz_table_load (self->writer, change.kind, NULL, change.record, &loaded, NULL) || loaded.record == NULL)
        return NULL;
      *kind = change.kind;
      g_ptr_array_add (ids, g_strdup (yz_record_get_id (loaded.record)));
    }
  g_ptr_array_add (ids, NULL);
  return g_steal_pointer (&ids);
}

static void
notify_written (YzStore *self, const YzLogEntry *written)
{
  const YzKind *kind = NULL;
  g_autoptr (GPtrArray) ids = NULL;

  if (written->n_changes <= MAX_NAMED_RECORDS)
    ids = read_concerned (self, written, &kind);
  if (ids != NULL)
    yz_store_notify_changed (self, kind, (char **) g_ptr_array_steal (ids, NULL));
  else
    yz_store_notify_changed (self, NULL, NULL);
}

static gboolean
write_source (Write *write, YzWriter *writer, YzLogEntry *entry, GError **error)
{
  const YzChange *change = NULL;

  while (write->source != NULL)
    {
      if (g_cancellable_set_error_if_cancelled (write->cancellable, error) ||
          !write->source (&change, write->source_data, error))
        return FALSE;
      if (change == NULL)
        return TRUE;
      if (!yz_writer_write (writer, change, error))
        return FALSE;
      if (write->progress != NULL && entry->n_changes % CHANGES_PER_REPORT == 0)
        write->progress (entry->n_changes, 0, write->progress_data);
    }
  return TRUE;
}

static gboolean
write_edit (Write *write, YzLogEntry *entry, GError **error)
{
  g_autoptr (YzWriter) writer = yz_writer_begin (write->store->writer, entry, error);
  guint n_changes = yz_edit_get_n_changes (write->edit);

  if (writer == NULL)
    return FALSE;
  for (guint i = 0; i < n_changes; i++)
    if (!yz_writer_write (writer, yz_edit_get_change (write->edit, i), error))
      return FALSE;
  return write_source (write, writer, entry, error) && yz_writer_finish (writer, error);
}

/* Undo and redo without a number go for the last action and the next. */
static gboolean
find_target (Write *write, YzDatabase *database, GError **error)
{
  if (write->target == 0)
    write->target = write->mode == YZ_ACTION_UNDO ? yz_log_find_undo (database, error)
                                                  : yz_log_find_redo (database, error);
  if (write->target == 0)
    g_set_error_literal (error, YZ_STORE_ERROR, YZ_STORE_ERROR_NOT_FOUND,
                         write->mode == YZ_ACTION_UNDO ? _ ("There is nothing to undo")
                                                       : _ ("There is nothing to redo"));
  return write->target > 0;
}

static gboolean
write_entry (Write *write, YzLogEntry *entry, GError **error)
{
  YzDatabase *database = write->store->writer;

  if (write->mode == YZ_ACTION_DO)
    return write_edit (write, entry, error);
  if (!find_target (write, database, error))
    return FALSE;
  entry->target = write->target;
  return yz_reversal_write (database, entry, write->store->ids, write->progress, write->progress_data, error);
}

static gboolean
write_transaction (Write *write, GError **error)
{
  YzStore *self = write->store;
  g_autoptr (YzTransaction) transaction = yz_transaction_begin (self->writer, error);
  g_autofree char *id = yz_id_factory_next (self->ids);
  g_autofree char *who = yz_store_dup_author (self);
  YzLogEntry entry = { .mode = write->mode, .id = id, .who = who, .at = yz_clock_get_now (self->clock) };
  YzLogEntry concerned = { 0 };

  if (transaction == NULL)
    return FALSE;
  if (write->edit != NULL)
    {
      entry.label = yz_edit_get_label (write->edit);
      entry.subject = yz_edit_get_subject (write->edit);
      entry.settled = yz_edit_is_settled (write->edit);
    }
  yz_database_set_cancellable (self->writer, write->cancellable);
  if (!write_entry (write, &entry, error))
    return FALSE;
  if (entry.n_changes == 0)
    return TRUE;
  if (g_cancellable_set_error_if_cancelled (write->cancellable, error) || !yz_transaction_commit (transaction, error))
    return FALSE;

  self->written = TRUE;
  /* from here on it is done, whatever the reading of it may say */
  yz_database_set_cancellable (self->writer, NULL);
  write->action = yz_log_load_action (self->writer, entry.seq, &concerned, NULL);
  if (write->mode != YZ_ACTION_DO)
    yz_action_free (yz_log_load_action (self->writer, write->target, &concerned, NULL));
  notify_written (self, &concerned);
  return TRUE;
}

static void
write_run (gpointer data)
{
  Write *write = data;

  write->ran = TRUE;
  if ((write->store->flags & YZ_STORE_READ_ONLY) != 0)
    g_set_error_literal (&write->error, YZ_STORE_ERROR, YZ_STORE_ERROR_READ_ONLY,
                         _ ("The workspace is open for reading only"));
  else
    write_transaction (write, &write->error);
}

static void
write_in_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Write *write = data;

  write_run (write);
  if (write->error != NULL)
    g_task_return_error (task, g_steal_pointer (&write->error));
  else
    g_task_return_pointer (task, g_steal_pointer (&write->action), (GDestroyNotify) yz_action_free);
}

static Write *
write_new (YzStore *self, YzActionMode mode, gint64 target, YzEdit *edit, GCancellable *cancellable)
{
  Write *write = g_new0 (Write, 1);

  write->store = self;
  write->mode = mode;
  write->target = target;
  g_set_object (&write->edit, edit);
  g_set_object (&write->cancellable, cancellable);
  return write;
}

/* @write is taken. */
static void
write_async (Write *write, gpointer tag, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (write->store, write->cancellable, callback, user_data);

  /* what was committed is not taken back because somebody cancelled too late */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, write, write_free);
  yz_worker_run (write->store->worker, task, write_in_worker);
}

/* @write is taken. */
static YzAction *
write_sync (Write *write, GError **error)
{
  YzAction *action;

  yz_worker_run_sync (write->store->worker, write_run, write);
  if (!write->ran)
    yz_store_refuse_closed (error);
  if (write->error != NULL)
    g_propagate_error (error, g_steal_pointer (&write->error));
  action = g_steal_pointer (&write->action);
  write_free (write);
  return action;
}

static YzAction *
write_finish (YzStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
yz_store_apply_async (YzStore *self, YzEdit *edit, GCancellable *cancellable, GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_return_if_fail (YZ_IS_STORE (self) && YZ_IS_EDIT (edit));
  write_async (write_new (self, YZ_ACTION_DO, 0, edit, cancellable), yz_store_apply_async, callback, user_data);
}

YzAction *
yz_store_apply_finish (YzStore *self, GAsyncResult *result, GError **error)
{
  return write_finish (self, result, error);
}

YzAction *
yz_store_apply (YzStore *self, YzEdit *edit, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (YZ_IS_STORE (self) && YZ_IS_EDIT (edit), NULL);
  return write_sync (write_new (self, YZ_ACTION_DO, 0, edit, cancellable), error);
}

YzAction *
yz_store_apply_stream (YzStore *self, YzEdit *edit, YzChangeSource source, gpointer user_data, YzProgressFunc progress,
                       gpointer progress_data, GCancellable *cancellable, GError **error)
{
  Write *write;

  g_return_val_if_fail (YZ_IS_STORE (self) && YZ_IS_EDIT (edit) && source != NULL, NULL);

  write = write_new (self, YZ_ACTION_DO, 0, edit, cancellable);
  write->source = source;
  write->source_data = user_data;
  write->progress = progress;
  write->progress_data = progress_data;
  return write_sync (write, error);
}

void
yz_store_undo_async (YzStore *self, gint64 action, YzProgressFunc progress, gpointer progress_data,
                     GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  Write *write;

  g_return_if_fail (YZ_IS_STORE (self));

  write = write_new (self, YZ_ACTION_UNDO, action, NULL, cancellable);
  write->progress = progress;
  write->progress_data = progress_data;
  write_async (write, yz_store_undo_async, callback, user_data);
}

YzAction *
yz_store_undo_finish (YzStore *self, GAsyncResult *result, GError **error)
{
  return write_finish (self, result, error);
}

YzAction *
yz_store_undo (YzStore *self, gint64 action, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (YZ_IS_STORE (self), NULL);
  return write_sync (write_new (self, YZ_ACTION_UNDO, action, NULL, cancellable), error);
}

void
yz_store_redo_async (YzStore *self, YzProgressFunc progress, gpointer progress_data, GCancellable *cancellable,
                     GAsyncReadyCallback callback, gpointer user_data)
{
  Write *write;

  g_return_if_fail (YZ_IS_STORE (self));

  write = write_new (self, YZ_ACTION_REDO, 0, NULL, cancellable);
  write->progress = progress;
  write->progress_data = progress_data;
  write_async (write, yz_store_redo_async, callback, user_data);
}

YzAction *
yz_store_redo_finish (YzStore *self, GAsyncResult *result, GError **error)
{
  return write_finish (self, result, error);
}

YzAction *
yz_store_redo (YzStore *self, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (YZ_IS_STORE (self), NULL);
  return write_sync (write_new (self, YZ_ACTION_REDO, 0, NULL, cancellable), error);
}
