#include "config.h"

#include "yz-sheet-row.h"

static void
finding_free (gpointer data)
{
  YzFinding *finding = data;

  g_free (finding->message);
  g_free (finding);
}

YzSheetRow *
yz_sheet_row_new (const YzKind *kind)
{
  YzSheetRow *row = g_new0 (YzSheetRow, 1);

  row->kind = kind;
  row->values = g_new0 (GVariant *, kind->n_fields);
  row->removed = g_new0 (GVariant *, kind->n_fields);
  row->presence = g_new0 (guint8, kind->n_fields);
  return row;
}

void
yz_sheet_row_clear (YzSheetRow *row)
{
  for (guint i = 0; i < row->kind->n_fields; i++)
    {
      g_clear_pointer (&row->values[i], g_variant_unref);
      g_clear_pointer (&row->removed[i], g_variant_unref);
      row->presence[i] = YZ_ROW_ABSENT;
    }
  g_clear_pointer (&row->findings, g_ptr_array_unref);
}

void
yz_sheet_row_free (YzSheetRow *row)
{
  yz_sheet_row_clear (row);
  g_free (row->values);
  g_free (row->removed);
  g_free (row->presence);
  g_free (row);
}

GVariant *
yz_sheet_row_get (const YzSheetRow *row, const char *name)
{
  const YzField *field = yz_kind_find_field (row->kind, name);

  return field != NULL ? row->values[yz_kind_get_index (row->kind, field)] : NULL;
}

const char *
yz_sheet_row_get_text (const YzSheetRow *row, const char *name)
{
  GVariant *value = yz_sheet_row_get (row, name);

  return value != NULL && g_variant_is_of_type (value, G_VARIANT_TYPE_STRING) ? g_variant_get_string (value, NULL)
                                                                              : NULL;
}

gboolean
yz_sheet_row_get_position (const YzSheetRow *row, YzPosition *position)
{
  GVariant *lon = yz_sheet_row_get (row, "lon"), *lat = yz_sheet_row_get (row, "lat");

  if (lon == NULL || lat == NULL)
    return FALSE;
  position->lon = g_variant_get_double (lon);
  position->lat = g_variant_get_double (lat);
  return TRUE;
}

void
yz_sheet_row_set (YzSheetRow *row, const YzField *field, YzRowPresence presence, GVariant *value)
{
  guint index = yz_kind_get_index (row->kind, field);
  GVariant *held = value != NULL ? g_variant_ref_sink (value) : NULL;

  g_clear_pointer (&row->values[index], g_variant_unref);
  row->values[index] = held;
  row->presence[index] = presence;
}

void
yz_sheet_row_add_finding (YzSheetRow *row, YzFindingLevel level, guint column, const char *format, ...)
{
  YzFinding *finding = g_new0 (YzFinding, 1);
  va_list args;

  va_start (args, format);
  finding->message = g_strdup_vprintf (format, args);
  va_end (args);
  finding->level = level;
  finding->column = column;

  if (row->findings == NULL)
    row->findings = g_ptr_array_new_with_free_func (finding_free);
  g_ptr_array_add (row->findings, finding);
}

const char *
yz_sheet_row_get_refusal (const YzSheetRow *row)
{
  for (guint i = 0; row->findings != NULL && i < row->findings->len; i++)
    {
      const YzFinding *finding = g_ptr_array_index (row->findings, i);

      if (finding->level == YZ_FINDING_ERROR)
        return finding->message;
    }
  return NULL;
}
