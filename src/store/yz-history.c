/*
 * An undo has no changes of its own but the counter-entries of ledgers: its entries are those of its target, inverted.
 * A creation holds no values: the record as it is now is walked back through everything that happened since.
 */
#include "config.h"

#include "yz-history-private.h"

#include <glib/gi18n-lib.h>

#include "yz-kinds.h"
#include "yz-ledgers-private.h"
#include "yz-mask.h"
#include "yz-table-private.h"

static YzVerb
invert_verb (YzVerb verb)
{
  switch (verb)
    {
    case YZ_VERB_CREATE:
    case YZ_VERB_RESTORE:
      return YZ_VERB_DELETE;
    case YZ_VERB_DELETE:
      return YZ_VERB_RESTORE;
    case YZ_VERB_SET:
    default:
      return verb;
    }
}

static void
swap_values (GArray *fields)
{
  for (guint i = 0; i < fields->len; i++)
    {
      YzFieldChange *change = &g_array_index (fields, YzFieldChange, i);
      GVariant *before = change->before;

      change->before = change->after;
      change->after = before;
    }
}

/* @statement: columns action, then those of yz_log_read_change() */
static YzHistoryEntry *
read_entry (YzDatabase *database, YzStatement *statement, gint64 *row, GError **error)
{
  g_autoptr (YzHistoryEntry) entry = g_atomic_rc_box_new0 (YzHistoryEntry);
  YzLogEntry logged;
  YzLogChange change;

  entry->action = yz_log_load_action (database, sqlite3_column_int64 (statement, 0), &logged, error);
  if (entry->action == NULL || !yz_log_read_change (statement, 1, &change, error))
    return NULL;
  entry->kind = change.kind;
  entry->verb = change.verb;
  entry->fields = yz_log_read_fields (change.kind, change.fields, error);
  if (entry->fields == NULL)
    return NULL;

  *row = change.record;
  if (entry->action->mode == YZ_ACTION_DO && !entry->action->undone)
    entry->seq = change.seq;
  if (entry->action->mode == YZ_ACTION_UNDO && change.seq < logged.first_change)
    {
      entry->verb = invert_verb (entry->verb);
      swap_values (entry->fields);
    }
  return g_steal_pointer (&entry);
}

/* What an action made together with entries of a ledger stays, whatever was undone: nothing happened to it then. */
static gboolean
is_kept (YzDatabase *database, const YzHistoryEntry *entry, gboolean *kept, GError **error)
{
  YzLogEntry target = { .seq = entry->action->target };

  *kept = FALSE;
  if (entry->action->mode == YZ_ACTION_DO || entry->kind->make_counter != NULL ||
      (entry->verb != YZ_VERB_CREATE && entry->verb != YZ_VERB_DELETE))
    return TRUE;
  return yz_ledgers_find (database, &target, kept, error);
}

/* @entry: (out): %NULL at the end */
static gboolean
next_entry (YzDatabase *database, YzStatement *statement, YzHistoryEntry **entry, gint64 *row, GError **error)
{
  gboolean more, kept = TRUE;

  *entry = NULL;
  while (kept)
    {
      g_autoptr (YzHistoryEntry) read = NULL;

      if (!yz_statement_step (statement, &more, error))
        return FALSE;
      if (!more)
        return TRUE;
      read = read_entry (database, statement, row, error);
      if (read == NULL || !is_kept (database, read, &kept, error))
        return FALSE;
      if (!kept)
        *entry = g_steal_pointer (&read);
    }
  return TRUE;
}

/* Makes @record what it was before @entry; the values of a creation are what it is at that moment. */
static void
walk_back (YzRecord *record, YzHistoryEntry *entry)
{
  const YzKind *kind = yz_record_get_kind (record);

  if (entry->verb == YZ_VERB_CREATE)
    for (guint i = 0; i < kind->n_fields; i++)
      if (yz_record_get_at (record, i) != NULL)
        yz_field_changes_add (entry->fields, &kind->fields[i], NULL, yz_record_get_at (record, i));
  if (entry->verb != YZ_VERB_SET)
    return;
  for (guint i = 0; i < entry->fields->len; i++)
    {
      const YzFieldChange *change = &g_array_index (entry->fields, YzFieldChange, i);

      yz_record_set (record, change->field->name, change->before);
    }
}

static void
name_entry (YzHistoryEntry *entry, const YzRow *row)
{
  entry->record_id = g_strdup (row->record != NULL ? yz_record_get_id (row->record) : "");
  entry->record_title = g_strdup (row->record != NULL ? yz_record_get_title (row->record) : "");
}

/* Every entry of one record, newest first. */
static GPtrArray *
read_record (YzDatabase *database, const YzKind *kind, const YzRow *row, GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) yz_history_entry_unref);
  g_autoptr (YzStatement) statement = yz_database_prepare_named (database, "record-history", error);
  g_autoptr (YzRecord) record = row->record != NULL ? yz_record_copy (row->record) : NULL;

  if (statement == NULL)
    return NULL;
  yz_statement_bind_integer (statement, ":record", row->row);
  yz_statement_bind_text (statement, ":kind", kind->name);
  for (;;)
    {
      YzHistoryEntry *entry;
      gint64 number;

      if (!next_entry (database, statement, &entry, &number, error))
        return NULL;
      if (entry == NULL)
        return g_steal_pointer (&entries);
      g_ptr_array_add (entries, entry);
      name_entry (entry, row);
      if (record != NULL)
        walk_back (record, entry);
    }
}

