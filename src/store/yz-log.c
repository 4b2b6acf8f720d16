/* Writing and reading the log. */
#include "config.h"

#include "yz-log-private.h"

#include <glib/gi18n-lib.h>

#include "yz-json.h"
#include "yz-kinds.h"

gboolean
yz_log_begin (YzDatabase *database, YzLogEntry *entry, GError **error)
{
  g_autoptr (YzStatement) statement = yz_database_prepare_named (database, "insert-action", error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  yz_statement_bind_text (statement, ":id", entry->id);
  yz_statement_bind_integer (statement, ":mode", entry->mode);
  if (entry->target != 0)
    yz_statement_bind_integer (statement, ":target", entry->target);
  yz_statement_bind_text (statement, ":label", entry->label);
  yz_statement_bind_text (statement, ":subject", entry->subject);
  yz_statement_bind_text (statement, ":who", entry->who);
  yz_statement_bind_integer (statement, ":at", entry->at);
  yz_statement_bind_integer (statement, ":n_changes", entry->n_changes);
  if (!yz_statement_step (statement, &row, error))
    return FALSE;

  entry->seq = sqlite3_column_int64 (statement, 0);
  entry->first_change = sqlite3_column_int64 (statement, 1);
  yz_database_set_action (database, entry->seq);
  return TRUE;
}

gboolean
yz_log_add_change (YzDatabase *database, YzLogEntry *entry, const YzKind *kind, gint64 record, YzVerb verb,
                   const char *fields, GError **error)
{
  g_autoptr (YzStatement) statement = yz_database_prepare_named (database, "insert-change", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, entry->first_change + entry->n_changes);
  sqlite3_bind_int64 (statement, 2, entry->seq);
  sqlite3_bind_text (statement, 3, kind->name, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 4, record);
  sqlite3_bind_int (statement, 5, (int) verb);
  sqlite3_bind_text (statement, 6, fields, -1, SQLITE_STATIC);
  entry->n_changes++;
  return yz_statement_run (statement, error);
}

gboolean
yz_log_finish (YzDatabase *database, const YzLogEntry *entry, GError **error)
{
  g_autoptr (YzStatement) statement = yz_database_prepare_named (database, "finish-action", error);
  g_autoptr (YzStatement) abandon = NULL;

  if (statement == NULL)
    return FALSE;
  if (!entry->settled)
    {
      abandon = yz_database_prepare_named (database, "abandon-undone", error);
      if (abandon == NULL || !yz_statement_run (abandon, error))
        return FALSE;
    }
  yz_statement_bind_integer (statement, ":seq", entry->seq);
  yz_statement_bind_text (statement, ":subject", entry->subject);
  yz_statement_bind_integer (statement, ":n_changes", entry->n_changes);
  yz_statement_bind_integer (statement, ":settled", entry->settled);
  return yz_statement_run (statement, error);
}

static YzAction *
read_action (YzStatement *statement, YzLogEntry *entry)
{
  YzAction *action = g_new0 (YzAction, 1);

  action->seq = sqlite3_column_int64 (statement, 0);
  action->id = g_strdup (yz_statement_get_text (statement, 1));
  action->mode = (YzActionMode) sqlite3_column_int (statement, 2);
  action->target = sqlite3_column_int64 (statement, 3);
  action->label = g_strdup (yz_statement_get_text (statement, 4));
  action->subject = g_strdup (yz_statement_get_text (statement, 5));
  action->who = g_strdup (yz_statement_get_text (statement, 6));
  action->at = sqlite3_column_int64 (statement, 7);
  action->n_changes = (guint) sqlite3_column_int64 (statement, 8);
  action->undone = sqlite3_column_int (statement, 9) != 0;
  if (entry != NULL)
    *entry = (YzLogEntry){
      .seq = action->seq,
      .mode = action->mode,
      .first_change = sqlite3_column_int64 (statement, 10),
      .n_changes = action->n_changes,
      .settled = sqlite3_column_int (statement, 11) != 0,
    };
  return action;
}

static gboolean
refuse_damaged (GError **error)
{
  g_set_error_literal (error, YZ_STORE_ERROR, YZ_STORE_ERROR_CORRUPT,
                       _ ("The history in this file is damaged. The records can still be changed; a backup that is "
                          "restored brings the history back"));
  return FALSE;
}

YzAction *
yz_log_load_action (YzDatabase *database, gint64 seq, YzLogEntry *entry, GError **error)
{
  g_autoptr (YzStatement) statement = yz_database_prepare_named (database, "load-action", error);
  gboolean row;

  if (statement == NULL)
    return NULL;
  yz_statement_bind_integer (statement, ":seq", seq);
  if (!yz_statement_step (statement, &row, error))
    return NULL;
  if (row && (guint) sqlite3_column_int (statement, 2) <= YZ_ACTION_REDO)
    return read_action (statement, entry);

  if (row)
    refuse_damaged (error);
  else
    g_set_error_literal (error, YZ_STORE_ERROR, YZ_STORE_ERROR_NOT_FOUND, _ ("The history has no such action"));
  return NULL;
}

static gint64
find_action (YzDatabase *database, const char *query, GError **error)
{
  g_autoptr (YzStatement) statement = yz_database_prepare_named (database, query, error);
  gboolean row;

  if (statement == NULL || !yz_statement_step (statement, &row, error))
    return -1;
  return row ? sqlite3_column_int64 (statement, 0) : 0;
}

gint64
yz_log_find_undo (YzDatabase *database, GError **error)
{
  return find_action (database, "undo-target", error);
}

gint64
yz_log_find_redo (YzDatabase *database, GError **error)
{
  return find_action (database, "redo-target", error);
}

gboolean
yz_log_set_undone (YzDatabase *database, gint64 seq, gboolean undone, GError **error)
{
  g_autoptr (YzStatement) statement = yz_database_prepare_named (database, "set-undone", error);

  if (statement == NULL)
    return FALSE;
  yz_statement_bind_integer (statement, ":seq", seq);
  yz_statement_bind_integer (statement, ":undone", undone);
  return yz_statement_run (statement, error);
}

gboolean
yz_log_read_change (YzStatement *statement, int column, YzLogChange *change, GError **error)
{
  const char *kind = yz_statement_get_text (statement, column + 1);

  change->seq = sqlite3_column_int64 (statement, column);
  change->kind = kind != NULL ? yz_kinds_find (kind) : NULL;
  change->record = sqlite3_column_int64 (statement, column + 2);
  change->verb = (YzVerb) sqlite3_column_int (statement, column + 3);
  change->fields = yz_statement_get_text (statement, column + 4);
  return (change->kind != NULL && change->verb <= YZ_VERB_RESTORE) || refuse_damaged (error);
}

char *
yz_log_write_fields (YzRecord *before, YzRecord *after, GPtrArray *fields)
{
  GString *json = g_string_new ("{");

  for (guint i = 0; i < fields->len; i++)
    {
      const YzField *field = g_ptr_array_index (fields, i);

      if (i > 0)
        g_string_append_c (json, ',');
      yz_json_append_string (json, field->name);
      g_string_append (json, ":[");
      yz_json_append_value (json, yz_record_get (before, field->name));
      g_string_append_c (json, ',');
      yz_json_append_value (json, yz_record_get (after, field->name));
      g_string_append_c (json, ']');
    }
  g_string_append_c (json, '}');
  return g_string_free (json, FALSE);
}

static void
field_change_clear (gpointer data)
{
  YzFieldChange *change = data;

  g_clear_pointer (&change->before, g_variant_unref);
  g_clear_pointer (&change->after, g_variant_unref);
}

static GArray *
field_changes_new (void)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (YzFieldChange));

  g_array_set_clear_func (changes, field_change_clear);
  return changes;
}

