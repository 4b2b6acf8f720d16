#include "yz-outline-file.h"

#include "yz-gdal.h"
#include "yz-test.h"

#include <glib/gstdio.h>
#include <math.h>

static char *
write_file (const char *folder, const char *text)
{
  char *path = g_build_filename (folder, "districts.geojson", NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return path;
}

static void
test_faults (void)
{
  g_auto (YzTestFolder) folder = yz_test_folder_new ();
  g_autofree char *path =
    write_file (folder, "{\"type\":\"FeatureCollection\",\"features\":["
                        "{\"type\":\"Feature\",\"properties\":{\"name\":\"东区\"},\"geometry\":{\"type\":\"Polygon\","
                        "\"coordinates\":[[[113,34],[114,34],[114,35],[113,35]],[[113.5,34.5],[113.6,34.5]]]}},"
                        "{\"type\":\"Feature\",\"properties\":{\"name\":\"空\"},\"geometry\":null}]}");
  g_autoptr (GError) error = NULL;
  YzOutlineFaults faults;
  g_autoptr (GPtrArray) outlines = yz_outline_file_read (path, YZ_DATUM_WGS84, &faults, &error);
  const YzNamedOutline *east;

  g_assert_no_error (error);
  g_assert_cmpuint (outlines->len, ==, 1);
  east = outlines->pdata[0];
  g_assert_cmpstr (east->name, ==, "东区");
  g_assert_cmpuint (yz_outline_get_n_rings (east->outline), ==, 1);
  g_assert_cmpfloat (yz_outline_get_box (east->outline)->west, ==, 113);
  g_assert_cmpfloat (yz_outline_get_box (east->outline)->north, ==, 35);
  g_assert_cmpuint (faults.closed, ==, 1);
  g_assert_cmpuint (faults.dropped, ==, 1);
}

static void
test_datum (void)
{
  g_auto (YzTestFolder) folder = yz_test_folder_new ();
  g_autofree char *path =
    write_file (folder, "{\"type\":\"Polygon\",\"coordinates\":[[[113,34],[114,34],[114,35],[113,35],[113,34]]]}");
  g_autoptr (GPtrArray) outlines = yz_outline_file_read (path, YZ_DATUM_GCJ02, NULL, NULL);
  const YzNamedOutline *only = outlines->pdata[0];
  YzPosition corner = yz_datum_convert ((YzPosition){ 113, 34 }, YZ_DATUM_GCJ02, YZ_DATUM_WGS84);

  g_assert_cmpstr (only->name, ==, "");
  g_assert_cmpfloat_with_epsilon (yz_outline_get_box (only->outline)->south, MIN (corner.lat, 34), 2e-3);
  g_assert_cmpfloat (fabs (corner.lon - 113), >, 1e-3);
}

/* As older Chinese programs write them: names in GB18030, and no .cpg that says so. */
static void
test_shapefile (void)
{
  const char *const options[] = { "ENCODING=GBK", NULL };
  const char wkt[] = "POLYGON ((113 34, 114 34, 114 35, 113 35, 113 34))";
  g_auto (YzTestFolder) folder = yz_test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "districts.shp", NULL);
  g_autofree char *cpg = g_build_filename (folder, "districts.cpg", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) outlines = NULL;
  OGRFieldDefnH field = OGR_Fld_Create ("名称", OFTString);
  GDALDatasetH dataset;
  OGRLayerH layer;
  OGRFeatureH feature;
  OGRGeometryH geometry = NULL;
  char *text = (char *) wkt;

  GDALAllRegister ();
  dataset = GDALCreate (GDALGetDriverByName ("ESRI Shapefile"), path, 0, 0, 0, GDT_Unknown, NULL);
  layer = GDALDatasetCreateLayer (dataset, "districts", NULL, wkbPolygon, (char **) options);
  OGR_L_CreateField (layer, field, TRUE);
  OGR_Fld_Destroy (field);
  feature = OGR_F_Create (OGR_L_GetLayerDefn (layer));
  OGR_F_SetFieldString (feature, 0, "江北区");
  OGR_G_CreateFromWkt (&text, NULL, &geometry);
  OGR_F_SetGeometryDirectly (feature, geometry);
  g_assert_cmpint (OGR_L_CreateFeature (layer, feature), ==, OGRERR_NONE);
  OGR_F_Destroy (feature);
  GDALClose (dataset);
  g_assert_cmpint (g_remove (cpg), ==, 0);

  outlines = yz_outline_file_read (path, YZ_DATUM_WGS84, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (outlines->len, ==, 1);
  g_assert_cmpstr (((YzNamedOutline *) outlines->pdata[0])->name, ==, "江北区");
}

static void
test_refused (void)
{
  g_auto (YzTestFolder) folder = yz_test_folder_new ();
  g_autofree char *damaged = write_file (folder, "{\"type\":\"FeatureCollection\",\"features\":[{]");
  g_autoptr (GError) error = NULL;

  g_assert_null (yz_outline_file_read (damaged, YZ_DATUM_WGS84, NULL, &error));
  g_assert_error (error, YZ_CARTO_ERROR, YZ_CARTO_ERROR_FORMAT);
  g_clear_error (&error);

  g_assert_null (yz_outline_file_read ("/nowhere/at/all.shp", YZ_DATUM_WGS84, NULL, &error));
  g_assert_error (error, YZ_CARTO_ERROR, YZ_CARTO_ERROR_OPEN);
  g_clear_error (&error);

  g_free (write_file (folder, "{\"type\":\"Point\",\"coordinates\":[113,34]}"));
  g_assert_null (yz_outline_file_read (damaged, YZ_DATUM_WGS84, NULL, &error));
  g_assert_error (error, YZ_CARTO_ERROR, YZ_CARTO_ERROR_EMPTY);
}

static void
test_dongguan (void)
{
  g_autofree char *path = yz_test_shared ("data/real/admin/dongguan_32_towns_as_found.geojson");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) outlines = NULL;
  YzOutlineFaults faults;

  if (path == NULL)
    return;
  outlines = yz_outline_file_read (path, YZ_DATUM_GCJ02, &faults, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (outlines->len, ==, 32);
  g_assert_cmpuint (faults.closed, ==, 25);
  g_assert_cmpuint (faults.dropped, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/carto/outline-file/faults", test_faults);
  g_test_add_func ("/carto/outline-file/datum", test_datum);
  g_test_add_func ("/carto/outline-file/shapefile", test_shapefile);
  g_test_add_func ("/carto/outline-file/refused", test_refused);
  g_test_add_func ("/carto/outline-file/dongguan", test_dongguan);
  return g_test_run ();
}
