/* The part of the world that a map on the screen shows: arithmetic between places and pixels. */
#pragma once

#include "yz-position.h"

G_BEGIN_DECLS

/**
 * YzMapExtent:
 * @centre: what is in the middle
 * @world: width of the whole world, pixels
 * @width: of what is seen, pixels
 * @height: likewise
 */
typedef struct
{
  YzWorld centre;
  double world;
  double width;
  double height;
} YzMapExtent;

/**
 * yz_map_extent_project:
 * @x: (out): pixels from the left edge
 * @y: (out): pixels from the upper edge
 */
void yz_map_extent_project (const YzMapExtent *extent, YzWorld world, double *x, double *y);

/**
 * yz_map_extent_unproject:
 * @x: pixels from the left edge
 * @y: pixels from the upper edge
 *
 * Returns: the place that is seen there
 */
YzWorld yz_map_extent_unproject (const YzMapExtent *extent, double x, double y);

/**
 * yz_map_extent_get_position:
 *
 * Returns: the same in WGS-84
 */
YzPosition yz_map_extent_get_position (const YzMapExtent *extent, double x, double y);

/**
 * yz_map_extent_get_zoom:
 *
 * Returns: zoom level of 256-pixel tiles, fractional
 */
double yz_map_extent_get_zoom (const YzMapExtent *extent);

/**
 * yz_map_extent_fit:
 * @box: not empty
 * @width: of the part of the map that shall hold the box, pixels
 * @height: likewise
 * @max_zoom: not nearer than this, for small boxes
 *
 * Returns: the largest whole zoom level, at which tiles are sharp, with the whole box in view
 */
int yz_map_extent_fit (const YzBox *box, double width, double height, int max_zoom);

/**
 * yz_map_extent_shift:
 * @position: what shall be seen @dx, @dy pixels beside the middle of the map
 *
 * Returns: what has to be in the middle for that
 */
YzPosition yz_map_extent_shift (YzPosition position, double zoom, double dx, double dy);

G_END_DECLS
