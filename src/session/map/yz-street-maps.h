/*
 * The street maps of a workspace: files beside it, one for each extract that was added. All of them are drawn as one
 * map.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * yz_street_map_dup_path:
 * @workspace: path of "NAME.yizhan"
 * @extract: (nullable): path of the extract that it is made from, or %NULL for the map that came with the workspace
 *
 * Adding the same extract again replaces its own map and no other.
 *
 * Returns: (transfer full): "NAME.streets.EXTRACT.gpkg" or "NAME.streets.gpkg" beside the workspace
 */
char *yz_street_map_dup_path (const char *workspace, const char *extract);

/**
 * yz_street_maps_list:
 * @workspace: path of "NAME.yizhan"
 *
 * Returns: (transfer full): the paths of the street maps that are there, in the order of their names
 */
GStrv yz_street_maps_list (const char *workspace);

/**
 * yz_street_map_dup_path_beside:
 * @map: one of yz_street_maps_list() of @workspace
 * @other: path of another workspace
 *
 * Returns: (transfer full): what a copy of @map is called beside @other
 */
char *yz_street_map_dup_path_beside (const char *map, const char *workspace, const char *other);

G_END_DECLS
