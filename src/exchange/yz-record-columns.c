#include "config.h"

#include "yz-record-columns.h"

#include "yz-mask.h"
#include "yz-value-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _YzRecordColumns
{
  const YzKind *kind;
  GPtrArray *fields; /* const YzField * */
  GArray *columns;   /* YzListColumn */
  YzDatum datum;
  YzExportFlags flags;
  const YzWordList *words;
  YzTitleFunc get_title;
  gpointer title_data;
};

static void
clear_column (gpointer data)
{
  YzListColumn *column = data;

  g_clear_pointer (&column->heading, g_free);
}

static gboolean
is_position (const YzField *field)
{
  return g_str_equal (field->name, "lon") || g_str_equal (field->name, "lat");
}

static YzListType
get_type (const YzField *field)
{
  switch (field->type)
    {
    case YZ_FIELD_INTEGER:
      return YZ_LIST_INTEGER;
    case YZ_FIELD_REAL:
      return YZ_LIST_REAL;
    case YZ_FIELD_DATE:
      return YZ_LIST_DATE;
    case YZ_FIELD_TEXT:
    case YZ_FIELD_NOTE:
    case YZ_FIELD_CHOICE:
    case YZ_FIELD_BOOLEAN:
    case YZ_FIELD_MONEY:
    case YZ_FIELD_TIME:
    case YZ_FIELD_REF:
    case YZ_FIELD_LIST:
    case YZ_FIELD_MAP:
    default:
      return YZ_LIST_TEXT;
    }
}

static char *
make_heading (const YzRecordColumns *self, const YzField *field)
{
  const char *name = (self->flags & YZ_EXPORT_FIELD_NAMES) != 0 ? field->name : _ (field->title);

  return is_position (field) ? g_strdup_printf ("%s (%s)", name, yz_datum_get_name (self->datum)) : g_strdup (name);
}

static void
add_field (YzRecordColumns *self, const YzField *field)
{
  YzListColumn column;

  if (field == NULL || (field->flags & YZ_FIELD_INTERNAL) != 0 || g_str_equal (field->name, "datum"))
    return;
  column = (YzListColumn){ make_heading (self, field), get_type (field) };
  g_ptr_array_add (self->fields, (gpointer) field);
  g_array_append_val (self->columns, column);
}

YzRecordColumns *
yz_record_columns_new (const YzKind *kind, const char *const *fields, YzDatum datum, YzExportFlags flags,
                       const YzWordList *words, YzTitleFunc get_title, gpointer user_data)
{
  YzRecordColumns *self = g_new0 (YzRecordColumns, 1);

  self->kind = kind;
  self->fields = g_ptr_array_new ();
  self->columns = g_array_new (FALSE, TRUE, sizeof (YzListColumn));
  g_array_set_clear_func (self->columns, clear_column);
  self->datum = datum;
  self->flags = flags;
  self->words = words;
  self->get_title = get_title;
  self->title_data = user_data;

  for (guint i = 0; fields == NULL && i < kind->n_fields; i++)
    add_field (self, &kind->fields[i]);
  for (guint i = 0; fields != NULL && fields[i] != NULL; i++)
    add_field (self, yz_kind_find_field (kind, fields[i]));
  return self;
}

void
yz_record_columns_free (YzRecordColumns *self)
{
  g_ptr_array_unref (self->fields);
  g_array_unref (self->columns);
  g_free (self);
}

const YzListColumn *
yz_record_columns_get (const YzRecordColumns *self, guint *n_columns)
{
  *n_columns = self->columns->len;
  return (const YzListColumn *) self->columns->data;
}

guint
yz_record_columns_get_title (const YzRecordColumns *self)
{
  const YzField *title = yz_kind_find_field (self->kind, self->kind->title_field);
  guint column;

  return g_ptr_array_find (self->fields, title, &column) ? column : 0;
}

static char *
format_value (const YzRecordColumns *self, const YzField *field, GVariant *value)
{
  g_autoptr (GVariant) shown = NULL;
  char *title = NULL;

  if (value == NULL)
    return g_strdup ("");
  if (field->type == YZ_FIELD_MAP)
    return yz_word_list_write (self->words, field, value);
  if (field->type == YZ_FIELD_REF && self->get_title != NULL)
    title = self->get_title (field->ref_kind, g_variant_get_string (value, NULL), self->title_data);
  if (title != NULL)
    return title;
  shown = (self->flags & YZ_EXPORT_UNMASKED) != 0 ? g_variant_ref (value) : yz_mask_value (field, value);
  return yz_field_format (field, shown);
}

static gboolean
find_point (const YzRecordColumns *self, YzRecord *record, YzPosition *point)
{
  if (yz_kind_find_field (self->kind, "lon") == NULL || yz_record_get (record, "lon") == NULL ||
      yz_record_get (record, "lat") == NULL)
    return FALSE;
  *point = yz_datum_convert ((YzPosition){ yz_record_get_real (record, "lon"), yz_record_get_real (record, "lat") },
                             YZ_DATUM_WGS84, self->datum);
  return TRUE;
}

/* Seven decimals of a degree are a centimetre, two of a metre as well. */
static char *
format_coordinate (const YzRecordColumns *self, double number)
{
  double scale = self->datum == YZ_DATUM_BD09MC ? 100 : 1e7;

  return yz_value_format_real (round (number * scale) / scale);
}

gboolean
yz_record_columns_format (const YzRecordColumns *self, YzRecord *record, char **cells, YzPosition *point)
{
  gboolean has_point = find_point (self, record, point);

  for (guint i = 0; i < self->fields->len; i++)
    {
      const YzField *field = g_ptr_array_index (self->fields, i);

      if (has_point && is_position (field))
        cells[i] = format_coordinate (self, g_str_equal (field->name, "lon") ? point->lon : point->lat);
      else
        cells[i] = format_value (self, field, yz_record_get (record, field->name));
    }
  return has_point;
}
