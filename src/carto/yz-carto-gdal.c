#include "config.h"

#include "yz-carto-gdal-private.h"

#include <cpl_error.h>
#include <cpl_string.h>

static void
register_drivers (void)
{
  static gsize done;

  if (g_once_init_enter (&done))
    {
      GDALAllRegister ();
      g_once_init_leave (&done, 1);
    }
}

void
yz_carto_gdal_begin_quiet (void)
{
  register_drivers ();
  CPLPushErrorHandler (CPLQuietErrorHandler);
  CPLErrorReset ();
}

void
yz_carto_gdal_end_quiet (void)
{
  CPLPopErrorHandler ();
}

void
yz_carto_gdal_set_error (GError **error, YzCartoError code, const char *what)
{
  g_autofree char *detail = g_utf8_make_valid (CPLGetLastErrorMsg (), -1);

  if (*detail == '\0')
    g_set_error_literal (error, YZ_CARTO_ERROR, code, what);
  else
    g_set_error (error, YZ_CARTO_ERROR, code, "%s: %s", what, detail);
}

GDALDatasetH
yz_carto_gdal_open (const char *path, const char *driver, const char *const *options, GError **error)
{
  const char *const drivers[] = { driver, NULL };
  g_autofree char *name = g_filename_display_name (path);
  /* by its name alone the SQLite driver would leave an .mbtiles file to the driver that decodes the pictures */
  g_autofree char *prefixed = g_str_equal (driver, "SQLite") ? g_strconcat ("SQLITE:", path, NULL) : g_strdup (path);
  GDALDatasetH dataset;

  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      g_set_error (error, YZ_CARTO_ERROR, YZ_CARTO_ERROR_OPEN, "there is no file “%s”", name);
      return NULL;
    }

  yz_carto_gdal_begin_quiet ();
  dataset = GDALOpenEx (prefixed, GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers, options, NULL);
  if (dataset == NULL)
    {
      g_autofree char *what = g_strdup_printf ("“%s” cannot be read as %s", name, driver);

      yz_carto_gdal_set_error (error, YZ_CARTO_ERROR_FORMAT, what);
    }
  yz_carto_gdal_end_quiet ();
  return dataset;
}

static OGRSpatialReferenceH
new_reference (int epsg)
{
  OGRSpatialReferenceH reference = OSRNewSpatialReference (NULL);

  OSRImportFromEPSG (reference, epsg);
  OSRSetAxisMappingStrategy (reference, OAMS_TRADITIONAL_GIS_ORDER);
  return reference;
}

OGRSpatialReferenceH
yz_carto_gdal_new_mercator (void)
{
  return new_reference (3857);
}

OGRSpatialReferenceH
yz_carto_gdal_new_wgs84 (void)
{
  return new_reference (4326);
}
