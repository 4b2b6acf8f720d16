/* Baidu's Mercator: a polynomial of sixth degree per band of latitude. Private to this folder. */
#pragma once

#include "yz-position.h"

G_BEGIN_DECLS

/**
 * yz_bd09mc_is_valid:
 *
 * Returns: whether @metres (x in lon, y in lat) lies where the polynomials are defined
 */
gboolean yz_bd09mc_is_valid (YzPosition metres);

/**
 * yz_bd09mc_from_degrees:
 * @degrees: BD-09
 *
 * Returns: x in lon, y in lat, metres
 */
YzPosition yz_bd09mc_from_degrees (YzPosition degrees);

/**
 * yz_bd09mc_to_degrees:
 * @metres: x in lon, y in lat
 *
 * Returns: BD-09; the exact inverse of yz_bd09mc_from_degrees(), where the published one misses by 2 cm
 */
YzPosition yz_bd09mc_to_degrees (YzPosition metres);

G_END_DECLS
