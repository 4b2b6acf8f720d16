#include "config.h"

#include "yz-references.h"

static void
reference_free (gpointer data)
{
  YzReference *reference = data;

  g_clear_object (&reference->record);
  g_free (reference);
}

static gboolean
find_by_field (YzStore *store, const YzKind *kind, const YzField *field, const char *id, GPtrArray *references,
               GError **error)
{
  g_autoptr (YzQuery) query = yz_query_new (kind);
  g_autoptr (GPtrArray) records = NULL;

  yz_query_add (query, field->name, YZ_COMPARE_EQUAL, g_variant_new_string (id));
  records = yz_store_load_records (store, query, error);
  if (records == NULL)
    return FALSE;

  for (guint i = 0; i < records->len; i++)
    {
      YzReference *reference = g_new0 (YzReference, 1);

      reference->record = g_object_ref (g_ptr_array_index (records, i));
      reference->field = field;
      g_ptr_array_add (references, reference);
    }
  return TRUE;
}

GPtrArray *
yz_references_find (YzStore *store, const YzKind *kind, const char *id, GError **error)
{
  g_autoptr (GPtrArray) references = g_ptr_array_new_with_free_func (reference_free);
  guint n_kinds;
  const YzKind *const *kinds = yz_kinds_get_all (&n_kinds);

  g_return_val_if_fail (YZ_IS_STORE (store), NULL);

  for (guint i = 0; i < n_kinds; i++)
    for (guint j = 0; j < kinds[i]->n_fields; j++)
      {
        const YzField *field = &kinds[i]->fields[j];

        if (field->type == YZ_FIELD_REF && g_str_equal (field->ref_kind, kind->name) &&
            !find_by_field (store, kinds[i], field, id, references, error))
          return NULL;
      }
  return g_steal_pointer (&references);
}

typedef struct
{
  const YzKind *kind;
  char *id;
} Wanted;

static void
wanted_free (gpointer data)
{
  g_free (((Wanted *) data)->id);
  g_free (data);
}

static void
find_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Wanted *wanted = data;
  GError *error = NULL;
  GPtrArray *references = yz_references_find (source, wanted->kind, wanted->id, &error);

  if (references != NULL)
    g_task_return_pointer (task, references, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
yz_references_find_async (YzStore *store, YzRecord *record, GCancellable *cancellable, GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Wanted *wanted;

  g_return_if_fail (YZ_IS_STORE (store) && YZ_IS_RECORD (record));

  wanted = g_new0 (Wanted, 1);
  wanted->kind = yz_record_get_kind (record);
  wanted->id = g_strdup (yz_record_get_id (record));
  task = g_task_new (store, cancellable, callback, user_data);
  g_task_set_source_tag (task, yz_references_find_async);
  g_task_set_task_data (task, wanted, wanted_free);
  g_task_run_in_thread (task, find_in_thread);
}

GPtrArray *
yz_references_find_finish (YzStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
