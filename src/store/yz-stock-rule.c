#include "config.h"

#include "yz-stock-rule-private.h"

struct _YzStockPiles
{
  GHashTable *known; /* set of YzStockPile, of those in order */
  GPtrArray *order;  /* so that of several breaches the same one is told every time */
};

static guint
pile_hash (gconstpointer data)
{
  const YzStockPile *pile = data;

  return (guint) (pile->place * 31 + pile->item) * 31 + (guint) pile->lot;
}

static gboolean
pile_equal (gconstpointer a, gconstpointer b)
{
  const YzStockPile *one = a, *two = b;

  return one->place == two->place && one->item == two->item && one->lot == two->lot;
}

YzStockPiles *
yz_stock_piles_new (void)
{
  YzStockPiles *self = g_new0 (YzStockPiles, 1);

  self->known = g_hash_table_new (pile_hash, pile_equal);
  self->order = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
yz_stock_piles_free (YzStockPiles *self)
{
  g_hash_table_unref (self->known);
  g_ptr_array_unref (self->order);
  g_free (self);
}

void
yz_stock_piles_touch (YzStockPiles *self, const YzStockPile *touched)
{
  YzStockPile *known = g_hash_table_lookup (self->known, touched);

  if (known != NULL)
    {
      known->since = MIN (known->since, touched->since);
      return;
    }
  known = g_memdup2 (touched, sizeof *touched);
  g_ptr_array_add (self->order, known);
  g_hash_table_add (self->known, known);
}

/* Reads the row of the query: after it there are @left. */
static gboolean
is_breach (YzStatement *statement, gint64 left, YzStockBreach *breach)
{
  gint64 delta = sqlite3_column_int64 (statement, 2);
  gboolean forced = sqlite3_column_int (statement, 3);

  breach->is_count = sqlite3_column_type (statement, 4) != SQLITE_NULL;
  breach->counted = sqlite3_column_int64 (statement, 4);
  breach->left = left;
  if (breach->is_count && left != breach->counted)
    return TRUE;
  breach->is_count = FALSE;
  return left < 0 && delta < 0 && !forced;
}

static gboolean
check_pile (const YzStockPile *pile, YzDatabase *database, GHashTable *without, YzStockBreach *breach, GError **error)
{
  g_autoptr (YzStatement) statement = yz_database_prepare_named (database, "stock-entries-since", error);
  gint64 left = 0;
  gboolean row;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, pile->place);
  sqlite3_bind_int64 (statement, 2, pile->item);
  sqlite3_bind_int64 (statement, 3, pile->lot);
  sqlite3_bind_int64 (statement, 4, pile->holder);
  sqlite3_bind_int64 (statement, 5, pile->since);
  while (yz_statement_step (statement, &row, error))
    {
      gint64 movement = row ? sqlite3_column_int64 (statement, 0) : 0;

      if (!row)
        return TRUE;
      if (without != NULL && g_hash_table_contains (without, &movement))
        continue;
      left += sqlite3_column_int64 (statement, 2);
      if (!is_breach (statement, left, breach))
        continue;
      breach->movement = movement;
      breach->pile = pile;
      return TRUE;
    }
  return FALSE;
}

gboolean
yz_stock_piles_find_breach (YzStockPiles *self, YzDatabase *database, GHashTable *without, YzStockBreach *breach,
                            GError **error)
{
  *breach = (YzStockBreach){ 0 };
  for (guint i = 0; i < self->order->len && breach->movement == 0; i++)
    if (!check_pile (g_ptr_array_index (self->order, i), database, without, breach, error))
      return FALSE;
  return TRUE;
}
