/* What is left of a record after 90 days in the trash is its id. */
#include "config.h"

#include "yz-trash-private.h"

#include "yz-blob-private.h"
#include "yz-kinds.h"
#include "yz-search-private.h"
#include "yz-store.h"
#include "yz-table-private.h"

#define KEPT_MS (G_GINT64_CONSTANT (24) * 3600 * 1000 * YZ_TRASH_DAYS)

static GArray *
find_old (YzDatabase *database, const YzKind *kind, gint64 before, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT row FROM %s WHERE gone IN (%d, %d) AND gone_at < ?1", kind->name,
                                          YZ_GONE_TRASHED, YZ_GONE_UNMADE);
  g_autoptr (YzStatement) statement = yz_database_prepare (database, sql, error);

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, before);
  return yz_statement_collect (statement, error);
}

/* Actions that made or deleted the record can no longer be undone or redone; its changes are forgotten. */
static gboolean
forget (YzDatabase *database, const YzKind *kind, gint64 row, GError **error)
{
  static const char *const queries[] = { "settle-actions-of-record", "forget-changes-of-record" };

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (YzStatement) statement = yz_database_prepare_named (database, queries[i], error);

      if (statement == NULL)
        return FALSE;
      yz_statement_bind_text (statement, ":kind", kind->name);
      yz_statement_bind_integer (statement, ":record", row);
      if (!yz_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
purge_all (YzDatabase *database, const YzKind *kind, GArray *rows, GError **error)
{
  g_autoptr (YzSearchQueue) search = yz_search_queue_new (database);

  for (guint i = 0; i < rows->len; i++)
    {
      g_auto (YzRow) row = { 0 };

      if (!yz_table_load (database, kind, NULL, g_array_index (rows, gint64, i), &row, error) ||
          !yz_table_purge (database, &row, error) || !forget (database, kind, row.row, error) ||
          !yz_search_queue_add (search, row.row, row.record, NULL, error))
        return FALSE;
    }
  return yz_search_queue_flush (search, error);
}

gboolean
yz_trash_empty (YzDatabase *database, gint64 now, GError **error)
{
  g_autoptr (YzTransaction) transaction = yz_transaction_begin (database, error);
  guint n_kinds;
  const YzKind *const *kinds = yz_kinds_get_all (&n_kinds);

  if (transaction == NULL)
    return FALSE;
  for (guint i = 0; i < n_kinds; i++)
    {
      g_autoptr (GArray) rows = find_old (database, kinds[i], now - KEPT_MS, error);

      if (rows == NULL || !purge_all (database, kinds[i], rows, error))
        return FALSE;
    }
  return yz_blob_delete_loose (database, now - KEPT_MS, error) && yz_transaction_commit (transaction, error);
}
