/* The vector basemap as tiles of a libshumate map, drawn on workers, sharp at the scale of the screen. */
#pragma once

#include <shumate/shumate.h>

#include "yz-tile-painter.h"

G_BEGIN_DECLS

#define YZ_TYPE_MAP_TILE_SOURCE (yz_map_tile_source_get_type ())

G_DECLARE_FINAL_TYPE (YzMapTileSource, yz_map_tile_source, YZ, MAP_TILE_SOURCE, ShumateMapSource)

/**
 * yz_map_tile_source_new:
 * @style: light or dark
 * @scale: device pixels a screen pixel
 *
 * Returns: (transfer full): a source; another style or scale needs another source, so that no tile is mixed up
 */
ShumateMapSource *yz_map_tile_source_new (YzTilePainter *painter, YzMapStyle style, int scale);

G_END_DECLS
