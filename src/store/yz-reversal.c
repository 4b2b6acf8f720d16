/*
 * An undo or redo goes over the changes of its target and looks at each record whether something else was done to it
 * since. It asks the row, not the log: a value that is what the target left, or a row last written by the target or
 * by its own undos and redos, needs no search.
 *
 * What stands in a ledger is not undone but countered, by a new record; and what the same action made, the lot that
 * came in, stays.
 */
#include "config.h"

#include "yz-reversal-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yz-closing-private.h"
#include "yz-kinds.h"
#include "yz-ledgers-private.h"
#include "yz-mask.h"
#include "yz-references-private.h"
#include "yz-search-private.h"
#include "yz-stock-book-private.h"
#include "yz-unique-private.h"

#define CHANGES_PER_REPORT 1000

typedef struct
{
  YzDatabase *database;
  YzLogEntry *entry;
  YzLogEntry target;
  YzLogEntry own; /* the counter-entries, which the reversal itself adds */
  YzIdFactory *ids;
  YzReferences *references;
  YzSearchQueue *search;
  YzStockBook *stock;
  gboolean undo;
  gboolean in_ledger; /* whether the target wrote in a ledger */
} Reversal;

/* @label: of the newest action in effect that changed @field (or anything, if %NULL) of the record since; or %NULL */
static gboolean
find_later_label (Reversal *self, const YzLogChange *change, const YzField *field, char **label, GError **error)
{
  g_autoptr (YzStatement) statement = yz_database_prepare_named (self->database, "later-change", error);
  g_autofree char *member = field != NULL ? g_strdup_printf ("\"%s\":[", field->name) : NULL;
  gboolean row;

  *label = NULL;
  if (statement == NULL)
    return FALSE;
  yz_statement_bind_integer (statement, ":record", change->record);
  yz_statement_bind_text (statement, ":kind", change->kind->name);
  yz_statement_bind_integer (statement, ":action", self->target.seq);
  while (*label == NULL)
    {
      const char *fields;

      if (!yz_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      fields = yz_statement_get_text (statement, 0);
      if (member == NULL || (fields != NULL && strstr (fields, member) != NULL))
        *label = g_strdup (_ (yz_statement_get_text (statement, 1)));
    }
  return TRUE;
}

static gboolean
refuse (Reversal *self, const YzLogChange *change, const YzField *field, const char *label, GError **error)
{
  g_auto (YzRow) row = { 0 };
  g_autofree char *title = NULL;
  const char *what = field != NULL ? _ (field->title) : _ (change->kind->title);

  if (!yz_table_load (self->database, change->kind, NULL, change->record, &row, error))
    return FALSE;
  title = row.record != NULL ? yz_mask_title (row.record) : g_strdup ("");
  if (label != NULL)
    g_set_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_DEPENDS,
                 _ ("“%s” (%s) was changed later by “%s”: undo that first"), title, what, label);
  else
    g_set_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_DEPENDS, _ ("“%s” (%s) is not as this action left it"), title,
                 what);
  return FALSE;
}

static gboolean
check_untouched (Reversal *self, const YzLogChange *change, const YzRow *row, GError **error)
{
  g_autofree char *label = NULL;

  if (row->changed == self->target.seq)
    return TRUE;
  if (!find_later_label (self, change, NULL, &label, error))
    return FALSE;
  return label == NULL || refuse (self, change, NULL, label, error);
}

static YzGone
gone_after (YzVerb verb, gboolean undo)
{
  if (verb == YZ_VERB_CREATE)
    return undo ? YZ_GONE_UNMADE : YZ_GONE_NOT;
  return (verb == YZ_VERB_DELETE) != undo ? YZ_GONE_TRASHED : YZ_GONE_NOT;
}

/* The newest of the records that took one another back, and how often that was. */
static char *
make_select_last (const YzKind *kind)
{
  return g_strdup_printf ("WITH RECURSIVE chain (row, id, depth) AS ("
                          " SELECT row, id, 0 FROM %1$s WHERE row = ?1 UNION ALL"
                          " SELECT next.row, next.id, depth + 1 FROM chain"
                          " JOIN %1$s AS next ON next.takes_back = chain.id)"
                          " SELECT row, depth FROM chain ORDER BY depth DESC LIMIT 1",
                          kind->name);
}

