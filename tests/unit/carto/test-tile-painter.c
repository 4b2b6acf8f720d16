#include "carto-fixture.h"

#include <string.h>

#include "yz-tile-painter.h"

typedef struct
{
  guint waiting;
  guint n_tiles;
  guint n_cancelled;
  GBytes *last;
} Results;

static void
results_clear (Results *results)
{
  g_clear_pointer (&results->last, g_bytes_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Results, results_clear)

static void
on_painted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Results *results = user_data;
  g_autoptr (GError) error = NULL;
  GBytes *tile = yz_tile_painter_paint_finish (YZ_TILE_PAINTER (source), result, &error);

  results->waiting--;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      results->n_cancelled++;
      return;
    }
  g_assert_no_error (error);
  results->n_tiles++;
  results_clear (results);
  results->last = tile;
}

static void
wait_for (Results *results)
{
  while (results->waiting > 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
paint (YzTilePainter *painter, const YzTileKey *key, GCancellable *cancellable, Results *results)
{
  results->waiting++;
  yz_tile_painter_paint_async (painter, key, cancellable, on_painted, results);
}

static YzTileKey
center_key (int zoom)
{
  YzWorld world = yz_world_from_position (CARTO_FIXTURE_CENTER);

  return (YzTileKey){
    .zoom = zoom, .x = (int) (world.x * (1 << zoom)), .y = (int) (world.y * (1 << zoom)), .size = 256, .scale = 1
  };
}

static YzTilePainter *
new_painter (const char *name, gsize cache_size)
{
  g_autofree char *path = carto_fixture_import (name);
  const char *const paths[] = { path, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (YzBasemap) basemap = yz_basemap_new (paths, &error);

  g_assert_no_error (error);
  return yz_tile_painter_new (basemap, cache_size);
}

/* Neighbours from one block, at every size and scale, and again from the cache. */
static void
test_sizes (void)
{
  g_autoptr (YzTilePainter) painter = new_painter ("sizes.gpkg", 64 << 20);

  for (int scale = 1; scale <= 3; scale++)
    for (int again = 0; again < 2; again++)
      {
        g_auto (Results) results = { 0 };
        YzTileKey key = center_key (16);

        key.scale = scale;
        for (int i = 0; i < 4; i++)
          {
            paint (painter, &key, NULL, &results);
            key.x++;
          }
        wait_for (&results);
        g_assert_cmpint (results.n_tiles, ==, 4);
        g_assert_cmpint (g_bytes_get_size (results.last), ==, 256 * 256 * 4 * scale * scale);
      }
}

/* A tile is the right piece of its block. */
static void
test_piece (void)
{
  g_autoptr (YzTilePainter) painter = new_painter ("piece.gpkg", 1);
  g_auto (Results) small = { 0 }, large = { 0 };
  YzTileKey key = center_key (16);
  const guchar *tile, *block;

  paint (painter, &key, NULL, &small);
  wait_for (&small);
  key.size = 1024; /* one tile is one block: the same four by four small ones */
  key.zoom = 14;
  key.x /= 4;
  key.y /= 4;
  paint (painter, &key, NULL, &large);
  wait_for (&large);
  g_assert_cmpint (g_bytes_get_size (large.last), ==, 1024 * 1024 * 4);

  key = center_key (16);
  tile = g_bytes_get_data (small.last, NULL);
  block = g_bytes_get_data (large.last, NULL);
  for (gsize row = 0; row < 256; row++)
    {
      gsize from = (((gsize) (key.y % 4) * 256 + row) * 1024 + (gsize) (key.x % 4) * 256) * 4;

      g_assert_cmpmem (tile + row * 1024, 1024, block + from, 1024);
    }
}

static void
test_cancel (void)
{
  g_autoptr (YzTilePainter) painter = new_painter ("cancel.gpkg", 64 << 20);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_auto (Results) results = { 0 };
  YzTileKey key = center_key (17);

  for (int i = 0; i < 20; i++)
    {
      key.x += 4;
      paint (painter, &key, cancellable, &results);
    }
  g_cancellable_cancel (cancellable);
  wait_for (&results);
  g_assert_cmpint (results.n_tiles + results.n_cancelled, ==, 20);
  g_assert_cmpint (results.n_cancelled, >, 0);

  /* and the painter goes on */
  paint (painter, &key, NULL, &results);
  wait_for (&results);
  g_assert_nonnull (results.last);
}

/* The painter may be let go while it works. */
static void
test_abandon (void)
{
  g_auto (Results) results = { 0 };
  YzTilePainter *painter = new_painter ("abandon.gpkg", 64 << 20);
  YzTileKey key = center_key (17);

  for (int i = 0; i < 6; i++)
    {
      key.x += 4;
      paint (painter, &key, NULL, &results);
    }
  g_object_unref (painter);
  wait_for (&results);
  g_assert_cmpint (results.n_tiles, ==, 6);
}

static void
test_whole_world (void)
{
  g_autoptr (YzTilePainter) painter = new_painter ("world.gpkg", 64 << 20);
  g_auto (Results) results = { 0 };
  YzTileKey key = { .size = 256, .scale = 1 };

  paint (painter, &key, NULL, &results);
  key.zoom = 1;
  key.x = key.y = 1;
  paint (painter, &key, NULL, &results);
  wait_for (&results);
  g_assert_cmpint (results.n_tiles, ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/carto/tile-painter/sizes", test_sizes);
  g_test_add_func ("/carto/tile-painter/piece", test_piece);
  g_test_add_func ("/carto/tile-painter/cancel", test_cancel);
  g_test_add_func ("/carto/tile-painter/abandon", test_abandon);
  g_test_add_func ("/carto/tile-painter/whole-world", test_whole_world);
  return g_test_run ();
}
