/* A whole row: column by column, then what several columns say together. */
#include "config.h"

#include "yz-row-reader.h"

#include "yz-phone-text.h"
#include "yz-row-cell-private.h"
#include "yz-row-position-private.h"
#include "yz-row-values-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_MEMORY 32768 /* cells remembered for each column */

typedef struct
{
  YzMappedColumn mapped;
  GHashTable *cells; /* text → YzRowCell */
  YzRowCell *last;   /* one that is not worth remembering */
  guint n_asked;
  guint n_remembered;
  gboolean all_different;
  YzColumnCount count;
} Column;

struct _YzRowReader
{
  YzSheet *sheet;
  const YzKind *kind;
  YzDatum datum;
  YzRowCellReader cells;
  YzPositionSource position;
  GArray *columns;
};

static void
clear_column (gpointer data)
{
  Column *column = data;

  g_clear_pointer (&column->mapped.key, g_free);
  g_clear_pointer (&column->cells, g_hash_table_unref);
  g_clear_pointer (&column->last, yz_row_cell_free);
  g_clear_pointer (&column->count.unknown, g_hash_table_unref);
}

YzRowReader *
yz_row_reader_new (YzSheet *sheet, const YzMapping *mapping, const YzWordList *words, YzDatum datum,
                   YzReferenceFunc find_reference, gpointer user_data)
{
  YzRowReader *reader = g_new0 (YzRowReader, 1);

  reader->sheet = yz_sheet_ref (sheet);
  reader->kind = yz_mapping_get_kind (mapping);
  reader->datum = datum;
  reader->cells.words = words;
  reader->cells.find_reference = find_reference;
  reader->cells.reference_data = user_data;
  reader->cells.has_hours_column = yz_mapping_find_field (mapping, "hours") >= 0;
  reader->position = yz_position_source_find (sheet, mapping);
  reader->columns = g_array_new (FALSE, TRUE, sizeof (Column));
  g_array_set_clear_func (reader->columns, clear_column);

  for (guint i = 0; i < yz_mapping_get_n_columns (mapping); i++)
    {
      Column column = { .mapped = *yz_mapping_get_column (mapping, i) };

      column.mapped.key = g_strdup (column.mapped.key);
      column.cells = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) yz_row_cell_free);
      column.count.unknown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_array_append_val (reader->columns, column);
    }
  return reader;
}

void
yz_row_reader_free (YzRowReader *reader)
{
  g_clear_pointer (&reader->columns, g_array_unref);
  g_clear_pointer (&reader->sheet, yz_sheet_unref);
  g_free (reader);
}

const YzColumnCount *
yz_row_reader_get_count (const YzRowReader *reader, guint column)
{
  g_return_val_if_fail (column < reader->columns->len, NULL);
  return &g_array_index (reader->columns, Column, column).count;
}

/* When the memory is full, a column must have shown that its cells come again. */
static void
forget (Column *column)
{
  column->all_different = column->n_remembered * 2 < column->n_asked;
  g_hash_table_remove_all (column->cells);
}

static const YzRowCell *
recall (const YzRowReader *reader, Column *column, const char *text)
{
  YzRowCell *cell = column->all_different ? NULL : g_hash_table_lookup (column->cells, text);

  column->n_asked++;
  if (cell != NULL)
    {
      column->n_remembered++;
      return cell;
    }
  cell = yz_row_cell_read (&reader->cells, &column->mapped, text);
  if (g_hash_table_size (column->cells) >= MAX_MEMORY)
    forget (column);
  if (column->all_different)
    {
      g_clear_pointer (&column->last, yz_row_cell_free);
      column->last = cell;
    }
  else
    g_hash_table_insert (column->cells, g_strdup (text), cell);
  return cell;
}

/* Which problems refuse a row: numbers, dates, and a word where the record cannot do without the right one. A list of
 * facilities with a strange word is still a list of stations, and so is one with hours in words. */
static YzFindingLevel
get_level (const YzField *field, YzTarget target)
{
  if (target == YZ_TARGET_ELEMENT || field->type == YZ_FIELD_LIST || yz_row_cell_is_hours (field))
    return YZ_FINDING_NOTE;
  if (field->type == YZ_FIELD_MAP || field->type == YZ_FIELD_REF)
    return YZ_FINDING_WARNING;
  if (field->type == YZ_FIELD_CHOICE || field->type == YZ_FIELD_BOOLEAN)
    return (field->flags & YZ_FIELD_REQUIRED) != 0 ? YZ_FINDING_ERROR : YZ_FINDING_WARNING;
  return YZ_FINDING_ERROR;
}

