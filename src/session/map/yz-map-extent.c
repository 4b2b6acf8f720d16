#include "config.h"

#include "yz-map-extent.h"

#include <math.h>

void
yz_map_extent_project (const YzMapExtent *extent, YzWorld world, double *x, double *y)
{
  *x = (world.x - extent->centre.x) * extent->world + extent->width / 2;
  *y = (world.y - extent->centre.y) * extent->world + extent->height / 2;
}

YzWorld
yz_map_extent_unproject (const YzMapExtent *extent, double x, double y)
{
  return (YzWorld){ extent->centre.x + (x - extent->width / 2) / extent->world,
                    extent->centre.y + (y - extent->height / 2) / extent->world };
}

YzPosition
yz_map_extent_get_position (const YzMapExtent *extent, double x, double y)
{
  return yz_world_to_position (yz_map_extent_unproject (extent, x, y));
}

double
yz_map_extent_get_zoom (const YzMapExtent *extent)
{
  return log2 (extent->world / 256);
}

int
yz_map_extent_fit (const YzBox *box, double width, double height, int max_zoom)
{
  YzWorld a = yz_world_from_position ((YzPosition){ box->west, box->north });
  YzWorld b = yz_world_from_position ((YzPosition){ box->east, box->south });
  double zoom_x = log2 (MAX (width, 64) / (256 * MAX (b.x - a.x, 1e-9)));
  double zoom_y = log2 (MAX (height, 64) / (256 * MAX (b.y - a.y, 1e-9)));

  return (int) CLAMP (floor (MIN (zoom_x, zoom_y)), 2, max_zoom);
}

YzPosition
yz_map_extent_shift (YzPosition position, double zoom, double dx, double dy)
{
  YzWorld world = yz_world_from_position (position);
  double size = 256 * exp2 (zoom);

  return yz_world_to_position ((YzWorld){ world.x - dx / size, world.y - dy / size });
}
