/* What one drawing reads from a basemap's table: shapes in view pixels, in flat arrays. */
#pragma once

#include "yz-carto-gdal-private.h"
#include "yz-map-class-private.h"
#include "yz-map-view.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id; /* of the row: equal in every drawing */
  YzMapClass class;
  int zoom;
  int flags;
  int layer;
  const char *name; /* (nullable) */
  const char *note; /* (nullable) */
  guint first_ring; /* index into the rings */
  guint n_rings;
} YzMapShape;

typedef struct
{
  GArray *points; /* of double, pairs: pixels from the view's upper left */
  GArray *rings;  /* of guint: index of the pair after the ring's last; holes turn against their outer ring */
  GArray *shapes; /* of YzMapShape */
  GStringChunk *texts;
} YzMapShapes;

/**
 * yz_map_shapes_new:
 *
 * Returns: (transfer full): no shapes yet
 */
YzMapShapes *yz_map_shapes_new (void);

void yz_map_shapes_free (YzMapShapes *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzMapShapes, yz_map_shapes_free)

/**
 * yz_map_shapes_read:
 * @table: of a basemap file
 * @margin: pixels around the view that are read too
 * @zoom: rows for larger zoom levels are left out
 *
 * Appends the table's rows that touch the view.
 */
void yz_map_shapes_read (YzMapShapes *self, OGRLayerH table, const YzMapView *view, double margin, int zoom);

/**
 * yz_map_shapes_clip:
 * @box: in pixels
 * @closed: whether the shapes are areas
 *
 * Cuts off what lies outside of @box, and drops points that nobody sees: what is written to a file is paid for by the
 * point. A line may become several rings. Dashes begin anew at the cut, so this is not for neighbouring drawings.
 */
void yz_map_shapes_clip (YzMapShapes *self, const YzMapBox *box, gboolean closed);

/**
 * yz_map_shapes_sort:
 *
 * Brings the shapes into the order of drawing: by layer, class and id.
 */
void yz_map_shapes_sort (YzMapShapes *self);

static inline const YzMapShape *
yz_map_shapes_get (const YzMapShapes *self, guint index)
{
  return &g_array_index (self->shapes, YzMapShape, index);
}

/**
 * yz_map_shapes_get_ring:
 * @ring: counted over all shapes
 * @n_points: (out): of the ring
 *
 * Returns: (transfer none): its pairs
 */
const double *yz_map_shapes_get_ring (const YzMapShapes *self, guint ring, guint *n_points);

G_END_DECLS
