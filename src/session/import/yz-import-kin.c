#include "config.h"

#include "yz-import-kin.h"

#include "yz-value-text.h"

#define SEVERAL G_MAXUINT

struct _YzImportKin
{
  YzIdFactory *ids;
  GHashTable *rows;   /* code or name → row, SEVERAL if it is not alone */
  GHashTable *by_row; /* row → id */
  GHashTable *by_id;  /* id → row */
};

static void
add_cells (YzImportKin *self, const YzSheet *sheet, int column)
{
  for (guint row = 0; column >= 0 && row < yz_sheet_get_n_rows (sheet); row++)
    {
      g_autofree char *text = yz_value_strip (yz_sheet_get_cell (sheet, row, column));
      guint found = row;
      gpointer other;

      if (*text == '\0')
        continue;
      if (g_hash_table_lookup_extended (self->rows, text, NULL, &other) && GPOINTER_TO_UINT (other) != row)
        found = SEVERAL;
      g_hash_table_replace (self->rows, g_steal_pointer (&text), GUINT_TO_POINTER (found));
    }
}

static gboolean
refers_to_itself (const YzMapping *mapping)
{
  const YzKind *kind = yz_mapping_get_kind (mapping);

  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].type == YZ_FIELD_REF && g_str_equal (kind->fields[i].ref_kind, kind->name) &&
        yz_mapping_find_field (mapping, kind->fields[i].name) >= 0)
      return TRUE;
  return FALSE;
}

YzImportKin *
yz_import_kin_new (const YzSheet *sheet, const YzMapping *mapping, YzIdFactory *ids)
{
  YzImportKin *self;

  if (!refers_to_itself (mapping))
    return NULL;
  self = g_new0 (YzImportKin, 1);
  self->ids = g_object_ref (ids);
  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->by_row = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  add_cells (self, sheet, yz_mapping_find_field (mapping, "code"));
  add_cells (self, sheet, yz_mapping_find_field (mapping, yz_mapping_get_kind (mapping)->title_field));
  return self;
}

void
yz_import_kin_free (YzImportKin *self)
{
  g_hash_table_unref (self->by_id);
  g_hash_table_unref (self->by_row);
  g_hash_table_unref (self->rows);
  g_object_unref (self->ids);
  g_free (self);
}

const char *
yz_import_kin_find (YzImportKin *self, const char *text)
{
  gpointer row;
  char *id;

  if (!g_hash_table_lookup_extended (self->rows, text, NULL, &row) || GPOINTER_TO_UINT (row) == SEVERAL)
    return NULL;
  id = g_hash_table_lookup (self->by_row, row);
  if (id == NULL)
    {
      id = yz_id_factory_next (self->ids);
      g_hash_table_insert (self->by_row, row, id);
      g_hash_table_insert (self->by_id, id, row);
    }
  return id;
}

const char *
yz_import_kin_get_id (YzImportKin *self, guint row)
{
  return g_hash_table_lookup (self->by_row, GUINT_TO_POINTER (row));
}

gboolean
yz_import_kin_find_row (YzImportKin *self, const char *id, guint *row)
{
  gpointer found;

  if (!g_hash_table_lookup_extended (self->by_id, id, NULL, &found))
    return FALSE;
  *row = GPOINTER_TO_UINT (found);
  return TRUE;
}
