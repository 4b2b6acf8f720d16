/* Checking that no live record refers to one that is not. */
#include "config.h"

#include "yz-references-private.h"

#include <glib/gi18n-lib.h>

#include "yz-kinds.h"
#include "yz-mask.h"

typedef struct
{
  const YzField *field;
  char *id;     /* of the record referred to */
  char *source; /* id of a record that refers to it */
} Reference;

struct _YzReferences
{
  YzDatabase *database;
  GHashTable *wanted; /* Reference, by field and id: a thousand stations of one organisation are one question */
  GHashTable *gone;   /* YzKind → GArray of row numbers */
};

static guint
reference_hash (gconstpointer data)
{
  const Reference *reference = data;

  return g_direct_hash (reference->field) ^ g_str_hash (reference->id);
}

static gboolean
reference_equal (gconstpointer a, gconstpointer b)
{
  const Reference *one = a;
  const Reference *two = b;

  return one->field == two->field && g_str_equal (one->id, two->id);
}

static void
reference_free (gpointer data)
{
  Reference *reference = data;

  g_free (reference->id);
  g_free (reference->source);
  g_free (reference);
}

YzReferences *
yz_references_new (YzDatabase *database)
{
  YzReferences *self = g_new0 (YzReferences, 1);

  self->database = database;
  self->wanted = g_hash_table_new_full (reference_hash, reference_equal, reference_free, NULL);
  self->gone = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  return self;
}

void
yz_references_free (YzReferences *self)
{
  g_hash_table_unref (self->wanted);
  g_hash_table_unref (self->gone);
  g_free (self);
}

static void
add_reference (YzReferences *self, const YzField *field, const char *id, const char *source)
{
  Reference key = { .field = field, .id = (char *) id };
  Reference *reference;

  if (g_hash_table_contains (self->wanted, &key))
    return;
  reference = g_new0 (Reference, 1);
  reference->field = field;
  reference->id = g_strdup (id);
  reference->source = g_strdup (source);
  g_hash_table_add (self->wanted, reference);
}

void
yz_references_add_live (YzReferences *self, YzRecord *record)
{
  const YzKind *kind = yz_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      GVariant *value = kind->fields[i].type == YZ_FIELD_REF ? yz_record_get_at (record, i) : NULL;

      if (value != NULL)
        add_reference (self, &kind->fields[i], g_variant_get_string (value, NULL), yz_record_get_id (record));
    }
}

/* The id, then every reference. */
static char *
make_select (const YzKind *kind)
{
  GString *sql = g_string_new ("SELECT id");

  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].type == YZ_FIELD_REF)
      g_string_append_printf (sql, ", %s", kind->fields[i].name);
  g_string_append_printf (sql, " FROM %s WHERE row = ?1", kind->name);
  return g_string_free (sql, FALSE);
}

gboolean
yz_references_add_live_row (YzReferences *self, const YzKind *kind, gint64 row, GError **error)
{
  static const char what[] = "select references";
  g_autoptr (YzStatement) statement = yz_database_prepare_for (self->database, kind, what, make_select, error);
  gboolean found;
  int column = 1;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, row);
  if (!yz_statement_step (statement, &found, error))
    return FALSE;
  for (guint i = 0; found && i < kind->n_fields; i++)
    {
      const char *id = kind->fields[i].type == YZ_FIELD_REF ? yz_statement_get_text (statement, column++) : NULL;

      if (id != NULL)
        add_reference (self, &kind->fields[i], id, yz_statement_get_text (statement, 0));
    }
  return TRUE;
}

void
yz_references_add_gone (YzReferences *self, const YzKind *kind, gint64 row)
{
  GArray *rows = g_hash_table_lookup (self->gone, kind);

  if (rows == NULL)
    {
      rows = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_hash_table_insert (self->gone, (gpointer) kind, rows);
    }
  g_array_append_val (rows, row);
}

