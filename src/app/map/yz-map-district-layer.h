/* Outlines of districts on the map, each with its name and how many of the shown stations lie in it. */
#pragma once

#include <shumate/shumate.h>

#include "yz-datum.h"
#include "yz-map-scene.h"

G_BEGIN_DECLS

#define YZ_TYPE_MAP_DISTRICT_LAYER (yz_map_district_layer_get_type ())

G_DECLARE_FINAL_TYPE (YzMapDistrictLayer, yz_map_district_layer, YZ, MAP_DISTRICT_LAYER, ShumateLayer)

/**
 * yz_map_district_layer_new:
 * @scene: (nullable): whose stations are drawn above, so that names keep clear of them
 * @path: see yz_outline_file_read(); read on a worker
 */
YzMapDistrictLayer *yz_map_district_layer_new (ShumateViewport *viewport, YzMapScene *scene, const char *path,
                                               YzDatum datum);

/**
 * yz_map_district_layer_count:
 * @points: (element-type YzStationPoint): kept; counted on a worker
 */
void yz_map_district_layer_count (YzMapDistrictLayer *self, GArray *points);

G_END_DECLS
