/* From changes to rows. */
#include "config.h"

#include "yz-writer-private.h"

#include <glib/gi18n-lib.h>

#include "yz-closing-private.h"
#include "yz-id.h"
#include "yz-kinds.h"
#include "yz-search-private.h"
#include "yz-stock-book-private.h"
#include "yz-unique-private.h"

struct _YzWriter
{
  YzDatabase *database;
  YzLogEntry *entry;
  YzReferences *references;
  YzSearchQueue *search;
  YzStockBook *stock;
  gboolean undoable;
};

YzWriter *
yz_writer_begin (YzDatabase *database, YzLogEntry *entry, GError **error)
{
  YzWriter *self;

  if (!yz_log_begin (database, entry, error))
    return NULL;
  self = g_new0 (YzWriter, 1);
  self->database = database;
  self->entry = entry;
  self->references = yz_references_new (database);
  self->search = yz_search_queue_new (database);
  self->stock = yz_stock_book_new (database);
  return self;
}

void
yz_writer_free (YzWriter *self)
{
  yz_stock_book_free (self->stock);
  yz_search_queue_free (self->search);
  yz_references_free (self->references);
  g_free (self);
}

static gboolean
check_record (YzRecord *after, YzRecord *before, GError **error)
{
  if (yz_record_check (after, before, error))
    return TRUE;
  yz_record_prefix_error (after, error);
  return FALSE;
}

static GPtrArray *
list_differing (YzRecord *one, YzRecord *two)
{
  const YzKind *kind = yz_record_get_kind (one);
  GPtrArray *fields = g_ptr_array_new ();

  for (guint i = 0; i < kind->n_fields; i++)
    if (!yz_field_equal (yz_record_get_at (one, i), yz_record_get_at (two, i)))
      g_ptr_array_add (fields, (gpointer) &kind->fields[i]);
  return fields;
}

/* A record whose id is a known name was made before: somebody else was quicker, or its creation was undone, or it is in
   the trash, from which it comes as it is. */
static gboolean
write_again (YzWriter *self, YzRecord *record, const YzRow *row, GError **error)
{
  const YzKind *kind = yz_record_get_kind (record);
  g_autoptr (GPtrArray) fields = list_differing (row->record, record);
  gboolean unmade = row->gone == YZ_GONE_UNMADE;

  if (row->gone == YZ_GONE_NOT && fields->len == 0)
    return TRUE;
  if (row->gone == YZ_GONE_NOT)
    {
      g_set_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_CONFLICT,
                   _ ("“%s” was made in the meantime: look at it and try once more"),
                   yz_record_get_title (row->record));
      return FALSE;
    }
  self->undoable = TRUE;
  yz_references_add_live (self->references, unmade ? record : row->record);
  if (unmade && fields->len > 0 &&
      (!yz_table_update (self->database, row, record, fields, self->entry->seq, error) ||
       !yz_search_queue_add (self->search, row->row, row->record, record, error)))
    return FALSE;
  return yz_table_set_gone (self->database, kind, row->row, YZ_GONE_NOT, self->entry->at, self->entry->seq, error) &&
         yz_log_add_change (self->database, self->entry, kind, row->row, unmade ? YZ_VERB_CREATE : YZ_VERB_RESTORE,
                            NULL, error);
}

static gboolean
write_create (YzWriter *self, YzRecord *record, GError **error)
{
  const YzKind *kind = yz_record_get_kind (record);
  g_auto (YzRow) there = { 0 };
  gint64 row;

  if (!check_record (record, NULL, error) ||
      (!yz_id_is_made (yz_record_get_id (record)) &&
       !yz_table_load (self->database, kind, yz_record_get_id (record), 0, &there, error)))
    return FALSE;
  if (there.record != NULL && !kind->append_only)
    return write_again (self, record, &there, error);
  /* a record of what happened is nothing that somebody did, unless it can be taken back */
  self->undoable |= !kind->append_only || kind->make_counter != NULL;
  row = yz_table_insert (self->database, record, self->entry->seq, error);
  if (row == 0)
    return FALSE;
  yz_references_add_live (self->references, record);
  return yz_search_queue_add (self->search, row, NULL, record, error) &&
         yz_log_add_change (self->database, self->entry, kind, row, YZ_VERB_CREATE, NULL, error) &&
         (kind != &yz_movement_kind || yz_stock_book_post (self->stock, record, row, error));
}

/* @wanted: the state in which the record must be for the change to make sense */
static gboolean
load_stored (YzWriter *self, YzRecord *record, YzGone wanted, YzRow *row, GError **error)
{
  const YzKind *kind = yz_record_get_kind (record);

  if (!yz_table_load (self->database, kind, yz_record_get_id (record), 0, row, error))
    return FALSE;
  if (row->record == NULL || row->gone == YZ_GONE_UNMADE)
    {
      g_set_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_NOT_FOUND, _ ("“%s” does not exist any more"),
                   yz_record_get_title (record));
      return FALSE;
    }
  if (row->gone == wanted)
    return TRUE;

  g_set_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_CONFLICT,
               wanted == YZ_GONE_NOT ? _ ("“%s” is in the trash") : _ ("“%s” is not in the trash"),
               yz_record_get_title (record));
  return FALSE;
}