static void
count_cell (Column *column, const YzRowCell *cell)
{
  column->count.n_values++;
  if (cell->problem == NULL)
    column->count.n_read++;
  if (cell->second != NULL ||
      (yz_field_holds_phones (column->mapped.field) && cell->value != NULL && g_variant_n_children (cell->value) > 1))
    column->count.n_special++;
  for (guint i = 0; cell->unknown != NULL && i < cell->unknown->len; i++)
    if (!g_hash_table_contains (column->count.unknown, g_ptr_array_index (cell->unknown, i)))
      g_hash_table_add (column->count.unknown, g_strdup (g_ptr_array_index (cell->unknown, i)));
}

static gboolean
is_free_text (const Column *column)
{
  return column->mapped.target == YZ_TARGET_FIELD &&
         (column->mapped.field->type == YZ_FIELD_TEXT || column->mapped.field->type == YZ_FIELD_NOTE) &&
         !g_str_has_prefix (column->mapped.field->name, "hours");
}

static gboolean
says_nothing (const Column *column, const char *cell)
{
  /* "无" is an answer where yes and no are asked */
  if (column->mapped.target == YZ_TARGET_ELEMENT || column->mapped.field->type == YZ_FIELD_BOOLEAN)
    return *cell == '\0' || (*cell != '\xe6' && yz_row_cell_is_nothing (cell));
  return yz_row_cell_is_nothing (cell);
}

static gboolean
is_read (const YzRowReader *reader, guint n)
{
  YzTarget target = g_array_index (reader->columns, Column, n).mapped.target;

  return (target == YZ_TARGET_FIELD || target == YZ_TARGET_ELEMENT) && (int) n != reader->position.lon &&
         (int) n != reader->position.lat;
}

static void
read_column (YzRowReader *reader, YzSheetRow *row, guint index, guint n)
{
  Column *column = &g_array_index (reader->columns, Column, n);
  const char *text = yz_sheet_get_cell (reader->sheet, index, n);
  const YzField *field = column->mapped.field;
  const YzRowCell *cell;
  guint place = yz_kind_get_index (row->kind, field);

  if (says_nothing (column, text))
    {
      if (row->presence[place] == YZ_ROW_ABSENT && column->mapped.target == YZ_TARGET_FIELD)
        row->presence[place] = YZ_ROW_EMPTY;
      return;
    }
  if (is_free_text (column))
    {
      /* texts are all different: they are not worth remembering */
      yz_row_values_take_text (row, field, text);
      column->count.n_values++;
      column->count.n_read++;
      return;
    }
  cell = recall (reader, column, text);
  count_cell (column, cell);
  yz_row_values_take (row, &column->mapped, cell, reader->cells.has_hours_column);
  if (cell->problem != NULL)
    yz_row_report (reader->sheet, index, row, get_level (field, column->mapped.target), n, cell->problem);
}

static void
read_position (YzRowReader *reader, YzSheetRow *row, guint index)
{
  guint column = yz_position_source_get_column (&reader->position);
  YzPositionState state = yz_position_source_take (reader->sheet, &reader->position, index, reader->datum, row);

  if (column == G_MAXUINT || state == YZ_POSITION_NONE)
    return;
  g_array_index (reader->columns, Column, column).count.n_values++;
  if (state == YZ_POSITION_READ || state == YZ_POSITION_SWAPPED)
    g_array_index (reader->columns, Column, column).count.n_read++;
}

/* A number at the end of an address is proposed, not taken: it may belong to the house. */
static void
look_at_address (const YzRowReader *reader, YzSheetRow *row, guint index)
{
  const char *address = yz_sheet_row_get_text (row, "address");
  g_autofree char *number = NULL;

  if (address == NULL || yz_sheet_row_get (row, "phones") != NULL ||
      (strchr (address, ')') == NULL && strstr (address, "）") == NULL))
    return;
  number = yz_phone_find_in_address (address);
  if (number != NULL)
    yz_sheet_row_add_finding (row, YZ_FINDING_NOTE, G_MAXUINT,
                              _ ("Row %u: the address ends with %s, which may be the telephone number; "
                                 "it was not taken over"),
                              yz_sheet_get_row_number (reader->sheet, index), number);
}

static void
require_title (const YzRowReader *reader, YzSheetRow *row, guint index)
{
  const YzField *field = yz_kind_find_field (row->kind, row->kind->title_field);
  guint number = yz_sheet_get_row_number (reader->sheet, index);

  if (row->presence[yz_kind_get_index (row->kind, field)] == YZ_ROW_EMPTY)
    yz_sheet_row_add_finding (row, YZ_FINDING_ERROR, G_MAXUINT, _ ("Row %u: %s is missing"), number, _ (field->title));
}

void
yz_row_reader_read (YzRowReader *reader, guint index, YzSheetRow *row)
{
  yz_sheet_row_clear (row);
  for (guint i = 0; i < reader->columns->len; i++)
    if (is_read (reader, i))
      read_column (reader, row, index, i);
  if (yz_position_source_is_there (&reader->position))
    read_position (reader, row, index);
  look_at_address (reader, row, index);
  require_title (reader, row, index);
}
