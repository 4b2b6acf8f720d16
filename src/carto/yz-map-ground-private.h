/* Everything of the map but its names. */
#pragma once

#include "yz-map-palette-private.h"
#include "yz-map-shapes-private.h"

G_BEGIN_DECLS

/**
 * yz_map_ground_draw:
 * @areas: sorted
 * @lines: sorted
 * @zoom: fractional
 * @sea: whether what is not land is water
 * @in_runs: shapes of one look are drawn at once: for files, not for drawings that must join without a seam
 *
 * From below: paper, areas by class, watercourses, buildings, boundaries, tunnels, roads from the least to the
 * greatest (all casings before all fills, so that junctions are open), railways, bridges by layer.
 */
void yz_map_ground_draw (cairo_t *cr, const YzMapPalette *palette, const YzMapShapes *areas, const YzMapShapes *lines,
                         double zoom, gboolean sea, gboolean in_runs);

G_END_DECLS
