/*
 * A map of stations: streets drawn as vectors at the generalisation that fits the printed scale, the stations as pins
 * that do not overlap, squares with letters and numbers, scale, north, and whose work it is. Without a basemap it is
 * plain paper with squares, which still tells who is where. Only street maps are drawn, never the outline of a
 * country.
 */
#pragma once

#include "yz-block.h"
#include "yz-guide-content.h"
#include "yz-map-grid.h"

G_BEGIN_DECLS

/**
 * YzMapPins:
 * @YZ_MAP_NUMBERS: pins with the stations' numbers
 * @YZ_MAP_DOTS: small dots without numbers, as on a cover
 * @YZ_MAP_LABELS: numbers, and beside them name and hours where there is room
 */
typedef enum
{
  YZ_MAP_NUMBERS,
  YZ_MAP_DOTS,
  YZ_MAP_LABELS,
} YzMapPins;

/**
 * YzMapParts:
 * @YZ_MAP_GRID: squares, their letters above the map and their numbers left of it; where the block is wide these
 *   stand in the margin, 3 mm outside of its area
 * @YZ_MAP_SCALE: a scale bar on the map
 * @YZ_MAP_NORTH: an arrow
 * @YZ_MAP_CAPTION: a line below the map: squares and scale, whose work the streets are, the datum
 * @YZ_MAP_AREAS: the districts' names, in bold type amid their stations
 */
typedef enum
{
  YZ_MAP_BARE = 0,
  YZ_MAP_GRID = 1 << 0,
  YZ_MAP_SCALE = 1 << 1,
  YZ_MAP_NORTH = 1 << 2,
  YZ_MAP_CAPTION = 1 << 3,
  YZ_MAP_AREAS = 1 << 4,
} YzMapParts;

#define YZ_MAP_ALL_PARTS (YZ_MAP_GRID | YZ_MAP_SCALE | YZ_MAP_NORTH | YZ_MAP_CAPTION)

/**
 * YzMapBlockOptions:
 * @aspect: height of the map in parts of its width, met nearly, as squares are whole; 0 for 1/2
 * @height: of the map in millimetres of A4's type, instead; 0 for none. Squares beyond those with a letter may show
 * @least: the least that the map shows from west to east, in metres; 0 for 1000
 * @pins: how stations are drawn
 * @parts: what stands on and around the map
 * @folds: (array length=n_folds) (nullable): of the paper, in millimetres from the block's left edge: no pin and no
 *   label stands on them
 * @n_folds: at most 3
 */
typedef struct
{
  double aspect;
  double height;
  double least;
  YzMapPins pins;
  YzMapParts parts;
  const double *folds;
  guint n_folds;
} YzMapBlockOptions;

#define YZ_TYPE_MAP_BLOCK (yz_map_block_get_type ())

G_DECLARE_FINAL_TYPE (YzMapBlock, yz_map_block, YZ, MAP_BLOCK, YzBlock)

/**
 * yz_map_block_new:
 * @content: whose basemap and language are used
 * @stations: (element-type YzGuideStation): of @content; those without a position are not on the map, those far from
 *   all others are told at its edge
 *
 * Where the flow lets the block fill a page, the map takes the whole height; otherwise see @aspect.
 *
 * Returns: (transfer full) (nullable): a map, or %NULL if no station has a position
 */
YzBlock *yz_map_block_new (const YzGuideContent *content, GPtrArray *stations, const YzMapBlockOptions *options);

/**
 * yz_map_block_get_grid:
 *
 * Returns: (transfer none): its squares, for yz_map_grid_get_cell(): the same on every paper
 */
const YzMapGrid *yz_map_block_get_grid (YzMapBlock *self);

G_END_DECLS
