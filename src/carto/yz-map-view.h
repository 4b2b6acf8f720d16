/* A window onto the map: which part of the world, how large, in which dress. */
#pragma once

#include "yz-position.h"

G_BEGIN_DECLS

/**
 * YzMapStyle:
 * @YZ_MAP_STYLE_LIGHT: for the screen
 * @YZ_MAP_STYLE_DARK: its twin
 * @YZ_MAP_STYLE_PRINT: thinner lines, no name cut at the edge, text as outlines (cairo 1.16 loses characters of Noto
 *   Sans CJK in PDF text)
 * @YZ_MAP_STYLE_PRINT_GREY: the same without colour
 */
typedef enum
{
  YZ_MAP_STYLE_LIGHT,
  YZ_MAP_STYLE_DARK,
  YZ_MAP_STYLE_PRINT,
  YZ_MAP_STYLE_PRINT_GREY,
} YzMapStyle;

/**
 * YzMapBox:
 *
 * A rectangle in the view's pixels.
 */
typedef struct
{
  double x0;
  double y0;
  double x1;
  double y1;
} YzMapBox;

/**
 * YzMapView:
 * @center_x: of the view, Web Mercator metres
 * @center_y: likewise
 * @resolution: Web Mercator metres a pixel
 * @width: pixels
 * @height: pixels
 *
 * Pixels are those of the screen at scale 1 (96 an inch); whoever draws for a finer device scales the cairo context.
 */
typedef struct
{
  double center_x;
  double center_y;
  double resolution;
  double width;
  double height;
} YzMapView;

/**
 * yz_map_view_init_for_center:
 * @zoom: with 256-pixel tiles; may be fractional
 */
void yz_map_view_init_for_center (YzMapView *self, YzPosition center, double zoom, double width, double height);

/**
 * yz_map_view_init_for_tiles:
 * @x: the westernmost tile's column
 * @y: the northernmost tile's row, counted from the north
 * @n_tiles: so many columns and rows
 * @tile_size: pixels
 */
void yz_map_view_init_for_tiles (YzMapView *self, int zoom, int x, int y, int n_tiles, int tile_size);

/**
 * yz_map_view_get_zoom:
 *
 * Returns: the zoom level, fractional, of 256-pixel tiles
 */
double yz_map_view_get_zoom (const YzMapView *self);

G_END_DECLS
