/* Rows into the index. */
#include "config.h"

#include "yz-search-private.h"

#include "yz-kinds.h"
#include "yz-tokenizer-private.h"

/* To be raised when the tokenizer makes other tokens of the same text: every index is then made anew. */
#define TOKENIZER_VERSION 1

/* How much is gathered in memory before a piece of the index is written; the default makes an import write 30 pieces
   and merge them all again. */
#define GATHERED_BYTES (32 * 1024 * 1024)

gboolean
yz_search_has (const YzKind *kind)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if ((kind->fields[i].flags & YZ_FIELD_SEARCHED) != 0)
      return TRUE;
  return FALSE;
}

static void
append_value (GString *text, GVariant *value)
{
  GVariantIter iter;
  const char *element;

  if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    g_string_append (text, g_variant_get_string (value, NULL));
  else if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING_ARRAY))
    {
      g_variant_iter_init (&iter, value);
      while (g_variant_iter_next (&iter, "&s", &element))
        g_string_append_printf (text, "%s\n", element);
    }
  g_string_append_c (text, '\n');
}

/* What the index knows of a record. */
static char *
make_text (YzRecord *record)
{
  const YzKind *kind = yz_record_get_kind (record);
  GString *text = g_string_sized_new (256);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      YzFieldFlags flags = kind->fields[i].flags;
      GVariant *value = (flags & YZ_FIELD_SEARCHED) != 0 ? yz_record_get_at (record, i) : NULL;

      if (value == NULL)
        continue;
      g_string_append_c (text, (flags & YZ_FIELD_PHONETIC) != 0 ? YZ_TOKENIZER_PHONETIC : YZ_TOKENIZER_PLAIN);
      append_value (text, value);
    }
  return g_string_free (text, FALSE);
}

static gboolean
run (YzStatement *prepared, gint64 row, const char *text, GError **error)
{
  g_autoptr (YzStatement) statement = prepared;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, row);
  sqlite3_bind_text (statement, 2, text, -1, SQLITE_STATIC);
  return yz_statement_run (statement, error);
}

static char *
make_add (const YzKind *kind)
{
  return g_strdup_printf ("INSERT INTO search_%s (rowid, text) VALUES (?1, ?2)", kind->name);
}

static gboolean
add_text (YzDatabase *database, const YzKind *kind, gint64 row, const char *text, GError **error)
{
  static const char what[] = "search add";

  return run (yz_database_prepare_for (database, kind, what, make_add, error), row, text, error);
}

/* An index without content must be told what it knew. */
static char *
make_remove (const YzKind *kind)
{
  return g_strdup_printf ("INSERT INTO search_%1$s (search_%1$s, rowid, text) VALUES ('delete', ?1, ?2)", kind->name);
}

static gboolean
remove_text (YzDatabase *database, const YzKind *kind, gint64 row, const char *text, GError **error)
{
  static const char what[] = "search remove";

  return run (yz_database_prepare_for (database, kind, what, make_remove, error), row, text, error);
}

gboolean
yz_search_add (YzDatabase *database, gint64 row, YzRecord *record, GError **error)
{
  const YzKind *kind = yz_record_get_kind (record);
  g_autofree char *text = NULL;

  if (!yz_search_has (kind))
    return TRUE;
  text = make_text (record);
  return add_text (database, kind, row, text, error);
}

gboolean
yz_search_remove (YzDatabase *database, gint64 row, YzRecord *record, GError **error)
{
  const YzKind *kind = yz_record_get_kind (record);
  g_autofree char *text = NULL;

  if (!yz_search_has (kind))
    return TRUE;
  text = make_text (record);
  return remove_text (database, kind, row, text, error);
}

gboolean
yz_search_change (YzDatabase *database, gint64 row, YzRecord *before, YzRecord *after, GError **error)
{
  const YzKind *kind = yz_record_get_kind (before);
  g_autofree char *old_text = make_text (before);
  g_autofree char *text = make_text (after);

  if (!yz_search_has (kind) || g_str_equal (old_text, text))
    return TRUE;
  return remove_text (database, kind, row, old_text, error) && add_text (database, kind, row, text, error);
}

static char *
make_signature (const YzKind *kind)
{
  GString *signature = g_string_new (NULL);

  g_string_append_printf (signature, "%d", TOKENIZER_VERSION);
  for (guint i = 0; i < kind->n_fields; i++)
    if ((kind->fields[i].flags & YZ_FIELD_SEARCHED) != 0)
      g_string_append_printf (signature, " %s%s", kind->fields[i].name,
                              (kind->fields[i].flags & YZ_FIELD_PHONETIC) != 0 ? "*" : "");
  return g_string_free (signature, FALSE);
}

static gboolean
create (YzDatabase *database, const YzKind *kind, GError **error)
{
  g_autofree char *sql = g_strdup_printf (
    "DROP TABLE IF EXISTS search_%1$s;"
    "CREATE VIRTUAL TABLE search_%1$s USING fts5 (text, content = '', columnsize = 0, tokenize = 'yizhan');"
    "INSERT INTO search_%1$s (search_%1$s, rank) VALUES ('hashsize', %2$d)",
    kind->name, GATHERED_BYTES);

  return yz_database_execute (database, sql, error);
}

static gboolean
fill (YzDatabase *database, const YzKind *kind, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT row FROM %s", kind->name);
  g_autoptr (YzStatement) statement = yz_database_prepare (database, sql, error);
  gboolean more;

  if (statement == NULL)
    return FALSE;
  for (;;)
    {
      g_auto (YzRow) row = { 0 };

      if (!yz_statement_step (statement, &more, error))
        return FALSE;
      if (!more)
        return TRUE;
      if (!yz_table_load (database, kind, NULL, sqlite3_column_int64 (statement, 0), &row, error) ||
          (row.record != NULL && !yz_search_add (database, row.row, row.record, error)))
        return FALSE;
    }
}

gboolean
yz_search_migrate (YzDatabase *database, const YzKind *kind, GError **error)
{
  g_autofree char *name = g_strconcat ("search_", kind->name, NULL);
  g_autofree char *signature = make_signature (kind);
  g_autofree char *known = NULL;

  if (!yz_search_has (kind))
    return TRUE;
  if (!yz_database_get_meta (database, name, &known, error))
    return FALSE;
  if (g_strcmp0 (known, signature) == 0)
    return TRUE;
  return create (database, kind, error) && fill (database, kind, error) &&
         yz_database_set_meta (database, name, signature, error);
}
