/* Where a printed map is on its page, and what stands around the streets: squares, scale, north, caption. */
#pragma once

#include "yz-canvas.h"
#include "yz-guide-content.h"
#include "yz-map-grid.h"

G_BEGIN_DECLS

/**
 * YzMapFrame:
 * @grid: its squares
 * @map: the map on the page
 * @left: of the grid on the page
 * @top: likewise
 * @mm: millimetres on paper for a metre on the ground
 * @scale: of all sizes of type
 */
typedef struct
{
  const YzMapGrid *grid;
  YzRect map;
  double left;
  double top;
  double mm;
  double scale;
} YzMapFrame;

/**
 * yz_map_frame_init:
 * @map: the whole grid is in its middle, as large as can be
 */
void yz_map_frame_init (YzMapFrame *self, const YzMapGrid *grid, const YzRect *map, double scale);

/**
 * yz_map_frame_locate:
 *
 * Returns: whether @position is on the map
 */
gboolean yz_map_frame_locate (const YzMapFrame *self, YzPosition position, double *x, double *y);

/**
 * yz_map_frame_get_number:
 *
 * Returns: the scale 1 : n, as two digits and noughts
 */
guint yz_map_frame_get_number (const YzMapFrame *self);

/* The white boxes of the scale bar and the north arrow. */
YzRect yz_map_frame_get_scale_box (const YzMapFrame *self);
YzRect yz_map_frame_get_north_box (const YzMapFrame *self);

/**
 * yz_map_frame_draw_lines:
 *
 * Draws what divides the squares, across the whole map.
 */
void yz_map_frame_draw_lines (const YzMapFrame *self, YzCanvas *canvas);

/**
 * yz_map_frame_draw_letters:
 *
 * Draws what the squares are called: letters above the map, numbers left of it.
 */
void yz_map_frame_draw_letters (const YzMapFrame *self, YzCanvas *canvas);

/* What stands in the boxes: a bar of a round length with its distances, an arrow to the upper edge. */
void yz_map_frame_draw_scale (const YzMapFrame *self, YzCanvas *canvas);
void yz_map_frame_draw_north (const YzMapFrame *self, YzCanvas *canvas);

/**
 * yz_map_caption_set:
 * @with_grid: whether there are squares to explain
 * @left: (out) (transfer full): what the squares are
 * @right: (out) (transfer full): whose work it is, and the datum
 *
 * Sets both texts so that they fit into the frame's width, side by side or one below the other.
 *
 * Returns: the height of both
 */
double yz_map_caption_set (const YzMapFrame *self, YzTypesetter *typesetter, const YzGuideContent *content,
                           gboolean with_grid, YzText **left, YzText **right);

G_END_DECLS
