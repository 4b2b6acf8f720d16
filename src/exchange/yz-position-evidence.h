/* What a list's positions say about themselves: which datum they are in, and which of them lie in another city. */
#pragma once

#include "yz-datum.h"

G_BEGIN_DECLS

/**
 * YzDatumEvidence:
 * @n: positions that could be compared
 * @datum: the datum under which they lie nearest
 * @metres: for each datum the median distance
 * @certain: whether there are enough of them and the others are clearly worse
 */
typedef struct
{
  guint n;
  YzDatum datum;
  double metres[YZ_N_DATUMS];
  gboolean certain;
} YzDatumEvidence;

/**
 * yz_datum_weigh:
 * @raw: positions as the list has them, in degrees
 * @known: the same places in WGS-84
 */
void yz_datum_weigh (const YzPosition *raw, const YzPosition *known, guint n, YzDatumEvidence *evidence);

/**
 * YzGroupedPosition:
 * @row: the caller's number for it
 * @group: any number that places of one city or district share, 0 where nothing says which that is
 * @metres: (out): from the middle of its group
 * @astray: (out): whether it surely does not belong there
 */
typedef struct
{
  guint row;
  guint64 group;
  YzPosition position;
  double metres;
  gboolean astray;
} YzGroupedPosition;

/**
 * yz_positions_find_astray:
 * @positions: (element-type YzGroupedPosition): with a position each; reordered
 *
 * A place is astray if it lies more than 60 km and more than eight times as far as the median from the middle of its
 * group of three or more, and either 300 km away or in the middle of another group: some districts lie a long way
 * from their city. The middle is the median, which single mistakes do not move.
 */
void yz_positions_find_astray (GArray *positions);

G_END_DECLS
