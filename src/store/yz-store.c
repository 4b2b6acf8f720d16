/*
 * The workspace as an object. The writing connection belongs to the worker; connections for reading wait in a pool
 * and are borrowed for the length of one call, so that no reader ever waits for a writer.
 */
#include "config.h"

#include "yz-store.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "yz-history-private.h"
#include "yz-query-private.h"
#include "yz-reversal-private.h"
#include "yz-schema-private.h"
#include "yz-seed-private.h"
#include "yz-table-private.h"
#include "yz-worker.h"
#include "yz-writer-private.h"

/* More records than that are not worth naming in ::changed. */
#define MAX_NAMED_RECORDS 200

#define CHANGES_PER_REPORT 1000

struct _YzStore
{
  GObject parent_instance;

  char *path;
  YzClock *clock;
  YzIdFactory *ids;
  YzStoreFlags flags;
  GMainContext *context; /* of the opener, for ::changed */
  YzWorker *worker;
  YzDatabase *writer; /* worker only */

  GMutex lock;        /* for what follows */
  GPtrArray *readers; /* idle connections */
  char *author;
  gboolean closed;
};

G_DEFINE_FINAL_TYPE (YzStore, yz_store, G_TYPE_OBJECT)

typedef enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
} YzStoreSignal;

static guint signals[N_SIGNALS];

static void
yz_store_dispose (GObject *object)
{
  yz_store_close (YZ_STORE (object), NULL);

  G_OBJECT_CLASS (yz_store_parent_class)->dispose (object);
}

static void
yz_store_finalize (GObject *object)
{
  YzStore *self = YZ_STORE (object);

  g_clear_pointer (&self->readers, g_ptr_array_unref);
  g_clear_object (&self->worker);
  g_clear_object (&self->clock);
  g_clear_object (&self->ids);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_clear_pointer (&self->author, g_free);
  g_clear_pointer (&self->path, g_free);
  g_mutex_clear (&self->lock);

  G_OBJECT_CLASS (yz_store_parent_class)->finalize (object);
}

static void
yz_store_class_init (YzStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = yz_store_dispose;
  object_class->finalize = yz_store_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", YZ_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRV);
}

static void
yz_store_init (YzStore *self)
{
  g_mutex_init (&self->lock);
  self->readers = g_ptr_array_new_with_free_func ((GDestroyNotify) yz_database_close);
}

/* Opening */

static gboolean
open_writer (YzStore *self, GError **error)
{
  YzDatabaseMode mode = (self->flags & YZ_STORE_CREATE) != 0 ? YZ_DATABASE_CREATE : YZ_DATABASE_WRITE;
  YzSchemaState state;

  if ((self->flags & YZ_STORE_READ_ONLY) != 0)
    mode = YZ_DATABASE_READ;
  self->writer = yz_database_open (self->path, mode, error);
  if (self->writer == NULL || !yz_schema_examine (self->writer, &state, error))
    return FALSE;
  if (state == YZ_SCHEMA_CURRENT || mode == YZ_DATABASE_READ)
    return TRUE;
  return yz_schema_migrate (self->writer, error) &&
         (state != YZ_SCHEMA_NEW || yz_seed_write (self->writer, self->clock, self->ids, error));
}

static YzStore *
open_store (const char *path, YzStoreFlags flags, YzClock *clock, YzIdFactory *ids, GMainContext *context,
            GError **error)
{
  g_autoptr (YzStore) self = g_object_new (YZ_TYPE_STORE, NULL);

  self->path = g_strdup (path);
  self->flags = flags;
  self->clock = g_object_ref (clock);
  self->ids = g_object_ref (ids);
  self->context = g_main_context_ref (context);
  if ((flags & YZ_STORE_CREATE) == 0 && !g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_NOT_FOUND, _ ("There is no file “%s”"), path);
      return NULL;
    }
  if (!open_writer (self, error))
    return NULL;
  self->worker = yz_worker_new ("yz-store");
  return g_steal_pointer (&self);
}

