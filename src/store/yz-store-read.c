/* The store's reading functions. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "yz-history-private.h"
#include "yz-query-private.h"
#include "yz-store-private.h"
#include "yz-table-private.h"
#include "yz-unique-private.h"

static YzRecord *
take_visible (YzRow *row)
{
  return row->gone <= YZ_GONE_TRASHED ? g_steal_pointer (&row->record) : NULL;
}

gboolean
yz_store_look_up (YzStore *self, const YzKind *kind, const char *id, YzRecord **record, GError **error)
{
  g_autoptr (YzReader) reader = NULL;
  g_auto (YzRow) row = { 0 };

  g_return_val_if_fail (YZ_IS_STORE (self) && kind != NULL && id != NULL, FALSE);

  *record = NULL;
  reader = yz_reader_borrow (self, NULL, error);
  if (reader == NULL || !yz_table_load (reader->database, kind, id, 0, &row, error))
    return FALSE;
  *record = take_visible (&row);
  return TRUE;
}

YzRecord *
yz_store_load (YzStore *self, const YzKind *kind, const char *id, GError **error)
{
  YzRecord *record;

  g_return_val_if_fail (YZ_IS_STORE (self) && kind != NULL && id != NULL, NULL);

  if (yz_store_look_up (self, kind, id, &record, error) && record == NULL)
    g_set_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_NOT_FOUND, _ ("There is no record “%s”"), id);
  return record;
}

/* What yz_store_load_async() is asked for. */
typedef struct
{
  const YzKind *kind;
  char *id;
} Wanted;

static void
wanted_free (gpointer data)
{
  g_free (((Wanted *) data)->id);
  g_free (data);
}

static void
load_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Wanted *wanted = data;
  GError *error = NULL;
  YzRecord *record = yz_store_load (source, wanted->kind, wanted->id, &error);

  if (record != NULL)
    g_task_return_pointer (task, record, g_object_unref);
  else
    g_task_return_error (task, error);
}

void
yz_store_load_async (YzStore *self, const YzKind *kind, const char *id, GCancellable *cancellable,
                     GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Wanted *wanted;

  g_return_if_fail (YZ_IS_STORE (self) && kind != NULL && id != NULL);

  wanted = g_new0 (Wanted, 1);
  wanted->kind = kind;
  wanted->id = g_strdup (id);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, yz_store_load_async);
  g_task_set_task_data (task, wanted, wanted_free);
  g_task_run_in_thread (task, load_in_thread);
}

