/* Values between memory and column. */
#include "config.h"

#include "yz-cell-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yz-json.h"
#include "yz-store-error.h"

#define MAX_TEXTS 32768 /* maps remembered */

int
yz_cell_type_of (const YzField *field)
{
  switch (field->type)
    {
    case YZ_FIELD_INTEGER:
    case YZ_FIELD_MONEY:
    case YZ_FIELD_TIME:
    case YZ_FIELD_BOOLEAN:
      return SQLITE_INTEGER;
    case YZ_FIELD_REAL:
      return SQLITE_FLOAT;
    case YZ_FIELD_TEXT:
    case YZ_FIELD_NOTE:
    case YZ_FIELD_CHOICE:
    case YZ_FIELD_DATE:
    case YZ_FIELD_REF:
    case YZ_FIELD_LIST:
    case YZ_FIELD_MAP:
    default:
      return SQLITE_TEXT;
    }
}

void
yz_cell_clear (YzCell *cell)
{
  g_clear_pointer (&cell->owned, g_free);
}

static void
set_text (YzCell *cell, const char *text, gsize length)
{
  cell->type = SQLITE_TEXT;
  cell->text = text;
  cell->length = length;
}

void
yz_cell_from_value (YzCell *cell, GVariant *value)
{
  GVariantClass class = value != NULL ? g_variant_classify (value) : 0;
  gsize length;

  *cell = (YzCell){ .type = SQLITE_NULL };
  if (value == NULL)
    return;

  if (class == G_VARIANT_CLASS_STRING)
    {
      const char *text = g_variant_get_string (value, &length);

      set_text (cell, text, length);
    }
  else if (class == G_VARIANT_CLASS_DOUBLE)
    {
      cell->type = SQLITE_FLOAT;
      cell->real = g_variant_get_double (value);
    }
  else if (class == G_VARIANT_CLASS_ARRAY)
    {
      GString *json = g_string_new (NULL);

      yz_json_append_value (json, value);
      length = json->len;
      cell->owned = g_string_free (json, FALSE);
      set_text (cell, cell->owned, length);
    }
  else
    {
      cell->type = SQLITE_INTEGER;
      cell->integer = class == G_VARIANT_CLASS_BOOLEAN ? g_variant_get_boolean (value) : g_variant_get_int64 (value);
    }
}

GHashTable *
yz_cell_texts_new (void)
{
  /* by address: two values of the same content cost a second text, not a comparison */
  return g_hash_table_new_full (NULL, NULL, (GDestroyNotify) g_variant_unref, g_free);
}

void
yz_cell_from_shared (YzCell *cell, GVariant *value, GHashTable *texts)
{
  const char *text = value != NULL ? g_hash_table_lookup (texts, value) : NULL;

  if (text != NULL)
    {
      *cell = (YzCell){ 0 };
      set_text (cell, text, strlen (text));
      return;
    }
  yz_cell_from_value (cell, value);
  if (cell->owned != NULL && g_hash_table_size (texts) < MAX_TEXTS)
    g_hash_table_insert (texts, g_variant_ref (value), g_steal_pointer (&cell->owned));
}

void
yz_cell_from_column (YzCell *cell, sqlite3_stmt *statement, int column)
{
  *cell = (YzCell){ .type = sqlite3_column_type (statement, column) };
  if (cell->type == SQLITE_INTEGER)
    cell->integer = sqlite3_column_int64 (statement, column);
  else if (cell->type == SQLITE_FLOAT)
    cell->real = sqlite3_column_double (statement, column);
  else if (cell->type == SQLITE_TEXT)
    set_text (cell, (const char *) sqlite3_column_text (statement, column),
              (gsize) sqlite3_column_bytes (statement, column));
}

void
yz_cell_bind (const YzCell *cell, sqlite3_stmt *statement, int parameter)
{
  if (cell->type == SQLITE_INTEGER)
    sqlite3_bind_int64 (statement, parameter, cell->integer);
  else if (cell->type == SQLITE_FLOAT)
    sqlite3_bind_double (statement, parameter, cell->real);
  else if (cell->type == SQLITE_TEXT)
    sqlite3_bind_text (statement, parameter, cell->text, (int) cell->length, SQLITE_STATIC);
  else
    sqlite3_bind_null (statement, parameter);
}

