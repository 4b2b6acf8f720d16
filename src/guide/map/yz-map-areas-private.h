/* The names of districts on a printed map, amid their stations. */
#pragma once

#include "yz-map-frame-private.h"

G_BEGIN_DECLS

typedef struct _YzMapAreas YzMapAreas;

/**
 * yz_map_areas_new:
 * @stations: (element-type YzGuideStation): of which the districts are named, if there are several
 * @taken: (element-type YzRect): what no name may cover
 *
 * Each name stands near the middle of its stations, where there is room; where there is none it is left out.
 *
 * Returns: (transfer full): the names
 */
YzMapAreas *yz_map_areas_new (const YzMapFrame *frame, YzTypesetter *typesetter, GPtrArray *stations,
                              const GArray *taken);

void yz_map_areas_free (YzMapAreas *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzMapAreas, yz_map_areas_free)

/**
 * yz_map_areas_list_boxes:
 * @boxes: (element-type YzRect): what the names cover is appended
 */
void yz_map_areas_list_boxes (const YzMapAreas *self, GArray *boxes);

/**
 * yz_map_areas_get_names:
 *
 * Returns: (transfer none) (array zero-terminated=1): those that stand on the map
 */
const char *const *yz_map_areas_get_names (const YzMapAreas *self);

/**
 * yz_map_areas_draw:
 *
 * Draws the names, which go below the pins.
 */
void yz_map_areas_draw (const YzMapAreas *self, YzCanvas *canvas);

G_END_DECLS
