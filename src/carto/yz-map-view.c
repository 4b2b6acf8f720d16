#include "config.h"

#include "yz-map-view.h"

#include <math.h>

#include "yz-basemap-file-private.h"

#define HALF_EQUATOR (128 * YZ_MERCATOR_RESOLUTION) /* metres */

static void
to_mercator (YzPosition position, double *x, double *y)
{
  YzWorld world = yz_world_from_position (position);

  *x = (2 * world.x - 1) * HALF_EQUATOR;
  *y = (1 - 2 * world.y) * HALF_EQUATOR;
}

void
yz_map_view_init_for_center (YzMapView *self, YzPosition center, double zoom, double width, double height)
{
  *self = (YzMapView){ .resolution = YZ_MERCATOR_RESOLUTION / exp2 (zoom), .width = width, .height = height };
  to_mercator (center, &self->center_x, &self->center_y);
}

void
yz_map_view_init_for_tiles (YzMapView *self, int zoom, int x, int y, int n_tiles, int tile_size)
{
  double tile = YZ_MERCATOR_RESOLUTION * 256 / exp2 (zoom); /* metres */

  *self = (YzMapView){ .center_x = (x + n_tiles / 2.0) * tile - HALF_EQUATOR,
                       .center_y = HALF_EQUATOR - (y + n_tiles / 2.0) * tile,
                       .resolution = tile / tile_size,
                       .width = n_tiles * tile_size,
                       .height = n_tiles * tile_size };
}

double
yz_map_view_get_zoom (const YzMapView *self)
{
  return log2 (YZ_MERCATOR_RESOLUTION / self->resolution);
}
