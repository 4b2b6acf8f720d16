/* Which district a position lies in, for many positions. */
#pragma once

#include "yz-outline.h"

G_BEGIN_DECLS

#define YZ_DISTRICT_NONE G_MAXUINT

typedef struct _YzDistrictIndex YzDistrictIndex;

/**
 * yz_district_index_new:
 * @outlines: (array length=n_outlines): need not outlive the call
 *
 * Rings that cross themselves are made valid (even-odd). An index belongs to one thread at a time.
 *
 * Returns: (transfer full): an index; outlines without a polygon hold nothing
 */
YzDistrictIndex *yz_district_index_new (const YzOutline *const *outlines, guint n_outlines);

void yz_district_index_free (YzDistrictIndex *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzDistrictIndex, yz_district_index_free)

/**
 * yz_district_index_find:
 *
 * A border belongs to both its districts. Where outlines overlap, the first in the order given has the position, so
 * that every station is counted once.
 *
 * Returns: the number of the outline, or %YZ_DISTRICT_NONE in a gap
 */
guint yz_district_index_find (YzDistrictIndex *self, YzPosition position);

/**
 * yz_district_index_count:
 * @positions: (array length=n_positions)
 * @counts: (out caller-allocates): one more than there are outlines: the last counts the positions in no district.
 *   The sum is always @n_positions.
 */
void yz_district_index_count (YzDistrictIndex *self, const YzPosition *positions, guint n_positions, guint *counts);

G_END_DECLS
