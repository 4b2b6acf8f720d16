/*
 * Spreadsheets and GIS files through OGR, every field as text. Spreadsheets are opened without headings, so that the
 * numbers of their rows stay those that the sheet shows and titles above the headings are seen.
 */
#include "config.h"

#include "yz-gdal.h"
#include "yz-sheet-ogr-private.h"
#include "yz-sheet-private.h"
#include "yz-text-encoding.h"
#include "yz-value-text.h"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#define MAX_UNPACKED ((guint64) 2 * 1024 * 1024 * 1024)
#define PROGRESS_ROWS 1024

typedef struct
{
  const char *driver;
  const char *ending; /* OGR looks at a spreadsheet's name, too */
  gboolean sheet;
  const char *const *options;
} Format;

/* Said as configuration, of this thread only: options of a single file are newer than GDAL 3.6. */
static const char *const sheet_options[][2] = {
  { "OGR_XLSX_HEADERS", "DISABLE" },
  { "OGR_XLSX_FIELD_TYPES", "STRING" },
  { "OGR_ODS_HEADERS", "DISABLE" },
  { "OGR_ODS_FIELD_TYPES", "STRING" },
};

static const char *const geojson_options[] = { "DATE_AS_STRING=YES", "ARRAY_AS_STRING=NO", NULL };
static const char *const raw_options[] = { "ENCODING=", NULL };

static const Format formats[] = {
  [YZ_SHEET_FORMAT_XLSX] = { "XLSX", ".xlsx", TRUE, NULL },
  [YZ_SHEET_FORMAT_ODS] = { "ODS", ".ods", TRUE, NULL },
  [YZ_SHEET_FORMAT_GEOJSON] = { "GeoJSON", ".geojson", FALSE, geojson_options },
  [YZ_SHEET_FORMAT_GEOPACKAGE] = { "GPKG", ".gpkg", FALSE, NULL },
  [YZ_SHEET_FORMAT_KML] = { "LIBKML", ".kml", FALSE, NULL },
  [YZ_SHEET_FORMAT_SHAPEFILE] = { "ESRI Shapefile", ".shp", FALSE, NULL },
};

/* A file under the name that its driver wants; removes its folder when it goes. */
typedef struct
{
  char *folder;
  char *path;
  char *memory; /* a file in GDAL's memory */
} Alias;

static void
alias_clear (Alias *alias)
{
  if (alias->memory != NULL)
    VSIUnlink (alias->memory);
  if (alias->folder != NULL)
    {
      g_unlink (alias->path);
      g_rmdir (alias->folder);
    }
  g_clear_pointer (&alias->memory, g_free);
  g_clear_pointer (&alias->folder, g_free);
  g_clear_pointer (&alias->path, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Alias, alias_clear)

static gboolean
has_ending (const char *path, const char *ending)
{
  gsize length = strlen (path), n = strlen (ending);

  return length > n && g_ascii_strcasecmp (path + length - n, ending) == 0;
}

/* A spreadsheet that was given another ending is opened through a link with the right one. */
static gboolean
link_under_ending (Alias *alias, const char *path, const char *ending, GError **error)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autoptr (GFile) link = NULL;

  alias->folder = g_dir_make_tmp ("yizhan-XXXXXX", error);
  if (alias->folder == NULL)
    return FALSE;
  alias->path = g_strconcat (alias->folder, "/list", ending, NULL);
  link = g_file_new_for_path (alias->path);
  return g_file_make_symbolic_link (link, absolute, NULL, error);
}

/* GDAL reads JSON as UTF-8 only; anything else is decoded first. */
static gboolean
decode_json (Alias *alias, const char *path, GError **error)
{
  g_autofree char *bytes = NULL;
  g_autofree char *text = NULL;
  const char *encoding;
  gsize size, length;

  if (!g_file_get_contents (path, &bytes, &size, error))
    return FALSE;
  encoding = yz_text_encoding_guess (bytes, size);
  if (g_strcmp0 (encoding, "UTF-8") == 0)
    {
      alias->path = g_strdup (path);
      return TRUE;
    }

  text = yz_text_decode (bytes, size, encoding, &length, error);
  if (text == NULL)
    return FALSE;
  alias->memory = g_strdup_printf ("/vsimem/yizhan-%p.geojson", (void *) text);
  alias->path = g_strdup (alias->memory);
  VSIFCloseL (VSIFileFromMemBuffer (alias->memory, (GByte *) VSIStrdup (text), length, TRUE));
  return TRUE;
}

