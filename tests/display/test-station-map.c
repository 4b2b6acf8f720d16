#include "display-fixture.h"
#include "yz-map-go-to.h"
#include "yz-map-station-layer.h"
#include "yz-station-map.h"

#include <math.h>

static const YzPosition city = { 113.665, 34.757 };

typedef struct
{
  YzStations *stations;
  GtkWidget *map;
  YzMapStationLayer *layer;
} Page;

static void
add_station (Fixture *fixture, const char *name, double lon, double lat)
{
  g_autofree char *lon_text = g_strdup_printf ("%.6f", lon);
  g_autofree char *lat_text = g_strdup_printf ("%.6f", lat);

  g_object_unref (fixture_add (fixture, &yz_station_kind, "name", name, "address", "人民路1号", "lon", lon_text, "lat",
                               lat_text, "hours", "Mo-Su 08:00-20:00", NULL));
}

static gboolean
has_points (gpointer stations)
{
  return yz_stations_get_points (stations)->len >= 3;
}

static void
page_set_up (Page *page, Fixture *fixture)
{
  add_station (fixture, "人民路驿站", city.lon, city.lat);
  add_station (fixture, "解放路驿站", city.lon + 0.004, city.lat);
  add_station (fixture, "建设路驿站", city.lon, city.lat + 0.004);
  page->stations = yz_stations_new (fixture->session);
  yz_test_wait_until (has_points, page->stations);
  page->map = yz_station_map_new (page->stations);
  fixture_show (fixture, page->map);
  page->layer = YZ_MAP_STATION_LAYER (fixture_find (page->map, YZ_TYPE_MAP_STATION_LAYER));
  g_assert_nonnull (page->layer);
}

static void
page_tear_down (Page *page, Fixture *fixture)
{
  fixture_empty (fixture);
  g_clear_object (&page->stations);
}

static void
act (Page *page, const char *action, GVariant *parameter)
{
  g_assert_true (gtk_widget_activate_action_variant (page->map, action, parameter));
  fixture_settle ();
}

static double
zoom_of (Page *page)
{
  YzMapExtent extent = yz_map_station_layer_get_extent (page->layer);

  return yz_map_extent_get_zoom (&extent);
}

static gint64
row_of (Page *page, const char *name)
{
  GArray *points = yz_stations_get_points (page->stations);

  for (guint i = 0; i < points->len; i++)
    {
      gint64 row = g_array_index (points, YzStationPoint, i).row;
      g_autoptr (YzRecord) station = yz_listing_load_row (YZ_LISTING (page->stations), row);

      if (g_str_equal (yz_record_get_title (station), name))
        return row;
    }
  g_assert_not_reached ();
}

static void
test_shown (Fixture *fixture, gconstpointer data)
{
  Page page = { 0 };
  YzMapExtent extent;
  double x, y;

  page_set_up (&page, fixture);
  /* the first view holds every station */
  extent = yz_map_station_layer_get_extent (page.layer);
  yz_map_extent_project (&extent, yz_world_from_position ((YzPosition){ city.lon + 0.004, city.lat }), &x, &y);
  g_assert_true (x > 0 && x < extent.width && y > 0 && y < extent.height);
  g_assert_cmpfloat (zoom_of (&page), >, 12);
  fixture_assert_named (page.map);
  fixture_shoot (fixture->window, "station-map");
  page_tear_down (&page, fixture);
}

static gboolean
is_over_city (gpointer data)
{
  Page *page = data;
  YzMapExtent extent = yz_map_station_layer_get_extent (page->layer);
  double x, y;

  yz_map_extent_project (&extent, yz_world_from_position (city), &x, &y);
  return zoom_of (page) > 12 && x > 0 && x < extent.width && y > 0 && y < extent.height;
}

