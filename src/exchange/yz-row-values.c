/* What cells say, put together in a row: several columns may go into one field, and one cell into two. */
#include "config.h"

#include "yz-row-values-private.h"

#include "yz-text.h"
#include "yz-value-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
append_texts (GVariantBuilder *builder, GVariant *list)
{
  GVariantIter iter;
  const char *text;

  g_variant_iter_init (&iter, list);
  while (g_variant_iter_next (&iter, "&s", &text))
    g_variant_builder_add (builder, "s", text);
}

/* Telephones of several columns make one list. */
static void
add_to_list (YzSheetRow *row, const YzField *field, GVariant *value)
{
  GVariant *before = row->values[yz_kind_get_index (row->kind, field)];
  GVariantBuilder builder;

  if (value == NULL)
    return;
  if (before == NULL)
    {
      yz_sheet_row_set (row, field, YZ_ROW_VALUE, value);
      return;
    }
  g_variant_builder_init (&builder, G_VARIANT_TYPE_STRING_ARRAY);
  append_texts (&builder, before);
  append_texts (&builder, value);
  yz_sheet_row_set (row, field, YZ_ROW_VALUE, g_variant_builder_end (&builder));
}

static GVariant *
with_entry (GVariant *map, const char *key, const char *nick)
{
  GVariantBuilder builder;
  GVariantIter iter;
  const char *other, *other_nick, *since;
  gboolean placed = FALSE;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{s(ss)}"));
  if (map != NULL)
    {
      g_variant_iter_init (&iter, map);
      while (g_variant_iter_next (&iter, "{&s(&s&s)}", &other, &other_nick, &since))
        {
          int order = strcmp (key, other);

          if (!placed && order <= 0)
            g_variant_builder_add (&builder, "{s(ss)}", key, nick, "");
          placed = placed || order <= 0;
          if (order != 0)
            g_variant_builder_add (&builder, "{s(ss)}", other, other_nick, since);
        }
    }
  if (!placed)
    g_variant_builder_add (&builder, "{s(ss)}", key, nick, "");
  return g_variant_builder_end (&builder);
}

static void
take_element (YzSheetRow *row, const YzMappedColumn *column, const YzRowCell *cell)
{
  guint i = yz_kind_get_index (row->kind, column->field);
  YzRowPresence presence = row->presence[i] == YZ_ROW_VALUE ? YZ_ROW_VALUE : YZ_ROW_ELEMENTS;

  if (cell->value != NULL)
    yz_sheet_row_set (row, column->field, presence,
                      with_entry (row->values[i], column->key, g_variant_get_string (cell->value, NULL)));
  else if (cell->second != NULL)
    {
      GVariant *removed =
        g_variant_ref_sink (with_entry (row->removed[i], column->key, column->field->choices[0].nick));

      g_clear_pointer (&row->removed[i], g_variant_unref);
      row->removed[i] = removed;
      row->presence[i] = presence;
    }
}

static const YzField *
find_field (const YzSheetRow *row, const char *name)
{
  return yz_kind_find_field (row->kind, name);
}

static void
take_hours_text (YzSheetRow *row, const YzMappedColumn *column, const YzRowCell *cell, gboolean has_hours_column)
{
  const YzField *hours = find_field (row, "hours");

  yz_sheet_row_set (row, column->field, YZ_ROW_VALUE, cell->value);
  if (hours != NULL && !has_hours_column)
    yz_sheet_row_set (row, hours, YZ_ROW_VALUE, cell->second);
}

/* A column of standard syntax; what is not standard is kept as it is written, and the hours are unknown then: the old
   ones do not hold any more. */
static void
take_hours (YzSheetRow *row, const YzMappedColumn *column, const YzRowCell *cell)
{
  const YzField *text = find_field (row, "hours_text");

  yz_sheet_row_set (row, column->field, YZ_ROW_VALUE, cell->second);
  if (cell->second == NULL && text != NULL && row->values[yz_kind_get_index (row->kind, text)] == NULL)
    yz_sheet_row_set (row, text, YZ_ROW_VALUE, cell->value);
}

static void
take_phones (YzSheetRow *row, const YzMappedColumn *column, const YzRowCell *cell)
{
  const YzField *contact = find_field (row, "contact");

  add_to_list (row, column->field, cell->value);
  if (cell->second != NULL && contact != NULL && row->presence[yz_kind_get_index (row->kind, contact)] == YZ_ROW_ABSENT)
    yz_sheet_row_set (row, contact, YZ_ROW_VALUE, cell->second);
}

void
yz_row_values_take (YzSheetRow *row, const YzMappedColumn *column, const YzRowCell *cell, gboolean has_hours_column)
{
  const YzField *field = column->field;
  guint i = yz_kind_get_index (row->kind, field);

  if (column->target == YZ_TARGET_ELEMENT)
    take_element (row, column, cell);
  else if (yz_field_holds_phones (field))
    take_phones (row, column, cell);
  else if (g_str_equal (field->name, "hours_text"))
    take_hours_text (row, column, cell, has_hours_column);
  else if (g_str_equal (field->name, "hours"))
    take_hours (row, column, cell);
  else if (field->type == YZ_FIELD_LIST)
    add_to_list (row, field, cell->value);
  else if (cell->value != NULL)
    yz_sheet_row_set (row, field, YZ_ROW_VALUE, cell->value);
  else
    row->presence[i] = YZ_ROW_UNREAD;
}

/* "昆明市-官渡区" is a city and its district: the district is what counts. */
static char *
read_district (const char *text)
{
  const char *dash = strrchr (text, '-');

  if (dash == NULL || dash == text || dash[1] == '\0' || !yz_text_is_han (g_utf8_get_char (dash + 1)))
    return g_strdup (text);
  return g_strdup (dash + 1);
}

void
yz_row_values_take_text (YzSheetRow *row, const YzField *field, const char *cell)
{
  g_autofree char *text = field->type == YZ_FIELD_NOTE ? yz_value_strip (cell) : yz_row_cell_to_line (cell);

  if (g_str_equal (field->name, "district"))
    {
      g_autofree char *district = read_district (text);

      yz_sheet_row_set (row, field, YZ_ROW_VALUE, g_variant_new_string (district));
    }
  else
    yz_sheet_row_set (row, field, YZ_ROW_VALUE, g_variant_new_take_string (g_steal_pointer (&text)));
}

void
yz_row_report (const YzSheet *sheet, guint index, YzSheetRow *row, YzFindingLevel level, guint column,
               const char *problem)
{
  guint number = yz_sheet_get_row_number (sheet, index);

  if (column == G_MAXUINT)
    yz_sheet_row_add_finding (row, level, column, _ ("Row %u: %s"), number, problem);
  else
    yz_sheet_row_add_finding (row, level, column, _ ("Row %u, “%s”: %s"), number, yz_sheet_get_heading (sheet, column),
                              problem);
}
