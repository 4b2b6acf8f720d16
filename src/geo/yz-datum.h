/*
 * The coordinate systems in which Chinese lists come, and WGS-84, in which everything is kept.
 *
 * GCJ-02 (Amap, Tencent) shifts WGS-84 by up to 700 m; BD-09 (Baidu) shifts GCJ-02 once more; BD-09MC is BD-09 in
 * Baidu's own Mercator metres. None of them is published officially: the formulas are those that the field's
 * libraries (eviltransform, gcoord, coordtransform) agree on.
 *
 * Outside the box 72.004-137.8347°E, 0.8293-55.8271°N every system equals WGS-84, as those libraries have it. It is
 * a box, not an outline: Hong Kong, Macau and Taiwan are shifted, as on Chinese maps, but so are Seoul, Hanoi and
 * Ulaanbaatar, which no Chinese list holds. At the edge of the box a position may jump by the shift.
 */
#pragma once

#include "yz-position.h"

G_BEGIN_DECLS

typedef enum
{
  YZ_DATUM_WGS84,
  YZ_DATUM_GCJ02,
  YZ_DATUM_BD09,
  YZ_DATUM_BD09MC, /* metres: lon holds x, lat holds y */
} YzDatum;

#define YZ_N_DATUMS 4

/**
 * yz_datum_convert:
 * @position: in @from
 *
 * The inverses are iterated: there and back again ends within 1 mm inside China. Numbers that are no position
 * (NaN, out of range) come back as they are.
 *
 * Returns: @position in @to
 */
YzPosition yz_datum_convert (YzPosition position, YzDatum from, YzDatum to);

/**
 * yz_datum_get_name:
 *
 * Returns: "WGS-84", "GCJ-02", "BD-09" or "BD-09MC"
 */
const char *yz_datum_get_name (YzDatum datum);

/**
 * yz_datum_from_name:
 * @name: as people write it: "wgs84", "GCJ-02", "EPSG:4326", "火星坐标", "高德", "百度", …
 *
 * Returns: whether @name names a system
 */
gboolean yz_datum_from_name (const char *name, YzDatum *datum);

/* What the numbers of a pair say about themselves. */
typedef enum
{
  YZ_PAIR_IMPLAUSIBLE, /* no place in China in either order */
  YZ_PAIR_LON_LAT,     /* degrees: 73-136, 3-54 */
  YZ_PAIR_LAT_LON,     /* degrees, swapped */
  YZ_PAIR_METRES,      /* x, y: BD-09MC; Web Mercator looks the same, some 20 km off */
  YZ_PAIR_METRES_SWAPPED,
} YzPairShape;

/**
 * yz_datum_guess_pair:
 *
 * China's ranges of longitude and latitude do not overlap, so the order of two degrees is certain. Which of
 * WGS-84, GCJ-02 and BD-09 they are cannot be seen in the numbers: that must be stated or measured against
 * known addresses.
 *
 * Returns: the shape of one pair
 */
YzPairShape yz_datum_guess_pair (double first, double second);

G_END_DECLS