static gboolean
find_alias (Alias *alias, const char *path, YzSheetFormat format, GError **error)
{
  if (format == YZ_SHEET_FORMAT_GEOJSON)
    return decode_json (alias, path, error);
  if (formats[format].sheet && !has_ending (path, formats[format].ending))
    return link_under_ending (alias, path, formats[format].ending, error);
  alias->path = g_strdup (path);
  return TRUE;
}

/* A small file can unpack to one that fills the memory: its own directory says how large its parts become. */
static gboolean
check_unpacked (const char *path, GError **error)
{
  g_autofree char *folder = g_strconcat ("/vsizip/{", path, "}", NULL);
  char **names = VSIReadDirRecursive (folder);
  guint64 total = 0;

  for (int i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *name = g_strconcat (folder, "/", names[i], NULL);
      VSIStatBufL status;

      if (VSIStatL (name, &status) == 0)
        total += status.st_size;
    }
  CSLDestroy (names);
  if (total <= MAX_UNPACKED)
    return TRUE;

  g_set_error_literal (error, YZ_EXCHANGE_ERROR, YZ_EXCHANGE_ERROR_TOO_LARGE,
                       _ ("The file unpacks to more than 2 GB: split it first"));
  return FALSE;
}

static const char *const *
get_options (const char *path, YzSheetFormat format, const char *encoding)
{
  g_autofree char *stem = g_strndup (path, MAX (strrchr (path, '.') - path, 0));
  g_autofree char *cpg = g_strconcat (stem, ".cpg", NULL);
  g_autofree char *upper = g_strconcat (stem, ".CPG", NULL);

  /* a sheet without a word on its encoding comes as bytes: old programs write GBK and say nothing */
  if (format == YZ_SHEET_FORMAT_SHAPEFILE &&
      (encoding != NULL || (!g_file_test (cpg, G_FILE_TEST_EXISTS) && !g_file_test (upper, G_FILE_TEST_EXISTS))))
    return raw_options;
  return formats[format].options;
}

static void
begin_reading (void)
{
  yz_gdal_begin_quiet ();
  for (guint i = 0; i < G_N_ELEMENTS (sheet_options); i++)
    CPLSetThreadLocalConfigOption (sheet_options[i][0], sheet_options[i][1]);
}

static void
end_reading (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sheet_options); i++)
    CPLSetThreadLocalConfigOption (sheet_options[i][0], NULL);
  yz_gdal_end_quiet ();
}

static GDALDatasetH
open_quietly (Alias *alias, const char *path, YzSheetFormat format, const char *encoding, GError **error)
{
  const char *const drivers[] = { formats[format].driver, NULL };
  GDALDatasetH dataset;

  if (!find_alias (alias, path, format, error))
    return NULL;
  if ((format == YZ_SHEET_FORMAT_XLSX || format == YZ_SHEET_FORMAT_ODS) && !check_unpacked (path, error))
    return NULL;

  dataset = GDALOpenEx (alias->path, GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers,
                        get_options (alias->path, format, encoding), NULL);
  if (dataset == NULL)
    yz_gdal_set_error (error, YZ_EXCHANGE_ERROR, YZ_EXCHANGE_ERROR_DAMAGED,
                       _ ("The file is damaged or is not what its beginning says"));
  return dataset;
}

static int
count_fields (OGRLayerH layer)
{
  return OGR_FD_GetFieldCount (OGR_L_GetLayerDefn (layer));
}

/* Sheets of instructions come first as often as last: the sheet with the most cells is the list. */
static OGRLayerH
find_largest_layer (GDALDatasetH dataset)
{
  OGRLayerH best = NULL;
  gint64 most = -1;

  for (int i = 0; i < GDALDatasetGetLayerCount (dataset); i++)
    {
      OGRLayerH layer = GDALDatasetGetLayer (dataset, i);
      gint64 cells = OGR_L_GetFeatureCount (layer, TRUE) * (1 + count_fields (layer));

      if (cells > most)
        {
          best = layer;
          most = cells;
        }
    }
  return best;
}

