#include "carto-fixture.h"

#include <glib/gstdio.h>

#include "yz-basemap-import.h"
#include "yz-carto-gdal-private.h"
#include "yz-map-class-private.h"

static int
count (const char *path, const char *table, const char *filter)
{
  g_autoptr (GError) error = NULL;
  g_auto (GDALDatasetH) dataset = yz_carto_gdal_open (path, "GPKG", NULL, &error);
  OGRLayerH layer;

  g_assert_no_error (error);
  layer = GDALDatasetGetLayerByName (dataset, table);
  g_assert_nonnull (layer);
  g_assert_cmpint (OGR_L_SetAttributeFilter (layer, filter), ==, OGRERR_NONE);
  return (int) OGR_L_GetFeatureCount (layer, TRUE);
}

static void
test_classes (void)
{
  g_autofree char *map = carto_fixture_import ("classes.gpkg");

  g_assert_cmpint (count (map, "line_19", "class = 32"), ==, 5);
  g_assert_cmpint (count (map, "line_19", "class = 35"), ==, 3);
  g_assert_cmpint (count (map, "line_19", "class = 35 AND flags = 1 AND layer = 1"), ==, 1);
  g_assert_cmpint (count (map, "area_19", "class = 7"), ==, 1);
  g_assert_cmpint (count (map, "name", "class = 60 AND name = '小城'"), ==, 1);
  g_assert_cmpint (count (map, "name", "class = 68 AND name = '人民公园'"), ==, 1);
  g_assert_cmpint (count (map, "name", "class = 69 AND name = '镜湖'"), ==, 1);
}

/* A district's boundary is drawn, a province's never; nor is anything underground. */
static void
test_left_out (void)
{
  g_autofree char *map = carto_fixture_import ("left-out.gpkg");

  g_assert_cmpint (count (map, "line_19", "class = 25"), ==, 1);
  g_assert_cmpint (count (map, "street_19", "name = '省界'"), ==, 0);
  g_assert_cmpint (count (map, "line_19", "class = 40"), ==, 0);
}

/* The name of a street runs over its bridge, and at small scales nothing is there that cannot be seen. */
static void
test_detail (void)
{
  g_autofree char *map = carto_fixture_import ("detail.gpkg");

  g_assert_cmpint (count (map, "street_19", "name = '人民路'"), ==, 1);
  g_assert_cmpint (count (map, "line_8", "class = 32"), ==, 0);
  g_assert_cmpint (count (map, "line_8", "class = 35"), ==, 3);
  g_assert_cmpint (count (map, "area_11", "class = 7"), ==, 0);
}

static void
tell (double fraction, gpointer user_data)
{
  double *last = user_data;

  g_assert_cmpfloat (fraction, >=, *last);
  *last = fraction;
}

static void
test_progress (void)
{
  g_autofree char *source = carto_fixture_write_osm ("progress.osm");
  g_autofree char *target = carto_fixture_path ("progress.gpkg");
  g_autoptr (GError) error = NULL;
  double last = 0;

  g_assert_true (yz_basemap_import_osm (source, target, YZ_BASEMAP_ORIGIN_OSM, tell, &last, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpfloat (last, ==, 1);
}

/* What was there stays, and nothing half done is left beside it. */
static void
assert_untouched (const char *target)
{
  g_autofree char *part = g_strconcat (target, ".part.gpkg", NULL);
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (target, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "older");
  g_assert_false (g_file_test (part, G_FILE_TEST_EXISTS));
}

static void
test_cancel (void)
{
  g_autofree char *source = carto_fixture_write_osm ("cancel.osm");
  g_autofree char *target = carto_fixture_path ("cancel.gpkg");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_file_set_contents (target, "older", -1, NULL);
  g_cancellable_cancel (cancellable);
  g_assert_false (yz_basemap_import_osm (source, target, YZ_BASEMAP_ORIGIN_OSM, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_untouched (target);
}

static void
test_bad_files (void)
{
  static const struct
  {
    const char *content;
    int code;
  } cases[] = {
    { "", YZ_CARTO_ERROR_FORMAT },
    { "not a map at all", YZ_CARTO_ERROR_FORMAT },
    { "<?xml version=\"1.0\"?><osm version=\"0.6\"><node id=\"1\" lat=\"3", YZ_CARTO_ERROR_FORMAT },
    { "<?xml version=\"1.0\"?><osm version=\"0.6\"></osm>", YZ_CARTO_ERROR_EMPTY },
    { "<?xml version=\"1.0\"?><osm version=\"0.6\"><node id=\"1\" lat=\"30\" lon=\"104\"/></osm>",
      YZ_CARTO_ERROR_EMPTY },
  };
  g_autofree char *target = carto_fixture_path ("bad.gpkg");

  g_file_set_contents (target, "older", -1, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *source = carto_fixture_path ("bad.osm");
      g_autoptr (GError) error = NULL;

      g_file_set_contents (source, cases[i].content, -1, NULL);
      g_test_message ("case %u", i);
      g_assert_false (yz_basemap_import_osm (source, target, YZ_BASEMAP_ORIGIN_OSM, NULL, NULL, NULL, &error));
      g_assert_error (error, YZ_CARTO_ERROR, cases[i].code);
      assert_untouched (target);
    }
}

static void
test_missing (void)
{
  g_autofree char *source = carto_fixture_path ("nowhere.osm.pbf");
  g_autofree char *target = carto_fixture_path ("missing.gpkg");
  g_autoptr (GError) error = NULL;

  g_assert_false (yz_basemap_import_osm (source, target, YZ_BASEMAP_ORIGIN_OSM, NULL, NULL, NULL, &error));
  g_assert_error (error, YZ_CARTO_ERROR, YZ_CARTO_ERROR_OPEN);
}

static void
test_unwritable (void)
{
  g_autofree char *source = carto_fixture_write_osm ("unwritable.osm");
  g_autofree char *target = carto_fixture_path ("no/such/folder.gpkg");
  g_autoptr (GError) error = NULL;

  g_assert_false (yz_basemap_import_osm (source, target, YZ_BASEMAP_ORIGIN_OSM, NULL, NULL, NULL, &error));
  g_assert_error (error, YZ_CARTO_ERROR, YZ_CARTO_ERROR_WRITE);
}

static void
test_land (void)
{
  g_autofree char *source = carto_fixture_path ("land.geojson");
  g_autofree char *target = carto_fixture_path ("land.gpkg");
  g_autoptr (GError) error = NULL;

  g_file_set_contents (source,
                       "{\"type\":\"Polygon\",\"coordinates\":[[[100,20],[120,20],[120,40],[100,40],[100,20]]]}", -1,
                       NULL);
  g_assert_true (yz_basemap_import_land (source, target, &error));
  g_assert_no_error (error);
  g_assert_cmpint (count (target, "area_8", "class = 1"), ==, 1);
  g_assert_cmpint (count (target, "area_19", "class = 1"), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/carto/import/classes", test_classes);
  g_test_add_func ("/carto/import/left-out", test_left_out);
  g_test_add_func ("/carto/import/detail", test_detail);
  g_test_add_func ("/carto/import/progress", test_progress);
  g_test_add_func ("/carto/import/cancel", test_cancel);
  g_test_add_func ("/carto/import/bad-files", test_bad_files);
  g_test_add_func ("/carto/import/missing", test_missing);
  g_test_add_func ("/carto/import/unwritable", test_unwritable);
  g_test_add_func ("/carto/import/land", test_land);
  return g_test_run ();
}
