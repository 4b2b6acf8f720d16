/*
 * Rows are kept as offsets into one array of cell pointers; the texts lie in the file's own decoded text or in one
 * chunk. Two hundred thousand rows cost little more than their text. A closed sheet does not change, so any thread may
 * read it; with other headings it is another sheet of the same cells.
 */
#include "config.h"

#include "yz-sheet-private.h"

#include "yz-heading.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MAX_TITLE_ROWS 20
#define CHUNK_SIZE (64 * 1024)

typedef struct
{
  guint start;  /* of its cells */
  guint number; /* as shown */
} Row;

struct _YzSheet
{
  YzSheet *origin; /* that keeps the texts of the cells, NULL for this one itself */
  char *source;
  char *layer;
  GPtrArray *buffers;
  GStringChunk *chunk;
  GArray *cells;  /* const char *, of all rows */
  GArray *rows;   /* Row */
  GArray *points; /* YzPosition, NAN without; shorter than rows or NULL where none has one */
  GArray *data;   /* guint: those of rows that are records */
  GPtrArray *names;
  guint heading; /* index into rows, or YZ_SHEET_NONE */
  guint n_columns;
};

G_DEFINE_BOXED_TYPE (YzSheet, yz_sheet, yz_sheet_ref, yz_sheet_unref)

YzSheet *
yz_sheet_new (const char *source, const char *layer)
{
  YzSheet *sheet = g_atomic_rc_box_new0 (YzSheet);

  sheet->source = g_strdup (source);
  sheet->layer = g_strdup (layer != NULL ? layer : "");
  sheet->buffers = g_ptr_array_new_with_free_func (g_free);
  sheet->chunk = g_string_chunk_new (CHUNK_SIZE);
  sheet->cells = g_array_new (FALSE, FALSE, sizeof (const char *));
  sheet->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  sheet->data = g_array_new (FALSE, FALSE, sizeof (guint));
  sheet->heading = YZ_SHEET_NONE;
  return sheet;
}

YzSheet *
yz_sheet_ref (YzSheet *sheet)
{
  return g_atomic_rc_box_acquire (sheet);
}

static void
clear (YzSheet *sheet)
{
  g_clear_pointer (&sheet->origin, yz_sheet_unref);
  g_clear_pointer (&sheet->source, g_free);
  g_clear_pointer (&sheet->layer, g_free);
  g_clear_pointer (&sheet->buffers, g_ptr_array_unref);
  g_clear_pointer (&sheet->chunk, g_string_chunk_free);
  g_clear_pointer (&sheet->cells, g_array_unref);
  g_clear_pointer (&sheet->rows, g_array_unref);
  g_clear_pointer (&sheet->points, g_array_unref);
  g_clear_pointer (&sheet->data, g_array_unref);
  g_clear_pointer (&sheet->names, g_ptr_array_unref);
}

void
yz_sheet_unref (YzSheet *sheet)
{
  g_atomic_rc_box_release_full (sheet, (GDestroyNotify) clear);
}

void
yz_sheet_keep (YzSheet *sheet, char *buffer)
{
  g_ptr_array_add (sheet->buffers, buffer);
}

gboolean
yz_sheet_begin_row (YzSheet *sheet, guint number, GError **error)
{
  Row row = { sheet->cells->len, number };

  if (sheet->rows->len >= YZ_SHEET_MAX_ROWS)
    {
      g_set_error (error, YZ_EXCHANGE_ERROR, YZ_EXCHANGE_ERROR_TOO_LARGE,
                   _ ("This list has more than %u rows: split it first"), YZ_SHEET_MAX_ROWS);
      return FALSE;
    }
  g_array_append_val (sheet->rows, row);
  return TRUE;
}

static const Row *
get_row (const YzSheet *sheet, guint index)
{
  return &g_array_index (sheet->rows, Row, index);
}

static guint
count_cells (const YzSheet *sheet, guint index)
{
  guint end = index + 1 < sheet->rows->len ? get_row (sheet, index + 1)->start : sheet->cells->len;

  return end - get_row (sheet, index)->start;
}

static const char *
get_raw (const YzSheet *sheet, guint index, guint column)
{
  if (column >= count_cells (sheet, index))
    return "";
  return g_array_index (sheet->cells, const char *, get_row (sheet, index)->start + column);
}

