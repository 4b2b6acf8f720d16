/* Places on the globe: positions, boxes, distances, and the flat picture of it that the map uses. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Mean radius R1 of the GRS-80 ellipsoid (Moritz 2000), metres: the sphere of every distance here. */
#define YZ_EARTH_RADIUS 6371008.8

/* Degrees; WGS-84 everywhere but at the border, see yz-datum.h. */
typedef struct
{
  double lon;
  double lat;
} YzPosition;

/* Degrees; never crosses the 180th meridian. Empty where @west > @east. */
typedef struct
{
  double west, south, east, north;
} YzBox;

/* Web Mercator (EPSG:3857) with the world as the unit square: x to the east, y to the south, as map tiles count. */
typedef struct
{
  double x, y;
} YzWorld;

#define YZ_BOX_EMPTY ((YzBox) { G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE })

/**
 * yz_position_is_valid:
 *
 * Returns: whether both numbers are finite, -180 ≤ lon ≤ 180 and -90 ≤ lat ≤ 90
 */
gboolean yz_position_is_valid (YzPosition position);

/**
 * yz_position_distance:
 *
 * Great-circle distance by the haversine formula, which keeps its digits for near points. The sphere differs
 * from the ellipsoid by at most 0.56 %.
 *
 * Returns: metres
 */
double yz_position_distance (YzPosition a, YzPosition b);

/**
 * yz_box_add:
 *
 * Widens @box, which may be empty, until it holds @position.
 */
void yz_box_add (YzBox *box, YzPosition position);

/**
 * yz_box_is_empty:
 *
 * Returns: whether nothing was ever added to @box; one position alone makes a box without extent, which is not empty
 */
gboolean yz_box_is_empty (const YzBox *box);

/**
 * yz_box_intersects:
 *
 * Returns: whether the boxes have a position in common; an empty one has none with any
 */
gboolean yz_box_intersects (const YzBox *a, const YzBox *b);

/**
 * yz_world_from_position:
 *
 * Latitudes beyond ±85.0511° fall on the edge of the square.
 *
 * Returns: @position in Web Mercator
 */
YzWorld yz_world_from_position (YzPosition position);

/**
 * yz_world_to_position:
 *
 * Returns: the inverse of yz_world_from_position(), in degrees
 */
YzPosition yz_world_to_position (YzWorld world);

/**
 * yz_world_metres:
 *
 * Returns: how many metres on the ground the whole width of the world square measures at @lat; Mercator stretches
 */
double yz_world_metres (double lat);

G_END_DECLS