void
yz_field_changes_add (GArray *changes, const YzField *field, GVariant *before, GVariant *after)
{
  YzFieldChange change = { .field = field };

  change.before = before != NULL ? g_variant_ref (before) : NULL;
  change.after = after != NULL ? g_variant_ref (after) : NULL;
  g_array_append_val (changes, change);
}

static gboolean
read_field (YzJson *json, const YzField *field, GArray *changes, GError **error)
{
  YzJson *member = yz_json_get_member (json, field->name);
  g_autoptr (GVariant) before = NULL;
  g_autoptr (GVariant) after = NULL;

  if (member == NULL)
    return TRUE;
  if (yz_json_get_length (member) != 2 || !yz_json_read_value (yz_json_get_element (member, 0), field, &before, NULL) ||
      !yz_json_read_value (yz_json_get_element (member, 1), field, &after, NULL))
    return refuse_damaged (error);
  yz_field_changes_add (changes, field, before, after);
  return TRUE;
}

GArray *
yz_log_read_fields (const YzKind *kind, const char *json, GError **error)
{
  g_autoptr (GArray) changes = field_changes_new ();
  g_autoptr (YzJson) parsed = NULL;

  if (json == NULL)
    return g_steal_pointer (&changes);
  parsed = yz_json_parse (json, -1, NULL);
  if (parsed == NULL)
    {
      refuse_damaged (error);
      return NULL;
    }
  for (guint i = 0; i < kind->n_fields; i++)
    if (!read_field (parsed, &kind->fields[i], changes, error))
      return NULL;
  return g_steal_pointer (&changes);
}