static gboolean
find_record (YzDatabase *database, const char *id, const YzKind **kind, YzRow *row, GError **error)
{
  guint n_kinds;
  const YzKind *const *kinds = yz_kinds_get_all (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    {
      *kind = kinds[i];
      if (!yz_table_load (database, kinds[i], id, 0, row, error))
        return FALSE;
      if (row->row != 0)
        return TRUE;
    }
  g_set_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_NOT_FOUND, _ ("There is no record “%s”"), id);
  return FALSE;
}

static GPtrArray *
cut (GPtrArray *entries, gint64 before, guint limit)
{
  GPtrArray *page = g_ptr_array_new_with_free_func ((GDestroyNotify) yz_history_entry_unref);

  for (guint i = 0; i < entries->len && page->len < limit; i++)
    {
      YzHistoryEntry *entry = g_ptr_array_index (entries, i);

      if (before == 0 || entry->action->seq < before)
        g_ptr_array_add (page, yz_history_entry_ref (entry));
    }
  return page;
}

/* The values of a creation in the history of the workspace need the record's own history. */
static gboolean
fill_creation (YzDatabase *database, YzHistoryEntry *entry, const YzRow *row, GError **error)
{
  g_autoptr (GPtrArray) own = read_record (database, entry->kind, row, error);

  for (guint i = 0; own != NULL && i < own->len; i++)
    {
      YzHistoryEntry *other = g_ptr_array_index (own, i);

      if (other->action->seq != entry->action->seq)
        continue;
      g_array_unref (entry->fields);
      entry->fields = g_array_ref (other->fields);
    }
  return own != NULL;
}

static GPtrArray *
read_workspace (YzDatabase *database, gint64 before, guint limit, GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) yz_history_entry_unref);
  g_autoptr (YzStatement) statement = yz_database_prepare_named (database, "workspace-history", error);

  if (statement == NULL)
    return NULL;
  yz_statement_bind_integer (statement, ":before", before > 0 ? before : G_MAXINT64);
  while (entries->len < limit)
    {
      g_auto (YzRow) row = { 0 };
      YzHistoryEntry *entry;
      gint64 number;

      if (!next_entry (database, statement, &entry, &number, error))
        return NULL;
      if (entry == NULL)
        return g_steal_pointer (&entries);
      g_ptr_array_add (entries, entry);
      if (!yz_table_load (database, entry->kind, NULL, number, &row, error))
        return NULL;
      name_entry (entry, &row);
      if (entry->verb == YZ_VERB_CREATE && row.record != NULL && !fill_creation (database, entry, &row, error))
        return NULL;
    }
  return g_steal_pointer (&entries);
}

GPtrArray *
yz_history_read (YzDatabase *database, const char *record_id, gint64 before, guint limit, GError **error)
{
  g_autoptr (GPtrArray) entries = NULL;
  g_auto (YzRow) row = { 0 };
  const YzKind *kind;

  if (record_id == NULL)
    return read_workspace (database, before, limit, error);

  if (!find_record (database, record_id, &kind, &row, error))
    return NULL;
  entries = read_record (database, kind, &row, error);
  return entries != NULL ? cut (entries, before, limit) : NULL;
}

static gboolean
revert_fields (YzEdit *edit, YzRecord *record, GArray *fields, const char *label, GError **error)
{
  for (guint i = 0; i < fields->len; i++)
    {
      const YzFieldChange *change = &g_array_index (fields, YzFieldChange, i);

      if (!yz_field_equal (yz_record_get (record, change->field->name), change->after))
        {
          g_autofree char *title = yz_mask_title (record);

          g_set_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_DEPENDS, _ ("%s of “%s” was changed again after “%s”"),
                       _ (change->field->title), title, _ (label));
          return FALSE;
        }
      yz_edit_set (edit, record, change->field->name, change->before);
    }
  return TRUE;
}

static gboolean
fill_revert (YzEdit *edit, YzHistoryEntry *entry, const YzRow *row, YzIdFactory *ids, GError **error)
{
  if (entry->kind->make_counter != NULL)
    {
      g_autofree char *id = yz_id_factory_next (ids);
      g_autoptr (YzRecord) counter = entry->kind->make_counter (row->record, id);

      yz_edit_create (edit, counter);
      return TRUE;
    }
  if (entry->verb == YZ_VERB_SET)
    return revert_fields (edit, row->record, entry->fields, entry->action->label, error);
  if (entry->verb == YZ_VERB_DELETE)
    yz_edit_restore (edit, row->record);
  else
    yz_edit_delete (edit, row->record);
  return TRUE;
}

YzEdit *
yz_history_make_revert (YzDatabase *database, gint64 change, YzIdFactory *ids, GError **error)
{
  g_autoptr (YzStatement) statement = yz_database_prepare_named (database, "change-by-seq", error);
  g_autoptr (YzHistoryEntry) entry = NULL;
  g_autoptr (YzEdit) edit = yz_edit_new (N_ ("Revert change"));
  g_auto (YzRow) row = { 0 };
  gboolean found;
  gint64 number;

  if (statement == NULL)
    return NULL;
  yz_statement_bind_integer (statement, ":seq", change);
  if (!yz_statement_step (statement, &found, error))
    return NULL;
  if (found)
    {
      entry = read_entry (database, statement, &number, error);
      if (entry == NULL || !yz_table_load (database, entry->kind, NULL, number, &row, error))
        return NULL;
    }
  if (!found || entry->seq == 0 || row.record == NULL)
    {
      g_set_error_literal (error, YZ_STORE_ERROR, YZ_STORE_ERROR_NOT_FOUND, _ ("There is nothing left to revert"));
      return NULL;
    }
  return fill_revert (edit, entry, &row, ids, error) ? g_steal_pointer (&edit) : NULL;
}
