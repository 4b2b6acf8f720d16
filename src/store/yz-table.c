/* SQL from field tables. */
#include "config.h"

#include "yz-table-private.h"

#include "yz-cell-private.h"
#include "yz-table-index-private.h"

/* Columns that every table has before those of its fields, in the order of SELECT. */
#define FIXED_COLUMNS "row, id, gone, gone_at, changed, ck"
#define N_FIXED_COLUMNS 6

/* What prepared statements are for. */
static const char by_id[] = "select by id";
static const char by_row[] = "select by row";
static const char head[] = "select head";
static const char insert[] = "insert";
static const char set_gone[] = "set gone";

void
yz_row_clear (YzRow *row)
{
  g_clear_object (&row->record);
}

static const char *
column_type (const YzField *field)
{
  switch (yz_cell_type_of (field))
    {
    case SQLITE_INTEGER:
      return "INTEGER";
    case SQLITE_FLOAT:
      return "REAL";
    default:
      return "TEXT";
    }
}

/* The guards ask a collation, and FAIL, as do the statements that write records (OR FAIL): what calls a function or
   may ABORT must be able to take back what it did, and SQLite then copies every page that it touches, and has FTS5
   write out what it gathered. Nothing is there to be taken back: the guards refuse the first row of a statement or
   none, and our statements write one. */
#define OUTSIDE_OF_ACTIONS "'written' <> 'by an action' COLLATE yz_action"

static const char guards[] = "DROP TRIGGER IF EXISTS %1$s_guard_insert;"
                             "DROP TRIGGER IF EXISTS %1$s_guard_update;"
                             "DROP TRIGGER IF EXISTS %1$s_guard_delete;"
                             "CREATE TRIGGER %1$s_guard_insert BEFORE INSERT ON %1$s WHEN " OUTSIDE_OF_ACTIONS
                             " BEGIN SELECT RAISE (FAIL, 'a record can only be written by an action'); END;"
                             "CREATE TRIGGER %1$s_guard_update BEFORE UPDATE ON %1$s WHEN " OUTSIDE_OF_ACTIONS
                             " BEGIN SELECT RAISE (FAIL, 'a record can only be written by an action'); END;"
                             "CREATE TRIGGER %1$s_guard_delete BEFORE DELETE ON %1$s"
                             " BEGIN SELECT RAISE (FAIL, 'a record is never deleted, only put in the trash'); END;";

static gboolean
create_table (YzDatabase *database, const YzKind *kind, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("CREATE TABLE %1$s (row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,"
                                          " gone INTEGER NOT NULL DEFAULT 0, gone_at INTEGER, created INTEGER NOT NULL,"
                                          " changed INTEGER NOT NULL, ck INTEGER NOT NULL, title_key BLOB) STRICT;",
                                          kind->name);

  return yz_database_execute (database, sql, error);
}

/* Always made anew: they hold nothing, and an older version's may be slower. */
static gboolean
create_guards (YzDatabase *database, const YzKind *kind, GError **error)
{
  g_autofree char *sql = g_strdup_printf (guards, kind->name);

  return yz_database_execute (database, sql, error);
}

static gboolean
has_column (YzDatabase *database, const YzKind *kind, const char *column)
{
  return sqlite3_table_column_metadata (yz_database_get_handle (database), "main", kind->name, column, NULL, NULL, NULL,
                                        NULL, NULL) == SQLITE_OK;
}

static gboolean
add_column (YzDatabase *database, const YzKind *kind, const YzField *field, GError **error)
{
  g_autofree char *sql = NULL;

  if (has_column (database, kind, field->name))
    return TRUE;
  sql = g_strdup_printf ("ALTER TABLE %s ADD COLUMN %s %s", kind->name, field->name, column_type (field));
  return yz_database_execute (database, sql, error);
}

