#include "carto-fixture.h"

#include <math.h>
#include <string.h>

#include "yz-basemap-import.h"

static YzBasemap *
open_town (const char *name)
{
  g_autofree char *path = carto_fixture_import (name);
  const char *const paths[] = { path, NULL };
  g_autoptr (GError) error = NULL;
  YzBasemap *basemap = yz_basemap_new (paths, &error);

  g_assert_no_error (error);
  return basemap;
}

static cairo_surface_t *
draw (YzBasemap *basemap, const YzBasemapDrawing *drawing)
{
  cairo_surface_t *surface =
    cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) drawing->view.width, (int) drawing->view.height);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GError) error = NULL;

  g_assert_true (yz_basemap_draw (basemap, cr, drawing, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static guint32
pixel (cairo_surface_t *surface, int x, int y)
{
  guint32 value;

  memcpy (&value, cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface) + 4 * x, 4);
  return value & 0xffffff;
}

/* By how much two pixels differ in their worst channel. */
static int
difference (guint32 a, guint32 b)
{
  int worst = 0;

  for (guint shift = 0; shift < 24; shift += 8)
    worst = MAX (worst, abs ((int) (a >> shift & 0xff) - (int) (b >> shift & 0xff)));
  return worst;
}

/* How many pixels of two by two tiles differ from one drawing of all four, names included. */
static int
count_seams (YzBasemap *basemap, YzPosition center, int zoom, int size)
{
  YzWorld world = yz_world_from_position (center);
  int x0 = (int) (world.x * (1 << zoom)), y0 = (int) (world.y * (1 << zoom)), n_different = 0;
  YzBasemapDrawing whole = { 0 };
  cairo_surface_t *big;

  yz_map_view_init_for_tiles (&whole.view, zoom, x0, y0, 2, size);
  big = draw (basemap, &whole);
  for (int i = 0; i < 4; i++)
    {
      YzBasemapDrawing part = { 0 };
      cairo_surface_t *tile;

      yz_map_view_init_for_tiles (&part.view, zoom, x0 + i % 2, y0 + i / 2, 1, size);
      tile = draw (basemap, &part);
      for (int p = 0; p < size * size; p++)
        n_different += difference (pixel (tile, p % size, p / size),
                                   pixel (big, i % 2 * size + p % size, i / 2 * size + p / size)) > 24;
      cairo_surface_destroy (tile);
    }
  cairo_surface_destroy (big);
  return n_different;
}

/* Rounding may move a glyph by a fraction of a pixel, but nothing appears or vanishes at the seams. */
static void
test_tiles_join (gconstpointer data)
{
  g_autoptr (YzBasemap) basemap = open_town ("join.gpkg");

  g_assert_cmpint (count_seams (basemap, CARTO_FIXTURE_CENTER, GPOINTER_TO_INT (data), 256), <, 40);
}

/* The same where names crowd, at the size that the tile painter draws. */
static void
test_city_joins (gconstpointer data)
{
  const char *const paths[] = { g_getenv ("YIZHAN_SAMPLE_CITY"), NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (YzBasemap) basemap = yz_basemap_new (paths, &error);
  int zoom = GPOINTER_TO_INT (data);

  g_assert_no_error (error);
  /* tiles of 1024 pixels lie two levels below those of 256 */
  g_assert_cmpint (count_seams (basemap, (YzPosition){ 104.055, 30.67 }, zoom - 2, 1024), <, 200);
}

static void
test_styles_differ (void)
{
  g_autoptr (YzBasemap) basemap = open_town ("styles.gpkg");
  guint32 papers[4];

  for (int style = YZ_MAP_STYLE_LIGHT; style <= YZ_MAP_STYLE_PRINT_GREY; style++)
    {
      YzBasemapDrawing drawing = { .style = style };
      cairo_surface_t *surface;

      yz_map_view_init_for_center (&drawing.view, (YzPosition){ 105, 31 }, 16, 10, 10);
      surface = draw (basemap, &drawing);
      papers[style] = pixel (surface, 5, 5);
      cairo_surface_destroy (surface);
    }
  g_assert_cmphex (papers[YZ_MAP_STYLE_LIGHT], ==, 0xf5f3ee);
  g_assert_cmphex (papers[YZ_MAP_STYLE_DARK], ==, 0x26282c);
  g_assert_cmphex (papers[YZ_MAP_STYLE_PRINT], ==, 0xf7f6f3);
  g_assert_cmphex (papers[YZ_MAP_STYLE_PRINT_GREY], ==, 0xf6f6f6);
}

/* The bridge lies over the river, the river over the paper. */
static void
test_bridge (void)
{
  g_autoptr (YzBasemap) basemap = open_town ("bridge.gpkg");
  YzBasemapDrawing drawing = { .hide_names = TRUE };
  cairo_surface_t *surface;

  yz_map_view_init_for_center (&drawing.view, CARTO_FIXTURE_CENTER, 17, 300, 300);
  surface = draw (basemap, &drawing);
  g_assert_cmphex (pixel (surface, 150, 150), ==, 0xffffff);
  g_assert_cmphex (pixel (surface, 150, 200), ==, 0xcfe0ea);
  cairo_surface_destroy (surface);
}

static void
test_taken (void)
{
  g_autoptr (YzBasemap) basemap = open_town ("taken.gpkg");
  const YzMapBox everything = { -1000, -1000, 2000, 2000 };
  YzBasemapDrawing none = { .hide_names = TRUE }, full = { .taken = &everything, .n_taken = 1 };
  cairo_surface_t *without, *with;

  yz_map_view_init_for_center (&none.view, CARTO_FIXTURE_CENTER, 16, 400, 400);
  full.view = none.view;
  without = draw (basemap, &none);
  with = draw (basemap, &full);
  g_assert_cmpint (memcmp (cairo_image_surface_get_data (without), cairo_image_surface_get_data (with), 400 * 400 * 4),
                   ==, 0);
  cairo_surface_destroy (without);
  cairo_surface_destroy (with);
}

static void
test_bounds (void)
{
  g_autoptr (YzBasemap) basemap = open_town ("bounds.gpkg");
  YzBox box;

  g_assert_true (yz_basemap_get_bounds (basemap, &box));
  g_assert_cmpfloat_with_epsilon (box.west, 104, 1e-6);
  g_assert_cmpfloat_with_epsilon (box.south, 30, 1e-6);
  g_assert_cmpfloat_with_epsilon (box.east, 104.02, 1e-6);
  g_assert_cmpfloat_with_epsilon (box.north, 30.02, 1e-6);
}

static void
test_origins (void)
{
  g_autofree char *town = carto_fixture_import ("origins.gpkg");
  const char *const paths[] = { town, g_getenv ("YIZHAN_SAMPLE_CITY"), NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (YzBasemap) basemap = yz_basemap_new (paths, &error);

  g_assert_no_error (error);
  g_assert_cmpint (yz_basemap_get_origins (basemap), ==, YZ_BASEMAP_ORIGIN_OSM | YZ_BASEMAP_ORIGIN_OWN);
}

static void
test_nothing (void)
{
  const char *const none[] = { NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (YzBasemap) basemap = yz_basemap_new (none, &error);
  YzBasemapDrawing drawing = { 0 };
  YzBox box;
  cairo_surface_t *surface;

  g_assert_no_error (error);
  g_assert_false (yz_basemap_get_bounds (basemap, &box));
  yz_map_view_init_for_center (&drawing.view, CARTO_FIXTURE_CENTER, 3, 20, 20);
  surface = draw (basemap, &drawing);
  g_assert_cmphex (pixel (surface, 10, 10), ==, 0xf5f3ee);
  cairo_surface_destroy (surface);
}

static void
assert_refused (const char *path, YzCartoError code)
{
  const char *const paths[] = { path, NULL };
  g_autoptr (GError) error = NULL;

  g_assert_null (yz_basemap_new (paths, &error));
  g_assert_error (error, YZ_CARTO_ERROR, (int) code);
}

static void
test_refused (void)
{
  g_autofree char *missing = carto_fixture_path ("missing.gpkg");
  g_autofree char *text = carto_fixture_path ("text.gpkg");
  g_autofree char *cut = carto_fixture_import ("cut.gpkg");
  g_autofree char *content = NULL;
  gsize length;

  assert_refused (missing, YZ_CARTO_ERROR_OPEN);

  g_file_set_contents (text, "this is no map", -1, NULL);
  assert_refused (text, YZ_CARTO_ERROR_FORMAT);

  g_file_get_contents (cut, &content, &length, NULL);
  g_file_set_contents (cut, content, 4096, NULL);
  assert_refused (cut, YZ_CARTO_ERROR_FORMAT);
}

static gpointer
draw_many (gpointer data)
{
  for (int i = 0; i < 8; i++)
    {
      YzBasemapDrawing drawing = { 0 };

      yz_map_view_init_for_center (&drawing.view, CARTO_FIXTURE_CENTER, 14 + i % 4, 200, 200);
      cairo_surface_destroy (draw (data, &drawing));
    }
  return NULL;
}

static void
test_threads (void)
{
  g_autoptr (YzBasemap) basemap = open_town ("threads.gpkg");
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("draw", draw_many, basemap);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_data_func ("/carto/basemap/tiles-join/14", GINT_TO_POINTER (14), test_tiles_join);
  g_test_add_data_func ("/carto/basemap/tiles-join/16", GINT_TO_POINTER (16), test_tiles_join);
  g_test_add_data_func ("/carto/basemap/tiles-join/17", GINT_TO_POINTER (17), test_tiles_join);
  for (int zoom = 12; zoom <= 17; zoom++)
    {
      g_autofree char *path = g_strdup_printf ("/carto/basemap/city-joins/%d", zoom);

      g_test_add_data_func (path, GINT_TO_POINTER (zoom), test_city_joins);
    }
  g_test_add_func ("/carto/basemap/styles-differ", test_styles_differ);
  g_test_add_func ("/carto/basemap/bridge", test_bridge);
  g_test_add_func ("/carto/basemap/taken", test_taken);
  g_test_add_func ("/carto/basemap/bounds", test_bounds);
  g_test_add_func ("/carto/basemap/origins", test_origins);
  g_test_add_func ("/carto/basemap/nothing", test_nothing);
  g_test_add_func ("/carto/basemap/refused", test_refused);
  g_test_add_func ("/carto/basemap/threads", test_threads);
  return g_test_run ();
}
