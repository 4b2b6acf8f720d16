/*
 * The layer of the stations: all of them drawn in one snapshot, and everything that the pointer does to them.
 * It tells what was meant; what comes of it is the page's business.
 */
#pragma once

#include <shumate/shumate.h>

#include "yz-map-scene.h"

G_BEGIN_DECLS

#define YZ_TYPE_MAP_STATION_LAYER (yz_map_station_layer_get_type ())

G_DECLARE_FINAL_TYPE (YzMapStationLayer, yz_map_station_layer, YZ, MAP_STATION_LAYER, ShumateLayer)

/**
 * YzMapStationLayer::activated:
 * @mark: (type gpointer): the #YzMapMark that was clicked, %NULL for the bare map
 *
 * A click that is not handled by the layer itself: a pin, or a cluster to be zoomed to.
 */

/**
 * YzMapStationLayer::hovered:
 * @mark: (type gpointer): the #YzMapMark under the pointer, %NULL for none
 */

/**
 * YzMapStationLayer::menu:
 * @mark: (type gpointer): the #YzMapMark under the pointer, %NULL for the bare map
 * @x: of the pointer, pixels
 * @y: likewise
 */

/**
 * YzMapStationLayer::dropped:
 * @row: of the station that was dragged in move mode
 * @lon: where to, WGS-84 degrees
 * @lat: likewise
 */

/**
 * yz_map_station_layer_new:
 * @names: gives the names of stations
 *
 * Properties: "move-mode" (boolean): whether a pin can be dragged.
 */
YzMapStationLayer *yz_map_station_layer_new (ShumateViewport *viewport, YzMapScene *scene, YzStations *stations);

/**
 * yz_map_station_layer_get_extent:
 *
 * Returns: what the map shows at present
 */
YzMapExtent yz_map_station_layer_get_extent (YzMapStationLayer *self);

/**
 * yz_map_station_layer_forget_names:
 *
 * Names are read again: stations have changed.
 */
void yz_map_station_layer_forget_names (YzMapStationLayer *self);

gboolean yz_map_station_layer_get_move_mode (YzMapStationLayer *self);

/**
 * yz_map_station_layer_set_move_mode:
 * @move_mode: whether a pin can be dragged; otherwise dragging it moves the map
 */
void     yz_map_station_layer_set_move_mode (YzMapStationLayer *self, gboolean move_mode);

G_END_DECLS
