/* A basemap as square tiles, drawn on worker threads and kept for a while. */
#pragma once

#include "yz-basemap.h"

G_BEGIN_DECLS

#define YZ_TYPE_TILE_PAINTER (yz_tile_painter_get_type ())

G_DECLARE_FINAL_TYPE (YzTilePainter, yz_tile_painter, YZ, TILE_PAINTER, GObject)

/**
 * YzTileKey:
 * @zoom: 0 to 19
 * @x: column from the west
 * @y: row from the north
 * @size: of the tile in screen pixels at scale 1: 256 or 512
 * @scale: device pixels a screen pixel, 1 to 4
 * @style: the dress
 *
 * A tile is @size × @scale device pixels wide and high.
 */
typedef struct
{
  int zoom;
  int x;
  int y;
  int size;
  int scale;
  YzMapStyle style;
} YzTileKey;

/**
 * yz_tile_painter_new:
 * @cache_size: bytes of finished drawings that are kept; 64 MiB hold the surroundings of a large window
 *
 * Returns: (transfer full): a painter of @basemap
 */
YzTilePainter *yz_tile_painter_new (YzBasemap *basemap, gsize cache_size);

/**
 * yz_tile_painter_paint_async:
 * @cancellable: (nullable): when nobody waits for a drawing any more, it is not begun
 *
 * The last request is served first: the map has moved on since the others.
 */
void yz_tile_painter_paint_async (YzTilePainter *self, const YzTileKey *key, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer user_data);

/**
 * yz_tile_painter_paint_finish:
 *
 * Returns: (transfer full) (nullable): the tile, size × scale rows of as many premultiplied ARGB32 pixels in the
 * computer's byte order (cairo's CAIRO_FORMAT_ARGB32, GDK's GDK_MEMORY_DEFAULT), without gaps
 */
GBytes *yz_tile_painter_paint_finish (YzTilePainter *self, GAsyncResult *result, GError **error);

G_END_DECLS
