/* The register of kinds, made from YZ_FOR_EACH_KIND(). */
#include "config.h"

#include "yz-kinds.h"

#define KIND_ADDRESS(TypeName, type_name, NAME) &type_name##_kind,

static const YzKind *const kinds[] = { YZ_FOR_EACH_KIND (KIND_ADDRESS) };

const YzKind *const *
yz_kinds_get_all (guint *n_kinds)
{
  *n_kinds = G_N_ELEMENTS (kinds);
  return kinds;
}

const YzKind *
yz_kinds_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i]->name, name) == 0)
      return kinds[i];
  return NULL;
}

const YzField *
yz_kind_find_field (const YzKind *kind, const char *name)
{
  g_autofree char *column = NULL;

  g_return_val_if_fail (kind != NULL && name != NULL, NULL);

  if (strchr (name, '-') != NULL)
    name = column = g_strdelimit (g_strdup (name), "-", '_');
  /* asked a dozen times for each row of a list, of tables with dozens of names */
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].name[0] == name[0] && g_str_equal (kind->fields[i].name, name))
      return &kind->fields[i];
  return NULL;
}

guint
yz_kind_get_index (const YzKind *kind, const YzField *field)
{
  g_return_val_if_fail (field >= kind->fields && field < kind->fields + kind->n_fields, 0);
  return (guint) (field - kind->fields);
}

gboolean
yz_kind_has_personal_data (const YzKind *kind)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if ((kind->fields[i].flags & YZ_FIELD_PERSONAL) != 0)
      return TRUE;
  return FALSE;
}
