/*
 * Rows are kept as offsets into one array of cell pointers; the texts lie in the file's own decoded text or in one
 * chunk. Two hundred thousand rows cost little more than their text. A closed table does not change but for its
 * headings, so any thread may read it.
 */
#include "config.h"

#include "yz-table-private.h"

#include "yz-heading.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define MAX_TITLE_ROWS 20
#define CHUNK_SIZE (64 * 1024)

typedef struct
{
  guint start;  /* of its cells */
  guint number; /* as shown */
} Row;

struct _YzTable
{
  char *source;
  char *layer;
  GPtrArray *buffers;
  GStringChunk *chunk;
  GArray *cells;  /* const char *, of all rows */
  GArray *rows;   /* Row */
  GArray *points; /* YzPosition, NAN without; shorter than rows or NULL where none has one */
  GArray *data;   /* guint: those of rows that are records */
  GPtrArray *names;
  guint heading; /* index into rows, or YZ_TABLE_NONE */
  guint n_columns;
};

G_DEFINE_BOXED_TYPE (YzTable, yz_table, yz_table_ref, yz_table_unref)

YzTable *
yz_table_new (const char *source, const char *layer)
{
  YzTable *table = g_atomic_rc_box_new0 (YzTable);

  table->source = g_strdup (source);
  table->layer = g_strdup (layer != NULL ? layer : "");
  table->buffers = g_ptr_array_new_with_free_func (g_free);
  table->chunk = g_string_chunk_new (CHUNK_SIZE);
  table->cells = g_array_new (FALSE, FALSE, sizeof (const char *));
  table->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  table->data = g_array_new (FALSE, FALSE, sizeof (guint));
  table->heading = YZ_TABLE_NONE;
  return table;
}

YzTable *
yz_table_ref (YzTable *table)
{
  return g_atomic_rc_box_acquire (table);
}

static void
clear (YzTable *table)
{
  g_clear_pointer (&table->source, g_free);
  g_clear_pointer (&table->layer, g_free);
  g_clear_pointer (&table->buffers, g_ptr_array_unref);
  g_clear_pointer (&table->chunk, g_string_chunk_free);
  g_clear_pointer (&table->cells, g_array_unref);
  g_clear_pointer (&table->rows, g_array_unref);
  g_clear_pointer (&table->points, g_array_unref);
  g_clear_pointer (&table->data, g_array_unref);
  g_clear_pointer (&table->names, g_ptr_array_unref);
}

void
yz_table_unref (YzTable *table)
{
  g_atomic_rc_box_release_full (table, (GDestroyNotify) clear);
}

void
yz_table_keep (YzTable *table, char *buffer)
{
  g_ptr_array_add (table->buffers, buffer);
}

gboolean
yz_table_begin_row (YzTable *table, guint number, GError **error)
{
  Row row = { table->cells->len, number };

  if (table->rows->len >= YZ_TABLE_MAX_ROWS)
    {
      g_set_error (error, YZ_EXCHANGE_ERROR, YZ_EXCHANGE_ERROR_TOO_LARGE,
                   _ ("This list has more than %u rows: split it first"), YZ_TABLE_MAX_ROWS);
      return FALSE;
    }
  g_array_append_val (table->rows, row);
  return TRUE;
}

static const Row *
get_row (const YzTable *table, guint index)
{
  return &g_array_index (table->rows, Row, index);
}

static guint
count_cells (const YzTable *table, guint index)
{
  guint end = index + 1 < table->rows->len ? get_row (table, index + 1)->start : table->cells->len;

  return end - get_row (table, index)->start;
}

static const char *
get_raw (const YzTable *table, guint index, guint column)
{
  if (column >= count_cells (table, index))
    return "";
  return g_array_index (table->cells, const char *, get_row (table, index)->start + column);
}

void
yz_table_add_cell (YzTable *table, const char *text)
{
  /* what lies behind the last column of a spreadsheet is not part of a list */
  if (count_cells (table, table->rows->len - 1) < YZ_TABLE_MAX_COLUMNS)
    g_array_append_val (table->cells, text);
}

void
yz_table_add_copy (YzTable *table, const char *text)
{
  yz_table_add_cell (table, *text != '\0' ? g_string_chunk_insert (table->chunk, text) : "");
}

void
yz_table_set_point (YzTable *table, YzPosition point)
{
  static const YzPosition none = { NAN, NAN };

  if (table->points == NULL)
    table->points = g_array_new (FALSE, FALSE, sizeof (YzPosition));
  while (table->points->len + 1 < table->rows->len)
    g_array_append_val (table->points, none);
  g_array_append_val (table->points, point);
}

void
yz_table_set_names (YzTable *table, GPtrArray *names)
{
  g_clear_pointer (&table->names, g_ptr_array_unref);
  table->names = names;
}

static guint
count_texts (const YzTable *table, guint index)
{
  guint n = 0;

  for (guint i = 0; i < count_cells (table, index); i++)
    if (*get_raw (table, index, i) != '\0')
      n++;
  return n;
}