void
yz_sheet_add_cell (YzSheet *sheet, const char *text)
{
  /* what lies behind the last column of a spreadsheet is not part of a list */
  if (count_cells (sheet, sheet->rows->len - 1) < YZ_SHEET_MAX_COLUMNS)
    g_array_append_val (sheet->cells, text);
}

void
yz_sheet_add_copy (YzSheet *sheet, const char *text)
{
  yz_sheet_add_cell (sheet, *text != '\0' ? g_string_chunk_insert (sheet->chunk, text) : "");
}

void
yz_sheet_set_point (YzSheet *sheet, YzPosition point)
{
  static const YzPosition none = { NAN, NAN };

  if (sheet->points == NULL)
    sheet->points = g_array_new (FALSE, FALSE, sizeof (YzPosition));
  while (sheet->points->len + 1 < sheet->rows->len)
    g_array_append_val (sheet->points, none);
  g_array_append_val (sheet->points, point);
}

void
yz_sheet_set_names (YzSheet *sheet, GPtrArray *names)
{
  g_clear_pointer (&sheet->names, g_ptr_array_unref);
  sheet->names = names;
}

static guint
count_texts (const YzSheet *sheet, guint index)
{
  guint n = 0;

  for (guint i = 0; i < count_cells (sheet, index); i++)
    if (*get_raw (sheet, index, i) != '\0')
      n++;
  return n;
}

static gboolean
has_point (const YzSheet *sheet, guint index)
{
  return sheet->points != NULL && index < sheet->points->len &&
         yz_position_is_valid (g_array_index (sheet->points, YzPosition, index));
}

/* How well a row would do as headings: words that are known, none empty, none a number. */
static double
rate_headings (const YzSheet *sheet, const YzHeadings *headings, guint index)
{
  guint texts = 0, known = 0, numbers = 0;

  for (guint i = 0; i < count_cells (sheet, index); i++)
    {
      const char *text = get_raw (sheet, index, i);

      if (*text == '\0')
        continue;
      texts++;
      if (yz_headings_contain (headings, text))
        known++;
      else if (yz_heading_is_value (text))
        numbers++;
    }
  return texts == 0 ? -1 : 3.0 * known + 0.1 * texts - 2.0 * numbers;
}

static gboolean
has_values (const YzSheet *sheet, guint index)
{
  for (guint i = 0; i < count_cells (sheet, index); i++)
    if (yz_heading_is_value (get_raw (sheet, index, i)))
      return TRUE;
  return FALSE;
}

static guint
find_heading_row (const YzSheet *sheet)
{
  g_autoptr (YzHeadings) headings = yz_headings_new ();
  guint best = YZ_SHEET_NONE, first = YZ_SHEET_NONE;
  double best_rating = 2.5;

  for (guint i = 0; i < MIN (sheet->rows->len, MAX_TITLE_ROWS); i++)
    {
      double rating = rate_headings (sheet, headings, i);

      if (rating > best_rating)
        {
          best = i;
          /* records may hold words that are headings elsewhere: a later row has to be much better */
          best_rating = 1.5 * rating;
        }
      /* titles stand alone in their rows: the first row with several texts holds the headings if no word is known */
      if (first == YZ_SHEET_NONE && count_texts (sheet, i) >= 2)
        first = i;
    }
  if (best != YZ_SHEET_NONE)
    return best;
  if (first == YZ_SHEET_NONE)
    return sheet->rows->len > 1 ? 0 : YZ_SHEET_NONE;
  /* a first row that has values is a record */
  return has_values (sheet, first) ? YZ_SHEET_NONE : first;
}

static void
collect_rows (YzSheet *sheet)
{
  guint from = sheet->heading == YZ_SHEET_NONE ? 0 : sheet->heading + 1;

  g_array_set_size (sheet->data, 0);
  sheet->n_columns = sheet->names != NULL ? sheet->names->len : 0;
  if (sheet->heading != YZ_SHEET_NONE)
    sheet->n_columns = count_cells (sheet, sheet->heading);

  for (guint i = from; i < sheet->rows->len; i++)
    {
      if (count_texts (sheet, i) == 0 && !has_point (sheet, i))
        continue;
      g_array_append_val (sheet->data, i);
      for (guint column = count_cells (sheet, i); column > sheet->n_columns; column--)
        if (*get_raw (sheet, i, column - 1) != '\0')
          sheet->n_columns = column;
    }
  while (sheet->names == NULL && sheet->n_columns > 0 && sheet->heading != YZ_SHEET_NONE &&
         *get_raw (sheet, sheet->heading, sheet->n_columns - 1) == '\0' && sheet->data->len == 0)
    sheet->n_columns--;
}

