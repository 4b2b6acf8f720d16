#include "config.h"

#include "yz-list-writer.h"

#include "yz-gdal.h"
#include "yz-value-text.h"

#include <cpl_conv.h>
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#define MAX_SHEET_ROWS 1048576 /* of a spreadsheet, the headings included */

typedef struct
{
  const char *ending;
  const char *driver;
  gboolean has_geometry;
  gboolean has_types;
  gboolean is_sheet;
  const char *const *options; /* of the layer */
} Format;

static const char *const csv_options[] = { "WRITE_BOM=YES", "LINEFORMAT=CRLF", "STRING_QUOTING=IF_NEEDED", NULL };
static const char *const geojson_options[] = { "RFC7946=YES", "COORDINATE_PRECISION=8", NULL };

static const Format formats[YZ_N_LIST_FORMATS] = {
  [YZ_LIST_FORMAT_CSV] = { ".csv", "CSV", FALSE, FALSE, FALSE, csv_options },
  [YZ_LIST_FORMAT_XLSX] = { ".xlsx", "XLSX", FALSE, TRUE, TRUE, NULL },
  [YZ_LIST_FORMAT_ODS] = { ".ods", "ODS", FALSE, TRUE, TRUE, NULL },
  [YZ_LIST_FORMAT_GEOJSON] = { ".geojson", "GeoJSON", TRUE, FALSE, FALSE, geojson_options },
  [YZ_LIST_FORMAT_GEOPACKAGE] = { ".gpkg", "GPKG", TRUE, TRUE, FALSE, NULL },
  [YZ_LIST_FORMAT_KML] = { ".kml", "LIBKML", TRUE, FALSE, FALSE, NULL },
};

struct _YzListWriter
{
  const Format *format;
  char *path;
  char *unfinished;
  YzListType *types;
  guint n_columns;
  guint n_rows;
  GDALDatasetH dataset;
  OGRLayerH layer;
  gboolean in_transaction;
};

const char *
yz_list_format_get_ending (YzListFormat format)
{
  return formats[format].ending;
}

gboolean
yz_list_format_from_path (const char *path, YzListFormat *format)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (guint i = 0; i < YZ_N_LIST_FORMATS; i++)
    if (g_str_has_suffix (lower, formats[i].ending))
      {
        *format = (YzListFormat) i;
        return TRUE;
      }
  if (!g_str_has_suffix (lower, ".json"))
    return FALSE;
  *format = YZ_LIST_FORMAT_GEOJSON;
  return TRUE;
}

/* Hidden beside the place where it shall be: the same file system, so that taking its place is one step. */
static char *
make_unfinished_path (const char *path, const char *ending)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_strdup_printf (".yizhan-%08x%s", g_random_int (), ending);

  return g_build_filename (folder, name, NULL);
}

static OGRFieldType
get_field_type (const Format *format, YzListType type)
{
  if (!format->has_types)
    return OFTString;
  switch (type)
    {
    case YZ_LIST_INTEGER:
      return OFTInteger64;
    case YZ_LIST_REAL:
      return OFTReal;
    case YZ_LIST_DATE:
      return OFTDate;
    case YZ_LIST_TEXT:
    default:
      return OFTString;
    }
}

/* Two columns of one heading would be one column in most formats. */
static char *
make_unique (GHashTable *taken, const char *heading)
{
  char *name = g_strdup (heading);

  for (guint n = 2; !g_hash_table_add (taken, g_utf8_casefold (name, -1)); n++)
    {
      g_free (name);
      name = g_strdup_printf ("%s (%u)", heading, n);
    }
  return name;
}

static gboolean
create_fields (YzListWriter *writer, const YzListColumn *columns)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < writer->n_columns; i++)
    {
      g_autofree char *name = make_unique (taken, columns[i].heading);
      OGRFieldDefnH definition = OGR_Fld_Create (name, get_field_type (writer->format, columns[i].type));
      OGRErr result = OGR_L_CreateField (writer->layer, definition, TRUE);

      OGR_Fld_Destroy (definition);
      if (result != OGRERR_NONE)
        return FALSE;
      writer->types[i] = columns[i].type;
    }
  return TRUE;
}

static gboolean
create_layer (YzListWriter *writer, const char *name, const YzListColumn *columns, guint title)
{
  g_auto (OGRSpatialReferenceH) wgs84 = writer->format->has_geometry ? yz_gdal_new_wgs84 () : NULL;
  GDALDriverH driver = GDALGetDriverByName (writer->format->driver);

  if (driver == NULL)
    return FALSE;
  writer->dataset = GDALCreate (driver, writer->unfinished, 0, 0, 0, GDT_Unknown, NULL);
  if (writer->dataset == NULL)
    return FALSE;
  /* read by the driver when the layer is made, and of this thread only */
  if (g_str_equal (writer->format->driver, "LIBKML"))
    CPLSetThreadLocalConfigOption ("LIBKML_NAME_FIELD", columns[title].heading);
  writer->layer = GDALDatasetCreateLayer (writer->dataset, name, wgs84,
                                          writer->format->has_geometry ? wkbPoint : wkbNone,
                                          (char **) writer->format->options);
  if (writer->layer == NULL || !create_fields (writer, columns))
    return FALSE;
  writer->in_transaction = GDALDatasetStartTransaction (writer->dataset, FALSE) == OGRERR_NONE;
  return TRUE;
}

