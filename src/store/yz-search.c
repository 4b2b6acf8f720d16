/* Rows into the index. */
#include "config.h"

#include "yz-search-private.h"

#include "yz-kinds.h"
#include "yz-tokenizer-private.h"

/* To be raised when the tokenizer makes other tokens of the same text: every index is then made anew. */
#define TOKENIZER_VERSION 1

/* How much is gathered in memory before a piece of the index is written; the default makes an import write 30 pieces
   and merge them all again. */
#define GATHERED_BYTES (16 * 1024 * 1024)

/* Rows told at a time. */
#define BATCH 20000

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
        {
          g_string_append (text, element);
          g_string_append_c (text, '\n');
        }
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

static char *
make_add (const YzKind *kind)
{
  return g_strdup_printf ("INSERT INTO search_%s (rowid, text) VALUES (?1, ?2)", kind->name);
}

/* An index without content must be told what it knew. */
static char *
make_remove (const YzKind *kind)
{
  return g_strdup_printf ("INSERT INTO search_%1$s (search_%1$s, rowid, text) VALUES ('delete', ?1, ?2)", kind->name);
}

typedef struct
{
  const YzKind *kind;
  gint64 row;
  char *before;
  char *after;
} Item;

struct _YzSearchQueue
{
  YzDatabase *database;
  GArray *items; /* of Item */
};

static void
item_clear (gpointer data)
{
  Item *item = data;

  g_free (item->before);
  g_free (item->after);
}

YzSearchQueue *
yz_search_queue_new (YzDatabase *database)
{
  YzSearchQueue *self = g_new0 (YzSearchQueue, 1);

  self->database = database;
  self->items = g_array_new (FALSE, FALSE, sizeof (Item));
  g_array_set_clear_func (self->items, item_clear);
  return self;
}

void
yz_search_queue_free (YzSearchQueue *self)
{
  g_array_unref (self->items);
  g_free (self);
}

gboolean
yz_search_queue_add (YzSearchQueue *self, gint64 row, YzRecord *before, YzRecord *after, GError **error)
{
  Item item = { .kind = yz_record_get_kind (after != NULL ? after : before), .row = row };

  if (!yz_search_has (item.kind))
    return TRUE;
  item.before = before != NULL ? make_text (before) : NULL;
  item.after = after != NULL ? make_text (after) : NULL;
  if (g_strcmp0 (item.before, item.after) == 0)
    {
      item_clear (&item);
      return TRUE;
    }
  g_array_append_val (self->items, item);
  return self->items->len < BATCH || yz_search_queue_flush (self, error);
}

static gboolean
tell (YzDatabase *database, const Item *item, gboolean add, GError **error)
{
  static const char what_add[] = "search add";
  static const char what_remove[] = "search remove";
  g_autoptr (YzStatement) statement = NULL;

  if ((add ? item->after : item->before) == NULL)
    return TRUE;
  statement = add ? yz_database_prepare_for (database, item->kind, what_add, make_add, error)
                  : yz_database_prepare_for (database, item->kind, what_remove, make_remove, error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, item->row);
  sqlite3_bind_text (statement, 2, add ? item->after : item->before, -1, SQLITE_STATIC);
  return yz_statement_run (statement, error);
}

gboolean
yz_search_queue_flush (YzSearchQueue *self, GError **error)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      const Item *item = &g_array_index (self->items, Item, i);

      if (!tell (self->database, item, FALSE, error) || !tell (self->database, item, TRUE, error))
        return FALSE;
    }
  g_array_set_size (self->items, 0);
  return TRUE;
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
  g_autoptr (YzSearchQueue) queue = yz_search_queue_new (database);
  gboolean more;

  if (statement == NULL)
    return FALSE;
  for (;;)
    {
      g_auto (YzRow) row = { 0 };

      if (!yz_statement_step (statement, &more, error))
        return FALSE;
      if (!more)
        return yz_search_queue_flush (queue, error);
      if (!yz_table_load (database, kind, NULL, sqlite3_column_int64 (statement, 0), &row, error) ||
          (row.record != NULL && !yz_search_queue_add (queue, row.row, NULL, row.record, error)))
        return FALSE;
    }
}

gboolean
yz_search_is_current (YzDatabase *database, const YzKind *kind, gboolean *current, GError **error)
{
  g_autofree char *name = g_strconcat ("search_", kind->name, NULL);
  g_autofree char *signature = make_signature (kind);
  g_autofree char *known = NULL;

  if (!yz_database_get_meta (database, name, &known, error))
    return FALSE;
  *current = !yz_search_has (kind) || g_strcmp0 (known, signature) == 0;
  return TRUE;
}

gboolean
yz_search_migrate (YzDatabase *database, const YzKind *kind, GError **error)
{
  g_autofree char *name = g_strconcat ("search_", kind->name, NULL);
  g_autofree char *signature = make_signature (kind);
  gboolean current;

  if (!yz_search_is_current (database, kind, &current, error))
    return FALSE;
  return current || (create (database, kind, error) && fill (database, kind, error) &&
                     yz_database_set_meta (database, name, signature, error));
}
