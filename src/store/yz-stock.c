#include "config.h"

#include "yz-stock.h"

#include "yz-place.h"
#include "yz-store-private.h"

/* The balances are the answer now; at an instant it is the sum of the entries until then. */
static char *
make_sql (const YzStockQuestion *question)
{
  GString *sql = g_string_new (question->at == 0
                                 ? "SELECT holder, place, item, lot, quantity FROM stock_balance AS stock WHERE TRUE"
                                 : "SELECT NULL, place, item, lot, sum (delta) AS quantity FROM stock_entry AS stock"
                                   " WHERE at <= ?4");

  if (question->station != NULL && question->at == 0)
    g_string_append (sql, " AND holder = (SELECT row FROM station WHERE id = ?1)");
  if (question->station != NULL && question->at != 0)
    g_string_append (sql, " AND place IN (SELECT row FROM place WHERE station = ?1)");
  if (question->place != NULL)
    g_string_append (sql, " AND place = (SELECT row FROM place WHERE id = ?2)");
  if (question->item != NULL)
    g_string_append (sql, " AND item = (SELECT row FROM item WHERE id = ?3)");
  if (question->at != 0)
    g_string_append (sql, " GROUP BY place, item, lot HAVING sum (delta) <> 0");
  else
    g_string_append (sql, question->kept ? " ORDER BY holder, item" : " AND quantity <> 0 ORDER BY holder, item");
  return g_string_free (sql, FALSE);
}

static void
bind (YzStatement *statement, const YzStockQuestion *question)
{
  sqlite3_bind_text (statement, 1, question->station, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 2, question->place, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 3, question->item, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 4, question->at);
}

/* Entries do not say whose place it is. They come place by place, so each is asked for once. */
static gboolean
find_holder (YzDatabase *database, gint64 place, gint64 *holder, GError **error)
{
  g_autoptr (YzStatement) statement = yz_database_prepare_named (database, "stock-holder", error);
  gboolean found;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, place);
  if (!yz_statement_step (statement, &found, error))
    return FALSE;
  *holder = found ? sqlite3_column_int64 (statement, 0) : -place;
  return TRUE;
}

static gboolean
read_heaps (YzDatabase *database, YzStatement *statement, YzStockFunc func, gpointer user_data, GError **error)
{
  YzStockHeap heap = { 0 };
  gint64 last = 0;
  gboolean row;

  while (yz_statement_step (statement, &row, error))
    {
      if (!row)
        return TRUE;
      heap.place = sqlite3_column_int64 (statement, 1);
      heap.item = sqlite3_column_int64 (statement, 2);
      heap.lot = sqlite3_column_int64 (statement, 3);
      heap.quantity = sqlite3_column_int64 (statement, 4);
      if (sqlite3_column_type (statement, 0) != SQLITE_NULL)
        heap.holder = sqlite3_column_int64 (statement, 0);
      else if (heap.place != last && !find_holder (database, heap.place, &heap.holder, error))
        return FALSE;
      last = heap.place;
      func (&heap, user_data);
    }
  return FALSE;
}

gboolean
yz_stock_read (YzStore *self, const YzStockQuestion *question, YzStockFunc func, gpointer user_data,
               GCancellable *cancellable, GError **error)
{
  g_autoptr (YzReader) reader = NULL;
  g_autoptr (YzStatement) statement = NULL;
  g_autofree char *sql = make_sql (question);

  g_return_val_if_fail (YZ_IS_STORE (self), FALSE);

  reader = yz_reader_borrow (self, cancellable, error);
  statement = reader != NULL ? yz_database_prepare (reader->database, sql, error) : NULL;
  if (statement == NULL)
    return FALSE;
  bind (statement, question);
  return read_heaps (reader->database, statement, func, user_data, error);
}