static gboolean
find_last (Reversal *self, const YzLogChange *change, gint64 *last, gboolean *in_effect, GError **error)
{
  static const char what[] = "select last of chain";
  g_autoptr (YzStatement)
    statement = yz_database_prepare_for (self->database, change->kind, what, make_select_last, error);
  gboolean found;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, change->record);
  if (!yz_statement_step (statement, &found, error))
    return FALSE;
  *last = found ? sqlite3_column_int64 (statement, 0) : 0;
  *in_effect = found && sqlite3_column_int (statement, 1) % 2 == 0;
  return TRUE;
}

static gboolean
add_counter (Reversal *self, YzRecord *counter, GError **error)
{
  const YzKind *kind = yz_record_get_kind (counter);
  gint64 row = yz_table_insert (self->database, counter, self->entry->seq, error);

  if (row == 0)
    return FALSE;
  yz_references_add_live (self->references, counter);
  return yz_search_queue_add (self->search, row, NULL, counter, error) &&
         yz_log_add_change (self->database, &self->own, kind, row, YZ_VERB_CREATE, NULL, error) &&
         (kind != &yz_movement_kind || yz_stock_book_post (self->stock, counter, row, error));
}

static gboolean
reverse_ledger (Reversal *self, const YzLogChange *change, GError **error)
{
  g_auto (YzRow) row = { 0 };
  g_autofree char *id = yz_id_factory_next (self->ids);
  g_autoptr (YzRecord) counter = NULL;
  gint64 last;
  gboolean in_effect;

  if (!find_last (self, change, &last, &in_effect, error) ||
      !yz_table_load (self->database, change->kind, NULL, last, &row, error))
    return FALSE;
  if (row.record == NULL || in_effect != self->undo)
    return refuse (self, change, NULL, NULL, error);
  counter = change->kind->make_counter (row.record, id);
  return add_counter (self, counter, error);
}

static gboolean
reverse_gone (Reversal *self, const YzLogChange *change, GError **error)
{
  g_auto (YzRow) row = { 0 };
  YzGone expected = gone_after (change->verb, !self->undo);
  YzGone gone = gone_after (change->verb, self->undo);

  if (!yz_table_load_head (self->database, change->kind, change->record, &row, error) ||
      !check_untouched (self, change, &row, error))
    return FALSE;
  if (row.row == 0 || row.gone != expected)
    return refuse (self, change, NULL, NULL, error);

  if (gone != YZ_GONE_NOT)
    yz_references_add_gone (self->references, change->kind, row.row);
  else if (!yz_references_add_live_row (self->references, change->kind, row.row, error))
    return FALSE;
  return yz_table_set_gone (self->database, change->kind, row.row, gone, self->entry->at, self->entry->seq, error);
}

static gboolean
reverse_creation (Reversal *self, const YzLogChange *change, GError **error)
{
  if (change->kind->make_counter != NULL)
    return reverse_ledger (self, change, error);
  return self->in_ledger || reverse_gone (self, change, error);
}

static gboolean
reverse_field (Reversal *self, const YzLogChange *change, const YzRow *row, const YzFieldChange *values,
               YzRecord *after, GError **error)
{
  GVariant *expected = self->undo ? values->after : values->before;
  g_autofree char *label = NULL;

  if (yz_field_equal (yz_record_get (row->record, values->field->name), expected))
    {
      yz_record_set (after, values->field->name, self->undo ? values->before : values->after);
      return TRUE;
    }
  return find_later_label (self, change, values->field, &label, error) &&
         refuse (self, change, values->field, label, error);
}

