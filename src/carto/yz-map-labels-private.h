/* The names of the map: which, where, and drawn so that none covers another. */
#pragma once

#include "yz-label-space.h"
#include "yz-lettering-private.h"
#include "yz-map-shapes-private.h"

G_BEGIN_DECLS

/* So far around a drawing for the screen labels are placed too, in pixels: neighbours that share a label choose alike
 * (320 was not enough for the streets of Porto at zoom level 18). */
#define YZ_MAP_LABEL_MARGIN 400

typedef struct _YzMapLabels YzMapLabels;

/**
 * yz_map_labels_new:
 * @lettering: outlives the labels
 * @zoom: fractional
 * @margin: around the view in which labels are placed too, in pixels; 0 for a map without neighbours, whose edge no
 *   label may touch
 * @taken: (array length=n_taken) (nullable): boxes that no label may touch
 *
 * Returns: (transfer full): no labels yet
 */
YzMapLabels *yz_map_labels_new (YzLettering *lettering, const YzMapView *view, double zoom, double margin,
                                const YzMapBox *taken, guint n_taken);

void yz_map_labels_free (YzMapLabels *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzMapLabels, yz_map_labels_free)

/**
 * yz_map_labels_add_names:
 * @names: outlives the labels
 * @said: (array zero-terminated=1) (nullable): names to be passed over
 *
 * Proposes a label for each point.
 */
void yz_map_labels_add_names (YzMapLabels *self, const YzMapShapes *names, const char *const *said);

/**
 * yz_map_labels_add_streets:
 * @streets: outlives the labels
 *
 * Proposes labels along each line, at places that depend on the line alone and not on the view.
 */
void yz_map_labels_add_streets (YzMapLabels *self, const YzMapShapes *streets);

/**
 * yz_map_labels_place:
 *
 * Chooses the labels: by importance, then by the order of the basemap.
 */
void yz_map_labels_place (YzMapLabels *self);

/**
 * yz_map_labels_draw:
 *
 * Draws the labels that have been placed.
 */
void yz_map_labels_draw (YzMapLabels *self, cairo_t *cr, const YzMapPalette *palette);

G_END_DECLS
