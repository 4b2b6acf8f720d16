/*
 * Outlines of districts as they come from files: polygons with holes in flat arrays. They come with faults, so an
 * outline mends what it can while it is filled and counts what it mended; overlaps and gaps between outlines are a
 * fact of life and no fault.
 */
#pragma once

#include "yz-position.h"

G_BEGIN_DECLS

typedef struct _YzOutline YzOutline;

/* What was mended, for the importer's report. */
typedef struct
{
  guint closed;  /* rings whose end did not meet their beginning */
  guint dropped; /* rings of fewer than four points once closed, or with a point off the globe */
} YzOutlineFaults;

/**
 * yz_outline_new:
 *
 * Returns: (transfer full): an outline without a ring
 */
YzOutline *yz_outline_new (void);
void yz_outline_free (YzOutline *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzOutline, yz_outline_free)

/**
 * yz_outline_begin_polygon:
 *
 * The next ring is the outer ring of a new polygon.
 */
void yz_outline_begin_polygon (YzOutline *self);

/**
 * yz_outline_add_ring:
 * @points: (array length=n_points): the first after yz_outline_begin_polygon() is the outer ring, the others are
 *   holes; closed here when open. Repeated points are taken out.
 *
 * Where the outer ring is dropped its holes are dropped with it.
 *
 * Returns: whether the ring was kept
 */
gboolean yz_outline_add_ring (YzOutline *self, const YzPosition *points, guint n_points);

/**
 * yz_outline_get_faults:
 *
 * Returns: (transfer none): what was mended so far
 */
const YzOutlineFaults *yz_outline_get_faults (const YzOutline *self);

/**
 * yz_outline_get_box:
 *
 * Returns: (transfer none): the box of all kept rings, empty without one
 */
const YzBox *yz_outline_get_box (const YzOutline *self);

/**
 * yz_outline_get_n_rings:
 *
 * Returns: how many rings were kept, outer ones and holes
 */
guint yz_outline_get_n_rings (const YzOutline *self);

/**
 * yz_outline_get_ring:
 * @is_hole: (out) (optional): whether the ring cuts out of the polygon before it
 *
 * Returns: (array length=n_points) (transfer none): a closed ring; valid until the outline is changed
 */
const YzPosition *yz_outline_get_ring (const YzOutline *self, guint ring, guint *n_points, gboolean *is_hole);

G_END_DECLS
