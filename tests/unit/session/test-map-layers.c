#include "yz-map-layers.h"
#include "yz-street-maps.h"

#include "yz-test.h"

static YzMapLayer *
online_new (void)
{
  return yz_map_layer_new (YZ_MAP_LAYER_ONLINE, "City map", "https://tiles.example/{z}/{x}/{y}.png?key={key}", "a&b",
                           YZ_DATUM_GCJ02, "© City");
}

static YzMapLayer *
item (YzMapLayers *layers, guint position)
{
  g_autoptr (YzMapLayer) layer = g_list_model_get_item (G_LIST_MODEL (layers), position);

  return layer;
}

static void
test_one_ground (void)
{
  g_autoptr (YzMapLayers) layers = yz_map_layers_new ("/one-ground.yizhan");
  g_autoptr (YzMapLayer) online = online_new ();
  g_autoptr (YzMapLayer)
    outlines = yz_map_layer_new (YZ_MAP_LAYER_OUTLINES, "Districts", "/districts.geojson", NULL, YZ_DATUM_WGS84, NULL);

  g_assert_true (yz_map_layers_get_ground (layers) == item (layers, 0));
  yz_map_layers_add (layers, online);
  yz_map_layers_add (layers, outlines);
  g_assert_true (yz_map_layers_get_ground (layers) == online);
  g_assert_false (yz_map_layer_get_shown (item (layers, 0)));
  g_assert_true (yz_map_layer_get_shown (outlines));

  /* there is always a ground */
  yz_map_layers_show (layers, online, FALSE);
  g_assert_true (yz_map_layer_get_shown (online));
  yz_map_layers_remove (layers, online);
  g_assert_true (yz_map_layers_get_ground (layers) == item (layers, 0));
  g_assert_true (yz_map_layer_get_shown (item (layers, 0)));
  yz_map_layers_remove (layers, item (layers, 0));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (layers)), ==, 2);
}

static void
test_kept (void)
{
  g_autoptr (YzMapLayers) layers = yz_map_layers_new ("/kept.yizhan");
  g_autoptr (YzMapLayers) again = NULL;
  g_autoptr (YzMapLayers) other = NULL;
  g_autoptr (YzMapLayer) online = online_new ();
  YzPosition centre;
  double zoom;

  g_assert_false (yz_map_layers_get_view (layers, &centre, &zoom));
  yz_map_layers_add (layers, online);
  yz_map_layers_set_view (layers, (YzPosition){ 113.5, 34.5 }, 12);

  again = yz_map_layers_new ("/kept.yizhan");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (again)), ==, 2);
  g_assert_cmpstr (yz_map_layer_get_name (yz_map_layers_get_ground (again)), ==, "City map");
  g_assert_cmpint (yz_map_layer_get_datum (yz_map_layers_get_ground (again)), ==, YZ_DATUM_GCJ02);
  g_assert_true (yz_map_layers_get_view (again, &centre, &zoom));
  g_assert_cmpfloat (centre.lat, ==, 34.5);
  g_assert_cmpfloat (zoom, ==, 12);

  other = yz_map_layers_new ("/other.yizhan");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (other)), ==, 1);
  g_assert_false (yz_map_layers_get_view (other, &centre, &zoom));
}

static void
test_address (void)
{
  g_autoptr (YzMapLayer) online = online_new ();
  g_autofree char *address = yz_map_layer_dup_address (online);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (address, ==, "https://tiles.example/{z}/{x}/{y}.png?key=a%26b");
  g_assert_true (yz_map_layer_check_address ("http://h/{z}/{y}/{x}", &error));
  g_assert_no_error (error);
  g_assert_false (yz_map_layer_check_address ("https://h/{z}/{x}", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
  g_clear_error (&error);
  g_assert_false (yz_map_layer_check_address ("file:///{z}/{x}/{y}", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
  g_clear_error (&error);
  g_assert_false (yz_map_layer_check_address ("", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
}

static void
assert_drawn (YzMapLayers *layers, const char *path, gboolean drawn)
{
  g_auto (GStrv) paths = yz_map_layers_dup_basemap_paths (layers);

  g_assert_true (g_strv_contains ((const char *const *) paths, path) == drawn);
}

/* Each extract has a map of its own, and a workspace whose name begins alike has others. */
static void
test_street_maps (void)
{
  g_auto (YzTestFolder) folder = yz_test_folder_new ();
  g_autofree char *workspace = g_build_filename (folder, "city.yizhan", NULL);
  g_autofree char *other = g_build_filename (folder, "city2.yizhan", NULL);
  g_autofree char *streets = yz_street_map_dup_path (workspace, NULL);
  g_autofree char *haidian = yz_street_map_dup_path (workspace, "/maps/海淀.osm.pbf");
  g_autofree char *of_other = yz_street_map_dup_path (other, NULL);
  g_autofree char *copy = yz_street_map_dup_path_beside (haidian, workspace, other);
  g_autofree char *expected = g_build_filename (folder, "city.streets.海淀.gpkg", NULL);
  g_autofree char *expected_copy = g_build_filename (folder, "city2.streets.海淀.gpkg", NULL);
  g_autoptr (YzMapLayers) layers = yz_map_layers_new (workspace);

  g_assert_cmpstr (haidian, ==, expected);
  g_assert_cmpstr (copy, ==, expected_copy);
  assert_drawn (layers, streets, FALSE);
  g_file_set_contents (streets, "", 0, NULL);
  g_file_set_contents (haidian, "", 0, NULL);
  g_file_set_contents (of_other, "", 0, NULL);
  assert_drawn (layers, streets, TRUE);
  assert_drawn (layers, haidian, TRUE);
  assert_drawn (layers, of_other, FALSE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session/map-layers/one-ground", test_one_ground);
  g_test_add_func ("/session/map-layers/kept", test_kept);
  g_test_add_func ("/session/map-layers/address", test_address);
  g_test_add_func ("/session/map-layers/street-maps", test_street_maps);
  return g_test_run ();
}
