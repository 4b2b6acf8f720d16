/* The columns of a list that is imported, and what they can go into. */
#include "config.h"

#include "yz-import-private.h"

#include "yz-kinds.h"

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

static void
add_service_targets (YzImport *self)
{
  YzStore *store = yz_session_get_store (self->session);
  g_autoptr (YzQuery) query = yz_query_new (&yz_service_kind);
  g_autoptr (GArray) rows = NULL;

  yz_query_set_order (query, "position", FALSE);
  rows = yz_store_query (store, query, NULL, NULL);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      g_autoptr (YzRecord) service = yz_store_load_row (store, &yz_service_kind, g_array_index (rows, gint64, i), NULL);

      if (service != NULL)
        add_target (self->targets, g_strdup_printf ("services.%s", yz_record_get_text (service, "code")),
                    /* Translators: %s is the name of a service that has a column of its own */
                    g_strdup_printf (_ ("Service: %s"), yz_record_get_title (service)));
    }
}

GPtrArray *
yz_import_get_targets (YzImport *self)
{
  const YzKind *kind = &yz_station_kind;

  g_return_val_if_fail (YZ_IS_IMPORT (self), NULL);

  if (self->targets != NULL)
    return self->targets;
  self->targets = g_ptr_array_new_with_free_func (target_free);
  add_target (self->targets, g_strdup ("-"), g_strdup (_ ("Not imported")));
  for (guint i = 0; i < kind->n_fields; i++)
    if ((kind->fields[i].flags & YZ_FIELD_INTERNAL) == 0)
      add_target (self->targets, g_strdup (kind->fields[i].name), g_strdup (_ (kind->fields[i].title)));
  add_target (self->targets, g_strdup ("position"), g_strdup (_ ("Longitude, latitude")));
  add_service_targets (self);
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

static void
apply_target (YzImport *self, guint column, const char *name)
{
  const YzField *field;

  if (g_str_equal (name, "-"))
    yz_mapping_set_column (self->mapping, column, YZ_TARGET_IGNORE, NULL, NULL, 1);
  else if (g_str_equal (name, "position"))
    yz_mapping_set_column (self->mapping, column, YZ_TARGET_PAIR, NULL, NULL, 1);
  else if (g_str_has_prefix (name, "services."))
    {
      field = yz_kind_find_field (&yz_station_kind, "services");
      yz_mapping_set_column (self->mapping, column, YZ_TARGET_ELEMENT, field, name + strlen ("services."), 1);
    }
  else
    yz_mapping_set_column (self->mapping, column, YZ_TARGET_FIELD, yz_kind_find_field (&yz_station_kind, name), NULL,
                           1);
}

void
yz_import_set_target (YzImport *self, guint column, guint target)
{
  GPtrArray *targets;

  g_return_if_fail (YZ_IS_IMPORT (self));

  targets = yz_import_get_targets (self);
  if (self->writing || self->mapping == NULL || target >= targets->len || yz_import_get_target (self, column) == target)
    return;
  apply_target (self, column, ((YzImportTarget *) g_ptr_array_index (targets, target))->name);
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

const char *const *
yz_import_get_layers (YzImport *self)
{
  g_return_val_if_fail (YZ_IS_IMPORT (self), NULL);
  return (const char *const *) self->layers;
}

void
yz_import_set_layer (YzImport *self, const char *layer)
{
  g_return_if_fail (YZ_IS_IMPORT (self));

  if (self->path != NULL && g_strcmp0 (yz_sheet_get_layer (self->table), layer) != 0)
    yz_import_read_file (self, self->path, layer);
}

void
yz_import_set_datum (YzImport *self, int datum)
{
  YzDatum stated;

  g_return_if_fail (YZ_IS_IMPORT (self));

  if (self->writing || self->mapping == NULL ||
      (datum >= 0 && yz_mapping_get_datum (self->mapping, &stated) && (int) stated == datum))
    return;
  if (datum >= 0)
    yz_mapping_set_datum (self->mapping, (YzDatum) datum);
  else
    yz_mapping_unset_datum (self->mapping);
  self->remember = TRUE;
  yz_import_judge (self);
}
