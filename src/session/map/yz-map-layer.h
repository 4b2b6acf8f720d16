/* One layer of the map as a person has set it up. */
#pragma once

#include <gio/gio.h>

#include "yz-datum.h"

G_BEGIN_DECLS

/**
 * YzMapLayerKind:
 * @YZ_MAP_LAYER_BASEMAP: the program's own map: land, and streets where they are known
 * @YZ_MAP_LAYER_PICTURES: an MBTiles file
 * @YZ_MAP_LAYER_ONLINE: a service that gives tiles by URL
 * @YZ_MAP_LAYER_OUTLINES: outlines of districts, above one of the others
 */
typedef enum
{
  YZ_MAP_LAYER_BASEMAP,
  YZ_MAP_LAYER_PICTURES,
  YZ_MAP_LAYER_ONLINE,
  YZ_MAP_LAYER_OUTLINES,
} YzMapLayerKind;

#define YZ_TYPE_MAP_LAYER (yz_map_layer_get_type ())

G_DECLARE_FINAL_TYPE (YzMapLayer, yz_map_layer, YZ, MAP_LAYER, GObject)

/**
 * yz_map_layer_new:
 * @name: as shown
 * @source: path of the file, or the template of the service's addresses with {z}, {x}, {y} and {key}
 * @key: (nullable): for {key}
 * @attribution: (nullable): shown on the map
 *
 * Properties, readable: "name", "shown".
 */
YzMapLayer *yz_map_layer_new (YzMapLayerKind kind, const char *name, const char *source, const char *key,
                              YzDatum datum, const char *attribution);

YzMapLayerKind yz_map_layer_get_kind (YzMapLayer *self);
const char    *yz_map_layer_get_name (YzMapLayer *self);
const char    *yz_map_layer_get_source (YzMapLayer *self);
const char    *yz_map_layer_get_attribution (YzMapLayer *self);
YzDatum        yz_map_layer_get_datum (YzMapLayer *self);
gboolean       yz_map_layer_get_shown (YzMapLayer *self);

/**
 * yz_map_layer_set_shown:
 *
 * For the list that the layer is in: see yz_map_layers_show().
 */
void yz_map_layer_set_shown (YzMapLayer *self, gboolean shown);

/**
 * yz_map_layer_is_ground:
 *
 * Returns: whether it fills the map, so that one such layer at a time is shown
 */
gboolean yz_map_layer_is_ground (YzMapLayer *self);

/**
 * yz_map_layer_to_variant:
 *
 * Returns: (transfer floating): the layer as it is kept, "(isssssb)"
 */
GVariant   *yz_map_layer_to_variant (YzMapLayer *self);
YzMapLayer *yz_map_layer_new_from_variant (GVariant *variant);

/**
 * yz_map_layer_dup_address:
 *
 * Returns: (transfer full): the template with the key in its place, {z}, {x} and {y} still open
 */
char *yz_map_layer_dup_address (YzMapLayer *self);

/**
 * yz_map_layer_check_address:
 *
 * Returns: whether @source is a template that a tile can be asked by; else says what it lacks
 */
gboolean yz_map_layer_check_address (const char *source, GError **error);

G_END_DECLS
