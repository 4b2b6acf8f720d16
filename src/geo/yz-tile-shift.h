/* How far picture tiles of another datum lie from where WGS-84 has them. */
#pragma once

#include "yz-datum.h"

G_BEGIN_DECLS

/**
 * YzTileShift:
 * @x: column of the first tile that is needed
 * @y: its row
 * @columns: how many tiles side by side, 1 or 2
 * @rows: how many one above the other, 1 or 2
 * @left: where the first tile begins, pixels from the left edge of the wanted one; 0 or less
 * @top: likewise from its upper edge
 *
 * The tiles of a service from which one tile of the map is put together.
 */
typedef struct
{
  int x;
  int y;
  int columns;
  int rows;
  double left;
  double top;
} YzTileShift;

/**
 * yz_tile_shift:
 * @datum: of the service
 * @size: of a tile, pixels
 *
 * The shift at the middle of the tile is taken for all of it: within a tile of zoom level 10 or more it differs by
 * less than a pixel. Shifts below half a pixel are left out.
 *
 * Returns: what the tile @x, @y of the map (WGS-84) is to be put together from
 */
YzTileShift yz_tile_shift (YzDatum datum, int zoom, int x, int y, int size);

G_END_DECLS
