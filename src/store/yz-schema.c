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
  "0003-stock",
  "0004-guards",
};

/* Sort keys of one ICU version cannot be compared with those of another. */
static gboolean
has_current_keys (YzDatabase *database, gboolean *current, GError **error)
{
  g_autofree char *version = yz_collator_get_version (yz_database_get_collator (database));
  g_autofree char *known = NULL;

  if (!yz_database_get_meta (database, "collator", &known, error))
    return FALSE;
  *current = g_strcmp0 (known, version) == 0;
  return TRUE;
}

/* Whether tables, indexes and keys are those that the kinds want. */
static gboolean
is_current (YzDatabase *database, gboolean *current, GError **error)
{
  guint n_kinds;
  const YzKind *const *kinds = yz_kinds_get_all (&n_kinds);

  if (!has_current_keys (database, current, error))
    return FALSE;
  for (guint i = 0; i < n_kinds && *current; i++)
    {
      if (!yz_search_is_current (database, kinds[i], current, error))
        return FALSE;
      if (*current && !yz_table_is_current (database, kinds[i], current, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
yz_schema_examine (YzDatabase *database, YzSchemaState *state, GError **error)
{
  gint64 application_id = yz_database_get_number (database, "PRAGMA application_id", error);
  gint64 version = application_id >= 0 ? yz_database_get_number (database, "PRAGMA user_version", error) : -1;
  gint64 n_tables = version >= 0 ? yz_database_get_number (database, "SELECT count(*) FROM sqlite_schema", error) : -1;
  gboolean current;

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

  if (version < (gint64) G_N_ELEMENTS (steps))
    {
      *state = YZ_SCHEMA_OLD;
      return TRUE;
    }
  if (!is_current (database, &current, error))
    return FALSE;
  *state = current ? YZ_SCHEMA_CURRENT : YZ_SCHEMA_OLD;
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
update_keys (YzDatabase *database, GError **error)
{
  g_autofree char *version = yz_collator_get_version (yz_database_get_collator (database));
  gboolean current;
  guint n_kinds;
  const YzKind *const *kinds = yz_kinds_get_all (&n_kinds);

  if (!has_current_keys (database, &current, error))
    return FALSE;
  if (current)
    return TRUE;
  /* the guards let only actions write; this one changes nothing that a person sees */
  yz_database_set_action (database, 1);
  for (guint i = 0; i < n_kinds; i++)
    if (!yz_table_make_title_keys (database, kinds[i], error))
      return FALSE;
  yz_database_set_action (database, 0);
  return yz_database_set_meta (database, "collator", version, error);
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
  return update_keys (database, error) && stamp (database, error) && yz_transaction_commit (transaction, error);
}