static gboolean
reverse_set (Reversal *self, const YzLogChange *change, GError **error)
{
  g_auto (YzRow) row = { 0 };
  g_autoptr (GArray) values = yz_log_read_fields (change->kind, change->fields, error);
  g_autoptr (GPtrArray) fields = g_ptr_array_new ();
  g_autoptr (YzRecord) after = NULL;

  if (values == NULL || !yz_table_load (self->database, change->kind, NULL, change->record, &row, error))
    return FALSE;
  if (row.record == NULL || row.gone != YZ_GONE_NOT)
    {
      g_autofree char *label = NULL;

      return find_later_label (self, change, NULL, &label, error) && refuse (self, change, NULL, label, error);
    }

  after = yz_record_copy (row.record);
  for (guint i = 0; i < values->len; i++)
    {
      const YzFieldChange *value = &g_array_index (values, YzFieldChange, i);

      if (!reverse_field (self, change, &row, value, after, error))
        return FALSE;
      g_ptr_array_add (fields, (gpointer) value->field);
    }
  yz_references_add_live (self->references, after);
  return yz_table_update (self->database, &row, after, fields, self->entry->seq, error) &&
         yz_search_queue_add (self->search, row.row, row.record, after, error);
}

static gboolean
reverse_change (Reversal *self, const YzLogChange *change, GError **error)
{
  switch (change->verb)
    {
    case YZ_VERB_CREATE:
      return reverse_creation (self, change, error);
    case YZ_VERB_SET:
      return reverse_set (self, change, error);
    case YZ_VERB_DELETE:
    case YZ_VERB_RESTORE:
    default:
      return reverse_gone (self, change, error);
    }
}

static gboolean
reverse_changes (Reversal *self, YzProgressFunc progress, gpointer progress_data, GError **error)
{
  g_autoptr (YzStatement) statement = yz_database_prepare_named (self->database, "changes-of-action", error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  yz_statement_bind_integer (statement, ":first", self->target.first_change);
  yz_statement_bind_integer (statement, ":n", self->target.n_changes);
  yz_statement_bind_integer (statement, ":backwards", self->undo);
  for (guint done = 0;; done++)
    {
      YzLogChange change;

      if (!yz_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      if (!yz_log_read_change (statement, 0, &change, error) || !reverse_change (self, &change, error))
        return FALSE;
      if (progress != NULL && done % CHANGES_PER_REPORT == 0)
        progress (done, self->target.n_changes, progress_data);
    }
}

static gboolean
check_target (Reversal *self, const YzAction *target, GError **error)
{
  if (target->mode == YZ_ACTION_DO && !self->target.settled && target->undone != self->undo)
    return TRUE;
  g_set_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_NOT_FOUND, "%s",
               self->undo ? _ ("This action cannot be undone, or is undone already")
                          : _ ("This action cannot be done again"));
  return FALSE;
}

static gboolean
reverse_and_check (Reversal *self, YzProgressFunc progress, gpointer progress_data, GError **error)
{
  self->own.seq = self->entry->seq;
  self->own.first_change = self->entry->first_change;
  return yz_ledgers_find (self->database, &self->target, &self->in_ledger, error) &&
         reverse_changes (self, progress, progress_data, error) && yz_references_check (self->references, error) &&
         yz_unique_check (self->database, &self->target, error) &&
         yz_stock_book_check (self->stock, self->entry->seq, error) &&
         yz_closing_check (self->database, &self->target, error) && yz_search_queue_flush (self->search, error) &&
         yz_log_set_undone (self->database, self->entry->target, self->undo, error);
}

gboolean
yz_reversal_write (YzDatabase *database, YzLogEntry *entry, YzIdFactory *ids, YzProgressFunc progress,
                   gpointer progress_data, GError **error)
{
  g_autoptr (YzReferences) references = yz_references_new (database);
  g_autoptr (YzSearchQueue) search = yz_search_queue_new (database);
  g_autoptr (YzStockBook) stock = yz_stock_book_new (database);
  g_autoptr (YzAction) target = NULL;
  Reversal self = {
    .database = database,
    .entry = entry,
    .ids = ids,
    .references = references,
    .search = search,
    .stock = stock,
    .undo = entry->mode == YZ_ACTION_UNDO,
  };

  target = yz_log_load_action (database, entry->target, &self.target, error);
  if (target == NULL || !check_target (&self, target, error))
    return FALSE;

  entry->label = target->label;
  entry->subject = target->subject;
  entry->n_changes = target->n_changes;
  return yz_log_begin (database, entry, error) && reverse_and_check (&self, progress, progress_data, error);
}
