/* A connection: opening, statements, transactions, errors. */
#include "config.h"

#include "yz-database-private.h"

#include "yz-cell-private.h"
#include "yz-functions-private.h"
#include "yz-store-resource.h"
#include "yz-tokenizer-private.h"

/* SQLite asks whether to go on every so many steps of its machine: some ten thousand times a second. */
#define STEPS_PER_QUESTION 4000

#define BUSY_TIMEOUT_MS 5000

struct _YzDatabase
{
  sqlite3 *handle;
  GHashTable *statements; /* SQL → sqlite3_stmt */
  GHashTable *named;      /* name of a query → SQL */
  GHashTable *by_kind;    /* KindKey → sqlite3_stmt, owned by @statements */
  GHashTable *texts;      /* see yz_cell_from_shared() */
  GHashTable *maps;       /* see yz_cell_to_shared() */
  YzCollator *collator;   /* made when it is first needed */
  GCancellable *cancellable;
  gint64 deadline; /* monotonic time, 0 for none */
  gint64 action;
};

typedef struct
{
  const YzKind *kind;
  const char *what; /* compared by address */
} KindKey;

G_DEFINE_QUARK (yz_store_error, yz_store_error)

static YzStoreError
code_from_sqlite (int code)
{
  switch (code & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return YZ_STORE_ERROR_BUSY;
    case SQLITE_FULL:
      return YZ_STORE_ERROR_FULL;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return YZ_STORE_ERROR_READ_ONLY;
    case SQLITE_CORRUPT:
      return YZ_STORE_ERROR_CORRUPT;
    case SQLITE_NOTADB:
      return YZ_STORE_ERROR_NOT_A_WORKSPACE;
    case SQLITE_CANTOPEN:
      return YZ_STORE_ERROR_NOT_FOUND;
    default:
      return YZ_STORE_ERROR_FAILED;
    }
}

/* Only the progress handler interrupts: somebody cancelled, or the time is up. Both are told in the same way. */
static gboolean
set_error (sqlite3 *handle, GError **error)
{
  int code = sqlite3_extended_errcode (handle);

  if ((code & 0xff) == SQLITE_INTERRUPT)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s", "cancelled, or it took too long");
  else
    g_set_error (error, YZ_STORE_ERROR, code_from_sqlite (code), "%s (SQLite %d)", sqlite3_errmsg (handle), code);
  return FALSE;
}

gboolean
yz_database_set_error (YzDatabase *self, GError **error)
{
  return set_error (self->handle, error);
}

static int
ask_to_go_on (void *data)
{
  YzDatabase *self = data;

  if (self->deadline != 0 && g_get_monotonic_time () > self->deadline)
    return 1;
  return g_cancellable_is_cancelled (self->cancellable);
}

/* yz_action: texts are equal while an action is being written, and different outside of one, which is what triggers
   refuse. A collation, as yz-table.c says why. */
static int
compare_by_action (void *data, int length, const void *text, int other_length, const void *other)
{
  YzDatabase *self = data;

  return self->action != 0 ? 0 : 1;
}

/* yz_sort_key (text): bytes in the order of yz_collator_get_key(), NULL for NULL. */
static void
sql_sort_key (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  YzCollator *collator = yz_database_get_collator (sqlite3_user_data (context));
  const char *text = (const char *) sqlite3_value_text (values[0]);
  guchar key[YZ_COLLATOR_KEY_SIZE];
  gsize length;

  if (text == NULL)
    return;
  length = yz_collator_recall_key (collator, text, (gsize) sqlite3_value_bytes (values[0]), key, sizeof key);
  sqlite3_result_blob (context, key, (int) length, SQLITE_TRANSIENT);
}

static gboolean
prepare_connection (YzDatabase *self, GError **error)
{
  static const char pragmas[] = "PRAGMA synchronous = FULL;"
                                "PRAGMA foreign_keys = ON;"
                                "PRAGMA cell_size_check = ON;"
                                "PRAGMA trusted_schema = OFF;"
                                "PRAGMA temp_store = MEMORY;"
                                "PRAGMA cache_size = -16000;";

  sqlite3_extended_result_codes (self->handle, TRUE);
  sqlite3_busy_timeout (self->handle, BUSY_TIMEOUT_MS);
  sqlite3_progress_handler (self->handle, STEPS_PER_QUESTION, ask_to_go_on, self);
  sqlite3_create_collation (self->handle, "yz_action", SQLITE_UTF8, self, compare_by_action);
  sqlite3_create_function (self->handle, "yz_sort_key", 1, SQLITE_UTF8 | SQLITE_INNOCUOUS, self, sql_sort_key, NULL,
                           NULL);
  yz_functions_register (self->handle);
  if (yz_tokenizer_register (self->handle) != SQLITE_OK)
    return yz_database_set_error (self, error);
  return yz_database_execute (self, pragmas, error);
}