static OGRLayerH
find_layer (GDALDatasetH dataset, const char *name, GError **error)
{
  OGRLayerH layer = name != NULL ? GDALDatasetGetLayerByName (dataset, name) : find_largest_layer (dataset);

  if (layer == NULL && name != NULL)
    g_set_error (error, YZ_EXCHANGE_ERROR, YZ_EXCHANGE_ERROR_NOT_FOUND, _ ("There is no sheet “%s” in this file"),
                 name);
  else if (layer == NULL)
    g_set_error_literal (error, YZ_EXCHANGE_ERROR, YZ_EXCHANGE_ERROR_EMPTY, _ ("There is nothing in this list"));
  return layer;
}

typedef struct
{
  const Format *format;
  const char *encoding; /* NULL: OGR has made UTF-8 of it */
  OGRLayerH layer;
  int n_fields;
  OGRSpatialReferenceH wgs84;
  OGRCoordinateTransformationH transformation; /* NULL where the layer is in WGS-84 or says nothing */
  YzSheet *sheet;
} Reader;

static char *
decode (const Reader *reader, const char *text)
{
  gsize length;

  if (reader->encoding != NULL)
    return yz_text_decode (text, strlen (text), reader->encoding, &length, NULL);
  return g_utf8_make_valid (text, -1);
}

static char *
format_time (OGRFeatureH feature, int field)
{
  int year, month, day, hour, minute, zone;
  float second;

  if (!OGR_F_GetFieldAsDateTimeEx (feature, field, &year, &month, &day, &hour, &minute, &second, &zone))
    return g_strdup (OGR_F_GetFieldAsString (feature, field));
  if (hour == 0 && minute == 0 && second == 0 && zone <= 1)
    return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
  /* OGR counts zones in quarters of an hour from 100; 0 and 1 are unknown and local */
  if (zone <= 1)
    return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02d", year, month, day, hour, minute, (int) second);
  return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02d%c%02d:%02d", year, month, day, hour, minute, (int) second,
                          zone < 100 ? '-' : '+', ABS (zone - 100) / 4, ABS (zone - 100) % 4 * 15);
}

/* A number as a person would have typed it: spreadsheets store 13812345678 as 1.3812345678E10 and 35.5 as
 * 35.5000000000000000. What does not look like that is a text, and stays one. */
static char *
tidy_number (const char *text)
{
  const char *point = strchr (text, '.');
  double number;
  char *end;

  if (strspn (text, "0123456789.eE+-") != strlen (text) ||
      (strpbrk (text, "eE") == NULL && (point == NULL || strlen (point) < 12)))
    return g_strdup (text);
  number = g_ascii_strtod (text, &end);
  if (*end != '\0' || end == text)
    return g_strdup (text);
  if (number == floor (number) && fabs (number) < 9e15)
    return g_strdup_printf ("%" G_GINT64_FORMAT, (gint64) number);
  return yz_value_format_real (number);
}

static char *
read_field (const Reader *reader, OGRFeatureH feature, int field)
{
  OGRFieldType type = OGR_Fld_GetType (OGR_F_GetFieldDefnRef (feature, field));

  if (!OGR_F_IsFieldSetAndNotNull (feature, field))
    return g_strdup ("");
  if (type == OFTDateTime || type == OFTDate)
    return format_time (feature, field);
  if (type == OFTStringList)
    {
      char **parts = OGR_F_GetFieldAsStringList (feature, field);
      g_autofree char *joined = parts != NULL ? g_strjoinv ("; ", parts) : g_strdup ("");

      return decode (reader, joined);
    }
  if (reader->format->sheet)
    return tidy_number (OGR_F_GetFieldAsString (feature, field));
  return decode (reader, OGR_F_GetFieldAsString (feature, field));
}