/* The kind whose table has @field: fields are compared by address. */
static const YzKind *
find_owner (const YzField *field)
{
  guint n_kinds;
  const YzKind *const *kinds = yz_kinds_get_all (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    if (field >= kinds[i]->fields && field < kinds[i]->fields + kinds[i]->n_fields)
      return kinds[i];
  return NULL;
}

/* A record of an edit may have been deleted by the same edit, or by the time of the check be otherwise. */
static gboolean
still_refers (YzReferences *self, const Reference *reference, YzRow *source, GError **error)
{
  const YzKind *kind = find_owner (reference->field);

  if (!yz_table_load (self->database, kind, reference->source, 0, source, error))
    return FALSE;
  if (source->record == NULL || source->gone != YZ_GONE_NOT ||
      g_strcmp0 (yz_record_get_text (source->record, reference->field->name), reference->id) != 0)
    g_clear_object (&source->record);
  return TRUE;
}

static char *
make_select_live (const YzKind *kind)
{
  return g_strdup_printf ("SELECT 1 FROM %s WHERE id = ?1 AND gone = 0", kind->name);
}

static gboolean
check_wanted (YzReferences *self, const Reference *reference, GError **error)
{
  static const char what[] = "select live";
  const YzKind *kind = yz_kinds_find (reference->field->ref_kind);
  g_autoptr (YzStatement) statement = yz_database_prepare_for (self->database, kind, what, make_select_live, error);
  g_auto (YzRow) source = { 0 };
  g_autofree char *title = NULL;
  gboolean live;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, reference->id, -1, SQLITE_STATIC);
  if (!yz_statement_step (statement, &live, error))
    return FALSE;
  if (live)
    return TRUE;
  if (!still_refers (self, reference, &source, error))
    return FALSE;
  if (source.record == NULL)
    return TRUE;

  title = yz_mask_title (source.record);
  g_set_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_DEPENDS,
               _ ("“%s” refers under “%s” to something that is deleted or was never there"), title,
               _ (reference->field->title));
  return FALSE;
}

static gboolean
refuse_gone (YzDatabase *database, const YzKind *kind, gint64 row, const YzKind *owner, gint64 source,
             const YzField *field, GError **error)
{
  g_auto (YzRow) target_row = { 0 };
  g_auto (YzRow) source_row = { 0 };
  g_autofree char *target_title = NULL, *source_title = NULL;

  if (!yz_table_load (database, kind, NULL, row, &target_row, error) ||
      !yz_table_load (database, owner, NULL, source, &source_row, error))
    return FALSE;
  target_title = target_row.record != NULL ? yz_mask_title (target_row.record) : g_strdup ("");
  source_title = source_row.record != NULL ? yz_mask_title (source_row.record) : g_strdup ("");
  /* Translators: a record that cannot be deleted, and the kind, the name and the field of another that refers to it */
  g_set_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_DEPENDS,
               _ ("“%s” is still needed: %s “%s” names it under “%s”. Change or delete that first"), target_title,
               _ (owner->title), source_title, _ (field->title));
  return FALSE;
}

/* Few records are looked up one by one in the index of the field; many are found by going through the field once. */
#define MANY 500

static char *
referrer_sql (const YzKind *kind, const YzKind *owner, const YzField *field, gboolean many)
{
  return g_strdup_printf (
    "SELECT target.row, source.row FROM %1$s AS target %4$s JOIN %2$s AS source ON source.%3$s = target.id"
    " WHERE %5$s AND target.gone <> 0 AND source.gone = 0 AND source.%3$s IS NOT NULL LIMIT 1",
    kind->name, owner->name, field->name, many ? "" : "CROSS", many ? "?1 IS NULL" : "target.row = ?1");
}

static gboolean
check_referrers (YzReferences *self, const YzKind *kind, GArray *rows, const YzKind *owner, const YzField *field,
                 GError **error)
{
  gboolean many = rows->len > MANY;
  g_autofree char *sql = referrer_sql (kind, owner, field, many);
  g_autoptr (YzStatement) statement = yz_database_prepare (self->database, sql, error);
  gboolean found = FALSE;

  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < (many ? 1 : rows->len) && !found; i++)
    {
      yz_statement_reset (statement);
      if (!many)
        sqlite3_bind_int64 (statement, 1, g_array_index (rows, gint64, i));
      if (!yz_statement_step (statement, &found, error))
        return FALSE;
    }
  return !found || refuse_gone (self->database, kind, sqlite3_column_int64 (statement, 0), owner,
                                sqlite3_column_int64 (statement, 1), field, error);
}

static gboolean
check_gone (YzReferences *self, const YzKind *kind, GArray *rows, GError **error)
{
  guint n_kinds;
  const YzKind *const *kinds = yz_kinds_get_all (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    for (guint j = 0; j < kinds[i]->n_fields; j++)
      {
        const YzField *field = &kinds[i]->fields[j];

        if (field->type == YZ_FIELD_REF && g_str_equal (field->ref_kind, kind->name) &&
            !check_referrers (self, kind, rows, kinds[i], field, error))
          return FALSE;
      }
  return TRUE;
}

gboolean
yz_references_check (YzReferences *self, GError **error)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, self->wanted);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (!check_wanted (self, key, error))
      return FALSE;

  g_hash_table_iter_init (&iter, self->gone);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (!check_gone (self, key, value, error))
      return FALSE;
  return TRUE;
}
