/* Outlines of districts on the map, each with its name and how many of the shown stations lie in it. */
#pragma once

#include <shumate/shumate.h>

#include "yz-map-layer.h"
#include "yz-map-scene.h"

G_BEGIN_DECLS

#define YZ_TYPE_MAP_DISTRICT_LAYER (yz_map_district_layer_get_type ())

G_DECLARE_FINAL_TYPE (YzMapDistrictLayer, yz_map_district_layer, YZ, MAP_DISTRICT_LAYER, ShumateLayer)

/**
 * YzMapDistrictLayer::read:
 * @error: (nullable): why there is nothing to be shown
 *
 * Emitted once, when the file has been read.
 */

/**
 * yz_map_district_layer_new:
 * @scene: (nullable): whose stations are drawn above, so that names keep clear of them
 * @layer: outlines; see yz_outline_file_read(), which a worker calls
 */
YzMapDistrictLayer *yz_map_district_layer_new (ShumateViewport *viewport, YzMapScene *scene, YzMapLayer *layer);

/**
 * yz_map_district_layer_get_layer:
 *
 * Returns: (transfer none): what it shows
 */
YzMapLayer *yz_map_district_layer_get_layer (YzMapDistrictLayer *self);

/**
 * yz_map_district_layer_get_bounds:
 *
 * Returns: the box of all outlines, empty while there are none
 */
YzBox yz_map_district_layer_get_bounds (YzMapDistrictLayer *self);

/**
 * yz_map_district_layer_count:
 * @points: (element-type YzStationPoint): kept; counted on a worker
 */
void yz_map_district_layer_count (YzMapDistrictLayer *self, GArray *points);

G_END_DECLS
