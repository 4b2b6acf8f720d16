#include "config.h"

#include "yz-stock-entries.h"

#include <glib/gi18n-lib.h>

#include "yz-stock-rule-private.h"
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

static gboolean
touch_ends (YzDatabase *database, gint64 movement, YzStockPiles *piles, GError **error)
{
  g_autoptr (YzStatement) statement = yz_database_prepare_named (database, "stock-entries-of", error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  yz_statement_bind_integer (statement, ":movement", movement);
  while (yz_statement_step (statement, &row, error))
    {
      YzStockPile touched;

      if (!row)
        return TRUE;
      touched.place = sqlite3_column_int64 (statement, 0);
      touched.item = sqlite3_column_int64 (statement, 1);
      touched.lot = sqlite3_column_int64 (statement, 2);
      touched.holder = sqlite3_column_int64 (statement, 3);
      touched.since = sqlite3_column_int64 (statement, 4);
      yz_stock_piles_touch (piles, &touched);
    }
  return FALSE;
}

static gboolean
find_breach (YzDatabase *database, GArray *movements, YzStockBreach *breach, GError **error)
{
  g_autoptr (GHashTable) without = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (YzStockPiles) piles = yz_stock_piles_new ();

  for (guint i = 0; i < movements->len; i++)
    {
      gint64 *movement = &g_array_index (movements, gint64, i);

      g_hash_table_add (without, movement);
      if (!touch_ends (database, *movement, piles, error))
        return FALSE;
    }
  if (!yz_stock_piles_find_breach (piles, database, without, breach, error))
    return FALSE;
  breach->pile = NULL;
  return TRUE;
}

gboolean
yz_stock_find_dependent (YzStore *self, GArray *movements, YzStockDependent *dependent, GError **error)
{
  g_autoptr (YzReader) reader = NULL;
  YzStockBreach breach;

  g_return_val_if_fail (YZ_IS_STORE (self) && movements != NULL && dependent != NULL, FALSE);

  *dependent = (YzStockDependent){ 0 };
  reader = yz_reader_borrow (self, NULL, error);
  if (reader == NULL || !find_breach (reader->database, movements, &breach, error))
    return FALSE;
  if (breach.movement == 0)
    return TRUE;
  dependent->movement = breach.movement;
  dependent->is_count = breach.is_count;
  dependent->lacking = breach.is_count ? breach.counted - breach.left : -breach.left;
  return TRUE;
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
