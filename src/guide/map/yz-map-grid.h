/*
 * The squares into which a printed map is divided, and by which cards and indexes refer to it: "C2". They depend on
 * the stations alone and not on the paper, so a station is in one square in every edition's every size.
 */
#pragma once

#include "yz-position.h"

G_BEGIN_DECLS

/**
 * YzMapGrid:
 * @origin: the north-western corner of square A1
 * @cell: the side of a square, in metres on the ground: a round number
 * @columns: from west to east, lettered
 * @rows: from north to south, numbered
 * @metres: on the ground, of the whole width of the Mercator square at the map's latitude
 */
typedef struct
{
  YzWorld origin;
  double cell;
  guint columns;
  guint rows;
  double metres;
} YzMapGrid;

/**
 * yz_map_grid_get_aspect:
 * @stations: (element-type YzGuideStation)
 *
 * Returns: the height of the area in which they lie, in parts of its width; few that lie far off do not count. 1 for
 *   none or one
 */
double yz_map_grid_get_aspect (GPtrArray *stations);

/**
 * yz_map_grid_init:
 * @stations: (element-type YzGuideStation): those without a position are passed over
 * @aspect: of the map: its height in parts of its width, 0.25 to 4; squares are whole, so it is met nearly
 * @least: the least width, in metres
 *
 * Chooses the squares so that all stations are on the map. When a twentieth of them or less lie so far off that the
 * others would shrink to half their size, the map leaves those out.
 *
 * Returns: %FALSE if no station has a position
 */
gboolean yz_map_grid_init (YzMapGrid *self, GPtrArray *stations, double aspect, double least);

/**
 * yz_map_grid_locate:
 * @x: (out): metres on the ground, eastwards from the corner of A1
 * @y: (out): likewise southwards
 */
void yz_map_grid_locate (const YzMapGrid *self, YzPosition position, double *x, double *y);

/**
 * yz_map_grid_contains:
 *
 * Returns: whether @position is in one of the squares
 */
gboolean yz_map_grid_contains (const YzMapGrid *self, YzPosition position);

/**
 * yz_map_grid_get_cell:
 *
 * Returns: (transfer full) (nullable): the name of the square, "C2"; %NULL outside of the map
 */
char *yz_map_grid_get_cell (const YzMapGrid *self, YzPosition position);

G_END_DECLS