void
yz_sheet_find_headings (YzSheet *sheet)
{
  if (sheet->names == NULL)
    sheet->heading = find_heading_row (sheet);
  collect_rows (sheet);
}

const char *
yz_sheet_get_source (const YzSheet *sheet)
{
  return sheet->source;
}

const char *
yz_sheet_get_layer (const YzSheet *sheet)
{
  return sheet->layer;
}

guint
yz_sheet_get_n_columns (const YzSheet *sheet)
{
  return sheet->n_columns;
}

guint
yz_sheet_get_n_rows (const YzSheet *sheet)
{
  return sheet->data->len;
}

const char *
yz_sheet_get_heading (const YzSheet *sheet, guint column)
{
  g_return_val_if_fail (column < sheet->n_columns, "");

  if (sheet->names != NULL)
    return column < sheet->names->len ? g_ptr_array_index (sheet->names, column) : "";
  return sheet->heading != YZ_SHEET_NONE ? get_raw (sheet, sheet->heading, column) : "";
}

static guint
get_index (const YzSheet *sheet, guint row)
{
  return g_array_index (sheet->data, guint, row);
}

const char *
yz_sheet_get_cell (const YzSheet *sheet, guint row, guint column)
{
  g_return_val_if_fail (row < sheet->data->len, "");
  return get_raw (sheet, get_index (sheet, row), column);
}

guint
yz_sheet_get_row_number (const YzSheet *sheet, guint row)
{
  g_return_val_if_fail (row < sheet->data->len, YZ_SHEET_NONE);
  return get_row (sheet, get_index (sheet, row))->number;
}

guint
yz_sheet_get_heading_row (const YzSheet *sheet)
{
  return sheet->heading != YZ_SHEET_NONE ? get_row (sheet, sheet->heading)->number : YZ_SHEET_NONE;
}

static YzSheet *
share_cells (YzSheet *origin)
{
  YzSheet *sheet = g_atomic_rc_box_new0 (YzSheet);

  sheet->origin = yz_sheet_ref (origin);
  sheet->source = g_strdup (origin->source);
  sheet->layer = g_strdup (origin->layer);
  sheet->cells = g_array_ref (origin->cells);
  sheet->rows = g_array_ref (origin->rows);
  sheet->points = origin->points != NULL ? g_array_ref (origin->points) : NULL;
  sheet->data = g_array_new (FALSE, FALSE, sizeof (guint));
  return sheet;
}

YzSheet *
yz_sheet_with_heading_row (YzSheet *sheet, guint number)
{
  YzSheet *other;
  guint index = 0;

  if (sheet->names != NULL)
    return number == YZ_SHEET_NONE ? yz_sheet_ref (sheet) : NULL;
  while (number != YZ_SHEET_NONE && index < sheet->rows->len && get_row (sheet, index)->number != number)
    index++;
  if (number != YZ_SHEET_NONE && index == sheet->rows->len)
    return NULL;

  other = share_cells (sheet);
  other->heading = number == YZ_SHEET_NONE ? YZ_SHEET_NONE : index;
  collect_rows (other);
  return other;
}

char **
yz_sheet_dup_first_row (const YzSheet *sheet, guint index, guint *number)
{
  char **cells;
  guint n_cells;

  if (sheet->names != NULL || index >= MIN (sheet->rows->len, MAX_TITLE_ROWS))
    return NULL;
  n_cells = count_cells (sheet, index);
  cells = g_new0 (char *, n_cells + 1);
  for (guint i = 0; i < n_cells; i++)
    cells[i] = g_strdup (get_raw (sheet, index, i));
  *number = get_row (sheet, index)->number;
  return cells;
}

gboolean
yz_sheet_has_points (const YzSheet *sheet)
{
  return sheet->points != NULL;
}

gboolean
yz_sheet_get_point (const YzSheet *sheet, guint row, YzPosition *point)
{
  guint index = get_index (sheet, row);

  if (!has_point (sheet, index))
    return FALSE;
  *point = g_array_index (sheet->points, YzPosition, index);
  return TRUE;
}
