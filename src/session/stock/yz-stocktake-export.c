/* A stocktake out to a spreadsheet. */
#include "config.h"

#include "yz-stocktake-file.h"

#include "yz-kinds.h"
#include "yz-list-writer.h"
#include "yz-stocktake-columns-private.h"
#include "yz-value-text.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const YzKind *kind;
  const char *field;
  YzListType type;
} columns[YZ_N_STOCKTAKE_COLUMNS] = {
  [YZ_STOCKTAKE_COLUMN_LINE] = { &yz_count_line_kind, "line", YZ_LIST_INTEGER },
  [YZ_STOCKTAKE_COLUMN_CODE] = { &yz_item_kind, "code", YZ_LIST_TEXT },
  [YZ_STOCKTAKE_COLUMN_NAME] = { &yz_movement_kind, "item", YZ_LIST_TEXT },
  [YZ_STOCKTAKE_COLUMN_SPEC] = { &yz_item_kind, "spec", YZ_LIST_TEXT },
  [YZ_STOCKTAKE_COLUMN_UNIT] = { &yz_item_kind, "unit", YZ_LIST_TEXT },
  [YZ_STOCKTAKE_COLUMN_PLACE] = { &yz_count_line_kind, "place", YZ_LIST_TEXT },
  [YZ_STOCKTAKE_COLUMN_LOT] = { &yz_lot_kind, "number", YZ_LIST_TEXT },
  [YZ_STOCKTAKE_COLUMN_EXPIRY] = { &yz_lot_kind, "expiry", YZ_LIST_DATE },
  [YZ_STOCKTAKE_COLUMN_BOOKS] = { NULL, N_ ("In the books"), YZ_LIST_INTEGER },
  [YZ_STOCKTAKE_COLUMN_COUNTED] = { &yz_count_line_kind, "counted", YZ_LIST_INTEGER },
  [YZ_STOCKTAKE_COLUMN_AGAIN] = { &yz_count_line_kind, "recounted", YZ_LIST_INTEGER },
  [YZ_STOCKTAKE_COLUMN_COUNTED_AT] = { &yz_count_line_kind, "counted_at", YZ_LIST_TEXT },
  [YZ_STOCKTAKE_COLUMN_REASON] = { &yz_count_line_kind, "reason", YZ_LIST_TEXT },
};

const YzField *
yz_stocktake_column_get_field (YzStocktakeColumn column)
{
  return columns[column].kind != NULL ? yz_kind_find_field (columns[column].kind, columns[column].field) : NULL;
}

static char *
dup_number (GVariant *value)
{
  return value != NULL ? g_strdup_printf ("%" G_GINT64_FORMAT, g_variant_get_int64 (value)) : g_strdup ("");
}

static char *
dup_text (YzRecord *record, const char *field)
{
  const char *text = record != NULL ? yz_record_get_text (record, field) : NULL;

  return g_strdup (text != NULL ? text : "");
}

static char *
dup_cell (const YzStocktakeLine *line, const YzStockCount *count, YzStocktakeColumn column)
{
  gint64 at = yz_stocktake_line_get_counted_at (line);

  switch (column)
    {
    case YZ_STOCKTAKE_COLUMN_LINE:
      return g_strdup_printf ("%u", line->number);
    case YZ_STOCKTAKE_COLUMN_NAME:
      return g_strdup (yz_record_get_title (line->item));
    case YZ_STOCKTAKE_COLUMN_CODE:
    case YZ_STOCKTAKE_COLUMN_SPEC:
    case YZ_STOCKTAKE_COLUMN_UNIT:
      return dup_text (line->item, columns[column].field);
    case YZ_STOCKTAKE_COLUMN_PLACE:
      return g_strdup (yz_record_get_title (line->place));
    case YZ_STOCKTAKE_COLUMN_LOT:
    case YZ_STOCKTAKE_COLUMN_EXPIRY:
      return dup_text (line->lot, columns[column].field);
    case YZ_STOCKTAKE_COLUMN_BOOKS:
      return g_strdup_printf ("%" G_GINT64_FORMAT, count->book);
    case YZ_STOCKTAKE_COLUMN_COUNTED:
    case YZ_STOCKTAKE_COLUMN_AGAIN:
      return dup_number (yz_record_get (line->record, columns[column].field));
    case YZ_STOCKTAKE_COLUMN_COUNTED_AT:
      return at != 0 ? yz_value_format_time (at) : g_strdup ("");
    case YZ_STOCKTAKE_COLUMN_REASON:
    default:
      return dup_text (line->record, "reason");
    }
}

static gboolean
write_line (YzListWriter *writer, const YzStocktakeSheet *sheet, guint index, gboolean with_books, GError **error)
{
  const char *cells[YZ_N_STOCKTAKE_COLUMNS];
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  guint n = 0;

  for (guint i = 0; i < YZ_N_STOCKTAKE_COLUMNS; i++)
    if (i != YZ_STOCKTAKE_COLUMN_BOOKS || with_books)
      {
        char *text = dup_cell (g_ptr_array_index (sheet->lines, index), yz_stocktake_sheet_get_count (sheet, index), i);

        g_ptr_array_add (texts, text);
        cells[n++] = text;
      }
  return yz_list_writer_add (writer, cells, NULL, error);
}

gboolean
yz_stocktake_export (const YzStocktakeSheet *sheet, const char *path, YzStocktakeBooks books, GError **error)
{
  gboolean with_books = books == YZ_STOCKTAKE_WITH_BOOKS && !yz_record_get_boolean (sheet->stocktake, "blind");
  g_autoptr (YzListWriter) writer = NULL;
  YzListColumn written[YZ_N_STOCKTAKE_COLUMNS];
  YzListFormat format;
  guint n = 0;

  if (!yz_list_format_from_path (path, &format))
    {
      g_set_error_literal (error, YZ_EXCHANGE_ERROR, YZ_EXCHANGE_ERROR_FORMAT,
                           _ ("The name must end in .csv, .xlsx or .ods"));
      return FALSE;
    }
  for (guint i = 0; i < YZ_N_STOCKTAKE_COLUMNS; i++)
    if (i != YZ_STOCKTAKE_COLUMN_BOOKS || with_books)
      written[n++] = (YzListColumn){ (char *) _ (columns[i].kind != NULL ? yz_stocktake_column_get_field (i)->title
                                                                         : columns[i].field),
                                     columns[i].type };
  writer = yz_list_writer_new (path, format, yz_record_get_title (sheet->stocktake), written, n, 2, error);
  for (guint i = 0; writer != NULL && i < sheet->lines->len; i++)
    if (!write_line (writer, sheet, i, with_books, error))
      return FALSE;
  return writer != NULL && yz_list_writer_finish (writer, error);
}