YzStore *
yz_store_open (const char *path, YzStoreFlags flags, YzClock *clock, YzIdFactory *ids, GError **error)
{
  g_autoptr (GMainContext) context = g_main_context_ref_thread_default ();

  g_return_val_if_fail (path != NULL && YZ_IS_CLOCK (clock) && YZ_IS_ID_FACTORY (ids), NULL);

  return open_store (path, flags, clock, ids, context, error);
}

typedef struct
{
  char *path;
  YzStoreFlags flags;
  YzClock *clock;
  YzIdFactory *ids;
} OpenData;

static void
open_data_free (gpointer data)
{
  OpenData *open = data;

  g_free (open->path);
  g_object_unref (open->clock);
  g_object_unref (open->ids);
  g_free (open);
}

static void
open_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  OpenData *open = data;
  GError *error = NULL;
  YzStore *store;

  store = open_store (open->path, open->flags, open->clock, open->ids, g_task_get_context (task), &error);
  if (store != NULL)
    g_task_return_pointer (task, store, g_object_unref);
  else
    g_task_return_error (task, error);
}

void
yz_store_open_async (const char *path, YzStoreFlags flags, YzClock *clock, YzIdFactory *ids, GCancellable *cancellable,
                     GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  OpenData *open = g_new0 (OpenData, 1);

  open->path = g_strdup (path);
  open->flags = flags;
  open->clock = g_object_ref (clock);
  open->ids = g_object_ref (ids);
  g_task_set_source_tag (task, yz_store_open_async);
  g_task_set_task_data (task, open, open_data_free);
  g_task_run_in_thread (task, open_in_thread);
}

YzStore *
yz_store_open_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

gboolean
yz_store_close (YzStore *self, GError **error)
{
  g_return_val_if_fail (YZ_IS_STORE (self), FALSE);

  g_mutex_lock (&self->lock);
  self->closed = TRUE;
  g_ptr_array_set_size (self->readers, 0);
  g_mutex_unlock (&self->lock);

  if (self->worker != NULL)
    yz_worker_stop (self->worker);
  g_clear_pointer (&self->writer, yz_database_close);
  return TRUE;
}

const char *
yz_store_get_path (YzStore *self)
{
  g_return_val_if_fail (YZ_IS_STORE (self), NULL);
  return self->path;
}

YzClock *
yz_store_get_clock (YzStore *self)
{
  g_return_val_if_fail (YZ_IS_STORE (self), NULL);
  return self->clock;
}

YzIdFactory *
yz_store_get_ids (YzStore *self)
{
  g_return_val_if_fail (YZ_IS_STORE (self), NULL);
  return self->ids;
}

void
yz_store_set_author (YzStore *self, const char *who)
{
  g_return_if_fail (YZ_IS_STORE (self));

  g_mutex_lock (&self->lock);
  g_free (self->author);
  self->author = g_strdup (who);
  g_mutex_unlock (&self->lock);
}

static char *
dup_author (YzStore *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  return g_strdup (self->author);
}

/* Reading: a connection is borrowed for one call. */

typedef struct
{
  YzStore *store;
  YzDatabase *database;
} Reader;

static gboolean
refuse_closed (GError **error)
{
  g_set_error_literal (error, YZ_STORE_ERROR, YZ_STORE_ERROR_FAILED, _ ("The workspace is closed"));
  return FALSE;
}

static Reader *
reader_borrow (YzStore *self, GCancellable *cancellable, GError **error)
{
  Reader *reader;
  YzDatabase *database = NULL;

  g_mutex_lock (&self->lock);
  if (!self->closed && self->readers->len > 0)
    database = g_ptr_array_steal_index_fast (self->readers, self->readers->len - 1);
  g_mutex_unlock (&self->lock);
  if (self->closed)
    {
      refuse_closed (error);
      return NULL;
    }

  if (database == NULL)
    database = yz_database_open (self->path, YZ_DATABASE_READ, error);
  if (database == NULL)
    return NULL;
  yz_database_set_cancellable (database, cancellable);
  reader = g_new0 (Reader, 1);
  reader->store = self;
  reader->database = database;
  return reader;
}