gboolean
yz_stock_check_entries (YzStore *self, YzStockFunc wrong, gpointer user_data, GCancellable *cancellable, GError **error)
{
  g_autoptr (YzReader) reader = NULL;
  g_autoptr (YzStatement) statement = NULL;
  gboolean row;

  g_return_val_if_fail (YZ_IS_STORE (self), FALSE);

  reader = yz_reader_borrow (self, cancellable, error);
  statement = reader != NULL ? yz_database_prepare_named (reader->database, "stock-wrong-entries", error) : NULL;
  while (statement != NULL && yz_statement_step (statement, &row, error))
    {
      YzStockHeap heap = { .place = sqlite3_column_int64 (statement, 0),
                           .item = sqlite3_column_int64 (statement, 1),
                           .lot = sqlite3_column_int64 (statement, 2) };

      if (!row)
        return TRUE;
      wrong (&heap, user_data);
    }
  return FALSE;
}

static void
append_heap (const YzStockHeap *heap, gpointer heaps)
{
  g_array_append_vals (heaps, heap, 1);
}

GArray *
yz_stock_list (YzStore *self, const YzStockQuestion *question, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) heaps = g_array_new (FALSE, FALSE, sizeof (YzStockHeap));

  return yz_stock_read (self, question, append_heap, heaps, cancellable, error) ? g_steal_pointer (&heaps) : NULL;
}

static void
add_quantity (const YzStockHeap *heap, gpointer sum)
{
  *(gint64 *) sum += heap->quantity;
}

gboolean
yz_stock_get_quantity (YzStore *self, const YzStockQuestion *question, gint64 *quantity, GError **error)
{
  *quantity = 0;
  return yz_stock_read (self, question, add_quantity, quantity, NULL, error);
}

gboolean
yz_stock_read_needs (YzStore *self, const char *station, YzStockNeedFunc func, gpointer user_data,
                     GCancellable *cancellable, GError **error)
{
  g_autoptr (YzReader) reader = NULL;
  g_autoptr (YzStatement) statement = NULL;
  gboolean row;

  g_return_val_if_fail (YZ_IS_STORE (self), FALSE);

  reader = yz_reader_borrow (self, cancellable, error);
  statement = reader != NULL ? yz_database_prepare_named (reader->database, "stock-needs", error) : NULL;
  if (statement == NULL)
    return FALSE;
  yz_statement_bind_text (statement, ":station", station);
  while (yz_statement_step (statement, &row, error))
    {
      YzStockNeed need = {
        .holder = sqlite3_column_int64 (statement, 0),
        .item = sqlite3_column_int64 (statement, 1),
        .begins = yz_statement_get_text (statement, 2),
        .ends = yz_statement_get_text (statement, 3),
        .minimum = sqlite3_column_int64 (statement, 4),
        .target = sqlite3_column_int64 (statement, 5),
      };

      if (!row)
        return TRUE;
      func (&need, user_data);
    }
  return FALSE;
}

gboolean
yz_stock_read_coming (YzStore *self, const char *station, YzStockFunc func, gpointer user_data,
                      GCancellable *cancellable, GError **error)
{
  g_autoptr (YzReader) reader = NULL;
  g_autoptr (YzStatement) statement = NULL;
  gboolean row;

  g_return_val_if_fail (YZ_IS_STORE (self), FALSE);

  reader = yz_reader_borrow (self, cancellable, error);
  statement = reader != NULL ? yz_database_prepare_named (reader->database, "stock-coming", error) : NULL;
  if (statement == NULL)
    return FALSE;
  yz_statement_bind_text (statement, ":station", station);
  yz_statement_bind_text (statement, ":transit", yz_place_get_single_id (YZ_PLACE_TRANSIT));
  while (yz_statement_step (statement, &row, error))
    {
      YzStockHeap heap = {
        .holder = sqlite3_column_int64 (statement, 0),
        .item = sqlite3_column_int64 (statement, 1),
        .quantity = sqlite3_column_int64 (statement, 2),
      };

      if (!row)
        return TRUE;
      func (&heap, user_data);
    }
  return FALSE;
}
