#include "config.h"

#include "yz-ledgers-private.h"

#include "yz-kinds.h"

char *
yz_ledgers_make_condition (const char *action)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint n_kinds;
  const YzKind *const *kinds = yz_kinds_get_all (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    if (kinds[i]->make_counter != NULL)
      g_string_append_printf (names, "%s'%s'", names->len > 0 ? ", " : "", kinds[i]->name);
  return g_strdup_printf ("EXISTS (SELECT 1 FROM change AS entry WHERE entry.seq >= %1$s.first_change"
                          " AND entry.seq < %1$s.first_change + %1$s.n_changes AND entry.kind IN (%2$s))",
                          action, names->str);
}

gboolean
yz_ledgers_find (YzDatabase *database, const YzLogEntry *entry, gboolean *found, GError **error)
{
  g_autofree char *condition = yz_ledgers_make_condition ("done");
  g_autofree char *sql = g_strdup_printf ("SELECT 1 FROM action AS done WHERE seq = ?1 AND %s", condition);
  g_autoptr (YzStatement) statement = yz_database_prepare (database, sql, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, entry->seq);
  return yz_statement_step (statement, found, error);
}