YzRecord *
yz_store_load_finish (YzStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

YzRecord *
yz_store_load_row (YzStore *self, const YzKind *kind, gint64 number, GError **error)
{
  g_autoptr (YzReader) reader = NULL;
  g_auto (YzRow) row = { 0 };

  g_return_val_if_fail (YZ_IS_STORE (self) && kind != NULL, NULL);

  reader = yz_reader_borrow (self, NULL, error);
  if (reader == NULL || !yz_table_load (reader->database, kind, NULL, number, &row, error))
    return NULL;
  return take_visible (&row);
}

/* The field by which people name a record, besides its id. */
static const YzField *
find_key (const YzKind *kind)
{
  const YzField *unique = yz_unique_find_field (kind);

  return unique != NULL ? unique : yz_kind_find_field (kind, "code");
}

/* The rows of at most two live records whose id begins with @text, or whose @key is @text. */
static GArray *
find_rows (YzDatabase *database, const YzKind *kind, const char *text, const YzField *key, GError **error)
{
  g_autofree char *by_key = key != NULL ? g_strdup_printf ("%s = ?1", key->name) : NULL;
  g_autofree char *sql = g_strdup_printf ("SELECT row FROM %s WHERE gone <= 1 AND %s ORDER BY gone LIMIT 2", kind->name,
                                          by_key != NULL ? by_key : "id >= ?1 AND id < ?1 || 'g'");
  g_autoptr (YzStatement) statement = yz_database_prepare (database, sql, error);

  if (statement == NULL)
    return NULL;
  sqlite3_bind_text (statement, 1, text, -1, SQLITE_STATIC);
  return yz_statement_collect (statement, error);
}

YzRecord *
yz_store_find (YzStore *self, const YzKind *kind, const char *text, GError **error)
{
  g_autoptr (YzReader) reader = NULL;
  const YzField *key;
  gboolean ambiguous = FALSE;

  g_return_val_if_fail (YZ_IS_STORE (self) && kind != NULL && text != NULL, NULL);

  reader = yz_reader_borrow (self, NULL, error);
  if (reader == NULL)
    return NULL;
  key = find_key (kind);
  for (int by_key = key != NULL; by_key >= 0; by_key--)
    {
      g_autoptr (GArray) rows = find_rows (reader->database, kind, text, by_key ? key : NULL, error);
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

gboolean
yz_store_find_called (YzStore *self, const YzKind *kind, const char *text, YzRecord **record, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (YzQuery) query = NULL;

  g_return_val_if_fail (YZ_IS_STORE (self) && kind != NULL && text != NULL, FALSE);

  *record = yz_store_find (self, kind, text, &local_error);
  if (*record != NULL)
    return TRUE;
  if (!g_error_matches (local_error, YZ_STORE_ERROR, YZ_STORE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  query = yz_query_new (kind);
  yz_query_add (query, kind->title_field, YZ_COMPARE_EQUAL, g_variant_new_string (text));
  return yz_store_load_only (self, query, record, error);
}

GArray *
yz_store_query (YzStore *self, const YzQuery *query, GCancellable *cancellable, GError **error)
{
  g_autoptr (YzReader) reader = NULL;
  g_autoptr (YzStatement) statement = NULL;

  g_return_val_if_fail (YZ_IS_STORE (self) && query != NULL, NULL);

  reader = yz_reader_borrow (self, cancellable, error);
  statement = reader != NULL ? yz_query_prepare (reader->database, query, "t.row", NULL, error) : NULL;
  return statement != NULL ? yz_statement_collect (statement, error) : NULL;
}

GPtrArray *
yz_store_load_records (YzStore *self, const YzQuery *query, GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) rows = yz_store_query (self, query, NULL, error);

  if (rows == NULL)
    return NULL;
  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr (GError) local_error = NULL;
      YzRecord *record = yz_store_load_row (self, query->kind, g_array_index (rows, gint64, i), &local_error);

      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return NULL;
        }
      /* else its creation was taken back meanwhile */
      if (record != NULL)
        g_ptr_array_add (records, record);
    }
  return g_steal_pointer (&records);
}

gboolean
yz_store_load_only (YzStore *self, const YzQuery *query, YzRecord **record, GError **error)
{
  g_autoptr (YzQuery) two = yz_query_copy (query);
  g_autoptr (GPtrArray) records = NULL;

  yz_query_set_limit (two, 2);
  records = yz_store_load_records (self, two, error);
  *record = records != NULL && records->len == 1 ? g_object_ref (g_ptr_array_index (records, 0)) : NULL;
  return records != NULL;
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
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (YZ_IS_STORE (self) && query != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
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
  g_autoptr (YzReader) reader = NULL;
  g_autoptr (YzStatement) statement = NULL;
  gboolean row;

  g_return_val_if_fail (YZ_IS_STORE (self) && query != NULL, -1);

  reader = yz_reader_borrow (self, NULL, error);
  statement = reader != NULL ? yz_query_prepare (reader->database, query, "count (*)", "", error) : NULL;
  if (statement == NULL || !yz_statement_step (statement, &row, error))
    return -1;
  return sqlite3_column_int64 (statement, 0);
}

static YzAction *
load_found (YzStore *self, gint64 (*find) (YzDatabase *database, GError **error))
{
  g_autoptr (YzReader) reader = NULL;
  gint64 seq;

  g_return_val_if_fail (YZ_IS_STORE (self), NULL);

  reader = yz_reader_borrow (self, NULL, NULL);
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

GPtrArray *
yz_store_get_history (YzStore *self, const char *record_id, gint64 before, guint limit, GError **error)
{
  g_autoptr (YzReader) reader = NULL;

  g_return_val_if_fail (YZ_IS_STORE (self), NULL);

  reader = yz_reader_borrow (self, NULL, error);
  return reader != NULL ? yz_history_read (reader->database, record_id, before, limit, error) : NULL;
}

typedef struct
{
  char *record_id;
  guint limit;
} Past;

static void
past_free (gpointer data)
{
  g_free (((Past *) data)->record_id);
  g_free (data);
}

static void
get_history_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Past *past = data;
  GError *error = NULL;
  GPtrArray *entries = yz_store_get_history (source, past->record_id, 0, past->limit, &error);

  if (entries != NULL)
    g_task_return_pointer (task, entries, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
yz_store_get_history_async (YzStore *self, const char *record_id, guint limit, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Past *past;

  g_return_if_fail (YZ_IS_STORE (self));

  past = g_new0 (Past, 1);
  past->record_id = g_strdup (record_id);
  past->limit = limit;
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, yz_store_get_history_async);
  g_task_set_task_data (task, past, past_free);
  g_task_run_in_thread (task, get_history_in_thread);
}

GPtrArray *
yz_store_get_history_finish (YzStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

YzEdit *
yz_store_make_revert (YzStore *self, gint64 change, GError **error)
{
  g_autoptr (YzReader) reader = NULL;

  g_return_val_if_fail (YZ_IS_STORE (self), NULL);

  reader = yz_reader_borrow (self, NULL, error);
  return reader != NULL ? yz_history_make_revert (reader->database, change, self->ids, error) : NULL;
}
