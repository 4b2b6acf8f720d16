#include "config.h"

#include "yz-import-layouts.h"

#include "yz-kinds.h"

YzRecord *
yz_import_layouts_find (YzStore *store, const YzKind *kind, const YzSheet *sheet)
{
  g_autofree char *fingerprint = yz_mapping_fingerprint (kind, sheet);
  g_autoptr (YzQuery) query = yz_query_new (&yz_import_layout_kind);
  g_autoptr (GArray) rows = NULL;

  yz_query_add (query, "fingerprint", YZ_COMPARE_EQUAL, g_variant_new_string (fingerprint));
  rows = yz_store_query (store, query, NULL, NULL);
  if (rows == NULL || rows->len == 0)
    return NULL;
  return yz_store_load_row (store, &yz_import_layout_kind, g_array_index (rows, gint64, 0), NULL);
}

gboolean
yz_import_layouts_apply (YzStore *store, YzMapping *mapping, const YzSheet *sheet)
{
  g_autoptr (YzRecord) layout = yz_import_layouts_find (store, yz_mapping_get_kind (mapping), sheet);
  const char *name;
  YzDatum datum;

  if (layout == NULL || !yz_mapping_apply_text (mapping, sheet, yz_record_get_text (layout, "columns"), NULL))
    return FALSE;
  name = yz_record_get_text (layout, "datum");
  if (name != NULL && yz_datum_from_name (name, &datum))
    yz_mapping_set_datum (mapping, datum);
  return TRUE;
}

YzSheet *
yz_import_layouts_find_headings (YzStore *store, const YzKind *kind, YzSheet *sheet)
{
  g_autoptr (YzQuery) query = yz_query_new (&yz_import_layout_kind);
  g_autoptr (YzRecord) guessed = NULL;
  guint number;

  if (yz_store_count (store, query, NULL) < 1)
    return yz_sheet_ref (sheet);
  guessed = yz_import_layouts_find (store, kind, sheet);
  for (guint i = 0; guessed == NULL; i++)
    {
      g_auto (GStrv) cells = yz_sheet_dup_first_row (sheet, i, &number);
      g_autoptr (YzSheet) other = cells != NULL ? yz_sheet_with_heading_row (sheet, number) : NULL;
      g_autoptr (YzRecord) layout = other != NULL ? yz_import_layouts_find (store, kind, other) : NULL;

      if (other == NULL)
        break;
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

void
yz_import_layouts_remember (YzStore *store, YzEdit *edit, const YzMapping *mapping, const YzSheet *sheet)
{
  g_autoptr (YzRecord) before = yz_import_layouts_find (store, yz_mapping_get_kind (mapping), sheet);
  g_autoptr (YzRecord) after = before != NULL ? yz_record_copy (before)
                                              : make_layout (store, yz_mapping_get_kind (mapping), sheet);
  g_autofree char *columns = yz_mapping_to_text (mapping, sheet);
  YzDatum datum;

  yz_record_set_text (after, "columns", columns);
  yz_record_set_text (after, "datum", yz_mapping_get_datum (mapping, &datum) ? yz_datum_get_name (datum) : NULL);
  if (before != NULL)
    yz_edit_update (edit, before, after);
  else
    yz_edit_create (edit, after);
}