static void
reader_return (Reader *reader)
{
  yz_database_set_cancellable (reader->database, NULL);
  g_mutex_lock (&reader->store->lock);
  if (reader->store->closed)
    yz_database_close (reader->database);
  else
    g_ptr_array_add (reader->store->readers, reader->database);
  g_mutex_unlock (&reader->store->lock);
  g_free (reader);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reader, reader_return)

static YzRecord *
take_visible (YzRow *row)
{
  return row->gone <= YZ_GONE_TRASHED ? g_steal_pointer (&row->record) : NULL;
}

YzRecord *
yz_store_load (YzStore *self, const YzKind *kind, const char *id, GError **error)
{
  g_autoptr (Reader) reader = NULL;
  g_auto (YzRow) row = { 0 };
  YzRecord *record;

  g_return_val_if_fail (YZ_IS_STORE (self) && kind != NULL && id != NULL, NULL);

  reader = reader_borrow (self, NULL, error);
  if (reader == NULL || !yz_table_load (reader->database, kind, id, 0, &row, error))
    return NULL;
  record = take_visible (&row);
  if (record == NULL)
    g_set_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_NOT_FOUND, _ ("There is no record “%s”"), id);
  return record;
}

YzRecord *
yz_store_load_row (YzStore *self, const YzKind *kind, gint64 number, GError **error)
{
  g_autoptr (Reader) reader = NULL;
  g_auto (YzRow) row = { 0 };

  g_return_val_if_fail (YZ_IS_STORE (self) && kind != NULL, NULL);

  reader = reader_borrow (self, NULL, error);
  if (reader == NULL || !yz_table_load (reader->database, kind, NULL, number, &row, error))
    return NULL;
  return take_visible (&row);
}

/* The rows of at most two live records whose id begins with @text or whose code is @text. */
static GArray *
find_rows (YzDatabase *database, const YzKind *kind, const char *text, gboolean by_code, GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *sql = g_strdup_printf ("SELECT row FROM %s WHERE gone <= 1 AND %s ORDER BY gone LIMIT 2", kind->name,
                                          by_code ? "code = ?1" : "id >= ?1 AND id < ?1 || 'g'");
  g_autoptr (YzStatement) statement = yz_database_prepare (database, sql, error);
  gboolean row;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_text (statement, 1, text, -1, SQLITE_STATIC);
  for (;;)
    {
      gint64 number;

      if (!yz_statement_step (statement, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&rows);
      number = sqlite3_column_int64 (statement, 0);
      g_array_append_val (rows, number);
    }
}

YzRecord *
yz_store_find (YzStore *self, const YzKind *kind, const char *text, GError **error)
{
  g_autoptr (Reader) reader = NULL;
  gboolean ambiguous = FALSE;

  g_return_val_if_fail (YZ_IS_STORE (self) && kind != NULL && text != NULL, NULL);

  reader = reader_borrow (self, NULL, error);
  if (reader == NULL)
    return NULL;
  for (int by_code = yz_kind_find_field (kind, "code") != NULL; by_code >= 0; by_code--)
    {
      g_autoptr (GArray) rows = find_rows (reader->database, kind, text, by_code, error);
      g_auto (YzRow) row = { 0 };

      if (rows == NULL)
        return NULL;
      ambiguous = ambiguous || rows->len > 1;
      if (rows->len != 1 || *text == '\0')
        continue;
      if (!yz_table_load (reader->database, kind, NULL, g_array_index (rows, gint64, 0), &row, error))
        return NULL;
      return take_visible (&row);
    }
  g_set_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_NOT_FOUND,
               ambiguous ? _ ("“%s” fits several records; write more of the id") : _ ("There is no record “%s”"), text);
  return NULL;
}

GArray *
yz_store_query (YzStore *self, const YzQuery *query, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (Reader) reader = NULL;
  g_autoptr (YzStatement) statement = NULL;

  g_return_val_if_fail (YZ_IS_STORE (self) && query != NULL, NULL);

  reader = reader_borrow (self, cancellable, error);
  statement = reader != NULL ? yz_query_prepare (reader->database, query, "t.row", NULL, error) : NULL;
  if (statement == NULL)
    return NULL;
  for (;;)
    {
      gboolean row;
      gint64 number;

      if (!yz_statement_step (statement, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&rows);
      number = sqlite3_column_int64 (statement, 0);
      g_array_append_val (rows, number);
    }
}

static void
query_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  GArray *rows = yz_store_query (source, data, cancellable, &error);

  if (rows != NULL)
    g_task_return_pointer (task, rows, (GDestroyNotify) g_array_unref);
  else
    g_task_return_error (task, error);
}

