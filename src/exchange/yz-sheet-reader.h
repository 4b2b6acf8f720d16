/* Reading lists: CSV and pasted text by our own parser, everything else through OGR. Blocking; for worker threads. */
#pragma once

#include "yz-sheet.h"

G_BEGIN_DECLS

#define YZ_SHEET_MAX_BYTES (512 * 1024 * 1024)

/**
 * YzSheetFormat:
 *
 * Told by the first bytes of a file, not by its name: lists that were renamed to ".xlsx" or ".csv" are common.
 */
typedef enum
{
  YZ_SHEET_FORMAT_UNKNOWN,
  YZ_SHEET_FORMAT_TEXT,
  YZ_SHEET_FORMAT_XLSX,
  YZ_SHEET_FORMAT_ODS,
  YZ_SHEET_FORMAT_GEOJSON,
  YZ_SHEET_FORMAT_GEOPACKAGE,
  YZ_SHEET_FORMAT_KML,
  YZ_SHEET_FORMAT_SHAPEFILE,
} YzSheetFormat;

/**
 * yz_sheet_list_layers:
 *
 * Returns: (transfer full) (nullable): names of the sheets or layers in the file's order; empty for text
 */
char **yz_sheet_list_layers (const char *path, GError **error);

/**
 * yz_sheet_read_file:
 * @layer: (nullable): a sheet or layer; %NULL for the one with the most rows that look like a list
 * @encoding: (nullable): of text and Shapefiles; %NULL to detect it
 *
 * Reads a list. Everything comes as the text that the file has; nothing is guessed to be a number or a date.
 *
 * Returns: (transfer full) (nullable): the sheet, its headings found; %NULL with a %YZ_EXCHANGE_ERROR or
 *   %G_IO_ERROR_CANCELLED
 */
YzSheet *yz_sheet_read_file (const char *path, const char *layer, const char *encoding, YzExchangeProgress progress,
                             gpointer progress_data, GCancellable *cancellable, GError **error);

/**
 * yz_sheet_read_text:
 * @text: pasted from a spreadsheet, or of a CSV file, in any encoding
 * @length: in bytes, -1 if it ends with a zero byte
 *
 * Columns are separated by tabs, commas or semicolons, whichever makes the rows alike; quotes as in RFC 4180. GDAL's
 * own CSV driver is not used because it does not tell line numbers, takes the first line for headings or none, and
 * knows neither GB18030 nor UTF-16.
 *
 * Returns: (transfer full) (nullable): the sheet; an error for a text without any row
 */
YzSheet *yz_sheet_read_text (const char *text, gssize length, const char *encoding, GCancellable *cancellable,
                             GError **error);

G_END_DECLS
