/*
 * The shape of a basemap file: a GeoPackage in Web Mercator (EPSG:3857) whose tables hold the same map at several
 * degrees of detail. A drawing at one zoom level reads one table of areas, one of lines and one of street names,
 * each through its spatial index, and the points' names.
 *
 *   area_N    polygons: class, zoom
 *   line_N    lines: class, zoom, flags, layer
 *   street_N  lines joined over the whole length of a name: class, zoom, name
 *   name      points: class, zoom, name, note
 *   about     key, value: "version", "land" (1 if it is the outline of the land), "origin" (YzBasemapOrigin), and the
 *             bounds: "west", "south", "east", "north"
 *
 * N is the largest zoom level the table is good for; "zoom" the smallest at which the row is shown.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define YZ_BASEMAP_VERSION 1

/* Web Mercator's circumference at the equator over 256 pixels: metres a pixel at zoom level 0. */
#define YZ_MERCATOR_RESOLUTION 156543.03392804097

#define YZ_BASEMAP_MAX_ZOOM 19

/**
 * YzBasemapLevel:
 * @top: the largest zoom level this degree of detail is good for
 * @tolerance: by how many (Mercator) metres lines may be simplified, 0 for not at all
 */
typedef struct
{
  int top;
  double tolerance;
} YzBasemapLevel;

#define YZ_BASEMAP_N_LEVELS 4

extern const YzBasemapLevel yz_basemap_levels[YZ_BASEMAP_N_LEVELS];

/**
 * yz_basemap_level_for_zoom:
 *
 * Returns: the index of the coarsest level that is good for @zoom
 */
guint yz_basemap_level_for_zoom (int zoom);

/* The columns, in the order in which they are created. */
enum
{
  YZ_BASEMAP_FIELD_CLASS,
  YZ_BASEMAP_FIELD_ZOOM,
  YZ_BASEMAP_FIELD_FLAGS, /* of lines */
  YZ_BASEMAP_FIELD_LAYER,
  YZ_BASEMAP_FIELD_NAME = YZ_BASEMAP_FIELD_FLAGS, /* of streets and names */
  YZ_BASEMAP_FIELD_NOTE,
};

G_END_DECLS
