/* Counts in from a spreadsheet. */
#include "config.h"

#include "yz-stocktake-file.h"

#include <glib/gi18n-lib.h>

#include "yz-heading.h"
#include "yz-kinds.h"
#include "yz-sheet-reader.h"
#include "yz-stocktake-columns-private.h"
#include "yz-text.h"
#include "yz-value-text.h"

static void
finding_free (gpointer data)
{
  YzStocktakeFinding *finding = data;

  g_free (finding->reason);
  g_free (finding);
}

void
yz_stocktake_answer_free (YzStocktakeAnswer *answer)
{
  g_clear_object (&answer->edit);
  g_clear_pointer (&answer->findings, g_ptr_array_unref);
  g_free (answer);
}

typedef struct
{
  YzStore *store;
  YzStocktakeSheet *sheet;
  YzSheet *file;
  guint mapped[YZ_N_STOCKTAKE_COLUMNS]; /* column of the file, YZ_SHEET_NONE for none */
  gint64 at;
  guint *rows;  /* the row of the file that spoke of a line; 0 for none */
  char **codes; /* of the lines, as they are compared */
  GArray *entries;
  GPtrArray *texts; /* that entries point to */
  YzStocktakeAnswer *answer;
} Reading;

static void
reading_clear (Reading *self)
{
  g_clear_pointer (&self->sheet, yz_stocktake_sheet_free);
  g_clear_pointer (&self->file, yz_sheet_unref);
  g_clear_pointer (&self->rows, g_free);
  g_clear_pointer (&self->codes, g_strfreev);
  g_clear_pointer (&self->entries, g_array_unref);
  g_clear_pointer (&self->texts, g_ptr_array_unref);
  g_clear_pointer (&self->answer, yz_stocktake_answer_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

/* The file's column whose heading fits best. */
static guint
find_column (YzSheet *file, const YzField *field)
{
  guint best = YZ_SHEET_NONE;
  double likeness = 0.5;

  for (guint i = 0; i < yz_sheet_get_n_columns (file); i++)
    {
      g_autofree char *folded = yz_heading_fold (yz_sheet_get_heading (file, i));
      double matches = yz_heading_matches_field (folded, field);

      if (matches <= likeness)
        continue;
      likeness = matches;
      best = i;
    }
  return best;
}

static gboolean
map_columns (Reading *self, GError **error)
{
  for (guint i = 0; i < YZ_N_STOCKTAKE_COLUMNS; i++)
    self->mapped[i] = i != YZ_STOCKTAKE_COLUMN_BOOKS ? find_column (self->file, yz_stocktake_column_get_field (i))
                                                     : YZ_SHEET_NONE;
  if (self->mapped[YZ_STOCKTAKE_COLUMN_COUNTED] == YZ_SHEET_NONE)
    g_set_error_literal (error, YZ_EXCHANGE_ERROR, YZ_EXCHANGE_ERROR_MAPPING,
                         _ ("The file has no column of counts: its heading is “Counted”"));
  else if (self->mapped[YZ_STOCKTAKE_COLUMN_LINE] == YZ_SHEET_NONE &&
           self->mapped[YZ_STOCKTAKE_COLUMN_CODE] == YZ_SHEET_NONE &&
           self->mapped[YZ_STOCKTAKE_COLUMN_NAME] == YZ_SHEET_NONE)
    g_set_error_literal (error, YZ_EXCHANGE_ERROR, YZ_EXCHANGE_ERROR_MAPPING,
                         _ ("The file says of no row what was counted: it needs a column “Line”, “Code” or “Item”"));
  else
    return TRUE;
  return FALSE;
}

/* Returns: (transfer full): the text of a cell without white space around it, "" where there is none */
static char *
dup_file_cell (Reading *self, guint row, YzStocktakeColumn column)
{
  if (self->mapped[column] == YZ_SHEET_NONE)
    return g_strdup ("");
  return yz_value_strip (yz_sheet_get_cell (self->file, row, self->mapped[column]));
}

/* @number: as the file's program shows it; takes @reason */
static void
take_finding (Reading *self, guint number, char *reason)
{
  YzStocktakeFinding *finding = g_new0 (YzStocktakeFinding, 1);

  finding->row = number;
  finding->reason = reason;
  g_ptr_array_add (self->answer->findings, finding);
}

G_GNUC_PRINTF (3, 4)
static gboolean
add_finding (Reading *self, guint row, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  take_finding (self, yz_sheet_get_row_number (self->file, row), g_strdup_vprintf (format, arguments));
  va_end (arguments);
  return FALSE;
}

/* @counted: (out): -1 for an empty cell */
static gboolean
read_quantity (Reading *self, guint row, YzStocktakeColumn column, const char *unit, gint64 *counted)
{
  g_autofree char *text = dup_file_cell (self, row, column);

  *counted = -1;
  if (*text == '\0')
    return TRUE;
  if (yz_value_parse_integer (text, unit, counted) && *counted >= 0)
    return TRUE;
  return add_finding (self, row, _ ("“%s” is no count: a whole number, 0 for nothing there, empty for not counted"),
                      text);
}

static gboolean
read_time (Reading *self, guint row, gint64 *at)
{
  g_autofree char *text = dup_file_cell (self, row, YZ_STOCKTAKE_COLUMN_COUNTED_AT);

  *at = self->at;
  return *text == '\0' || yz_value_parse_time (text, at) || add_finding (self, row, _ ("“%s” is no time"), text);
}

static gboolean
says (const char *wanted, const char *text)
{
  g_autofree char *one = yz_text_fold (wanted);
  g_autofree char *two = yz_text_fold (text);

  return g_str_equal (one, two);
}

/* An empty cell says nothing. */
static gboolean
fits (Reading *self, guint row, YzStocktakeColumn column, const char *text)
{
  g_autofree char *cell = dup_file_cell (self, row, column);

  return *cell == '\0' || says (text, cell);
}

static gboolean
line_fits (Reading *self, guint row, const YzStocktakeLine *line)
{
  g_autofree char *expiry = dup_file_cell (self, row, YZ_STOCKTAKE_COLUMN_EXPIRY);
  g_autofree char *date = *expiry != '\0' ? yz_value_parse_date (expiry) : NULL;
  const char *usable = line->lot != NULL ? yz_record_get_text (line->lot, "expiry") : NULL;

  return fits (self, row, YZ_STOCKTAKE_COLUMN_CODE, yz_record_get_text (line->item, "code")) &&
         fits (self, row, YZ_STOCKTAKE_COLUMN_NAME, yz_record_get_title (line->item)) &&
         fits (self, row, YZ_STOCKTAKE_COLUMN_PLACE, yz_record_get_title (line->place)) &&
         fits (self, row, YZ_STOCKTAKE_COLUMN_LOT, line->lot != NULL ? yz_record_get_title (line->lot) : NULL) &&
         (*expiry == '\0' || (date != NULL && g_strcmp0 (date, usable) == 0));
}

/* Without a number a row is the line that fits; @index (out): G_MAXUINT if the sheet has none */
static gboolean
find_fitting (Reading *self, guint row, guint *index)
{
  g_autofree char *cell = dup_file_cell (self, row, YZ_STOCKTAKE_COLUMN_CODE);
  g_autofree char *code = yz_text_fold (cell);

  *index = G_MAXUINT;
  for (guint i = 0; i < self->sheet->lines->len; i++)
    {
      if (*code != '\0' && !g_str_equal (code, self->codes[i]))
        continue;
      if (!line_fits (self, row, g_ptr_array_index (self->sheet->lines, i)))
        continue;
      if (*index != G_MAXUINT)
        return add_finding (self, row, _ ("Several lines may be meant: give the number of the line"));
      *index = i;
    }
  return TRUE;
}

static gboolean
find_numbered (Reading *self, guint row, const char *text, guint *index)
{
  const YzStocktakeLine *line;
  gint64 number;

  if (!yz_value_parse_integer (text, NULL, &number) || number < 1 || number > G_MAXINT)
    return add_finding (self, row, _ ("“%s” is no number of a line"), text);
  line = yz_stocktake_sheet_find (self->sheet, (guint) number, index);
  if (line == NULL)
    {
      *index = G_MAXUINT;
      return TRUE;
    }
  if (!line_fits (self, row, line))
    return add_finding (self, row, _ ("Line %u is another one: %s"), (guint) number, yz_record_get_title (line->item));
  return TRUE;
}

static gboolean
says_what (Reading *self, guint row)
{
  g_autofree char *code = dup_file_cell (self, row, YZ_STOCKTAKE_COLUMN_CODE);
  g_autofree char *name = dup_file_cell (self, row, YZ_STOCKTAKE_COLUMN_NAME);

  return *code != '\0' || *name != '\0';
}

static gboolean
find_line (Reading *self, guint row, guint *index)
{
  g_autofree char *number = dup_file_cell (self, row, YZ_STOCKTAKE_COLUMN_LINE);

  if (*number != '\0')
    return find_numbered (self, row, number, index);
  if (!says_what (self, row))
    return add_finding (self, row, _ ("It is not said what was counted"));
  return find_fitting (self, row, index);
}

/* (nullable): the only one of that code or name, otherwise with a finding */
static YzRecord *
find_item (Reading *self, guint row, const char *text)
{
  g_autoptr (GError) error = NULL;
  YzRecord *item;

  if (!yz_store_find_called (self->store, &yz_item_kind, text, &item, &error))
    add_finding (self, row, "%s", error->message);
  else if (item == NULL)
    add_finding (self, row, _ ("Nobody knows the item “%s”, or several are called so"), text);
  return item;
}

/* Of the sheet: a name is only unique within a station. */
static const char *
find_place (Reading *self, const char *name)
{
  if (*name == '\0')
    return yz_record_get_id (self->sheet->place);
  for (guint i = 0; i < self->sheet->lines->len; i++)
    {
      const YzStocktakeLine *line = g_ptr_array_index (self->sheet->lines, i);

      if (says (yz_record_get_title (line->place), name))
        return yz_record_get_id (line->place);
    }
  return says (yz_record_get_title (self->sheet->place), name) ? yz_record_get_id (self->sheet->place) : NULL;
}

static gboolean
add_line (Reading *self, guint row, const YzStocktakeFind *find)
{
  g_autoptr (GError) error = NULL;

  if (!yz_stocktake_add_find (self->store, self->sheet, self->answer->edit, find, &error))
    return add_finding (self, row, "%s", error->message);
  self->answer->n_added++;
  self->answer->n_counted++;
  return TRUE;
}

static gboolean
read_found (Reading *self, guint row)
{
  g_autofree char *number = dup_file_cell (self, row, YZ_STOCKTAKE_COLUMN_LINE),
                  *code = dup_file_cell (self, row, YZ_STOCKTAKE_COLUMN_CODE);
  g_autofree char *name = dup_file_cell (self, row, YZ_STOCKTAKE_COLUMN_NAME),
                  *place = dup_file_cell (self, row, YZ_STOCKTAKE_COLUMN_PLACE);
  g_autofree char *lot = dup_file_cell (self, row, YZ_STOCKTAKE_COLUMN_LOT),
                  *until = dup_file_cell (self, row, YZ_STOCKTAKE_COLUMN_EXPIRY);
  g_autofree char *expiry = *until != '\0' ? yz_value_parse_date (until) : NULL;
  g_autoptr (YzRecord) item = NULL;
  YzStocktakeFind find = { .lot = *lot != '\0' ? lot : NULL, .expiry = expiry, .place = find_place (self, place) };
  gint64 line = 0;

  if (!says_what (self, row))
    return add_finding (self, row, _ ("The sheet has no line %s"), number);
  item = find_item (self, row, *code != '\0' ? code : name);
  if (item == NULL)
    return FALSE;
  if (find.place == NULL)
    return add_finding (self, row, _ ("“%s” is no place of this stocktake"), place);
  if (*until != '\0' && expiry == NULL)
    return add_finding (self, row, _ ("“%s” is not a date"), until);
  if (!read_quantity (self, row, YZ_STOCKTAKE_COLUMN_COUNTED, yz_record_get_text (item, "unit"), &find.counted) ||
      !read_time (self, row, &find.at))
    return FALSE;
  if (find.counted < 0)
    return TRUE;
  if (*number != '\0')
    yz_value_parse_integer (number, NULL, &line);
  find.line = (guint) line;
  find.item = yz_record_get_id (item);
  return add_line (self, row, &find);
}

/* What was exported comes back: nobody counted it once more. */
static gboolean
is_known (Reading *self, guint row, const YzStocktakeLine *line, const YzStocktakeEntry *entry)
{
  GVariant *known = yz_record_get (line->record, entry->again ? "recounted" : "counted");
  g_autofree char *text = dup_file_cell (self, row, YZ_STOCKTAKE_COLUMN_COUNTED_AT);
  g_autofree char *at = yz_value_format_time (yz_stocktake_line_get_counted_at (line));

  return known != NULL && g_variant_get_int64 (known) == entry->counted && (*text == '\0' || g_str_equal (text, at));
}

static void
keep_counts (Reading *self, guint row, const YzStocktakeLine *line, const YzStocktakeEntry *entry)
{
  if (!is_known (self, row, line, entry))
    g_array_append_val (self->entries, *entry);
  else if (entry->reason != NULL)
    yz_edit_set (self->answer->edit, line->record, "reason", g_variant_new_string (entry->reason));
}

static gboolean
read_counts (Reading *self, guint row, const YzStocktakeLine *line)
{
  const char *unit = yz_record_get_text (line->item, "unit");
  char *reason = dup_file_cell (self, row, YZ_STOCKTAKE_COLUMN_REASON);
  YzStocktakeEntry entry = { .line = line->number, .reason = *reason != '\0' ? reason : NULL };
  gint64 again;

  g_ptr_array_add (self->texts, reason);
  if (!read_quantity (self, row, YZ_STOCKTAKE_COLUMN_COUNTED, unit, &entry.counted) ||
      !read_quantity (self, row, YZ_STOCKTAKE_COLUMN_AGAIN, unit, &again) || !read_time (self, row, &entry.at))
    return FALSE;
  if (entry.counted < 0)
    {
      self->answer->n_empty++;
      return TRUE;
    }
  self->answer->n_counted++;
  if (again >= 0)
    {
      entry.again = yz_record_get (line->record, "counted") != NULL;
      entry.counted = again;
    }
  keep_counts (self, row, line, &entry);
  return TRUE;
}

static gboolean
read_row (Reading *self, guint row)
{
  guint index = G_MAXUINT;

  if (!find_line (self, row, &index))
    return FALSE;
  if (index == G_MAXUINT)
    return read_found (self, row);
  if (self->rows[index] != 0)
    return add_finding (self, row, _ ("Row %u is about the same line"), self->rows[index]);
  self->rows[index] = yz_sheet_get_row_number (self->file, row);
  return read_counts (self, row, g_ptr_array_index (self->sheet->lines, index));
}

/* Each count by itself, so that every row that cannot be gets its own reason. */
static void
add_entries (Reading *self)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      const YzStocktakeEntry *entry = &g_array_index (self->entries, YzStocktakeEntry, i);
      g_autoptr (GError) error = NULL;
      guint index;

      if (yz_stocktake_add_entry (self->store, self->sheet, self->answer->edit, entry, &error))
        continue;
      yz_stocktake_sheet_find (self->sheet, entry->line, &index);
      take_finding (self, self->rows[index], g_strdup (error->message));
    }
}

