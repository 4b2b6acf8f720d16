#include "carto-fixture.h"

#include "yz-carto-gdal-private.h"
#include "yz-mbtiles.h"

static const guint8 picture[] = { 0x89, 'P', 'N', 'G', 1, 2, 3 };

static void
add_column (OGRLayerH layer, const char *name, OGRFieldType type)
{
  OGRFieldDefnH field = OGR_Fld_Create (name, type);

  OGR_L_CreateField (layer, field, TRUE);
  OGR_Fld_Destroy (field);
}

static void
write_metadata (GDALDatasetH file, const char *format)
{
  OGRLayerH table = GDALDatasetCreateLayer (file, "metadata", NULL, wkbNone, NULL);
  g_auto (OGRFeatureH) row = NULL;

  add_column (table, "name", OFTString);
  add_column (table, "value", OFTString);
  row = OGR_F_Create (OGR_L_GetLayerDefn (table));
  OGR_F_SetFieldString (row, 0, "format");
  OGR_F_SetFieldString (row, 1, format);
  g_assert_cmpint (OGR_L_CreateFeature (table, row), ==, OGRERR_NONE);
}

/* One tile: zoom 3, column 6, and row 5 from the south, which is 2 from the north. */
static void
write_tiles (GDALDatasetH file, gboolean empty)
{
  OGRLayerH table = GDALDatasetCreateLayer (file, "tiles", NULL, wkbNone, NULL);
  g_auto (OGRFeatureH) row = NULL;

  add_column (table, "zoom_level", OFTInteger);
  add_column (table, "tile_column", OFTInteger);
  add_column (table, "tile_row", OFTInteger);
  add_column (table, "tile_data", OFTBinary);
  row = OGR_F_Create (OGR_L_GetLayerDefn (table));
  OGR_F_SetFieldInteger (row, 0, 3);
  OGR_F_SetFieldInteger (row, 1, 6);
  OGR_F_SetFieldInteger (row, 2, 5);
  OGR_F_SetFieldBinary (row, 3, sizeof picture, picture);
  if (!empty)
    g_assert_cmpint (OGR_L_CreateFeature (table, row), ==, OGRERR_NONE);
}

static char *
write_file (const char *name, const char *format, gboolean empty)
{
  char *path = carto_fixture_path (name);
  g_auto (GDALDatasetH) file = NULL;

  GDALAllRegister ();
  file = GDALCreate (GDALGetDriverByName ("SQLite"), path, 0, 0, 0, GDT_Unknown, NULL);
  g_assert_nonnull (file);
  write_metadata (file, format);
  write_tiles (file, empty);
  return path;
}

static void
test_tile (void)
{
  g_autofree char *path = write_file ("png.mbtiles", "png", FALSE);
  g_autoptr (GError) error = NULL;
  g_autoptr (YzMbtiles) tiles = yz_mbtiles_new (path, &error);
  g_autoptr (GBytes) tile = NULL;
  int first, last;

  g_assert_no_error (error);
  g_assert_cmpstr (yz_mbtiles_get_metadata (tiles, "format"), ==, "png");
  g_assert_null (yz_mbtiles_get_metadata (tiles, "attribution"));
  yz_mbtiles_get_zooms (tiles, &first, &last);
  g_assert_cmpint (first, ==, 3);
  g_assert_cmpint (last, ==, 3);

  tile = yz_mbtiles_get_tile (tiles, 3, 6, 2, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (tile, NULL), g_bytes_get_size (tile), picture, sizeof picture);
}

static void
test_no_tile (void)
{
  static const int missing[][3] = { { 3, 6, 5 }, { 3, 0, 0 }, { 4, 6, 2 }, { 3, -1, 2 }, { 3, 6, 800 }, { 99, 0, 0 } };
  g_autofree char *path = write_file ("missing.mbtiles", "png", FALSE);
  g_autoptr (GError) error = NULL;
  g_autoptr (YzMbtiles) tiles = yz_mbtiles_new (path, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (missing); i++)
    {
      g_assert_null (yz_mbtiles_get_tile (tiles, missing[i][0], missing[i][1], missing[i][2], &error));
      g_assert_no_error (error);
    }
}

static void
assert_refused (const char *path, YzCartoError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (yz_mbtiles_new (path, &error));
  g_assert_error (error, YZ_CARTO_ERROR, (int) code);
}

static void
test_refused (void)
{
  g_autofree char *vector = write_file ("vector.mbtiles", "pbf", FALSE);
  g_autofree char *empty = write_file ("empty.mbtiles", "png", TRUE);
  g_autofree char *text = carto_fixture_path ("text.mbtiles");
  g_autofree char *missing = carto_fixture_path ("nowhere.mbtiles");
  g_autofree char *map = carto_fixture_import ("map.gpkg");

  g_file_set_contents (text, "no tiles here", -1, NULL);
  assert_refused (vector, YZ_CARTO_ERROR_FORMAT);
  assert_refused (empty, YZ_CARTO_ERROR_EMPTY);
  assert_refused (text, YZ_CARTO_ERROR_FORMAT);
  assert_refused (missing, YZ_CARTO_ERROR_OPEN);
  assert_refused (map, YZ_CARTO_ERROR_FORMAT);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/carto/mbtiles/tile", test_tile);
  g_test_add_func ("/carto/mbtiles/no-tile", test_no_tile);
  g_test_add_func ("/carto/mbtiles/refused", test_refused);
  return g_test_run ();
}
