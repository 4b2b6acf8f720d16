/* What a libshumate map shows, in the terms of the rooms beneath; and how to make it show something. */
#pragma once

#include <shumate/shumate.h>

#include "yz-map-scene.h"

G_BEGIN_DECLS

/**
 * yz_map_frame_of_viewport:
 * @widget: a layer, or the map itself
 */
YzMapFrame yz_map_frame_of_viewport (ShumateViewport *viewport, GtkWidget *widget);

/**
 * yz_map_frame_fit:
 * @box: not empty
 * @width: of the part of the map that shall hold the box, pixels
 * @height: likewise
 * @max_zoom: not nearer than this, for small boxes
 *
 * Returns: the largest whole zoom level, at which tiles are sharp, with the whole box in view
 */
int yz_map_frame_fit (const YzBox *box, double width, double height, int max_zoom);

/**
 * yz_map_frame_shift:
 * @position: what shall be seen @dx, @dy pixels beside the middle of the map
 *
 * Returns: what has to be in the middle for that
 */
YzPosition yz_map_frame_shift (YzPosition position, double zoom, double dx, double dy);

G_END_DECLS