static gboolean
refuse (const YzField *field, GError **error)
{
  g_set_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_CORRUPT,
               _ ("The file is damaged: “%s” holds something else than it should. Restore a backup"), _ (field->title));
  return FALSE;
}

static gboolean
json_to_value (const YzCell *cell, const YzField *field, GVariant **value, GError **error)
{
  g_autoptr (YzJson) json = yz_json_parse (cell->text, (gssize) cell->length, NULL);

  if (json == NULL || !yz_json_read_value (json, field, value, NULL))
    return refuse (field, error);
  return TRUE;
}

static GVariant *
text_to_value (const YzCell *cell)
{
  return g_utf8_validate_len (cell->text, cell->length, NULL) ? g_variant_new_string (cell->text) : NULL;
}

gboolean
yz_cell_to_value (const YzCell *cell, const YzField *field, GVariant **value, GError **error)
{
  GVariant *read;

  *value = NULL;
  if (cell->type == SQLITE_NULL)
    return TRUE;
  if (cell->type != yz_cell_type_of (field))
    return refuse (field, error);
  if (field->type == YZ_FIELD_LIST || field->type == YZ_FIELD_MAP)
    return json_to_value (cell, field, value, error);

  if (cell->type == SQLITE_FLOAT)
    read = g_variant_new_double (cell->real);
  else if (cell->type == SQLITE_TEXT)
    read = text_to_value (cell);
  else if (field->type == YZ_FIELD_BOOLEAN)
    read = g_variant_new_boolean (cell->integer != 0);
  else
    read = g_variant_new_int64 (cell->integer);

  if (read == NULL)
    return refuse (field, error);
  *value = g_variant_ref_sink (read);
  return TRUE;
}

GHashTable *
yz_cell_maps_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_variant_unref);
}

gboolean
yz_cell_to_shared (const YzCell *cell, const YzField *field, GHashTable *maps, GVariant **value, GError **error)
{
  /* a text that ends before its end is damaged, and must not pass for one that is not */
  gboolean shared = field->type == YZ_FIELD_MAP && cell->type == SQLITE_TEXT && strlen (cell->text) == cell->length;
  GVariant *known = shared ? g_hash_table_lookup (maps, cell->text) : NULL;

  if (known != NULL)
    {
      *value = g_variant_ref (known);
      return TRUE;
    }
  if (!yz_cell_to_value (cell, field, value, error))
    return FALSE;
  if (shared && *value != NULL && g_hash_table_size (maps) < MAX_TEXTS)
    g_hash_table_insert (maps, g_strdup (cell->text), g_variant_ref (*value));
  return TRUE;
}

/* FNV-1a, 64 bit: http://www.isthe.com/chongo/tech/comp/fnv/ */
static guint64
fnv1a (guint64 hash, const void *data, gsize length)
{
  const guchar *bytes = data;

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ bytes[i]) * G_GUINT64_CONSTANT (0x100000001b3);
  return hash;
}

/* Spreads the last bytes over all bits, for sums of FNV hashes would keep their pattern (MurmurHash3's finish). */
static guint64
mix (guint64 hash)
{
  hash ^= hash >> 33;
  hash *= G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
  hash ^= hash >> 33;
  hash *= G_GUINT64_CONSTANT (0xc4ceb9fe1a85ec53);
  return hash ^ hash >> 33;
}

guint64
yz_cell_checksum (const YzCell *cell, const char *name)
{
  guint64 hash, bits = 0;

  if (cell->type == SQLITE_NULL)
    return 0;
  hash = fnv1a (G_GUINT64_CONSTANT (0xcbf29ce484222325), name, strlen (name) + 1);
  if (cell->type == SQLITE_TEXT)
    return mix (fnv1a (hash, cell->text, cell->length));

  /* the same on every machine, whatever its byte order */
  if (cell->type == SQLITE_INTEGER)
    bits = (guint64) cell->integer;
  else
    memcpy (&bits, &cell->real, sizeof bits);
  bits = GUINT64_TO_LE (bits);
  return mix (fnv1a (hash, &bits, sizeof bits));
}
