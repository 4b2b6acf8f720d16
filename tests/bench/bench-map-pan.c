/*
 * Pans the map of a workspace and prints what a frame of the layer of the stations costs, in milliseconds of this
 * thread's processor time: the building of the render nodes, which is what the layer does, and drawing them with
 * cairo, which a graphics card does in earnest.
 *
 *   bench-map-pan WORKSPACE      (needs a display; tests/support/with_display.sh gives one)
 */
#include "config.h"

#include <adwaita.h>
#include <stdio.h>
#include <time.h>

#include "yz-map-station-layer.h"

#define WIDTH 1440
#define HEIGHT 900
#define FRAMES 240
#define STEP 12 /* pixels a frame: a brisk pan */
#define TURN 60 /* frames after which it goes back, so that a city stays in view */

typedef struct
{
  ShumateMap *map;
  YzMapScene *scene;
  YzMapStationLayer *layer;
  GMainLoop *loop;
} Pan;

static double
cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static GskRenderNode *
draw_frame (Pan *pan)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  GTK_WIDGET_GET_CLASS (pan->layer)->snapshot (GTK_WIDGET (pan->layer), snapshot);
  return gtk_snapshot_free_to_node (snapshot);
}

static double
paint (GskRenderNode *node)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  double start = cpu_ms ();

  gsk_render_node_draw (node, cr);
  start = cpu_ms () - start;
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return start;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  const double *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

static void
pan_at (Pan *pan, YzPosition from, int zoom)
{
  ShumateViewport *viewport = shumate_map_get_viewport (pan->map);
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  double sum = 0, painting = 0;

  shumate_viewport_set_zoom_level (viewport, zoom);
  shumate_map_center_on (pan->map, from.lat, from.lon);
  for (int i = 0; i < FRAMES; i++)
    {
      YzMapExtent extent = yz_map_station_layer_get_extent (pan->layer);
      int step = i / TURN % 2 == 0 ? STEP : -STEP;
      YzPosition next = yz_map_extent_get_position (&extent, extent.width / 2 + step, extent.height / 2 + step / 4.0);
      g_autoptr (GskRenderNode) node = NULL;
      double start = cpu_ms (), taken;

      node = draw_frame (pan);
      taken = cpu_ms () - start;
      sum += taken;
      painting += node != NULL ? paint (node) : 0;
      g_array_append_val (times, taken);
      shumate_map_center_on (pan->map, next.lat, next.lon);
    }
  g_array_sort (times, compare_doubles);
  printf ("z%d-mean %.4f\nz%d-p99 %.4f\nz%d-worst %.4f\nz%d-cairo %.4f\n", zoom, sum / FRAMES, zoom,
          g_array_index (times, double, FRAMES * 99 / 100), zoom, g_array_index (times, double, FRAMES - 1), zoom,
          painting / FRAMES);
}

/* The middle of the stations by rank: where most of them are. */
static YzPosition
find_middle (GArray *points)
{
  g_autoptr (GArray) lons = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) lats = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < points->len; i++)
    {
      const YzStationPoint *point = &g_array_index (points, YzStationPoint, i);

      g_array_append_val (lons, point->lon);
      g_array_append_val (lats, point->lat);
    }
  g_array_sort (lons, compare_doubles);
  g_array_sort (lats, compare_doubles);
  return (YzPosition){ g_array_index (lons, double, lons->len / 2), g_array_index (lats, double, lats->len / 2) };
}

/* The cell of some two kilometres with the most stations, so that city zooms show a city. */
static YzPosition
find_city (GArray *points)
{
  g_autoptr (GHashTable) cells = g_hash_table_new (NULL, NULL);
  YzPosition best = { 0 };
  int most = 0;

  for (guint i = 0; i < points->len; i++)
    {
      const YzStationPoint *point = &g_array_index (points, YzStationPoint, i);
      int cell = (int) (point->lon * 50) * 10000 + (int) (point->lat * 50);
      int n = GPOINTER_TO_INT (g_hash_table_lookup (cells, GINT_TO_POINTER (cell))) + 1;

      g_hash_table_insert (cells, GINT_TO_POINTER (cell), GINT_TO_POINTER (n));
      if (n <= most)
        continue;
      most = n;
      best = (YzPosition){ point->lon, point->lat };
    }
  return best;
}

static void
quit (GMainLoop *loop)
{
  g_main_loop_quit (loop);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer loop)
{
  g_autoptr (GError) error = NULL;

  if (!yz_session_open_finish (YZ_SESSION (source), result, &error))
    fprintf (stderr, "%s\n", error->message);
  g_main_loop_quit (loop);
}

static GtkWidget *
build_map (Pan *pan, YzStations *stations)
{
  GtkWidget *window = gtk_window_new ();
  GtkCssProvider *css = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (css, "/org/yizhan/Yizhan/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (css), 600);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()),
                                    "/org/yizhan/Yizhan/icons");
  g_object_unref (css);

  pan->map = shumate_map_new ();
  pan->scene = yz_map_scene_new ();
  pan->layer = yz_map_station_layer_new (shumate_map_get_viewport (pan->map), pan->scene, stations);
  shumate_map_add_layer (pan->map, SHUMATE_LAYER (pan->layer));
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (pan->map));
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static void
wait_for_points (Pan *pan, YzStations *stations)
{
  gulong handler = g_signal_connect_swapped (stations, "points-changed", G_CALLBACK (quit), pan->loop);

  while (yz_stations_get_points (stations)->len == 0)
    g_main_loop_run (pan->loop);
  g_signal_handler_disconnect (stations, handler);

  yz_map_scene_set_points (pan->scene, yz_stations_get_points (stations));
  handler = g_signal_connect_swapped (pan->scene, "changed", G_CALLBACK (quit), pan->loop);
  while (yz_map_scene_get_n_points (pan->scene) == 0 || gtk_widget_get_width (GTK_WIDGET (pan->map)) == 0)
    g_main_loop_run (pan->loop);
  g_signal_handler_disconnect (pan->scene, handler);
}

int
main (int argc, char **argv)
{
  static const int wide[] = { 4, 6, 8, 10 }, city[] = { 12, 14, 15, 16 };
  g_autoptr (YzClock) clock = yz_clock_new ();
  g_autoptr (YzIdFactory) ids = yz_id_factory_new (clock);
  g_autoptr (YzSession) session = yz_session_new (clock, ids);
  g_autoptr (YzStations) stations = NULL;
  Pan pan = { .loop = g_main_loop_new (NULL, FALSE) };
  GtkWidget *window;
  YzPosition middle, town;

  if (argc != 2)
    {
      fprintf (stderr, "usage: bench-map-pan WORKSPACE\n");
      return 2;
    }
  adw_init ();
  yz_session_open_async (session, argv[1], YZ_STORE_NONE, on_opened, pan.loop);
  g_main_loop_run (pan.loop);
  if (yz_session_get_store (session) == NULL)
    return 3;

  stations = yz_stations_new (session);
  window = build_map (&pan, stations);
  wait_for_points (&pan, stations);
  printf ("stations %u\n", yz_map_scene_get_n_points (pan.scene));
  middle = find_middle (yz_stations_get_points (stations));
  town = find_city (yz_stations_get_points (stations));
  for (guint i = 0; i < G_N_ELEMENTS (wide); i++)
    pan_at (&pan, middle, wide[i]);
  for (guint i = 0; i < G_N_ELEMENTS (city); i++)
    pan_at (&pan, town, city[i]);

  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (pan.scene);
  g_main_loop_unref (pan.loop);
  return 0;
}