static gboolean
has_point (const YzTable *table, guint index)
{
  return table->points != NULL && index < table->points->len &&
         yz_position_is_valid (g_array_index (table->points, YzPosition, index));
}

/* How well a row would do as headings: words that are known, none empty, none a number. */
static double
rate_headings (const YzTable *table, guint index)
{
  guint texts = 0, known = 0, numbers = 0;

  for (guint i = 0; i < count_cells (table, index); i++)
    {
      const char *text = get_raw (table, index, i);

      if (*text == '\0')
        continue;
      texts++;
      if (yz_heading_is_known (text))
        known++;
      else if (yz_heading_is_value (text))
        numbers++;
    }
  return texts == 0 ? -1 : 3.0 * known + 0.1 * texts - 2.0 * numbers;
}

static guint
find_heading_row (const YzTable *table)
{
  guint best = YZ_TABLE_NONE, first = YZ_TABLE_NONE;
  double best_rating = 2.5;

  for (guint i = 0; i < MIN (table->rows->len, MAX_TITLE_ROWS); i++)
    {
      double rating = rate_headings (table, i);

      if (rating > best_rating)
        {
          best = i;
          /* records may hold words that are headings elsewhere: a later row has to be much better */
          best_rating = 1.5 * rating;
        }
      /* titles stand alone in their rows: the first row with several texts holds the headings if no word is known */
      if (first == YZ_TABLE_NONE && count_texts (table, i) >= 2)
        first = i;
    }
  if (best != YZ_TABLE_NONE)
    return best;
  if (first == YZ_TABLE_NONE)
    return table->rows->len > 1 ? 0 : YZ_TABLE_NONE;
  /* a first row that is full of values is a record */
  return rate_headings (table, first) > 0 ? first : YZ_TABLE_NONE;
}

static void
collect_rows (YzTable *table)
{
  guint from = table->heading == YZ_TABLE_NONE ? 0 : table->heading + 1;

  g_array_set_size (table->data, 0);
  table->n_columns = table->names != NULL ? table->names->len : 0;
  if (table->heading != YZ_TABLE_NONE)
    table->n_columns = count_cells (table, table->heading);

  for (guint i = from; i < table->rows->len; i++)
    {
      if (count_texts (table, i) == 0 && !has_point (table, i))
        continue;
      g_array_append_val (table->data, i);
      for (guint column = count_cells (table, i); column > table->n_columns; column--)
        if (*get_raw (table, i, column - 1) != '\0')
          table->n_columns = column;
    }
  while (table->names == NULL && table->n_columns > 0 && table->heading != YZ_TABLE_NONE &&
         *get_raw (table, table->heading, table->n_columns - 1) == '\0' && table->data->len == 0)
    table->n_columns--;
}

void
yz_table_find_headings (YzTable *table)
{
  if (table->names == NULL)
    table->heading = find_heading_row (table);
  collect_rows (table);
}

const char *
yz_table_get_source (const YzTable *table)
{
  return table->source;
}

const char *
yz_table_get_layer (const YzTable *table)
{
  return table->layer;
}

guint
yz_table_get_n_columns (const YzTable *table)
{
  return table->n_columns;
}

guint
yz_table_get_n_rows (const YzTable *table)
{
  return table->data->len;
}

const char *
yz_table_get_heading (const YzTable *table, guint column)
{
  g_return_val_if_fail (column < table->n_columns, "");

  if (table->names != NULL)
    return column < table->names->len ? g_ptr_array_index (table->names, column) : "";
  return table->heading != YZ_TABLE_NONE ? get_raw (table, table->heading, column) : "";
}

static guint
get_index (const YzTable *table, guint row)
{
  return g_array_index (table->data, guint, row);
}

const char *
yz_table_get_cell (const YzTable *table, guint row, guint column)
{
  g_return_val_if_fail (row < table->data->len, "");
  return get_raw (table, get_index (table, row), column);
}

guint
yz_table_get_row_number (const YzTable *table, guint row)
{
  g_return_val_if_fail (row < table->data->len, YZ_TABLE_NONE);
  return get_row (table, get_index (table, row))->number;
}

guint
yz_table_get_heading_row (const YzTable *table)
{
  return table->heading != YZ_TABLE_NONE ? get_row (table, table->heading)->number : YZ_TABLE_NONE;
}

gboolean
yz_table_set_heading_row (YzTable *table, guint number)
{
  guint index = 0;

  if (table->names != NULL)
    return number == YZ_TABLE_NONE;
  while (number != YZ_TABLE_NONE && index < table->rows->len && get_row (table, index)->number != number)
    index++;
  if (number != YZ_TABLE_NONE && index == table->rows->len)
    return FALSE;

  table->heading = number == YZ_TABLE_NONE ? YZ_TABLE_NONE : index;
  collect_rows (table);
  return TRUE;
}

gboolean
yz_table_has_points (const YzTable *table)
{
  return table->points != NULL;
}

gboolean
yz_table_get_point (const YzTable *table, guint row, YzPosition *point)
{
  guint index = get_index (table, row);

  if (!has_point (table, index))
    return FALSE;
  *point = g_array_index (table->points, YzPosition, index);
  return TRUE;
}
