/* The card of a station in a guide: number, name, hours, address, how to get in, services, week, telephone, code. */
#pragma once

#include "yz-block.h"
#include "yz-guide-content.h"

G_BEGIN_DECLS

/**
 * YzStationCardOptions:
 * @hide_code: no code to be scanned
 * @photo: the station's photo, where there is one
 * @cell: (nullable): its square on the map, "C1"
 * @map: (nullable): a small map, for an edition with one each; drawn to fill its place
 *
 * What a card shows besides the station's own facts.
 */
typedef struct
{
  gboolean hide_code;
  gboolean photo;
  const char *cell;
  YzBlock *map;
} YzStationCardOptions;

/**
 * yz_station_card_block_new:
 * @station: must live longer
 * @options: (nullable): @map of them is given a reference to
 *
 * From 80 mm on the card has two columns; below, its parts are stacked. It leads to its record, has the margin bar
 * where the station changed, and the anchor of yz_station_card_get_anchor().
 *
 * Returns: (transfer full): the card
 */
YzBlock *yz_station_card_block_new (const YzGuideStation *station, const YzStationCardOptions *options);

/**
 * yz_station_card_get_anchor:
 *
 * Returns: (transfer full): what an index refers to a card by
 */
char *yz_station_card_get_anchor (const YzGuideStation *station);

G_END_DECLS