gboolean
yz_table_is_current (YzDatabase *database, const YzKind *kind, gboolean *current, GError **error)
{
  *current = TRUE;
  for (guint i = 0; i < kind->n_fields && *current; i++)
    *current = has_column (database, kind, kind->fields[i].name);
  return !*current || yz_table_indexes_are_current (database, kind, current, error);
}

gboolean
yz_table_migrate (YzDatabase *database, const YzKind *kind, GError **error)
{
  if (!has_column (database, kind, "id") && !create_table (database, kind, error))
    return FALSE;
  for (guint i = 0; i < kind->n_fields; i++)
    if (!add_column (database, kind, &kind->fields[i], error))
      return FALSE;
  return create_guards (database, kind, error) && yz_table_migrate_indexes (database, kind, error);
}

gboolean
yz_table_make_title_keys (YzDatabase *database, const YzKind *kind, GError **error)
{
  g_autofree char *sql =
    g_strdup_printf ("UPDATE %1$s SET title_key = yz_sort_key (%2$s)", kind->name, kind->title_field);

  return yz_database_execute (database, sql, error);
}

static void
append_fields (GString *sql, const YzKind *kind)
{
  for (guint i = 0; i < kind->n_fields; i++)
    g_string_append_printf (sql, ", %s", kind->fields[i].name);
}

static char *
make_select (const YzKind *kind, const char *key)
{
  GString *sql = g_string_new ("SELECT " FIXED_COLUMNS);

  append_fields (sql, kind);
  g_string_append_printf (sql, " FROM %s WHERE %s = ?", kind->name, key);
  return g_string_free (sql, FALSE);
}

static char *
make_select_by_id (const YzKind *kind)
{
  return make_select (kind, "id");
}

static char *
make_select_by_row (const YzKind *kind)
{
  return make_select (kind, "row");
}

static char *
make_select_head (const YzKind *kind)
{
  return g_strdup_printf ("SELECT " FIXED_COLUMNS " FROM %s WHERE row = ?", kind->name);
}

static gboolean
read_field (YzDatabase *database, YzStatement *statement, YzRecord *record, guint index, GError **error)
{
  const YzField *field = &yz_record_get_kind (record)->fields[index];
  g_auto (YzCell) cell = { 0 };
  g_autoptr (GVariant) value = NULL;

  yz_cell_from_column (&cell, statement, N_FIXED_COLUMNS + (int) index);
  if (!yz_cell_to_shared (&cell, field, yz_database_get_maps (database), &value, error))
    return FALSE;
  if (value != NULL)
    yz_record_set_at (record, index, value);
  return TRUE;
}

static void
read_head (YzStatement *statement, YzRow *row)
{
  row->row = sqlite3_column_int64 (statement, 0);
  row->gone = (YzGone) sqlite3_column_int (statement, 2);
  row->gone_at = sqlite3_column_int64 (statement, 3);
  row->changed = sqlite3_column_int64 (statement, 4);
  row->checksum = (guint64) sqlite3_column_int64 (statement, 5);
}

static gboolean
read_row (YzDatabase *database, YzStatement *statement, const YzKind *kind, YzRow *row, GError **error)
{
  read_head (statement, row);
  if (row->gone == YZ_GONE_PURGED)
    return TRUE;

  row->record = yz_record_new_empty (kind, yz_statement_get_text (statement, 1));
  if (row->gone == YZ_GONE_TRASHED)
    yz_record_set_deleted_at (row->record, row->gone_at);
  for (guint i = 0; i < kind->n_fields; i++)
    if (!read_field (database, statement, row->record, i, error))
      return FALSE;
  return TRUE;
}