/* The view of an empty workspace was nobody's choice: an import ends where its stations are. */
static void
test_first_stations (Fixture *fixture, gconstpointer data)
{
  Page page = { 0 };

  page.stations = yz_stations_new (fixture->session);
  page.map = yz_station_map_new (page.stations);
  fixture_show (fixture, page.map);
  page.layer = YZ_MAP_STATION_LAYER (fixture_find (page.map, YZ_TYPE_MAP_STATION_LAYER));
  fixture_settle ();
  g_assert_false (is_over_city (&page));
  add_station (fixture, "人民路驿站", city.lon, city.lat);
  yz_test_wait_until (is_over_city, &page);
  page_tear_down (&page, fixture);
}

static void
test_view (Fixture *fixture, gconstpointer data)
{
  Page page = { 0 };
  double zoom;
  YzMapExtent extent;
  YzPosition middle;

  page_set_up (&page, fixture);
  zoom = zoom_of (&page);
  act (&page, "map.zoom-out", NULL);
  g_assert_cmpfloat_with_epsilon (zoom_of (&page), zoom - 1, 1e-6);
  act (&page, "map.zoom-in", NULL);
  g_assert_cmpfloat_with_epsilon (zoom_of (&page), zoom, 1e-6);

  yz_station_map_go_to (YZ_STATION_MAP (page.map), (YzPosition){ 100, 30 }, 12);
  fixture_settle ();
  act (&page, "map.fit-all", NULL);
  extent = yz_map_station_layer_get_extent (page.layer);
  middle = yz_map_extent_get_position (&extent, extent.width / 2, extent.height / 2);
  g_assert_cmpfloat_with_epsilon (middle.lon, city.lon + 0.002, 1e-4);

  for (int i = 0; i < 30; i++)
    yz_station_map_go_to (YZ_STATION_MAP (page.map), city, zoom_of (&page) + 1);
  fixture_settle ();
  g_assert_false (gtk_widget_activate_action_variant (page.map, "map.nowhere", NULL));
  page_tear_down (&page, fixture);
}

/* Two of three stations: their middle; and once more, all of them. */
static void
test_fit_selected (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  Page page = { 0 };
  YzMapExtent extent;
  gint64 chosen[2];

  page_set_up (&page, fixture);
  chosen[0] = row_of (&page, "人民路驿站");
  chosen[1] = row_of (&page, "解放路驿站");
  g_array_append_vals (rows, chosen, 2);
  yz_listing_set_selected (YZ_LISTING (page.stations), rows);

  act (&page, "map.fit", NULL);
  extent = yz_map_station_layer_get_extent (page.layer);
  g_assert_cmpfloat_with_epsilon (yz_map_extent_get_position (&extent, 0, extent.height / 2).lat, city.lat, 1e-4);
  act (&page, "map.fit", NULL);
  extent = yz_map_station_layer_get_extent (page.layer);
  g_assert_cmpfloat_with_epsilon (yz_map_extent_get_position (&extent, 0, extent.height / 2).lat, city.lat + 0.002,
                                  1e-4);
  page_tear_down (&page, fixture);
}

/* What the map goes to stands in the part that the detail pane leaves free. */
static void
test_inset (Fixture *fixture, gconstpointer data)
{
  Page page = { 0 };
  YzMapExtent extent;
  double x, y;

  page_set_up (&page, fixture);
  yz_station_map_set_right_inset (YZ_STATION_MAP (page.map), 700);
  yz_station_map_go_to (YZ_STATION_MAP (page.map), (YzPosition){ city.lon + 0.004, city.lat }, -1);
  fixture_settle ();
  extent = yz_map_station_layer_get_extent (page.layer);
  yz_map_extent_project (&extent, yz_world_from_position ((YzPosition){ city.lon + 0.004, city.lat }), &x, &y);
  g_assert_cmpfloat_with_epsilon (x, (extent.width - 700) / 2, 3);
  page_tear_down (&page, fixture);
}