YzListWriter *
yz_list_writer_new (const char *path, YzListFormat format, const char *name, const YzListColumn *columns,
                    guint n_columns, guint title, GError **error)
{
  g_autoptr (YzListWriter) writer = g_new0 (YzListWriter, 1);
  gboolean made;

  writer->format = &formats[format];
  writer->path = g_strdup (path);
  writer->unfinished = make_unfinished_path (path, writer->format->ending);
  writer->types = g_new0 (YzListType, n_columns);
  writer->n_columns = n_columns;

  yz_gdal_begin_quiet ();
  made = create_layer (writer, name, columns, title);
  if (!made)
    yz_gdal_set_error (error, YZ_EXCHANGE_ERROR, YZ_EXCHANGE_ERROR_WRITE, _ ("The file cannot be written"));
  yz_gdal_end_quiet ();
  return made ? g_steal_pointer (&writer) : NULL;
}

/* What begins like a formula is one to a spreadsheet, wherever it comes from. */
static char *
guard (const char *text)
{
  const char *p = text;

  while (*p == '\'')
    p++;
  return *p != '\0' && strchr ("=+-@\t\r", *p) != NULL ? g_strconcat ("'", text, NULL) : g_strdup (text);
}

static void
set_date (OGRFeatureH feature, int field, const char *text)
{
  GDate day;

  if (yz_value_read_date (text, &day))
    OGR_F_SetFieldDateTime (feature, field, g_date_get_year (&day), g_date_get_month (&day), g_date_get_day (&day), 0,
                            0, 0, 0);
}

static void
set_field (const YzListWriter *writer, OGRFeatureH feature, int field, const char *text)
{
  if (*text == '\0')
    return;
  if (writer->format->has_types && writer->types[field] == YZ_LIST_DATE)
    set_date (feature, field, text);
  else if (writer->types[field] == YZ_LIST_TEXT && g_str_equal (writer->format->driver, "CSV"))
    {
      g_autofree char *guarded = guard (text);

      OGR_F_SetFieldString (feature, field, guarded);
    }
  else
    OGR_F_SetFieldString (feature, field, text);
}

static void
set_point (OGRFeatureH feature, const YzPosition *point)
{
  OGRGeometryH geometry = OGR_G_CreateGeometry (wkbPoint);

  OGR_G_SetPoint_2D (geometry, 0, point->lon, point->lat);
  OGR_F_SetGeometryDirectly (feature, geometry);
}

gboolean
yz_list_writer_add (YzListWriter *writer, const char *const *cells, const YzPosition *point, GError **error)
{
  g_auto (OGRFeatureH) feature = OGR_F_Create (OGR_L_GetLayerDefn (writer->layer));
  gboolean added;

  if (writer->format->is_sheet && ++writer->n_rows >= MAX_SHEET_ROWS)
    {
      g_set_error_literal (error, YZ_EXCHANGE_ERROR, YZ_EXCHANGE_ERROR_TOO_LARGE,
                           _ ("A spreadsheet holds 1,048,575 rows: choose CSV or GeoPackage"));
      return FALSE;
    }
  for (guint i = 0; i < writer->n_columns; i++)
    set_field (writer, feature, i, cells[i]);
  if (point != NULL && writer->format->has_geometry)
    set_point (feature, point);

  yz_gdal_begin_quiet ();
  added = OGR_L_CreateFeature (writer->layer, feature) == OGRERR_NONE;
  if (!added)
    yz_gdal_set_error (error, YZ_EXCHANGE_ERROR, YZ_EXCHANGE_ERROR_WRITE, _ ("The file cannot be written"));
  yz_gdal_end_quiet ();
  return added;
}

/* Spreadsheets are written when they are closed, so only then is it known whether the disk was large enough. */
static gboolean
close_dataset (YzListWriter *writer, GError **error)
{
  gboolean closed;

  yz_gdal_begin_quiet ();
  if (writer->in_transaction)
    GDALDatasetCommitTransaction (writer->dataset);
  GDALClose (g_steal_pointer (&writer->dataset));
  closed = CPLGetLastErrorType () < CE_Failure && g_file_test (writer->unfinished, G_FILE_TEST_EXISTS);
  if (!closed)
    yz_gdal_set_error (error, YZ_EXCHANGE_ERROR, YZ_EXCHANGE_ERROR_WRITE, _ ("The file cannot be written"));
  yz_gdal_end_quiet ();
  return closed;
}

gboolean
yz_list_writer_finish (YzListWriter *writer, GError **error)
{
  if (!close_dataset (writer, error))
    return FALSE;
  if (g_rename (writer->unfinished, writer->path) == 0)
    {
      g_clear_pointer (&writer->unfinished, g_free);
      return TRUE;
    }
  g_set_error (error, YZ_EXCHANGE_ERROR, YZ_EXCHANGE_ERROR_WRITE, _ ("The file cannot be put in its place: %s"),
               g_strerror (errno));
  return FALSE;
}

void
yz_list_writer_free (YzListWriter *writer)
{
  yz_gdal_begin_quiet ();
  if (writer->dataset != NULL)
    GDALClose (writer->dataset);
  yz_gdal_end_quiet ();
  CPLSetThreadLocalConfigOption ("LIBKML_NAME_FIELD", NULL);
  if (writer->unfinished != NULL)
    g_unlink (writer->unfinished);
  g_free (writer->unfinished);
  g_free (writer->path);
  g_free (writer->types);
  g_free (writer);
}
