#include "config.h"

#include "yz-elements.h"

/* An element's identity: the text of a list, the key of a map. */
static char *
dup_key (GVariant *element)
{
  g_autoptr (GVariant) key = g_variant_is_container (element) ? g_variant_get_child_value (element, 0)
                                                              : g_variant_ref (element);

  return g_variant_dup_string (key, NULL);
}

static int
compare_elements (gconstpointer a, gconstpointer b)
{
  g_autofree char *one = dup_key (*(GVariant *const *) a);
  g_autofree char *two = dup_key (*(GVariant *const *) b);

  return g_strcmp0 (one, two);
}

/* Appends the elements of @value whose keys are not yet in @seen, and notes them there. */
static void
collect (GPtrArray *elements, GHashTable *seen, GVariant *value)
{
  for (gsize i = 0; value != NULL && i < g_variant_n_children (value); i++)
    {
      g_autoptr (GVariant) element = g_variant_get_child_value (value, i);

      if (g_hash_table_add (seen, dup_key (element)))
        g_ptr_array_add (elements, g_steal_pointer (&element));
    }
}

static GVariant *
build (const YzField *field, GPtrArray *elements)
{
  const GVariantType *type = yz_field_get_variant_type (field);

  if (field->type == YZ_FIELD_MAP)
    g_ptr_array_sort (elements, compare_elements);
  return g_variant_ref_sink (g_variant_new_array (g_variant_type_element (type), (GVariant *const *) elements->pdata,
                                                  elements->len));
}

GVariant *
yz_elements_add (const YzField *field, GVariant *value, GVariant *added)
{
  g_autoptr (GPtrArray) elements = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean is_map = field->type == YZ_FIELD_MAP;

  g_return_val_if_fail (is_map || field->type == YZ_FIELD_LIST, NULL);

  collect (elements, seen, is_map ? added : value);
  collect (elements, seen, is_map ? value : added);
  return build (field, elements);
}

GVariant *
yz_elements_remove (const YzField *field, GVariant *value, GVariant *removed)
{
  g_autoptr (GPtrArray) dropped = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);
  g_autoptr (GPtrArray) elements = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_return_val_if_fail (field->type == YZ_FIELD_MAP || field->type == YZ_FIELD_LIST, NULL);

  collect (dropped, seen, removed);
  collect (elements, seen, value);
  return build (field, elements);
}