static guint
kind_key_hash (gconstpointer data)
{
  const KindKey *key = data;

  return g_direct_hash (key->kind) ^ g_direct_hash (key->what);
}

static gboolean
kind_key_equal (gconstpointer a, gconstpointer b)
{
  return memcmp (a, b, sizeof (KindKey)) == 0;
}

static void
finalize_statement (gpointer data)
{
  sqlite3_finalize (data);
}

/* SQLite counts what it allocates, under a lock, for figures that nobody asks for here. Too late, and no matter, where
   another library of the process has begun to use it. */
static void
forgo_statistics (void)
{
  static gsize done;

  if (g_once_init_enter (&done))
    {
      sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
      g_once_init_leave (&done, 1);
    }
}

YzDatabase *
yz_database_open (const char *path, YzDatabaseMode mode, GError **error)
{
  g_autoptr (YzDatabase) self = g_new0 (YzDatabase, 1);
  int flags = SQLITE_OPEN_NOMUTEX;

  flags |= mode == YZ_DATABASE_READ ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
  if (mode == YZ_DATABASE_CREATE)
    flags |= SQLITE_OPEN_CREATE;

  forgo_statistics ();
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, finalize_statement);
  self->by_kind = g_hash_table_new_full (kind_key_hash, kind_key_equal, g_free, NULL);
  self->named = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->texts = yz_cell_texts_new ();
  self->maps = yz_cell_maps_new ();
  if (sqlite3_open_v2 (path, &self->handle, flags, NULL) != SQLITE_OK || !prepare_connection (self, error))
    {
      if (error != NULL && *error == NULL)
        yz_database_set_error (self, error);
      g_prefix_error (error, "cannot open %s: ", path);
      return NULL;
    }
  return g_steal_pointer (&self);
}

void
yz_database_close (YzDatabase *self)
{
  g_clear_pointer (&self->by_kind, g_hash_table_unref);
  g_clear_pointer (&self->statements, g_hash_table_unref);
  g_clear_pointer (&self->named, g_hash_table_unref);
  g_clear_pointer (&self->texts, g_hash_table_unref);
  g_clear_pointer (&self->maps, g_hash_table_unref);
  sqlite3_close_v2 (self->handle);
  g_clear_pointer (&self->collator, yz_collator_free);
  g_clear_object (&self->cancellable);
  g_free (self);
}

YzCollator *
yz_database_get_collator (YzDatabase *self)
{
  if (self->collator == NULL)
    self->collator = yz_collator_new ();
  return self->collator;
}

GHashTable *
yz_database_get_texts (YzDatabase *self)
{
  return self->texts;
}

GHashTable *
yz_database_get_maps (YzDatabase *self)
{
  return self->maps;
}

sqlite3 *
yz_database_get_handle (YzDatabase *self)
{
  return self->handle;
}

void
yz_database_set_action (YzDatabase *self, gint64 seq)
{
  self->action = seq;
}

void
yz_database_set_cancellable (YzDatabase *self, GCancellable *cancellable)
{
  g_set_object (&self->cancellable, cancellable);
  self->deadline = 0;
}

void
yz_database_set_time_limit (YzDatabase *self, guint seconds)
{
  self->deadline = g_get_monotonic_time () + seconds * G_TIME_SPAN_SECOND;
}

