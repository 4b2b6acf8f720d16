/* Positions, boxes, distances on the sphere; the Web Mercator square. */
#include "config.h"

#include <math.h>

#include "yz-position.h"

#define RADIANS(degrees) ((degrees) * (G_PI / 180.0))
#define DEGREES(radians) ((radians) * (180.0 / G_PI))

gboolean
yz_position_is_valid (YzPosition position)
{
  /* comparisons with NaN are false */
  return position.lon >= -180 && position.lon <= 180 && position.lat >= -90 && position.lat <= 90;
}

double
yz_position_distance (YzPosition a, YzPosition b)
{
  double half_lat = sin (RADIANS (b.lat - a.lat) / 2);
  double half_lon = sin (RADIANS (b.lon - a.lon) / 2);
  double h = half_lat * half_lat + cos (RADIANS (a.lat)) * cos (RADIANS (b.lat)) * half_lon * half_lon;

  return 2 * YZ_EARTH_RADIUS * asin (sqrt (MIN (1, h)));
}

void
yz_box_add (YzBox *box, YzPosition position)
{
  box->west = MIN (box->west, position.lon);
  box->south = MIN (box->south, position.lat);
  box->east = MAX (box->east, position.lon);
  box->north = MAX (box->north, position.lat);
}

gboolean
yz_box_is_empty (const YzBox *box)
{
  return !(box->west <= box->east && box->south <= box->north);
}

gboolean
yz_box_intersects (const YzBox *a, const YzBox *b)
{
  return a->west <= b->east && b->west <= a->east && a->south <= b->north && b->south <= a->north;
}

YzWorld
yz_world_from_position (YzPosition position)
{
  double s = sin (RADIANS (position.lat));
  double y = 0.5 - 0.25 * log ((1 + s) / (1 - s)) / G_PI; /* ±infinity at the poles */

  return (YzWorld){ .x = position.lon / 360 + 0.5, .y = CLAMP (y, 0, 1) };
}

YzPosition
yz_world_to_position (YzWorld world)
{
  return (YzPosition){
    .lon = (world.x - 0.5) * 360,
    .lat = DEGREES (atan (sinh (G_PI * (1 - 2 * world.y)))),
  };
}

double
yz_world_metres (double lat)
{
  return 2 * G_PI * YZ_EARTH_RADIUS * cos (RADIANS (lat));
}