static gboolean
check_unchanged (const YzField *field, YzRecord *read, YzRecord *stored, GError **error)
{
  g_autofree char *now = NULL;

  if (yz_field_equal (yz_record_get (read, field->name), yz_record_get (stored, field->name)))
    return TRUE;

  now = yz_field_format (field, yz_record_get (stored, field->name));
  g_set_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_CONFLICT,
               _ ("%s of “%s” was changed in the meantime: it is now “%s”"), _ (field->title),
               yz_record_get_title (stored), now);
  return FALSE;
}

/* The fields that a set changes: they go from @change->after into @after, which begins as what is stored. */
static GPtrArray *
take_changed_fields (const YzChange *change, YzRecord *stored, YzRecord *after, GError **error)
{
  const YzKind *kind = yz_record_get_kind (stored);
  g_autoptr (GPtrArray) fields = g_ptr_array_new ();

  for (guint i = 0; i < kind->n_fields; i++)
    {
      if (yz_field_equal (yz_record_get_at (change->record, i), yz_record_get_at (change->after, i)))
        continue;
      if (!check_unchanged (&kind->fields[i], change->record, stored, error))
        return NULL;
      yz_record_set_at (after, i, yz_record_get_at (change->after, i));
      g_ptr_array_add (fields, (gpointer) &kind->fields[i]);
    }
  return g_steal_pointer (&fields);
}

static gboolean
write_set (YzWriter *self, const YzChange *change, GError **error)
{
  const YzKind *kind = yz_record_get_kind (change->record);
  g_auto (YzRow) row = { 0 };
  g_autoptr (YzRecord) after = NULL;
  g_autoptr (GPtrArray) fields = NULL;
  g_autofree char *json = NULL;

  if (!load_stored (self, change->record, YZ_GONE_NOT, &row, error))
    return FALSE;
  after = yz_record_copy (row.record);
  fields = take_changed_fields (change, row.record, after, error);
  if (fields == NULL)
    return FALSE;
  if (fields->len == 0)
    return TRUE;

  json = yz_log_write_fields (row.record, after, fields);
  yz_references_add_live (self->references, after);
  return check_record (after, row.record, error) &&
         yz_table_update (self->database, &row, after, fields, self->entry->seq, error) &&
         yz_search_queue_add (self->search, row.row, row.record, after, error) &&
         yz_log_add_change (self->database, self->entry, kind, row.row, YZ_VERB_SET, json, error);
}

static gboolean
write_gone (YzWriter *self, const YzChange *change, GError **error)
{
  const YzKind *kind = yz_record_get_kind (change->record);
  gboolean delete = change->verb == YZ_VERB_DELETE;
  g_auto (YzRow) row = { 0 };

  if (!load_stored (self, change->record, delete ? YZ_GONE_NOT : YZ_GONE_TRASHED, &row, error))
    return FALSE;
  if (delete)
    yz_references_add_gone (self->references, kind, row.row);
  else
    yz_references_add_live (self->references, row.record);
  return yz_table_set_gone (self->database, kind, row.row, delete ? YZ_GONE_TRASHED : YZ_GONE_NOT, self->entry->at,
                            self->entry->seq, error) &&
         yz_log_add_change (self->database, self->entry, kind, row.row, change->verb, NULL, error);
}

static gboolean
check_changeable (const YzChange *change, GError **error)
{
  const YzKind *kind = yz_record_get_kind (change->record);

  if (change->verb == YZ_VERB_CREATE || !kind->append_only)
    return TRUE;
  g_set_error (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_INVALID,
               _ ("%s: what happened is not changed or deleted afterwards"), _ (kind->title));
  return FALSE;
}

gboolean
yz_writer_write (YzWriter *self, const YzChange *change, GError **error)
{
  if (!check_changeable (change, error))
    return FALSE;
  self->undoable |= change->verb != YZ_VERB_CREATE;
  switch (change->verb)
    {
    case YZ_VERB_CREATE:
      return write_create (self, change->record, error);
    case YZ_VERB_SET:
      return write_set (self, change, error);
    case YZ_VERB_DELETE:
    case YZ_VERB_RESTORE:
      return write_gone (self, change, error);
    default:
      g_assert_not_reached ();
    }
}

gboolean
yz_writer_finish (YzWriter *self, GError **error)
{
  self->entry->settled |= !self->undoable;
  return yz_references_check (self->references, error) && yz_unique_check (self->database, self->entry, error) &&
         yz_stock_book_check (self->stock, self->entry->seq, error) &&
         yz_closing_check (self->database, self->entry, error) && yz_search_queue_flush (self->search, error) &&
         yz_log_finish (self->database, self->entry, error);
}