static void
read_point (const Reader *reader, OGRFeatureH feature)
{
  OGRGeometryH geometry = OGR_F_GetGeometryRef (feature);
  g_auto (OGRGeometryH) inside = NULL;
  double x, y;

  if (geometry == NULL || OGR_G_IsEmpty (geometry))
    return;
  if (wkbFlatten (OGR_G_GetGeometryType (geometry)) != wkbPoint)
    {
      inside = OGR_G_CreateGeometry (wkbPoint);
      if (OGR_G_Centroid (geometry, inside) != OGRERR_NONE || OGR_G_IsEmpty (inside))
        return;
      geometry = inside;
    }

  x = OGR_G_GetX (geometry, 0);
  y = OGR_G_GetY (geometry, 0);
  if (reader->transformation != NULL && !OCTTransform (reader->transformation, 1, &x, &y, NULL))
    return;
  if (yz_position_is_valid ((YzPosition){ x, y }))
    yz_sheet_set_point (reader->sheet, (YzPosition){ x, y });
}

static gboolean
read_feature (const Reader *reader, OGRFeatureH feature, guint ordinal, GError **error)
{
  guint number = reader->format->sheet ? (guint) OGR_F_GetFID (feature) : ordinal;

  if (!yz_sheet_begin_row (reader->sheet, number, error))
    return FALSE;
  for (int i = 0; i < reader->n_fields; i++)
    {
      g_autofree char *text = read_field (reader, feature, i);
      g_autofree char *stripped = g_strdup (text != NULL ? g_strstrip (text) : "");

      yz_sheet_add_copy (reader->sheet, stripped);
    }
  read_point (reader, feature);
  return TRUE;
}

/* OGR gives no feature at the end of a list, and none where a damaged one goes on but cannot be read. */
static gboolean
is_at_end (GError **error)
{
  if (CPLGetLastErrorType () < CE_Failure)
    return TRUE;
  yz_gdal_set_error (error, YZ_EXCHANGE_ERROR, YZ_EXCHANGE_ERROR_DAMAGED,
                     _ ("The file is damaged: the list cannot be read to its end"));
  return FALSE;
}

