/*
 * The workspace as an object: opening, closing, its connections. The writing connection belongs to the worker;
 * connections for reading wait in a pool and are borrowed for the length of one call, so that no reader ever waits
 * for a writer.
 */
#include "config.h"

#include "yz-store-private.h"

#include <glib/gi18n-lib.h>

#include "yz-backup-private.h"
#include "yz-schema-private.h"
#include "yz-seed-private.h"
#include "yz-trash-private.h"

#define WATCH_SECONDS 2

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

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", YZ_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                          2, G_TYPE_STRING, G_TYPE_STRV);
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
  if (state == YZ_SCHEMA_OLD &&
      !yz_backup_make_extra (self->writer, self->path, self->clock, "before-migration", error))
    return FALSE;
  if (!yz_schema_migrate (self->writer, error))
    return FALSE;
  return state == YZ_SCHEMA_NEW ? yz_seed_write (self->writer, self->clock, self->ids, error)
                                : yz_seed_write_calendar (self->writer, self->clock, self->ids, error);
}

/* SQLite's number for what other connections wrote; our readers do not write. */
static gint64
get_version (YzStore *self)
{
  return yz_database_get_number (self->writer, "PRAGMA data_version", NULL);
}

static void
look_for_others (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  YzStore *self = source;
  gint64 version = self->writer != NULL ? get_version (self) : -1;

  if (version >= 0 && version != self->version)
    {
      self->version = version;
      yz_store_notify_changed (self, NULL, NULL);
    }
  g_task_return_boolean (task, TRUE);
}

static gboolean
on_watch (gpointer data)
{
  g_autoptr (YzStore) self = g_weak_ref_get (data);
  g_autoptr (GTask) task = NULL;

  if (self == NULL || self->closed)
    return G_SOURCE_REMOVE;
  task = g_task_new (self, NULL, NULL, NULL);
  yz_worker_run (self->worker, task, look_for_others);
  return G_SOURCE_CONTINUE;
}

static void
watch_free (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

/* Another program on the same file is seen within two seconds. */
static void
start_watch (YzStore *self)
{
  GWeakRef *reference = g_new0 (GWeakRef, 1);

  g_weak_ref_init (reference, self);
  self->version = get_version (self);
  self->watch = g_timeout_source_new_seconds (WATCH_SECONDS);
  g_source_set_callback (self->watch, on_watch, reference, watch_free);
  g_source_attach (self->watch, self->context);
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
  start_watch (self);
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

typedef struct
{
  YzStore *store;
  GError *error;
  gboolean ok;
} Closing;

/* On the worker, after everything that was queued. */
static void
close_writer (gpointer data)
{
  Closing *closing = data;
  YzStore *self = closing->store;

  if (self->written && (self->flags & YZ_STORE_UNKEPT) == 0)
    closing->ok = yz_trash_empty (self->writer, yz_clock_get_now (self->clock), &closing->error) &&
                  yz_backup_make_daily (self->writer, self->path, self->clock, &closing->error);
  g_clear_pointer (&self->writer, yz_database_close);
}

gboolean
yz_store_close (YzStore *self, GError **error)
{
  Closing closing = { .store = self, .ok = TRUE };

  g_return_val_if_fail (YZ_IS_STORE (self), FALSE);

  g_mutex_lock (&self->lock);
  self->closed = TRUE;
  g_ptr_array_set_size (self->readers, 0);
  g_mutex_unlock (&self->lock);

  if (self->watch != NULL)
    g_source_destroy (self->watch);
  g_clear_pointer (&self->watch, g_source_unref);
  if (self->worker != NULL)
    {
      yz_worker_run_sync (self->worker, close_writer, &closing);
      yz_worker_stop (self->worker);
    }
  g_clear_pointer (&self->writer, yz_database_close);
  if (closing.error != NULL)
    g_propagate_error (error, closing.error);
  return closing.ok;
}

gboolean
yz_store_backup (YzStore *self, const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (YzReader) reader = NULL;

  g_return_val_if_fail (YZ_IS_STORE (self) && path != NULL, FALSE);

  reader = yz_reader_borrow (self, cancellable, error);
  return reader != NULL && yz_backup_copy (reader->database, path, cancellable, error);
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

char *
yz_store_dup_author (YzStore *self)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (YZ_IS_STORE (self), NULL);

  locker = g_mutex_locker_new (&self->lock);
  return g_strdup (self->author);
}

/* Connections for reading */

gboolean
yz_store_refuse_closed (GError **error)
{
  g_set_error_literal (error, YZ_STORE_ERROR, YZ_STORE_ERROR_FAILED, _ ("The workspace is closed"));
  return FALSE;
}

YzReader *
yz_reader_borrow (YzStore *self, GCancellable *cancellable, GError **error)
{
  YzReader *reader;
  YzDatabase *database = NULL;
  gboolean closed;

  g_mutex_lock (&self->lock);
  closed = self->closed;
  if (!closed && self->readers->len > 0)
    database = g_ptr_array_steal_index_fast (self->readers, self->readers->len - 1);
  g_mutex_unlock (&self->lock);
  if (closed)
    {
      yz_store_refuse_closed (error);
      return NULL;
    }

  if (database == NULL)
    database = yz_database_open (self->path, YZ_DATABASE_READ, error);
  if (database == NULL)
    return NULL;
  yz_database_set_cancellable (database, cancellable);
  reader = g_new0 (YzReader, 1);
  reader->store = self;
  reader->database = database;
  return reader;
}

void
yz_reader_return (YzReader *reader)
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
void
yz_store_notify_changed (YzStore *self, const YzKind *kind, char **ids)
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
