/*
 * Which indexes a table has. That of lists is a narrow copy of the table: whatever short field a list is filtered and
 * sorted by, a fifth of the file is read and no record. Its entries stand in the order of rows, so that an import only
 * appends to it; an index for each field would cost the import several times as much, and serve one order each.
 */
#include "config.h"

#include "yz-table-index-private.h"

/* What every list may be filtered or sorted by. */
static const char *const usual_columns[] = { "row", "gone", "created", "changed", "title_key" };

static gboolean
is_listed (const YzField *field)
{
  return (field->flags & YZ_FIELD_LISTED) != 0;
}

static gboolean
has_list_index (const YzKind *kind)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if (is_listed (&kind->fields[i]))
      return TRUE;
  return FALSE;
}

gboolean
yz_table_index_has (const YzKind *kind, const char *column)
{
  const YzField *field = yz_kind_find_field (kind, column);

  return field != NULL && is_listed (field);
}

static char *
make_list_index (const YzKind *kind)
{
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "CREATE INDEX %1$s_list ON %1$s (", kind->name);
  for (guint i = 0; i < G_N_ELEMENTS (usual_columns); i++)
    g_string_append_printf (sql, "%s%s", i > 0 ? ", " : "", usual_columns[i]);
  for (guint i = 0; i < kind->n_fields; i++)
    if (is_listed (&kind->fields[i]))
      g_string_append_printf (sql, ", %s", kind->fields[i].name);
  g_string_append_c (sql, ')');
  return g_string_free (sql, FALSE);
}

/* References are indexed in any case: who refers to a record is asked before it goes. */
static gboolean
is_indexed (const YzField *field)
{
  return (field->flags & YZ_FIELD_INDEXED) != 0 || field->type == YZ_FIELD_REF;
}

static void
add_field_indexes (GPtrArray *wanted, const YzKind *kind)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if (is_indexed (&kind->fields[i]))
      g_ptr_array_add (wanted, g_strdup_printf ("CREATE INDEX %1$s_%2$s ON %1$s (%2$s) WHERE %2$s IS NOT NULL",
                                                kind->name, kind->fields[i].name));
}

/* Positions are found by an index on longitude and latitude: cheaper to keep than an R*Tree, and for boxes the size of
   a town or a screen as quick (src/README.md has the figures). */
static void
add_place_index (GPtrArray *wanted, const YzKind *kind)
{
  if (yz_kind_find_field (kind, "lon") != NULL && yz_kind_find_field (kind, "lat") != NULL)
    g_ptr_array_add (wanted,
                     g_strdup_printf ("CREATE INDEX %1$s_place ON %1$s (lon, lat) WHERE lon IS NOT NULL", kind->name));
}

static GPtrArray *
list_wanted (const YzKind *kind)
{
  GPtrArray *wanted = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (wanted, g_strdup_printf ("CREATE INDEX %1$s_title ON %1$s (title_key, gone)", kind->name));
  if (has_list_index (kind))
    g_ptr_array_add (wanted, make_list_index (kind));
  add_field_indexes (wanted, kind);
  add_place_index (wanted, kind);
  return wanted;
}

/* The indexes that the file has: SQL → name. Those without SQL come with a constraint. */
static GHashTable *
load_present (YzDatabase *database, const YzKind *kind, GError **error)
{
  g_autoptr (GHashTable) present = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (YzStatement) statement = yz_database_prepare (
    database, "SELECT sql, name FROM sqlite_schema WHERE type = 'index' AND tbl_name = ?1 AND sql IS NOT NULL", error);
  gboolean row;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_text (statement, 1, kind->name, -1, SQLITE_STATIC);
  for (;;)
    {
      if (!yz_statement_step (statement, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&present);
      g_hash_table_insert (present, g_strdup (yz_statement_get_text (statement, 0)),
                           g_strdup (yz_statement_get_text (statement, 1)));
    }
}

gboolean
yz_table_indexes_are_current (YzDatabase *database, const YzKind *kind, gboolean *current, GError **error)
{
  g_autoptr (GPtrArray) wanted = list_wanted (kind);
  g_autoptr (GHashTable) present = load_present (database, kind, error);

  if (present == NULL)
    return FALSE;
  *current = g_hash_table_size (present) == wanted->len;
  for (guint i = 0; i < wanted->len && *current; i++)
    *current = g_hash_table_contains (present, g_ptr_array_index (wanted, i));
  return TRUE;
}

static gboolean
drop_others (YzDatabase *database, GHashTable *present, GPtrArray *wanted, GError **error)
{
  GHashTableIter iter;
  gpointer sql, name;

  g_hash_table_iter_init (&iter, present);
  while (g_hash_table_iter_next (&iter, &sql, &name))
    {
      g_autofree char *drop = g_strdup_printf ("DROP INDEX %s", (const char *) name);

      if (!g_ptr_array_find_with_equal_func (wanted, sql, g_str_equal, NULL) &&
          !yz_database_execute (database, drop, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
yz_table_migrate_indexes (YzDatabase *database, const YzKind *kind, GError **error)
{
  g_autoptr (GPtrArray) wanted = list_wanted (kind);
  g_autoptr (GHashTable) present = load_present (database, kind, error);

  if (present == NULL || !drop_others (database, present, wanted, error))
    return FALSE;
  for (guint i = 0; i < wanted->len; i++)
    if (!g_hash_table_contains (present, g_ptr_array_index (wanted, i)) &&
        !yz_database_execute (database, g_ptr_array_index (wanted, i), error))
      return FALSE;
  return TRUE;
}
