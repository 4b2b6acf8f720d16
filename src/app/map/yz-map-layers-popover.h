/* The layers of the map to choose from, and the ways to add another. */
#pragma once

#include <gtk/gtk.h>

#include "yz-map-layers.h"

G_BEGIN_DECLS

#define YZ_TYPE_MAP_LAYERS_POPOVER (yz_map_layers_popover_get_type ())

G_DECLARE_FINAL_TYPE (YzMapLayersPopover, yz_map_layers_popover, YZ, MAP_LAYERS_POPOVER, GtkPopover)

/**
 * yz_map_layers_popover_new:
 *
 * What can be added is asked for by the actions "map.ask-street-map", "map.ask-pictures", "map.ask-outlines" and
 * "map.add-online(sssss)": name, address, key, datum, attribution.
 */
GtkWidget *yz_map_layers_popover_new (void);

/**
 * yz_map_layers_popover_set_layers:
 * @layers: (transfer none): what is listed and chosen from
 */
void yz_map_layers_popover_set_layers (YzMapLayersPopover *self, YzMapLayers *layers);

G_END_DECLS