static char **
fold_codes (const YzStocktakeSheet *sheet)
{
  char **codes = g_new0 (char *, sheet->lines->len + 1);

  for (guint i = 0; i < sheet->lines->len; i++)
    codes[i] =
      yz_text_fold (yz_record_get_text (((YzStocktakeLine *) g_ptr_array_index (sheet->lines, i))->item, "code"));
  return codes;
}

static gboolean
open_reading (Reading *self, const char *stocktake, const char *path, GCancellable *cancellable, GError **error)
{
  self->file = yz_sheet_read_file (path, NULL, NULL, NULL, NULL, cancellable, error);
  if (self->file == NULL || !map_columns (self, error))
    return FALSE;
  self->sheet = yz_stocktake_sheet_load (self->store, stocktake, YZ_STOCKTAKE_BLIND, cancellable, error);
  if (self->sheet == NULL || !yz_stocktake_check_counting (self->sheet->stocktake, error))
    return FALSE;
  self->rows = g_new0 (guint, self->sheet->lines->len + 1);
  self->codes = fold_codes (self->sheet);
  self->entries = g_array_new (FALSE, FALSE, sizeof (YzStocktakeEntry));
  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->answer = g_new0 (YzStocktakeAnswer, 1);
  self->answer->findings = g_ptr_array_new_with_free_func (finding_free);
  self->answer->edit = yz_edit_new (N_ ("Enter counts from a spreadsheet"));
  return TRUE;
}

YzStocktakeAnswer *
yz_stocktake_read_file (YzStore *store, const char *stocktake, const char *path, gint64 at, GCancellable *cancellable,
                        GError **error)
{
  g_auto (Reading) reading = { .store = store, .at = at };

  if (!open_reading (&reading, stocktake, path, cancellable, error))
    return NULL;
  for (guint row = 0; row < yz_sheet_get_n_rows (reading.file); row++)
    read_row (&reading, row);
  add_entries (&reading);
  yz_edit_set_subject (reading.answer->edit, yz_record_get_title (reading.sheet->stocktake));
  if (reading.answer->findings->len > 0)
    g_clear_object (&reading.answer->edit);
  return g_steal_pointer (&reading.answer);
}
