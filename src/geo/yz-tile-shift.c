#include "config.h"

#include "yz-tile-shift.h"

#include <math.h>

static int
tiles_needed (double left)
{
  return left < 0 ? 2 : 1;
}

YzTileShift
yz_tile_shift (YzDatum datum, int zoom, int x, int y, int size)
{
  double tiles = exp2 (zoom);
  YzWorld middle = { (x + 0.5) / tiles, (y + 0.5) / tiles };
  YzPosition position = yz_datum_convert (yz_world_to_position (middle), YZ_DATUM_WGS84, datum);
  YzWorld there = yz_world_from_position (position);
  double dx = (there.x - middle.x) * tiles * size;
  double dy = (there.y - middle.y) * tiles * size;
  int column, row;
  double left, top;

  if (fabs (dx) < 0.5 && fabs (dy) < 0.5)
    return (YzTileShift){ x, y, 1, 1, 0, 0 };

  /* whole pixels keep the pictures sharp */
  dx = round (dx);
  dy = round (dy);
  column = (int) floor (dx / size);
  row = (int) floor (dy / size);
  left = column * size - dx;
  top = row * size - dy;
  return (YzTileShift){ x + column, y + row, tiles_needed (left), tiles_needed (top), left, top };
}
