#include "config.h"

#include "yz-stock-entries.h"

#include <glib/gi18n-lib.h>

#include "yz-store-private.h"

void
yz_stock_standing_clear (YzStockStanding *self)
{
  g_clear_pointer (&self->changed_by, g_free);
}

gboolean
yz_stock_read_standing (YzStore *self, gint64 movement, const char *station, const char *place,
                        YzStockStanding *standing, GError **error)
{
  g_autoptr (YzReader) reader = NULL;
  g_autoptr (YzStatement) statement = NULL;
  gboolean found;

  g_return_val_if_fail (YZ_IS_STORE (self) && standing != NULL, FALSE);

  *standing = (YzStockStanding){ 0 };
  reader = yz_reader_borrow (self, NULL, error);
  statement = reader != NULL ? yz_database_prepare_named (reader->database, "stock-standing", error) : NULL;
  if (statement == NULL)
    return FALSE;
  yz_statement_bind_integer (statement, ":movement", movement);
  yz_statement_bind_text (statement, ":station", station);
  yz_statement_bind_text (statement, ":place", place);
  if (!yz_statement_step (statement, &found, error))
    return FALSE;
  if (!found)
    {
      g_set_error_literal (error, YZ_STORE_ERROR, YZ_STORE_ERROR_NOT_FOUND, _ ("There is no such movement"));
      return FALSE;
    }
  standing->in_effect = sqlite3_column_int (statement, 0) % 2 == 0;
  standing->changed_at = sqlite3_column_int64 (statement, 1);
  standing->changed_by = g_strdup (yz_statement_get_text (statement, 2));
  standing->balance = sqlite3_column_int64 (statement, 3);
  return TRUE;
}

/* One heap that would be other than it is, from an instant on. */
typedef struct
{
  gint64 place;
  gint64 item;
  gint64 lot;
  gint64 holder;
  gint64 since;
} Touched;

typedef struct
{
  YzDatabase *database;
  GHashTable *without; /* set of gint64: rows of movements */
  GArray *touched;     /* Touched */
} Thought;

static void
touch (Thought *self, const Touched *touched)
{
  for (guint i = 0; i < self->touched->len; i++)
    {
      Touched *known = &g_array_index (self->touched, Touched, i);

      if (known->place != touched->place || known->item != touched->item || known->lot != touched->lot)
        continue;
      known->since = MIN (known->since, touched->since);
      return;
    }
  g_array_append_vals (self->touched, touched, 1);
}

static gboolean
touch_ends (Thought *self, gint64 movement, GError **error)
{
  g_autoptr (YzStatement) statement = yz_database_prepare_named (self->database, "stock-entries-of", error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  yz_statement_bind_integer (statement, ":movement", movement);
  while (yz_statement_step (statement, &row, error))
    {
      Touched touched;

      if (!row)
        return TRUE;
      touched.place = sqlite3_column_int64 (statement, 0);
      touched.item = sqlite3_column_int64 (statement, 1);
      touched.lot = sqlite3_column_int64 (statement, 2);
      touched.holder = sqlite3_column_int64 (statement, 3);
      touched.since = sqlite3_column_int64 (statement, 4);
      touch (self, &touched);
    }
  return FALSE;
}

/* The rule of yz-stock-book.c, on what would be left. */
static gboolean
is_refused (YzStatement *statement, gint64 left, YzStockDependent *dependent)
{
  gint64 delta = sqlite3_column_int64 (statement, 2);
  gboolean forced = sqlite3_column_int (statement, 3);

  if (sqlite3_column_type (statement, 4) != SQLITE_NULL)
    {
      dependent->is_count = TRUE;
      dependent->lacking = sqlite3_column_int64 (statement, 4) - left;
      return dependent->lacking != 0;
    }
  dependent->is_count = FALSE;
  dependent->lacking = -left;
  return left < 0 && delta < 0 && !forced;
}

static gboolean
check_heap (Thought *self, const Touched *heap, YzStockDependent *dependent, GError **error)
{
  g_autoptr (YzStatement) statement = yz_database_prepare_named (self->database, "stock-entries-since", error);
  gint64 left = 0;
  gboolean row;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, heap->place);
  sqlite3_bind_int64 (statement, 2, heap->item);
  sqlite3_bind_int64 (statement, 3, heap->lot);
  sqlite3_bind_int64 (statement, 4, heap->holder);
  sqlite3_bind_int64 (statement, 5, heap->since);
  while (yz_statement_step (statement, &row, error))
    {
      gint64 movement = row ? sqlite3_column_int64 (statement, 0) : 0;

      if (!row)
        return TRUE;
      if (g_hash_table_contains (self->without, &movement))
        continue;
      left += sqlite3_column_int64 (statement, 2);
      if (!is_refused (statement, left, dependent))
        continue;
      dependent->movement = movement;
      return TRUE;
    }
  return FALSE;
}

static gboolean
find_dependent (Thought *self, GArray *movements, YzStockDependent *dependent, GError **error)
{
  for (guint i = 0; i < movements->len; i++)
    {
      gint64 *movement = &g_array_index (movements, gint64, i);

      g_hash_table_add (self->without, movement);
      if (!touch_ends (self, *movement, error))
        return FALSE;
    }
  for (guint i = 0; i < self->touched->len && dependent->movement == 0; i++)
    if (!check_heap (self, &g_array_index (self->touched, Touched, i), dependent, error))
      return FALSE;
  return TRUE;
}

gboolean
yz_stock_find_dependent (YzStore *self, GArray *movements, YzStockDependent *dependent, GError **error)
{
  g_autoptr (YzReader) reader = NULL;
  g_autoptr (GHashTable) without = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GArray) touched = g_array_new (FALSE, FALSE, sizeof (Touched));

  g_return_val_if_fail (YZ_IS_STORE (self) && movements != NULL && dependent != NULL, FALSE);

  *dependent = (YzStockDependent){ 0 };
  reader = yz_reader_borrow (self, NULL, error);
  return reader != NULL &&
         find_dependent (&(Thought){ reader->database, without, touched }, movements, dependent, error);
}

gboolean
yz_stock_read_use (YzStore *self, const char *station, const char *place, const char *item, gint64 since,
                   YzStockUseFunc func, gpointer user_data, GCancellable *cancellable, GError **error)
{
  g_autoptr (YzReader) reader = NULL;
  g_autoptr (YzStatement) statement = NULL;
  gboolean row;

  g_return_val_if_fail (YZ_IS_STORE (self) && item != NULL, FALSE);

  reader = yz_reader_borrow (self, cancellable, error);
  statement = reader != NULL ? yz_database_prepare_named (reader->database, "stock-use", error) : NULL;
  if (statement == NULL)
    return FALSE;
  yz_statement_bind_text (statement, ":station", station);
  yz_statement_bind_text (statement, ":place", place);
  yz_statement_bind_text (statement, ":item", item);
  yz_statement_bind_integer (statement, ":since", since);
  while (yz_statement_step (statement, &row, error))
    {
      if (!row)
        return TRUE;
      func (sqlite3_column_int64 (statement, 0), sqlite3_column_int64 (statement, 1), user_data);
    }
  return FALSE;
}
