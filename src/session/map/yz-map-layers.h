/*
 * The layers that a person has for the map of a workspace: the street map, picture tiles from a file or a service,
 * and outlines of districts. Kept in the person's settings, for a service's key is nobody else's business; the street
 * map is a file beside the workspace. Main thread.
 */
#pragma once

#include "yz-map-layer.h"

G_BEGIN_DECLS

#define YZ_TYPE_MAP_LAYERS (yz_map_layers_get_type ())

G_DECLARE_FINAL_TYPE (YzMapLayers, yz_map_layers, YZ, MAP_LAYERS, GObject)

/**
 * YzMapLayers::changed:
 *
 * Emitted when other layers are shown.
 */

/**
 * yz_map_layers_new:
 * @workspace: (nullable): path of the workspace file
 *
 * A #GListModel of #YzMapLayer; the first is the program's own map.
 */
YzMapLayers *yz_map_layers_new (const char *workspace);

/**
 * yz_map_layers_add:
 * @layer: (transfer none): shown from now on
 */
void yz_map_layers_add (YzMapLayers *self, YzMapLayer *layer);

/**
 * yz_map_layers_remove:
 *
 * The file or the service stays as it is. The program's own map cannot be removed.
 */
void yz_map_layers_remove (YzMapLayers *self, YzMapLayer *layer);

/**
 * yz_map_layers_show:
 *
 * One ground is always shown, outlines as wanted: showing a ground hides the one before.
 */
void yz_map_layers_show (YzMapLayers *self, YzMapLayer *layer, gboolean shown);

/**
 * yz_map_layers_get_ground:
 *
 * Returns: (transfer none): the layer beneath everything
 */
YzMapLayer *yz_map_layers_get_ground (YzMapLayers *self);

/**
 * yz_map_layers_dup_basemap_paths:
 *
 * Returns: (transfer full): the files that the program's own map is drawn from: the outline of the land, and the
 *   street maps of the workspace
 */
GStrv yz_map_layers_dup_basemap_paths (YzMapLayers *self);

/**
 * yz_map_layers_dup_street_map_path:
 * @extract: path of an extract
 *
 * Returns: (transfer full) (nullable): where the street map that is made from it belongs, see yz_street_map_dup_path()
 */
char *yz_map_layers_dup_street_map_path (YzMapLayers *self, const char *extract);

/**
 * yz_map_layers_tell_basemap_changed:
 *
 * A street map was added or removed.
 */
void yz_map_layers_tell_basemap_changed (YzMapLayers *self);

/**
 * yz_map_layers_get_view:
 * @zoom: (out): level
 *
 * Returns: whether the person has looked at the map of this workspace before
 */
gboolean yz_map_layers_get_view (YzMapLayers *self, YzPosition *centre, double *zoom);
void     yz_map_layers_set_view (YzMapLayers *self, YzPosition centre, double zoom);

/**
 * yz_shipped_map_path:
 * @name: of a file that comes with the program
 *
 * Returns: (transfer full): its path
 */
char *yz_shipped_map_path (const char *name);

G_END_DECLS