void
yz_store_query_async (YzStore *self, const YzQuery *query, GCancellable *cancellable, GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_return_if_fail (YZ_IS_STORE (self) && query != NULL);

  g_task_set_source_tag (task, yz_store_query_async);
  g_task_set_task_data (task, yz_query_copy (query), (GDestroyNotify) yz_query_free);
  g_task_run_in_thread (task, query_in_thread);
}

GArray *
yz_store_query_finish (YzStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

gint64
yz_store_count (YzStore *self, const YzQuery *query, GError **error)
{
  g_autoptr (Reader) reader = NULL;
  g_autoptr (YzStatement) statement = NULL;
  gboolean row;

  g_return_val_if_fail (YZ_IS_STORE (self) && query != NULL, -1);

  reader = reader_borrow (self, NULL, error);
  statement = reader != NULL ? yz_query_prepare (reader->database, query, "count (*)", "", error) : NULL;
  if (statement == NULL || !yz_statement_step (statement, &row, error))
    return -1;
  return sqlite3_column_int64 (statement, 0);
}

GHashTable *
yz_store_count_by (YzStore *self, const YzQuery *query, const char *field, GError **error)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autofree char *columns = g_strdup_printf ("coalesce (t.%s, ''), count (*)", field);
  g_autoptr (Reader) reader = NULL;
  g_autoptr (YzStatement) statement = NULL;

  g_return_val_if_fail (YZ_IS_STORE (self) && query != NULL, NULL);
  g_return_val_if_fail (yz_kind_find_field (query->kind, field) != NULL, NULL);

  reader = reader_borrow (self, NULL, error);
  statement = reader != NULL ? yz_query_prepare (reader->database, query, columns, " GROUP BY 1", error) : NULL;
  if (statement == NULL)
    return NULL;
  for (;;)
    {
      gboolean row;
      guint64 count;

      if (!yz_statement_step (statement, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&counts);
      count = (guint64) sqlite3_column_int64 (statement, 1);
      g_hash_table_insert (counts, g_strdup (yz_statement_get_text (statement, 0)), g_memdup2 (&count, sizeof count));
    }
}

/* Telling what changed */

typedef struct
{
  GWeakRef store;
  const YzKind *kind; /* NULL: several */
  char **ids;         /* NULL: many */
} Notice;

static void
notice_free (gpointer data)
{
  Notice *notice = data;

  g_weak_ref_clear (&notice->store);
  g_strfreev (notice->ids);
  g_free (notice);
}

static gboolean
notice_emit (gpointer data)
{
  Notice *notice = data;
  g_autoptr (YzStore) store = g_weak_ref_get (&notice->store);

  if (store != NULL)
    g_signal_emit (store, signals[SIGNAL_CHANGED], 0, notice->kind != NULL ? notice->kind->name : NULL, notice->ids);
  return G_SOURCE_REMOVE;
}

/* Queued before the answer to the caller, with the same priority: whoever is called back has been told. */
static void
notice_send (YzStore *self, const YzKind *kind, char **ids)
{
  g_autoptr (GSource) source = g_idle_source_new ();
  Notice *notice = g_new0 (Notice, 1);

  g_weak_ref_init (&notice->store, self);
  notice->kind = kind;
  notice->ids = ids;
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, notice_emit, notice, notice_free);
  g_source_attach (source, self->context);
}

/* Writing, on the worker */

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