gboolean
yz_database_execute (YzDatabase *self, const char *script, GError **error)
{
  if (sqlite3_exec (self->handle, script, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;
  return yz_database_set_error (self, error);
}

gint64
yz_database_get_number (YzDatabase *self, const char *sql, GError **error)
{
  g_autoptr (YzStatement) statement = yz_database_prepare (self, sql, error);
  gboolean row;

  if (statement == NULL || !yz_statement_step (statement, &row, error))
    return -1;
  return row ? sqlite3_column_int64 (statement, 0) : 0;
}

void
yz_statement_reset (YzStatement *statement)
{
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
}

YzStatement *
yz_database_prepare (YzDatabase *self, const char *sql, GError **error)
{
  YzStatement *statement = g_hash_table_lookup (self->statements, sql);

  if (statement != NULL)
    return statement;

  if (sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) != SQLITE_OK)
    {
      yz_database_set_error (self, error);
      return NULL;
    }
  g_hash_table_insert (self->statements, g_strdup (sql), statement);
  return statement;
}

YzStatement *
yz_database_prepare_named (YzDatabase *self, const char *name, GError **error)
{
  const char *sql = g_hash_table_lookup (self->named, name);

  if (sql == NULL)
    {
      g_autofree char *path = g_strconcat ("queries/", name, NULL);
      char *loaded = yz_store_sql_load (path, error);

      if (loaded == NULL)
        return NULL;
      g_hash_table_insert (self->named, g_strdup (name), loaded);
      sql = loaded;
    }
  return yz_database_prepare (self, sql, error);
}

YzStatement *
yz_database_prepare_for (YzDatabase *self, const YzKind *kind, const char *what, char *(*make_sql) (const YzKind *kind),
                         GError **error)
{
  KindKey key = { kind, what };
  YzStatement *statement = g_hash_table_lookup (self->by_kind, &key);
  g_autofree char *sql = NULL;

  if (statement != NULL)
    return statement;
  sql = make_sql (kind);
  statement = yz_database_prepare (self, sql, error);
  if (statement != NULL)
    g_hash_table_insert (self->by_kind, g_memdup2 (&key, sizeof key), statement);
  return statement;
}

void
yz_statement_bind_integer (YzStatement *statement, const char *name, gint64 value)
{
  sqlite3_bind_int64 (statement, sqlite3_bind_parameter_index (statement, name), value);
}

void
yz_statement_bind_text (YzStatement *statement, const char *name, const char *value)
{
  sqlite3_bind_text (statement, sqlite3_bind_parameter_index (statement, name), value, -1, SQLITE_TRANSIENT);
}

gboolean
yz_statement_step (YzStatement *statement, gboolean *row, GError **error)
{
  int code = sqlite3_step (statement);

  *row = code == SQLITE_ROW;
  if (code == SQLITE_ROW || code == SQLITE_DONE)
    return TRUE;
  return set_error (sqlite3_db_handle (statement), error);
}

gboolean
yz_statement_run (YzStatement *statement, GError **error)
{
  gboolean row = TRUE;
  gboolean ok = TRUE;

  while (ok && row)
    ok = yz_statement_step (statement, &row, error);
  yz_statement_reset (statement);
  return ok;
}

GArray *
yz_statement_collect (YzStatement *statement, GError **error)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean row = TRUE;

  for (;;)
    {
      gint64 number;

      if (!yz_statement_step (statement, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&numbers);
      number = sqlite3_column_int64 (statement, 0);
      g_array_append_val (numbers, number);
    }
}

const char *
yz_statement_get_text (YzStatement *statement, int column)
{
  return (const char *) sqlite3_column_text (statement, column);
}

gboolean
yz_database_get_meta (YzDatabase *self, const char *name, char **value, GError **error)
{
  g_autoptr (YzStatement) statement = yz_database_prepare_named (self, "get-meta", error);
  gboolean row;

  *value = NULL;
  if (statement == NULL)
    return FALSE;
  yz_statement_bind_text (statement, ":name", name);
  if (!yz_statement_step (statement, &row, error))
    return FALSE;
  *value = row ? g_strdup (yz_statement_get_text (statement, 0)) : NULL;
  return TRUE;
}

gboolean
yz_database_set_meta (YzDatabase *self, const char *name, const char *value, GError **error)
{
  g_autoptr (YzStatement) statement = yz_database_prepare_named (self, "set-meta", error);

  if (statement == NULL)
    return FALSE;
  yz_statement_bind_text (statement, ":name", name);
  yz_statement_bind_text (statement, ":value", value);
  return yz_statement_run (statement, error);
}

YzTransaction *
yz_transaction_begin (YzDatabase *database, GError **error)
{
  return yz_database_execute (database, "BEGIN IMMEDIATE", error) ? database : NULL;
}

gboolean
yz_transaction_commit (YzTransaction *transaction, GError **error)
{
  return yz_database_execute (transaction, "COMMIT", error);
}

void
yz_transaction_end (YzTransaction *transaction)
{
  transaction->action = 0;
  g_hash_table_remove_all (transaction->texts);
  g_clear_object (&transaction->cancellable);
  /* after some errors SQLite has rolled back on its own */
  if (!sqlite3_get_autocommit (transaction->handle))
    sqlite3_exec (transaction->handle, "ROLLBACK", NULL, NULL, NULL);
}

char *
yz_store_sql_load (const char *path, GError **error)
{
  g_autofree char *full = g_strdup_printf ("/org/yizhan/store/sql/%s.sql", path);
  g_autoptr (GBytes) bytes = NULL;

  bytes = g_resource_lookup_data (yz_store_get_resource (), full, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  return bytes != NULL ? g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)) : NULL;
}
