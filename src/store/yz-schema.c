/* Numbered steps for what is always there, field tables for the records. */
#include "config.h"

#include "yz-schema-private.h"

#include <glib/gi18n-lib.h>

#include "yz-kinds.h"
#include "yz-search-private.h"
#include "yz-table-private.h"

/* In order; user_version is the number of steps a file has seen. */
static const char *const steps[] = {
  "0001-log",
  "0002-blob",
};

gboolean
yz_schema_examine (YzDatabase *database, YzSchemaState *state, GError **error)
{
  gint64 application_id = yz_database_get_number (database, "PRAGMA application_id", error);
  gint64 version = application_id >= 0 ? yz_database_get_number (database, "PRAGMA user_version", error) : -1;
  gint64 n_tables = version >= 0 ? yz_database_get_number (database, "SELECT count(*) FROM sqlite_schema", error) : -1;
  guint n_kinds;
  const YzKind *const *kinds = yz_kinds_get_all (&n_kinds);

  if (n_tables < 0)
    return FALSE;
  if (n_tables == 0 && application_id == 0)
    {
      *state = YZ_SCHEMA_NEW;
      return TRUE;
    }
  if (application_id != YZ_SCHEMA_APPLICATION_ID)
    {
      g_set_error_literal (error, YZ_STORE_ERROR, YZ_STORE_ERROR_NOT_A_WORKSPACE,
                           _ ("This file is a database, but not a workspace of Yizhan"));
      return FALSE;
    }
  if (version > (gint64) G_N_ELEMENTS (steps))
    {
      g_set_error_literal (error, YZ_STORE_ERROR, YZ_STORE_ERROR_TOO_NEW,
                           _ ("This workspace was written by a newer version of Yizhan; "
                              "install that version to open it"));
      return FALSE;
    }

  *state = version < (gint64) G_N_ELEMENTS (steps) ? YZ_SCHEMA_OLD : YZ_SCHEMA_CURRENT;
  for (guint i = 0; i < n_kinds; i++)
    if (!yz_table_is_current (database, kinds[i]))
      *state = YZ_SCHEMA_OLD;
  return TRUE;
}

static gboolean
run_step (YzDatabase *database, guint number, GError **error)
{
  g_autofree char *script = yz_store_sql_load (steps[number], error);

  if (script == NULL || !yz_database_execute (database, script, error))
    {
      g_prefix_error (error, "%s: ", steps[number]);
      return FALSE;
    }
  return TRUE;
}

static gboolean
stamp (YzDatabase *database, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d;",
                                          YZ_SCHEMA_APPLICATION_ID, (int) G_N_ELEMENTS (steps));

  return yz_database_execute (database, sql, error);
}

gboolean
yz_schema_migrate (YzDatabase *database, GError **error)
{
  g_autoptr (YzTransaction) transaction = NULL;
  gint64 version;
  guint n_kinds;
  const YzKind *const *kinds = yz_kinds_get_all (&n_kinds);

  /* cannot be done inside a transaction, and survives in the file */
  if (!yz_database_execute (database, "PRAGMA journal_mode = WAL", error))
    return FALSE;
  transaction = yz_transaction_begin (database, error);
  if (transaction == NULL)
    return FALSE;

  version = yz_database_get_number (database, "PRAGMA user_version", error);
  if (version < 0)
    return FALSE;
  for (guint i = (guint) version; i < G_N_ELEMENTS (steps); i++)
    if (!run_step (database, i, error))
      return FALSE;
  for (guint i = 0; i < n_kinds; i++)
    if (!yz_table_migrate (database, kinds[i], error) || !yz_search_migrate (database, kinds[i], error))
      return FALSE;
  return stamp (database, error) && yz_transaction_commit (transaction, error);
}