static void
test_go_to (Fixture *fixture, gconstpointer data)
{
  Page page = { 0 };
  YzMapExtent extent;
  YzPosition middle;

  page_set_up (&page, fixture);
  act (&page, "map.go-to-text", g_variant_new_string ("30.67041 104.06213"));
  extent = yz_map_station_layer_get_extent (page.layer);
  middle = yz_map_extent_get_position (&extent, extent.width / 2, extent.height / 2);
  g_assert_cmpfloat_with_epsilon (middle.lon, 104.06213, 1e-4);
  g_assert_cmpfloat_with_epsilon (middle.lat, 30.67041, 1e-4);
  page_tear_down (&page, fixture);
}

static gboolean
is_marked (Page *page)
{
  GtkWidget *marker = fixture_find (page->map, SHUMATE_TYPE_MARKER);

  return marker != NULL && gtk_widget_get_mapped (marker);
}

/* Where nothing stands, a mark says where one has come to; the next place takes it along. */
static void
test_mark (Fixture *fixture, gconstpointer data)
{
  Page page = { 0 };
  ShumateLocation *mark;

  page_set_up (&page, fixture);
  g_assert_false (is_marked (&page));
  act (&page, "map.go-to-text", g_variant_new_string ("30.67041 104.06213"));
  act (&page, "map.go-to-text", g_variant_new_string ("34.757 113.665"));
  g_assert_true (is_marked (&page));
  mark = SHUMATE_LOCATION (fixture_find (page.map, SHUMATE_TYPE_MARKER));
  g_assert_cmpfloat_with_epsilon (shumate_location_get_latitude (mark), 34.757, 1e-6);
  g_assert_cmpfloat_with_epsilon (shumate_location_get_longitude (mark), 113.665, 1e-6);
  page_tear_down (&page, fixture);
}

static void
write_outlines (const char *path)
{
  static const char text[] = "{\"type\":\"Polygon\",\"coordinates\":"
                             "[[[100,30],[101,30],[101,31],[100,31],[100,30]]]}";
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static gboolean
is_over_outlines (gpointer data)
{
  YzMapExtent extent = yz_map_station_layer_get_extent (((Page *) data)->layer);
  YzPosition middle = yz_map_extent_get_position (&extent, extent.width / 2, extent.height / 2);

  return fabs (middle.lon - 100.5) < 0.1 && fabs (middle.lat - 30.5) < 0.1;
}

static gboolean
has_told (gpointer data)
{
  return fixture_find_text (((Page *) data)->map, "gone.geojson") != NULL;
}

/* Outlines are brought into view when they are added; those of a file that is not there are told. */
static void
test_outlines (Fixture *fixture, gconstpointer data)
{
  Page page = { 0 };
  g_auto (YzTestFolder) folder = yz_test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "districts.geojson", NULL);
  g_autofree char *gone = g_build_filename (folder, "gone.geojson", NULL);

  write_outlines (path);
  page_set_up (&page, fixture);
  act (&page, "map.add-outlines", g_variant_new ("(ss)", path, "wgs84"));
  yz_test_wait_until (is_over_outlines, &page);
  act (&page, "map.add-outlines", g_variant_new ("(ss)", gone, "wgs84"));
  yz_test_wait_until (has_told, &page);
  page_tear_down (&page, fixture);
}

static gboolean
is_found (gpointer data)
{
  Page *page = data;

  return yz_listing_get_current_row (YZ_LISTING (page->stations)) != 0;
}

static void
test_go_to_name (Fixture *fixture, gconstpointer data)
{
  Page page = { 0 };

  page_set_up (&page, fixture);
  act (&page, "map.go-to-text", g_variant_new_string ("jsl"));
  yz_test_wait_until (is_found, &page);
  g_assert_cmpint (yz_listing_get_current_row (YZ_LISTING (page.stations)), ==, row_of (&page, "建设路驿站"));
  page_tear_down (&page, fixture);
}

typedef struct
{
  Page *page;
  double lon;
} Moved;

static gboolean
is_moved (gpointer data)
{
  Moved *moved = data;
  GArray *points = yz_stations_get_points (moved->page->stations);

  for (guint i = 0; i < points->len; i++)
    if (fabs (g_array_index (points, YzStationPoint, i).lon - moved->lon) < 1e-6)
      return TRUE;
  return FALSE;
}

