/* What a libshumate map shows, in the terms of the rooms beneath. */
#pragma once

#include <shumate/shumate.h>

#include "yz-map-extent.h"

G_BEGIN_DECLS

/**
 * yz_map_viewport_get_extent:
 * @widget: a layer, or the map itself
 *
 * Returns: what is seen of the world
 */
YzMapExtent yz_map_viewport_get_extent (ShumateViewport *viewport, GtkWidget *widget);

G_END_DECLS
