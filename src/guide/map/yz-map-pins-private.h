/* The stations on a printed map: pins with their lines and dots, labels beside them, those beyond its edge. */
#pragma once

#include "yz-map-block.h"
#include "yz-map-frame-private.h"

G_BEGIN_DECLS

typedef struct _YzMapPinSet YzMapPinSet;

/**
 * yz_map_pin_set_new:
 * @frame: outlives the set
 * @stations: (element-type YzGuideStation): likewise
 * @avoid: (element-type YzRect): where no pin and no label may stand
 *
 * Chooses where the pins stand, and which labels.
 *
 * Returns: (transfer full): the pins
 */
YzMapPinSet *yz_map_pin_set_new (const YzMapFrame *frame, YzTypesetter *typesetter, GPtrArray *stations,
                                 YzMapPins kind, const GArray *avoid);

void yz_map_pin_set_free (YzMapPinSet *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzMapPinSet, yz_map_pin_set_free)

/**
 * yz_map_pin_set_list_boxes:
 * @boxes: (element-type YzRect): what the pins and their labels cover is appended
 */
void yz_map_pin_set_list_boxes (const YzMapPinSet *self, GArray *boxes);

/**
 * yz_map_pin_set_draw:
 *
 * Draws lines and dots, labels on them, and the pins on all of it.
 */
void yz_map_pin_set_draw (const YzMapPinSet *self, YzCanvas *canvas);

G_END_DECLS
