/* The columns of a list that is imported, and what they can go into. */
#include "config.h"

#include "yz-import-private.h"

#include "yz-kinds.h"
#include "yz-records.h"
#include "yz-stock-list.h"

#include <glib/gi18n-lib.h>

static void
target_free (gpointer data)
{
  YzImportTarget *target = data;

  g_free (target->name);
  g_free (target->title);
  g_free (target);
}

static void
add_target (GPtrArray *targets, char *name, char *title)
{
  YzImportTarget *target = g_new0 (YzImportTarget, 1);

  target->name = name;
  target->title = title;
  g_ptr_array_add (targets, target);
}

/* A list may have a column for each key of a map: a column for each service. */
static void
add_element_targets (YzImport *self, const YzField *field)
{
  YzStore *store = yz_session_get_store (self->session);
  const YzKind *kind = yz_kinds_find (field->ref_kind);
  g_autoptr (YzQuery) query = yz_query_new (kind);
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;

  yz_query_set_order (query, "position", FALSE);
  records = yz_store_load_records (store, query, &error);
  if (records == NULL)
    {
      yz_import_set_error (self, error->message);
      return;
    }
  for (guint i = 0; i < records->len; i++)
    {
      YzRecord *record = g_ptr_array_index (records, i);

      add_target (self->targets, g_strdup_printf ("%s.%s", field->name, yz_record_get_text (record, "code")),
                  /* Translators: the title of a field, and what of it has a column of its own: "Services: water" */
                  g_strdup_printf (_ ("%s: %s"), _ (field->title), yz_record_get_title (record)));
    }
}

GPtrArray *
yz_import_get_targets (YzImport *self)
{
  const YzKind *kind;

  g_return_val_if_fail (YZ_IS_IMPORT (self), NULL);

  if (self->targets != NULL)
    return self->targets;
  kind = self->mapping != NULL ? yz_mapping_get_kind (self->mapping) : self->kind;
  self->targets = g_ptr_array_new_with_free_func (target_free);
  add_target (self->targets, g_strdup ("-"), g_strdup (_ ("Not imported")));
  for (guint i = 0; i < kind->n_fields; i++)
    if ((kind->fields[i].flags & YZ_FIELD_INTERNAL) == 0)
      add_target (self->targets, g_strdup (kind->fields[i].name), g_strdup (_ (kind->fields[i].title)));
  if (yz_kind_find_field (kind, "lon") != NULL)
    add_target (self->targets, g_strdup ("position"), g_strdup (_ ("Longitude, latitude")));
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].type == YZ_FIELD_MAP)
      add_element_targets (self, &kind->fields[i]);
  return self->targets;
}

guint
yz_import_get_target (YzImport *self, guint column)
{
  GPtrArray *targets = yz_import_get_targets (self);
  g_autofree char *name = yz_mapping_get_target_name (self->mapping, column);

  for (guint i = 0; i < targets->len; i++)
    {
      const YzImportTarget *target = g_ptr_array_index (targets, i);

      if (g_str_equal (target->name, name))
        return i;
    }
  return 0;
}

void
yz_import_set_target (YzImport *self, guint column, guint target)
{
  const YzImportTarget *chosen;

  g_return_if_fail (YZ_IS_IMPORT (self));

  if (yz_import_is_fixed (self) || self->mapping == NULL || target >= yz_import_get_targets (self)->len ||
      yz_import_get_target (self, column) == target)
    return;
  chosen = g_ptr_array_index (self->targets, target);
  yz_mapping_set_target (self->mapping, column, chosen->name, NULL);
  self->remember = TRUE;
  yz_import_judge (self);
  yz_import_tell_columns (self);
}

guint
yz_import_get_n_columns (YzImport *self)
{
  g_return_val_if_fail (YZ_IS_IMPORT (self), 0);
  return self->table != NULL ? yz_sheet_get_n_columns (self->table) : 0;
}

const char *
yz_import_get_heading (YzImport *self, guint column)
{
  g_return_val_if_fail (YZ_IS_IMPORT (self) && self->table != NULL, NULL);
  return yz_sheet_get_heading (self->table, column);
}

/* Longitude and latitude are read together: what was met stands under the longitude. */
static guint
get_counted_column (YzImport *self, guint column)
{
  const YzMappedColumn *mapped = yz_mapping_get_column (self->mapping, column);
  int lon = yz_mapping_find_field (self->mapping, "lon");

  return mapped->field != NULL && g_str_equal (mapped->field->name, "lat") && lon >= 0 ? (guint) lon : column;
}

char *
yz_import_dup_column_note (YzImport *self, guint column, gboolean *asks)
{
  const YzColumnCount *count;
  guint unknown;

  g_return_val_if_fail (YZ_IS_IMPORT (self), NULL);

  *asks = FALSE;
  if (self->plan == NULL)
    return g_strdup ("");
  count = yz_import_plan_get_column_count (self->plan, get_counted_column (self, column));
  if (count == NULL || yz_mapping_get_column (self->mapping, column)->target == YZ_TARGET_IGNORE)
    return g_strdup ("");
  unknown = count->unknown != NULL ? g_hash_table_size (count->unknown) : 0;
  *asks = unknown > 0 || count->n_read < count->n_values;
  if (unknown > 0)
    return g_strdup_printf (ngettext ("%u word not recognised", "%u words not recognised", unknown), unknown);
  if (count->n_read < count->n_values)
    return g_strdup_printf (_ ("%u of %u read"), count->n_read, count->n_values);
  return g_strdup_printf (ngettext ("%u value", "%u values", count->n_values), count->n_values);
}

void
yz_import_set_datum (YzImport *self, int datum)
{
  YzDatum stated;

  g_return_if_fail (YZ_IS_IMPORT (self));

  if (yz_import_is_fixed (self) || self->mapping == NULL ||
      (datum >= 0 && yz_mapping_get_datum (self->mapping, &stated) && (int) stated == datum))
    return;
  if (datum >= 0)
    yz_mapping_set_datum (self->mapping, (YzDatum) datum);
  else
    yz_mapping_unset_datum (self->mapping);
  self->remember = TRUE;
  yz_import_judge (self);
}

GPtrArray *
yz_import_list_kinds (void)
{
  g_autoptr (GPtrArray) others = yz_records_list_kinds ();
  GPtrArray *kinds = g_ptr_array_new ();

  g_ptr_array_add (kinds, (gpointer) &yz_station_kind);
  for (guint i = 0; i < others->len; i++)
    if (!((const YzKind *) g_ptr_array_index (others, i))->append_only)
      g_ptr_array_add (kinds, g_ptr_array_index (others, i));
  g_ptr_array_add (kinds, (gpointer) &yz_receipt_list_kind);
  g_ptr_array_add (kinds, (gpointer) &yz_opening_list_kind);
  return kinds;
}
