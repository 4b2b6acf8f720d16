#include "config.h"

#include "yz-bulk-edit.h"

#include "yz-elements.h"
#include "yz-value-words.h"

#include <glib/gi18n-lib.h>

struct _YzBulkEdit
{
  GObject parent_instance;

  YzStore *store;
  const YzKind *kind;
  GPtrArray *records; /* of YzRecord */
  GPtrArray *rows;    /* of YzBulkRow, in the same order */
  GPtrArray *afters;  /* of YzRecord, NULL where nothing can be done */
  const YzField *field;
};

G_DEFINE_FINAL_TYPE (YzBulkEdit, yz_bulk_edit, G_TYPE_OBJECT)

static void
bulk_row_free (gpointer data)
{
  YzBulkRow *row = data;

  g_clear_object (&row->record);
  g_free (row->before);
  g_free (row->after);
  g_free (row->problem);
  g_free (row);
}

static void
unref_if_set (gpointer object)
{
  if (object != NULL)
    g_object_unref (object);
}

static void
yz_bulk_edit_finalize (GObject *object)
{
  YzBulkEdit *self = YZ_BULK_EDIT (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->afters, g_ptr_array_unref);

  G_OBJECT_CLASS (yz_bulk_edit_parent_class)->finalize (object);
}

static void
yz_bulk_edit_class_init (YzBulkEditClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yz_bulk_edit_finalize;
}

static void
yz_bulk_edit_init (YzBulkEdit *self)
{
  self->records = g_ptr_array_new_with_free_func (g_object_unref);
  self->rows = g_ptr_array_new_with_free_func (bulk_row_free);
  self->afters = g_ptr_array_new_with_free_func (unref_if_set);
}

static gboolean
load_records (YzBulkEdit *self, const char *const *ids, GError **error)
{
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (GError) local_error = NULL;
      YzRecord *record = yz_store_load (self->store, self->kind, ids[i], &local_error);

      if (record != NULL)
        g_ptr_array_add (self->records, record);
      else if (!g_error_matches (local_error, YZ_STORE_ERROR, YZ_STORE_ERROR_NOT_FOUND))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
    }
  return TRUE;
}

YzBulkEdit *
yz_bulk_edit_new (YzStore *store, const YzKind *kind, const char *const *ids, GError **error)
{
  g_autoptr (YzBulkEdit) self = NULL;

  g_return_val_if_fail (YZ_IS_STORE (store), NULL);

  self = g_object_new (YZ_TYPE_BULK_EDIT, NULL);
  self->store = g_object_ref (store);
  self->kind = kind;
  return load_records (self, ids, error) ? g_steal_pointer (&self) : NULL;
}

guint
yz_bulk_edit_get_n_records (YzBulkEdit *self)
{
  g_return_val_if_fail (YZ_IS_BULK_EDIT (self), 0);
  return self->records->len;
}

static void
begin_rows (YzBulkEdit *self, const char *name)
{
  self->field = yz_kind_find_field (self->kind, name);
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->afters, 0);
}

/* A record of which it is known why nothing can be done. */
static void
add_refused_row (YzBulkEdit *self, YzRecord *record, const char *problem)
{
  YzBulkRow *row = g_new0 (YzBulkRow, 1);

  row->record = g_object_ref (record);
  row->before = yz_value_to_words (self->store, self->field, yz_record_get (record, self->field->name), FALSE);
  row->after = g_strdup (row->before);
  row->problem = g_strdup (problem);
  g_ptr_array_add (self->rows, row);
  g_ptr_array_add (self->afters, NULL);
}

static void
add_row (YzBulkEdit *self, YzRecord *record, GVariant *value)
{
  YzBulkRow *row = g_new0 (YzBulkRow, 1);
  g_autoptr (YzRecord) after = yz_record_copy (record);
  g_autoptr (GError) error = NULL;

  yz_record_set (after, self->field->name, value);
  row->record = g_object_ref (record);
  row->before = yz_value_to_words (self->store, self->field, yz_record_get (record, self->field->name), FALSE);
  row->after = yz_value_to_words (self->store, self->field, yz_record_get (after, self->field->name), FALSE);
  row->same = yz_record_equal (record, after);
  if (!row->same && !yz_record_check (after, record, &error))
    row->problem = g_strdup (error->message);

  g_ptr_array_add (self->rows, row);
  g_ptr_array_add (self->afters, row->same || row->problem != NULL ? NULL : g_steal_pointer (&after));
}

static GVariant *
combine (const YzField *field, GVariant *old, GVariant *value, char sign)
{
  if (sign == '+')
    return yz_elements_add (field, old, value);
  if (sign == '-')
    return yz_elements_remove (field, old, value);
  return value != NULL ? g_variant_ref (value) : NULL;
}

void
yz_bulk_edit_set_value (YzBulkEdit *self, const char *name, GVariant *value, char sign)
{
  const YzField *field;

  g_return_if_fail (YZ_IS_BULK_EDIT (self));
  field = yz_kind_find_field (self->kind, name);
  g_return_if_fail (field != NULL);

  begin_rows (self, name);
  for (guint i = 0; i < self->records->len; i++)
    {
      YzRecord *record = g_ptr_array_index (self->records, i);
      g_autoptr (GVariant) combined = combine (field, yz_record_get (record, name), value, sign);

      add_row (self, record, combined);
    }
}

void
yz_bulk_edit_set_each (YzBulkEdit *self, const char *name, YzBulkFunc func, gpointer user_data)
{
  g_return_if_fail (YZ_IS_BULK_EDIT (self));
  g_return_if_fail (yz_kind_find_field (self->kind, name) != NULL);

  begin_rows (self, name);
  for (guint i = 0; i < self->records->len; i++)
    {
      YzRecord *record = g_ptr_array_index (self->records, i);
      g_autoptr (GError) error = NULL;
      g_autoptr (GVariant) value = func (yz_record_get (record, name), user_data, &error);

      if (error != NULL)
        add_refused_row (self, record, error->message);
      else
        add_row (self, record, value);
    }
}

GPtrArray *
yz_bulk_edit_get_rows (YzBulkEdit *self)
{
  g_return_val_if_fail (YZ_IS_BULK_EDIT (self), NULL);
  return self->rows;
}

void
yz_bulk_edit_count (YzBulkEdit *self, guint *changed, guint *same, guint *refused)
{
  g_return_if_fail (YZ_IS_BULK_EDIT (self));

  *changed = *same = *refused = 0;
  for (guint i = 0; i < self->rows->len; i++)
    {
      const YzBulkRow *row = g_ptr_array_index (self->rows, i);

      if (row->problem != NULL)
        (*refused)++;
      else if (row->same)
        (*same)++;
      else
        (*changed)++;
    }
}

YzEdit *
yz_bulk_edit_make_edit (YzBulkEdit *self)
{
  YzEdit *edit;
  g_autofree char *subject = NULL;
  guint changed, same, refused;

  g_return_val_if_fail (YZ_IS_BULK_EDIT (self), NULL);

  edit = yz_edit_new (N_ ("Edit several"));
  for (guint i = 0; i < self->afters->len; i++)
    if (g_ptr_array_index (self->afters, i) != NULL)
      yz_edit_update (edit, g_ptr_array_index (self->records, i), g_ptr_array_index (self->afters, i));

  yz_bulk_edit_count (self, &changed, &same, &refused);
  subject = self->field != NULL ? g_strdup_printf ("%s × %u", _ (self->field->title), changed) : NULL;
  yz_edit_set_subject (edit, subject);
  return edit;
}
