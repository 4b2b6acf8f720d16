/* Places on the globe: positions, boxes, distances, and the two flat pictures of it that the map and the rules use. */
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

void yz_box_add (YzBox *box, YzPosition position);
gboolean yz_box_is_empty (const YzBox *box);
gboolean yz_box_contains (const YzBox *box, YzPosition position);
gboolean yz_box_intersects (const YzBox *a, const YzBox *b);

/**
 * yz_box_around:
 * @metres: half the side of the square
 *
 * Returns: a box that holds every position within @metres of @centre, as the first sieve of a search nearby
 */
YzBox yz_box_around (YzPosition centre, double metres);

/* A flat picture in metres of the surroundings of one position: x to the east, y to the north. */
typedef struct
{
  YzPosition origin;
  double metres_per_lon;
  double metres_per_lat;
} YzPlane;

/**
 * yz_plane_at:
 *
 * Distances in the plane are right to 0.1 % within 10 km of @origin and to 1 % within 50 km, at latitudes of China.
 *
 * Returns: the equirectangular plane around @origin
 */
YzPlane yz_plane_at (YzPosition origin);

void yz_plane_project (const YzPlane *plane, YzPosition position, double *x, double *y);
YzPosition yz_plane_unproject (const YzPlane *plane, double x, double y);

/**
 * yz_world_from_position:
 *
 * Latitudes beyond ±85.0511° fall on the edge of the square.
 *
 * Returns: @position in Web Mercator
 */
YzWorld yz_world_from_position (YzPosition position);

YzPosition yz_world_to_position (YzWorld world);

/**
 * yz_world_metres:
 *
 * Returns: how many metres on the ground the whole width of the world square measures at @lat; Mercator stretches
 */
double yz_world_metres (double lat);

G_END_DECLS