gboolean
yz_table_load (YzDatabase *database, const YzKind *kind, const char *id, gint64 number, YzRow *row, GError **error)
{
  g_autoptr (YzStatement) statement = NULL;
  gboolean found;

  statement = id != NULL ? yz_database_prepare_for (database, kind, by_id, make_select_by_id, error)
                         : yz_database_prepare_for (database, kind, by_row, make_select_by_row, error);
  *row = (YzRow){ 0 };
  if (statement == NULL)
    return FALSE;
  if (id != NULL)
    sqlite3_bind_text (statement, 1, id, -1, SQLITE_STATIC);
  else
    sqlite3_bind_int64 (statement, 1, number);
  return yz_statement_step (statement, &found, error) && (!found || read_row (database, statement, kind, row, error));
}

gboolean
yz_table_load_head (YzDatabase *database, const YzKind *kind, gint64 number, YzRow *row, GError **error)
{
  g_autoptr (YzStatement) statement = yz_database_prepare_for (database, kind, head, make_select_head, error);
  gboolean found;

  *row = (YzRow){ 0 };
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, number);
  if (!yz_statement_step (statement, &found, error))
    return FALSE;
  if (found)
    read_head (statement, row);
  return TRUE;
}

static guint64
id_checksum (YzRecord *record)
{
  const char *id = yz_record_get_id (record);
  YzCell cell = { .type = SQLITE_TEXT, .text = id, .length = strlen (id) };

  return yz_cell_checksum (&cell, "id");
}

static guint64
field_checksum (YzRecord *record, guint index)
{
  g_auto (YzCell) cell = { 0 };

  yz_cell_from_value (&cell, yz_record_get_at (record, index));
  return yz_cell_checksum (&cell, yz_record_get_kind (record)->fields[index].name);
}

static char *
make_insert (const YzKind *kind)
{
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "INSERT OR FAIL INTO %s (id, created, changed, ck, title_key", kind->name);
  append_fields (sql, kind);
  g_string_append (sql, ") VALUES (?1, ?2, ?2, ?3, ?4");
  for (guint i = 0; i < kind->n_fields; i++)
    g_string_append_printf (sql, ", ?%u", 5 + i);
  g_string_append_c (sql, ')');
  return g_string_free (sql, FALSE);
}

/* @cells: one for each field, empty, which must outlive the statement's next step; returns their checksum */
static guint64
bind_fields (YzDatabase *database, YzStatement *statement, YzRecord *record, YzCell *cells)
{
  const YzKind *kind = yz_record_get_kind (record);
  GHashTable *texts = yz_database_get_texts (database);
  guint64 sum = 0;

  for (guint i = 0; i < kind->n_fields; i++)
    {
      GVariant *value = yz_record_get_at (record, i);

      /* most fields of most records are empty, as is what was not bound */
      if (value == NULL)
        continue;
      if (kind->fields[i].type == YZ_FIELD_MAP)
        yz_cell_from_shared (&cells[i], value, texts);
      else
        yz_cell_from_value (&cells[i], value);
      yz_cell_bind (&cells[i], statement, 5 + (int) i);
      sum += yz_cell_checksum (&cells[i], kind->fields[i].name);
    }
  return sum;
}

static void
bind_title_key (YzDatabase *database, YzStatement *statement, int parameter, YzRecord *record)
{
  const char *title = yz_record_get_title (record);
  guchar key[YZ_COLLATOR_KEY_SIZE];
  gsize length = yz_collator_get_key (yz_database_get_collator (database), title, strlen (title), key, sizeof key);

  if (*title != '\0')
    sqlite3_bind_blob (statement, parameter, key, (int) length, SQLITE_TRANSIENT);
}

gint64
yz_table_insert (YzDatabase *database, YzRecord *record, gint64 action, GError **error)
{
  const YzKind *kind = yz_record_get_kind (record);
  g_autoptr (YzStatement) statement = yz_database_prepare_for (database, kind, insert, make_insert, error);
  g_autofree YzCell *cells = g_new0 (YzCell, kind->n_fields);
  guint64 sum;
  gboolean done;

  if (statement == NULL)
    return 0;
  sum = id_checksum (record) + bind_fields (database, statement, record, cells);
  sqlite3_bind_text (statement, 1, yz_record_get_id (record), -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 2, action);
  sqlite3_bind_int64 (statement, 3, (gint64) sum);
  bind_title_key (database, statement, 4, record);

  done = yz_statement_run (statement, error);
  for (guint i = 0; i < kind->n_fields; i++)
    yz_cell_clear (&cells[i]);
  return done ? sqlite3_last_insert_rowid (yz_database_get_handle (database)) : 0;
}

