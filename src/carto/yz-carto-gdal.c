#include "config.h"

#include "yz-carto-gdal-private.h"

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

  yz_gdal_begin_quiet ();
  dataset = GDALOpenEx (prefixed, GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers, options, NULL);
  if (dataset == NULL)
    {
      g_autofree char *what = g_strdup_printf ("“%s” cannot be read as %s", name, driver);

      yz_gdal_set_error (error, YZ_CARTO_ERROR, YZ_CARTO_ERROR_FORMAT, what);
    }
  yz_gdal_end_quiet ();
  return dataset;
}
