/* Some columns of many rows. */
#include "config.h"

#include "yz-store-columns.h"

#include <glib/gi18n-lib.h>

#include "yz-query-private.h"
#include "yz-store-private.h"

/* The columns after the row number; "id" is none of the fields. */
static char *
make_columns (const YzKind *kind, const char *const *fields, GError **error)
{
  g_autoptr (GString) columns = g_string_new ("t.row");

  for (guint i = 0; fields[i] != NULL; i++)
    {
      if (yz_kind_find_field (kind, fields[i]) == NULL && !g_str_equal (fields[i], "id"))
        {
          g_set_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_QUERY, _ ("There is no field “%s”"), fields[i]);
          return NULL;
        }
      g_string_append_printf (columns, ", t.%s", fields[i]);
    }
  return g_string_free (g_steal_pointer (&columns), FALSE);
}

static void
read_column (YzStatement *statement, int index, YzColumn *column)
{
  int type = sqlite3_column_type (statement, index);

  *column = (YzColumn){ .empty = type == SQLITE_NULL };
  if (type == SQLITE_INTEGER)
    column->integer = sqlite3_column_int64 (statement, index);
  else if (type == SQLITE_FLOAT)
    column->real = sqlite3_column_double (statement, index);
  else if (type == SQLITE_TEXT)
    column->text = yz_statement_get_text (statement, index);
}

static gboolean
read_rows (YzStatement *statement, guint n_columns, YzColumnsFunc func, gpointer user_data, GError **error)
{
  g_autofree YzColumn *columns = g_new0 (YzColumn, n_columns + 1);
  gboolean row;

  for (;;)
    {
      if (!yz_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      for (guint i = 0; i < n_columns; i++)
        read_column (statement, 1 + (int) i, &columns[i]);
      func (sqlite3_column_int64 (statement, 0), columns, user_data);
    }
}

gboolean
yz_store_read_columns (YzStore *self, const YzQuery *query, const char *const *fields, YzColumnsFunc func,
                       gpointer user_data, GCancellable *cancellable, GError **error)
{
  g_autoptr (YzReader) reader = NULL;
  g_autoptr (YzStatement) statement = NULL;
  g_autofree char *columns = NULL;

  g_return_val_if_fail (YZ_IS_STORE (self) && query != NULL && fields != NULL, FALSE);

  columns = make_columns (query->kind, fields, error);
  reader = columns != NULL ? yz_reader_borrow (self, cancellable, error) : NULL;
  statement = reader != NULL ? yz_query_prepare (reader->database, query, columns, NULL, error) : NULL;
  return statement != NULL && read_rows (statement, g_strv_length ((char **) fields), func, user_data, error);
}

static char *
make_find_row (const YzKind *kind)
{
  return g_strdup_printf ("SELECT row FROM %s WHERE id = ?1 AND gone = 0", kind->name);
}

gboolean
yz_store_find_row (YzStore *self, const YzKind *kind, const char *id, gint64 *row, GError **error)
{
  static const char what[] = "find row";
  g_autoptr (YzReader) reader = NULL;
  g_autoptr (YzStatement) statement = NULL;
  gboolean found;

  g_return_val_if_fail (YZ_IS_STORE (self) && kind != NULL && id != NULL && row != NULL, FALSE);

  *row = 0;
  reader = yz_reader_borrow (self, NULL, error);
  statement = reader != NULL ? yz_database_prepare_for (reader->database, kind, what, make_find_row, error) : NULL;
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, id, -1, SQLITE_STATIC);
  if (!yz_statement_step (statement, &found, error))
    return FALSE;
  if (found)
    *row = sqlite3_column_int64 (statement, 0);
  return TRUE;
}
