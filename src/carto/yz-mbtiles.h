/* Raster tiles from an MBTiles file (https://github.com/mapbox/mbtiles-spec, version 1.3). */
#pragma once

#include <gio/gio.h>

#include "yz-carto-error.h"

G_BEGIN_DECLS

#define YZ_TYPE_MBTILES (yz_mbtiles_get_type ())

G_DECLARE_FINAL_TYPE (YzMbtiles, yz_mbtiles, YZ, MBTILES, GObject)

/**
 * yz_mbtiles_new:
 *
 * Returns: (transfer full) (nullable): the opened file, or %NULL with %YZ_CARTO_ERROR; vector tiles are refused
 */
YzMbtiles *yz_mbtiles_new (const char *path, GError **error);

/**
 * yz_mbtiles_get_tile:
 * @zoom: level
 * @x: column from the west
 * @y: row from the north
 *
 * May be called from any thread.
 *
 * Returns: (transfer full) (nullable): the tile's bytes as the file has them (PNG, JPEG, WebP); %NULL without an
 * error where the file has no such tile
 */
GBytes *yz_mbtiles_get_tile (YzMbtiles *self, int zoom, int x, int y, GError **error);

/**
 * yz_mbtiles_get_metadata:
 * @name: such as "name", "format", "attribution", "bounds"
 *
 * Returns: (transfer none) (nullable): what the file says about itself
 */
const char *yz_mbtiles_get_metadata (YzMbtiles *self, const char *name);

/**
 * yz_mbtiles_get_zooms:
 * @first: (out): the smallest level of which the file has tiles
 * @last: (out): the largest
 */
void yz_mbtiles_get_zooms (YzMbtiles *self, int *first, int *last);

G_END_DECLS
