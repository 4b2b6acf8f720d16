#include "config.h"

#include "yz-import-layouts.h"

#include "yz-kinds.h"

/* @layout: (out) (transfer full) (nullable): what is remembered about lists with these headings */
static gboolean
find_layout (YzStore *store, const YzKind *kind, const YzSheet *sheet, YzRecord **layout, GError **error)
{
  g_autofree char *fingerprint = yz_mapping_fingerprint (kind, sheet);
  g_autoptr (YzQuery) query = yz_query_new (&yz_import_layout_kind);
  g_autoptr (GArray) rows = NULL;
  GError *local_error = NULL;

  *layout = NULL;
  yz_query_add (query, "fingerprint", YZ_COMPARE_EQUAL, g_variant_new_string (fingerprint));
  rows = yz_store_query (store, query, NULL, error);
  if (rows == NULL)
    return FALSE;
  if (rows->len > 0)
    *layout = yz_store_load_row (store, &yz_import_layout_kind, g_array_index (rows, gint64, 0), &local_error);
  if (local_error != NULL)
    g_propagate_error (error, local_error);
  return local_error == NULL;
}

gboolean
yz_import_layouts_apply (YzStore *store, YzMapping *mapping, const YzSheet *sheet, GError **error)
{
  g_autoptr (YzRecord) layout = NULL;
  const char *name;
  YzDatum datum;

  if (!find_layout (store, yz_mapping_get_kind (mapping), sheet, &layout, error))
    return FALSE;
  /* columns that another version of the program wrote, and this one cannot read, are guessed again */
  if (layout == NULL || !yz_mapping_apply_text (mapping, sheet, yz_record_get_text (layout, "columns"), NULL))
    return TRUE;
  name = yz_record_get_text (layout, "datum");
  if (name != NULL && yz_datum_from_name (name, &datum))
    yz_mapping_set_datum (mapping, datum);
  return TRUE;
}

YzSheet *
yz_import_layouts_find_headings (YzStore *store, const YzKind *kind, YzSheet *sheet, GError **error)
{
  g_autoptr (YzQuery) query = yz_query_new (&yz_import_layout_kind);
  g_autoptr (YzRecord) guessed = NULL;
  gint64 n_known = yz_store_count (store, query, error);
  guint number;

  if (n_known < 0 || (n_known > 0 && !find_layout (store, kind, sheet, &guessed, error)))
    return NULL;
  for (guint i = 0; n_known > 0 && guessed == NULL; i++)
    {
      g_auto (GStrv) cells = yz_sheet_dup_first_row (sheet, i, &number);
      g_autoptr (YzSheet) other = cells != NULL ? yz_sheet_with_heading_row (sheet, number) : NULL;
      g_autoptr (YzRecord) layout = NULL;

      if (other == NULL)
        break;
      if (!find_layout (store, kind, other, &layout, error))
        return NULL;
      if (layout != NULL)
        return g_steal_pointer (&other);
    }
  return yz_sheet_ref (sheet);
}

static YzRecord *
make_layout (YzStore *store, const YzKind *kind, const YzSheet *sheet)
{
  g_autofree char *id = yz_id_factory_next (yz_store_get_ids (store));
  g_autofree char *fingerprint = yz_mapping_fingerprint (kind, sheet);
  YzRecord *layout = yz_record_new (&yz_import_layout_kind, id);
  const char *source = yz_sheet_get_source (sheet);

  yz_record_set_text (layout, "name", *source != '\0' ? source : yz_sheet_get_heading (sheet, 0));
  if (yz_record_get (layout, "name") == NULL)
    yz_record_set_text (layout, "name", fingerprint);
  yz_record_set_text (layout, "fingerprint", fingerprint);
  return layout;
}

gboolean
yz_import_layouts_remember (YzStore *store, YzEdit *edit, const YzMapping *mapping, const YzSheet *sheet,
                            GError **error)
{
  const YzKind *kind = yz_mapping_get_kind (mapping);
  g_autofree char *columns = yz_mapping_to_text (mapping, sheet);
  g_autoptr (YzRecord) before = NULL;
  g_autoptr (YzRecord) after = NULL;
  YzDatum datum;

  if (!find_layout (store, kind, sheet, &before, error))
    return FALSE;
  after = before != NULL ? yz_record_copy (before) : make_layout (store, kind, sheet);
  yz_record_set_text (after, "columns", columns);
  yz_record_set_text (after, "datum", yz_mapping_get_datum (mapping, &datum) ? yz_datum_get_name (datum) : NULL);
  if (before != NULL)
    yz_edit_update (edit, before, after);
  else
    yz_edit_create (edit, after);
  return TRUE;
}
