#include "config.h"

#include "yz-unique-private.h"

#include <glib/gi18n-lib.h>

#include "yz-kinds.h"

const YzField *
yz_unique_find_field (const YzKind *kind)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if ((kind->fields[i].flags & YZ_FIELD_UNIQUE) != 0)
      return &kind->fields[i];
  return NULL;
}

static gboolean
check_field (YzDatabase *database, const YzKind *kind, const YzField *field, const YzLogEntry *entry, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT a.%2$s FROM change CROSS JOIN %1$s a ON a.row = change.record"
                                          " JOIN %1$s b ON a.%2$s = b.%2$s AND a.row <> b.row"
                                          " WHERE change.seq >= ?1 AND change.seq < ?1 + ?2 AND change.kind = '%1$s'"
                                          " AND a.gone = 0 AND b.gone = 0 LIMIT 1",
                                          kind->name, field->name);
  g_autoptr (YzStatement) statement = yz_database_prepare (database, sql, error);
  gboolean taken;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, entry->first_change);
  sqlite3_bind_int64 (statement, 2, entry->n_changes);
  if (!yz_statement_step (statement, &taken, error))
    return FALSE;
  if (!taken)
    return TRUE;

  g_set_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_CONFLICT, _ ("%s: %s “%s” is there already; change that one"),
               _ (kind->title_plural), _ (field->title), yz_statement_get_text (statement, 0));
  return FALSE;
}

gboolean
yz_unique_check (YzDatabase *database, const YzLogEntry *entry, GError **error)
{
  guint n_kinds;
  const YzKind *const *kinds = yz_kinds_get_all (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    for (guint j = 0; j < kinds[i]->n_fields; j++)
      if ((kinds[i]->fields[j].flags & YZ_FIELD_UNIQUE) != 0 &&
          !check_field (database, kinds[i], &kinds[i]->fields[j], entry, error))
        return FALSE;
  return TRUE;
}