/* Which records an action concerned, as far as it is worth knowing. */
static gboolean
send_notice_of (YzStore *self, const YzLogEntry *written, GError **error)
{
  g_autoptr (YzStatement) statement = yz_database_prepare_named (self->writer, "changes-of-action", error);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  const YzKind *kind = NULL;
  gboolean row = written->n_changes <= MAX_NAMED_RECORDS;

  if (statement == NULL)
    return FALSE;
  yz_statement_bind_integer (statement, ":first", written->first_change);
  yz_statement_bind_integer (statement, ":n", written->n_changes);
  yz_statement_bind_integer (statement, ":backwards", 0);
  while (row && yz_statement_step (statement, &row, error) && row)
    {
      g_auto (YzRow) loaded = { 0 };
      YzLogChange change;

      if (!yz_log_read_change (statement, 0, &change, error) ||
          !yz_table_load (self->writer, change.kind, NULL, change.record, &loaded, error))
        return FALSE;
      if (kind != NULL && kind != change.kind)
        break;
      kind = change.kind;
      if (loaded.record != NULL)
        g_ptr_array_add (ids, g_strdup (yz_record_get_id (loaded.record)));
    }
  if (row)
    {
      notice_send (self, NULL, NULL);
      return TRUE;
    }
  g_ptr_array_add (ids, NULL);
  notice_send (self, kind, (char **) g_ptr_array_steal (ids, NULL));
  return TRUE;
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
  return yz_reversal_write (database, entry, write->progress, write->progress_data, error);
}

static gboolean
write_transaction (Write *write, GError **error)
{
  YzStore *self = write->store;
  g_autoptr (YzTransaction) transaction = yz_transaction_begin (self->writer, error);
  g_autofree char *id = yz_id_factory_next (self->ids);
  g_autofree char *who = dup_author (self);
  YzLogEntry entry = { .mode = write->mode, .id = id, .who = who, .at = yz_clock_get_now (self->clock) };
  YzLogEntry concerned = { 0 };

  if (transaction == NULL)
    return FALSE;
  if (write->edit != NULL)
    {
      entry.label = yz_edit_get_label (write->edit);
      entry.subject = yz_edit_get_subject (write->edit);
    }
  yz_database_set_cancellable (self->writer, write->cancellable);
  if (!write_entry (write, &entry, error))
    return FALSE;
  if (entry.n_changes == 0)
    return TRUE;
  if (!yz_transaction_commit (transaction, error))
    return FALSE;

  /* from here on it is done, whatever the reading of it may say */
  yz_database_set_cancellable (self->writer, NULL);
  write->action = yz_log_load_action (self->writer, entry.seq, &concerned, NULL);
  if (write->mode != YZ_ACTION_DO)
    yz_action_free (yz_log_load_action (self->writer, write->target, &concerned, NULL));
  if (!send_notice_of (self, &concerned, NULL))
    notice_send (self, NULL, NULL);
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
    refuse_closed (error);
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

static YzAction *
load_found (YzStore *self, gint64 (*find) (YzDatabase *database, GError **error))
{
  g_autoptr (Reader) reader = NULL;
  gint64 seq;

  g_return_val_if_fail (YZ_IS_STORE (self), NULL);

  reader = reader_borrow (self, NULL, NULL);
  seq = reader != NULL ? find (reader->database, NULL) : 0;
  return seq > 0 ? yz_log_load_action (reader->database, seq, NULL, NULL) : NULL;
}

YzAction *
yz_store_get_undo (YzStore *self)
{
  return load_found (self, yz_log_find_undo);
}

YzAction *
yz_store_get_redo (YzStore *self)
{
  return load_found (self, yz_log_find_redo);
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

GPtrArray *
yz_store_get_history (YzStore *self, const char *record_id, gint64 before, guint limit, GError **error)
{
  g_autoptr (Reader) reader = NULL;

  g_return_val_if_fail (YZ_IS_STORE (self), NULL);

  reader = reader_borrow (self, NULL, error);
  return reader != NULL ? yz_history_read (reader->database, record_id, before, limit, error) : NULL;
}

YzEdit *
yz_store_make_revert (YzStore *self, gint64 change, GError **error)
{
  g_autoptr (Reader) reader = NULL;

  g_return_val_if_fail (YZ_IS_STORE (self), NULL);

  reader = reader_borrow (self, NULL, error);
  return reader != NULL ? yz_history_make_revert (reader->database, change, error) : NULL;
}