static void
test_move (Fixture *fixture, gconstpointer data)
{
  Page page = { 0 };
  Moved moved = { &page, city.lon + 0.001 };
  Moved back = { &page, city.lon };

  page_set_up (&page, fixture);
  yz_listing_select_row (YZ_LISTING (page.stations), row_of (&page, "人民路驿站"));
  act (&page, "map.move", g_variant_new ("(dd)", city.lon + 0.001, city.lat));
  yz_test_wait_until (is_moved, &moved);
  g_assert_cmpstr (yz_session_get_undo_action (fixture->session)->subject, ==, "人民路驿站");
  yz_session_undo (fixture->session);
  yz_test_wait_until (is_moved, &back);
  page_tear_down (&page, fixture);
}

static guint
count_windows (void)
{
  return g_list_model_get_n_items (gtk_window_get_toplevels ());
}

/* More than 200 m are asked about, and nothing is moved until the answer. */
static void
test_far_move (Fixture *fixture, gconstpointer data)
{
  Page page = { 0 };
  Moved moved = { &page, city.lon + 0.02 };
  gint64 row, undo;
  guint n_windows = count_windows ();

  page_set_up (&page, fixture);
  row = row_of (&page, "人民路驿站");
  undo = yz_session_get_undo_action (fixture->session)->seq;
  yz_listing_select_row (YZ_LISTING (page.stations), row);
  act (&page, "map.move", g_variant_new ("(dd)", city.lon + 0.02, city.lat));
  g_assert_cmpuint (count_windows (), >, n_windows);
  g_assert_cmpint (yz_session_get_undo_action (fixture->session)->seq, ==, undo);
  g_assert_false (is_moved (&moved));

  /* what the dialog does when the answer is yes */
  act (&page, "map.move-to", g_variant_new ("(xdd)", row, city.lon + 0.02, city.lat));
  yz_test_wait_until (is_moved, &moved);
  page_tear_down (&page, fixture);
}

static void
test_move_mode (Fixture *fixture, gconstpointer data)
{
  Page page = { 0 };

  page_set_up (&page, fixture);
  g_assert_false (yz_map_station_layer_get_move_mode (page.layer));
  act (&page, "map.move-mode", NULL);
  g_assert_true (yz_map_station_layer_get_move_mode (page.layer));
  fixture_shoot (fixture->window, "station-map-move");

  /* the arrows move the selected pin, a pixel at a time */
  yz_listing_select_row (YZ_LISTING (page.stations), row_of (&page, "人民路驿站"));
  {
    YzMapExtent extent = yz_map_station_layer_get_extent (page.layer);
    Moved moved = { &page, city.lon + 360 / extent.world };

    act (&page, "map.pan", g_variant_new ("(ii)", 1, 0));
    yz_test_wait_until (is_moved, &moved);
  }
  act (&page, "map.move-mode", NULL);
  g_assert_false (yz_map_station_layer_get_move_mode (page.layer));
  page_tear_down (&page, fixture);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  fixture_test ("/display/station-map/shown", test_shown);
  fixture_test ("/display/station-map/view", test_view);
  fixture_test ("/display/station-map/fit-selected", test_fit_selected);
  fixture_test ("/display/station-map/inset", test_inset);
  fixture_test ("/display/station-map/go-to", test_go_to);
  fixture_test ("/display/station-map/go-to-name", test_go_to_name);
  fixture_test ("/display/station-map/mark", test_mark);
  fixture_test ("/display/station-map/outlines", test_outlines);
  fixture_test ("/display/station-map/first-stations", test_first_stations);
  fixture_test ("/display/station-map/move", test_move);
  fixture_test ("/display/station-map/far-move", test_far_move);
  fixture_test ("/display/station-map/move-mode", test_move_mode);
  return g_test_run ();
}
