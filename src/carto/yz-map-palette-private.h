/* Colours and widths of the styles. */
#pragma once

#include <cairo.h>

#include "yz-map-class-private.h"
#include "yz-map-view.h"

G_BEGIN_DECLS

/* 0xRRGGBB */
typedef guint32 YzMapColor;

typedef struct
{
  YzMapColor paper;
  YzMapColor campus;
  YzMapColor green;
  YzMapColor pitch;
  YzMapColor plaza;
  YzMapColor water;
  YzMapColor building;
  YzMapColor building_edge;
  YzMapColor road;
  YzMapColor main_road; /* expressways and primary roads */
  YzMapColor casing;
  YzMapColor path;
  YzMapColor rail;
  YzMapColor boundary;

  YzMapColor street_name;
  YzMapColor place_name;
  YzMapColor quarter_name;
  YzMapColor green_name;
  YzMapColor water_name;
  YzMapColor water_halo; /* fits a wide river as well as a stream between meadows */

  double line_scale;   /* of road widths */
  double casing_width; /* beyond the fill, on either side, in pixels */
} YzMapPalette;

/**
 * yz_map_palette_get:
 *
 * Returns: (transfer none): the colours and widths of a style
 */
const YzMapPalette *yz_map_palette_get (YzMapStyle style);

/**
 * yz_map_color_set:
 *
 * Draws with @color from now on.
 */
void yz_map_color_set (cairo_t *cr, YzMapColor color);

/**
 * yz_map_palette_get_area:
 *
 * Returns: what an area of @class is filled with
 */
YzMapColor yz_map_palette_get_area (const YzMapPalette *self, YzMapClass class);

/**
 * yz_map_palette_get_width:
 * @zoom: fractional
 *
 * Returns: the width in pixels at which a line of @class is drawn, without casing
 */
double yz_map_palette_get_width (const YzMapPalette *self, YzMapClass class, double zoom);

G_END_DECLS
