/* What kind of file a list is in, told by its first bytes, and which reader takes it. */
#include "config.h"

#include "yz-sheet-ogr-private.h"
#include "yz-sheet-reader.h"
#include "yz-sheet-text-private.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#define HEAD 4096

typedef struct
{
  const char *mark;
  gsize length;
  YzSheetFormat format;
  const char *advice; /* msgid, where it is a format that is not read */
} Mark;

static const Mark marks[] = {
  { "SQLite format 3", 15, YZ_SHEET_FORMAT_GEOPACKAGE, NULL },
  { "\x00\x00\x27\x0a", 4, YZ_SHEET_FORMAT_SHAPEFILE, NULL },
  { "\xd0\xcf\x11\xe0", 4, YZ_SHEET_FORMAT_UNKNOWN,
    N_ ("This is a workbook of an old program (.xls) or has a password: save it as .xlsx") },
  { "%PDF", 4, YZ_SHEET_FORMAT_UNKNOWN, N_ ("This is a PDF document: save the list as .xlsx or .csv") },
  { "\x89PNG", 4, YZ_SHEET_FORMAT_UNKNOWN, N_ ("This is a picture, not a list") },
  { "\xff\xd8\xff", 3, YZ_SHEET_FORMAT_UNKNOWN, N_ ("This is a picture, not a list") },
  { "Rar!", 4, YZ_SHEET_FORMAT_UNKNOWN, N_ ("This is an archive: unpack it first") },
  { "7z\xbc\xaf", 4, YZ_SHEET_FORMAT_UNKNOWN, N_ ("This is an archive: unpack it first") },
  { "\x1f\x8b", 2, YZ_SHEET_FORMAT_UNKNOWN, N_ ("This is an archive: unpack it first") },
};

static YzSheetFormat
refuse (const char *advice, GError **error)
{
  g_set_error_literal (error, YZ_EXCHANGE_ERROR, YZ_EXCHANGE_ERROR_FORMAT, advice);
  return YZ_SHEET_FORMAT_UNKNOWN;
}

/* A zip's directory of names tells what it is; near its beginning stands the first of them. */
static YzSheetFormat
guess_zip (const char *head, gsize size, const char *path, GError **error)
{
  if (memmem (head, size, "opendocument.spreadsheet", 24) != NULL)
    return YZ_SHEET_FORMAT_ODS;
  if (memmem (head, size, "doc.kml", 7) != NULL || g_str_has_suffix (path, ".kmz"))
    return YZ_SHEET_FORMAT_KML;
  if (memmem (head, size, "[Content_Types]", 15) != NULL || memmem (head, size, "xl/", 3) != NULL ||
      memmem (head, size, "_rels/", 6) != NULL || memmem (head, size, "docProps/", 9) != NULL ||
      g_str_has_suffix (path, ".xlsx"))
    return YZ_SHEET_FORMAT_XLSX;
  return refuse (_ ("This is an archive: unpack it first"), error);
}

static YzSheetFormat
guess_markup (const char *text, gsize size, GError **error)
{
  if (memmem (text, size, "<kml", 4) != NULL || memmem (text, size, ":kml", 4) != NULL)
    return YZ_SHEET_FORMAT_KML;
  return refuse (_ ("This is a web page or another document, not a list: open it in a spreadsheet program and save "
                    "it as .xlsx"),
                 error);
}

/* In any encoding, the first characters of JSON and XML are ASCII. */
static YzSheetFormat
guess_text (const char *head, gsize size, GError **error)
{
  const char *p = head;

  if (size >= 3 && memcmp (p, "\xef\xbb\xbf", 3) == 0)
    p += 3;
  while (p < head + size && g_ascii_isspace (*p))
    p++;
  if (p < head + size && *p == '<')
    return guess_markup (p, head + size - p, error);
  if (p < head + size && (*p == '{' || *p == '[') && memmem (p, head + size - p, "\":", 2) != NULL)
    return YZ_SHEET_FORMAT_GEOJSON;
  return YZ_SHEET_FORMAT_TEXT;
}

static gsize
read_head (const char *path, char *head, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  gsize size = 0;

  if (stream == NULL || !g_input_stream_read_all (G_INPUT_STREAM (stream), head, HEAD, &size, NULL, error))
    return 0;
  if (size == 0)
    g_set_error_literal (error, YZ_EXCHANGE_ERROR, YZ_EXCHANGE_ERROR_EMPTY, _ ("The file is empty"));
  return size;
}

static YzSheetFormat
guess_format (const char *path, GError **error)
{
  char head[HEAD];
  gsize size = read_head (path, head, error);

  if (size == 0)
    return YZ_SHEET_FORMAT_UNKNOWN;
  if (g_str_has_suffix (path, ".dbf") || g_str_has_suffix (path, ".DBF"))
    return YZ_SHEET_FORMAT_SHAPEFILE;
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (size >= marks[i].length && memcmp (head, marks[i].mark, marks[i].length) == 0)
      return marks[i].advice != NULL ? refuse (_ (marks[i].advice), error) : marks[i].format;
  if (size >= 4 && memcmp (head, "PK\x03\x04", 4) == 0)
    return guess_zip (head, size, path, error);
  return guess_text (head, size, error);
}

static gboolean
check_size (const char *path, GError **error)
{
  GStatBuf status;

  if (g_stat (path, &status) == 0 && status.st_size > YZ_SHEET_MAX_BYTES)
    {
      g_set_error (error, YZ_EXCHANGE_ERROR, YZ_EXCHANGE_ERROR_TOO_LARGE,
                   _ ("The file is larger than %d MB: split it first"), YZ_SHEET_MAX_BYTES / 1024 / 1024);
      return FALSE;
    }
  return TRUE;
}

static YzSheet *
read_text_file (const char *path, const char *encoding, YzExchangeProgress progress, gpointer progress_data,
                GCancellable *cancellable, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *bytes = NULL;
  gsize size;

  if (!g_file_get_contents (path, &bytes, &size, error))
    return NULL;
  return yz_sheet_parse_text (name, bytes, size, encoding, progress, progress_data, cancellable, error);
}

char **
yz_sheet_list_layers (const char *path, GError **error)
{
  YzSheetFormat format = guess_format (path, error);

  if (format == YZ_SHEET_FORMAT_UNKNOWN)
    return NULL;
  if (format == YZ_SHEET_FORMAT_TEXT)
    return g_new0 (char *, 1);
  return yz_sheet_ogr_list_layers (path, format, error);
}

YzSheet *
yz_sheet_read_file (const char *path, const char *layer, const char *encoding, YzExchangeProgress progress,
                    gpointer progress_data, GCancellable *cancellable, GError **error)
{
  YzSheetFormat format;

  g_return_val_if_fail (path != NULL, NULL);

  if (!check_size (path, error))
    return NULL;
  format = guess_format (path, error);
  if (format == YZ_SHEET_FORMAT_UNKNOWN)
    return NULL;
  if (format == YZ_SHEET_FORMAT_TEXT)
    return read_text_file (path, encoding, progress, progress_data, cancellable, error);
  return yz_sheet_ogr_read (path, format, layer, encoding, progress, progress_data, cancellable, error);
}
