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
