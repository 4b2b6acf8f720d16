/*
 * Everything of the map beneath the stations: the ground that the person has chosen, in the dress and at the scale of
 * the screen, and the outlines of districts; and what is kept about the map from day to day. Follows the session's
 * workspace.
 */
#pragma once

#include <shumate/shumate.h>

#include "yz-map-layers.h"
#include "yz-map-scene.h"
#include "yz-session.h"

G_BEGIN_DECLS

#define YZ_TYPE_MAP_BACKDROP (yz_map_backdrop_get_type ())

G_DECLARE_FINAL_TYPE (YzMapBackdrop, yz_map_backdrop, YZ, MAP_BACKDROP, GObject)

/**
 * yz_map_backdrop_new:
 * @map: gets its layers, beneath all that are added later
 * @session: (nullable): whose workspace is followed
 * @scene: (nullable): the stations that stand on it
 *
 * Properties: "attribution" (text, to be shown on the map), "layers" (#YzMapLayers, another one for each workspace).
 */
YzMapBackdrop *yz_map_backdrop_new (ShumateMap *map, YzSession *session, YzMapScene *scene);

/**
 * yz_map_backdrop_get_layers:
 *
 * Returns: (transfer none): those of the workspace, or of no workspace at all
 */
YzMapLayers *yz_map_backdrop_get_layers (YzMapBackdrop *self);

/**
 * YzMapBackdrop::rested:
 * @lon: of the middle of what is seen, WGS-84 degrees
 * @lat: likewise
 *
 * Emitted when the map has come to rest somewhere else.
 */

/**
 * YzMapBackdrop::failed:
 * @message: translated: what could not be shown, and why
 */

/**
 * YzMapBackdrop::outlined:
 * @layer: outlines that have been read and are on the map
 * @bounds: (type YzBox): where they are
 */

/**
 * yz_map_backdrop_get_bounds:
 *
 * Returns: whether the street map covers a part of the world
 */
gboolean yz_map_backdrop_get_bounds (YzMapBackdrop *self, YzBox *bounds);

/**
 * yz_map_backdrop_get_view:
 * @centre: (out): WGS-84
 * @zoom: (out): level
 *
 * Returns: whether a view has been kept: where the map was left the last time
 */
gboolean yz_map_backdrop_get_view (YzMapBackdrop *self, YzPosition *centre, double *zoom);

/**
 * yz_map_backdrop_keep_view:
 *
 * Keeps where the map is, once it has come to rest.
 */
void yz_map_backdrop_keep_view (YzMapBackdrop *self, YzPosition centre, double zoom);

/**
 * yz_map_backdrop_count_districts:
 * @points: (element-type YzStationPoint): to be counted in the districts that are shown
 */
void yz_map_backdrop_count_districts (YzMapBackdrop *self, GArray *points);

G_END_DECLS
