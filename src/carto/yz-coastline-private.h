/*
 * OpenStreetMap has no seas, only coastlines with the land on their left. This turns those of an extract and the
 * extract's edge into areas of sea.
 */
#pragma once

#include "yz-carto-gdal-private.h"

G_BEGIN_DECLS

typedef struct _YzCoastline YzCoastline;

/**
 * yz_coastline_new:
 *
 * Returns: (transfer full): no coast yet
 */
YzCoastline *yz_coastline_new (void);

void yz_coastline_free (YzCoastline *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzCoastline, yz_coastline_free)

/**
 * yz_coastline_add:
 * @line: a piece of coast, Web Mercator; copied
 */
void yz_coastline_add (YzCoastline *self, OGRGeometryH line);

/**
 * yz_coastline_add_island:
 * @polygon: a coast that is closed, which GDAL hands out as an area
 */
void yz_coastline_add_island (YzCoastline *self, OGRGeometryH polygon);

/**
 * yz_coastline_make_sea:
 * @bounds: what the extract covers, Web Mercator
 *
 * A coast that breaks off inside @bounds bounds no sea.
 *
 * Returns: (transfer full) (nullable): polygons, %NULL where there is no coast
 */
OGRGeometryH yz_coastline_make_sea (YzCoastline *self, const OGREnvelope *bounds);

G_END_DECLS