static gboolean
read_features (const Reader *reader, YzExchangeProgress progress, gpointer progress_data, GCancellable *cancellable,
               GError **error)
{
  guint64 total = MAX (OGR_L_GetFeatureCount (reader->layer, TRUE), 0);

  OGR_L_ResetReading (reader->layer);
  for (guint ordinal = 1;; ordinal++)
    {
      g_auto (OGRFeatureH) feature = NULL;

      CPLErrorReset ();
      feature = OGR_L_GetNextFeature (reader->layer);
      if (feature == NULL)
        return is_at_end (error);
      if (ordinal % PROGRESS_ROWS == 1 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (ordinal % PROGRESS_ROWS == 1 && progress != NULL)
        progress (ordinal, total, progress_data);
      if (!read_feature (reader, feature, ordinal, error))
        return FALSE;
    }
}

static GPtrArray *
read_names (const Reader *reader)
{
  OGRFeatureDefnH definition = OGR_L_GetLayerDefn (reader->layer);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (int i = 0; i < reader->n_fields; i++)
    g_ptr_array_add (names, decode (reader, OGR_Fld_GetNameRef (OGR_FD_GetFieldDefn (definition, i))));
  return names;
}

/* Field names and texts of a Shapefile together tell the encoding better than any one of them. */
static const char *
guess_shapefile_encoding (Reader *reader)
{
  g_autoptr (GString) sample = g_string_new (NULL);
  OGRFeatureDefnH definition = OGR_L_GetLayerDefn (reader->layer);

  for (int i = 0; i < reader->n_fields; i++)
    g_string_append (sample, OGR_Fld_GetNameRef (OGR_FD_GetFieldDefn (definition, i)));
  OGR_L_ResetReading (reader->layer);
  for (int n = 0; n < 200; n++)
    {
      g_auto (OGRFeatureH) feature = OGR_L_GetNextFeature (reader->layer);

      if (feature == NULL)
        break;
      for (int i = 0; i < reader->n_fields; i++)
        g_string_append (sample, OGR_F_GetFieldAsString (feature, i));
    }
  return yz_text_encoding_guess (sample->str, sample->len);
}

static gboolean
find_transformation (Reader *reader, GError **error)
{
  OGRSpatialReferenceH reference = OGR_L_GetSpatialRef (reader->layer);

  reader->wgs84 = yz_gdal_new_wgs84 ();
  if (reference == NULL || OSRIsGeographic (reference) || OSRIsLocal (reference))
    return TRUE;
  OSRSetAxisMappingStrategy (reference, OAMS_TRADITIONAL_GIS_ORDER);
  reader->transformation = OCTNewCoordinateTransformation (reference, reader->wgs84);
  if (reader->transformation != NULL)
    return TRUE;

  yz_gdal_set_error (
    error, YZ_EXCHANGE_ERROR, YZ_EXCHANGE_ERROR_FORMAT,
    _ ("The positions stand in a coordinate system that cannot be converted: save the file in WGS-84"));
  return FALSE;
}

static void
reader_clear (Reader *reader)
{
  if (reader->transformation != NULL)
    OCTDestroyCoordinateTransformation (reader->transformation);
  if (reader->wgs84 != NULL)
    OSRDestroySpatialReference (reader->wgs84);
  g_clear_pointer (&reader->sheet, yz_sheet_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

static YzSheet *
finish (Reader *reader, GError **error)
{
  yz_sheet_find_headings (reader->sheet);
  if (yz_sheet_get_n_rows (reader->sheet) > 0 || yz_sheet_get_heading_row (reader->sheet) != YZ_SHEET_NONE)
    return g_steal_pointer (&reader->sheet);

  g_set_error_literal (error, YZ_EXCHANGE_ERROR, YZ_EXCHANGE_ERROR_EMPTY, _ ("There is nothing in this list"));
  return NULL;
}

static YzSheet *
read_layer (GDALDatasetH dataset, const char *path, YzSheetFormat format, const char *name, const char *encoding,
            YzExchangeProgress progress, gpointer progress_data, GCancellable *cancellable, GError **error)
{
  g_autofree char *source = g_path_get_basename (path);
  g_auto (Reader) reader = { .format = &formats[format], .layer = find_layer (dataset, name, error) };

  if (reader.layer == NULL)
    return NULL;
  reader.n_fields = MIN (count_fields (reader.layer), YZ_SHEET_MAX_COLUMNS);
  if (get_options (path, format, encoding) == raw_options)
    reader.encoding = encoding != NULL ? encoding : guess_shapefile_encoding (&reader);
  reader.sheet = yz_sheet_new (source, format == YZ_SHEET_FORMAT_GEOJSON ? NULL : OGR_L_GetName (reader.layer));
  if (!reader.format->sheet)
    yz_sheet_set_names (reader.sheet, read_names (&reader));

  if (!find_transformation (&reader, error) || !read_features (&reader, progress, progress_data, cancellable, error))
    return NULL;
  return finish (&reader, error);
}

YzSheet *
yz_sheet_ogr_read (const char *path, YzSheetFormat format, const char *layer, const char *encoding,
                   YzExchangeProgress progress, gpointer progress_data, GCancellable *cancellable, GError **error)
{
  g_auto (Alias) alias = { NULL };
  GDALDatasetH dataset;
  YzSheet *sheet = NULL;

  begin_reading ();
  dataset = open_quietly (&alias, path, format, encoding, error);
  if (dataset != NULL)
    {
      sheet = read_layer (dataset, path, format, layer, encoding, progress, progress_data, cancellable, error);
      GDALClose (dataset);
    }
  end_reading ();
  return sheet;
}

char **
yz_sheet_ogr_list_layers (const char *path, YzSheetFormat format, GError **error)
{
  g_auto (Alias) alias = { NULL };
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  GDALDatasetH dataset;

  begin_reading ();
  dataset = open_quietly (&alias, path, format, NULL, error);
  for (int i = 0; dataset != NULL && i < GDALDatasetGetLayerCount (dataset); i++)
    g_strv_builder_add (names, OGR_L_GetName (GDALDatasetGetLayer (dataset, i)));
  if (dataset != NULL)
    GDALClose (dataset);
  end_reading ();
  return dataset != NULL ? g_strv_builder_end (names) : NULL;
}