static YzStatement *
prepare_update (YzDatabase *database, const YzKind *kind, GPtrArray *fields, GError **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  g_string_append_printf (sql, "UPDATE OR FAIL %s SET changed = ?1, ck = ?2, title_key = ?4", kind->name);
  for (guint i = 0; i < fields->len; i++)
    {
      const YzField *field = g_ptr_array_index (fields, i);

      g_string_append_printf (sql, ", %s = ?%u", field->name, 5 + i);
    }
  g_string_append (sql, " WHERE row = ?3");
  return yz_database_prepare (database, sql->str, error);
}

gboolean
yz_table_update (YzDatabase *database, const YzRow *row, YzRecord *after, GPtrArray *fields, gint64 action,
                 GError **error)
{
  const YzKind *kind = yz_record_get_kind (after);
  g_autoptr (YzStatement) statement = prepare_update (database, kind, fields, error);
  guint64 sum = row->checksum;

  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < fields->len; i++)
    {
      guint index = yz_kind_get_index (kind, g_ptr_array_index (fields, i));
      g_auto (YzCell) cell = { 0 };

      yz_cell_from_value (&cell, yz_record_get_at (after, index));
      sum += yz_cell_checksum (&cell, kind->fields[index].name) - field_checksum (row->record, index);
      if (cell.type == SQLITE_TEXT)
        sqlite3_bind_text (statement, 5 + (int) i, cell.text, (int) cell.length, SQLITE_TRANSIENT);
      else
        yz_cell_bind (&cell, statement, 5 + (int) i);
    }
  bind_title_key (database, statement, 4, after);
  sqlite3_bind_int64 (statement, 1, action);
  sqlite3_bind_int64 (statement, 2, (gint64) sum);
  sqlite3_bind_int64 (statement, 3, row->row);
  return yz_statement_run (statement, error);
}

static char *
make_set_gone (const YzKind *kind)
{
  return g_strdup_printf ("UPDATE OR FAIL %s SET gone = ?1, gone_at = ?2, changed = ?3 WHERE row = ?4", kind->name);
}

gboolean
yz_table_set_gone (YzDatabase *database, const YzKind *kind, gint64 number, YzGone gone, gint64 at, gint64 action,
                   GError **error)
{
  g_autoptr (YzStatement) statement = yz_database_prepare_for (database, kind, set_gone, make_set_gone, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int (statement, 1, (int) gone);
  if (gone != YZ_GONE_NOT)
    sqlite3_bind_int64 (statement, 2, at);
  sqlite3_bind_int64 (statement, 3, action);
  sqlite3_bind_int64 (statement, 4, number);
  return yz_statement_run (statement, error);
}

gboolean
yz_table_purge (YzDatabase *database, const YzRow *row, GError **error)
{
  const YzKind *kind = yz_record_get_kind (row->record);
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (YzStatement) statement = NULL;

  g_string_append_printf (sql, "UPDATE %s SET gone = %d, ck = ?1, title_key = NULL", kind->name, YZ_GONE_PURGED);
  for (guint i = 0; i < kind->n_fields; i++)
    g_string_append_printf (sql, ", %s = NULL", kind->fields[i].name);
  g_string_append (sql, " WHERE row = ?2");

  statement = yz_database_prepare (database, sql->str, error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, (gint64) id_checksum (row->record));
  sqlite3_bind_int64 (statement, 2, row->row);
  yz_database_set_action (database, row->changed);
  return yz_statement_run (statement, error);
}
