/*
 * Places (库位): where stock is or went. Beside those that a person could walk to there are places outside, where
 * goods come from and where they end, so that each movement has two ends and nothing comes out of nothing.
 */
#pragma once

#include "yz-record.h"

G_BEGIN_DECLS

/**
 * YzPlaceType:
 * @YZ_PLACE_STATION: a station as a whole
 * @YZ_PLACE_SHELF: a room or shelf of a station or warehouse
 * @YZ_PLACE_WAREHOUSE: a warehouse
 * @YZ_PLACE_SLOT: a slot of a smart cabinet
 * @YZ_PLACE_CAMPAIGN: what a station holds back for a campaign
 * @YZ_PLACE_TRANSIT: on the way from one place to another
 * @YZ_PLACE_SUPPLY: outside: where goods come from
 * @YZ_PLACE_HANDED_OUT: outside: with the people who were given them
 * @YZ_PLACE_WRITTEN_OFF: outside: broken, expired, lost
 * @YZ_PLACE_DIFFERENCE: outside: what counts found more or less
 * @YZ_PLACE_KITTING: outside: between the parts of a kit and the kit
 */
typedef enum
{
  YZ_PLACE_STATION,
  YZ_PLACE_SHELF,
  YZ_PLACE_WAREHOUSE,
  YZ_PLACE_SLOT,
  YZ_PLACE_CAMPAIGN,
  YZ_PLACE_TRANSIT,
  YZ_PLACE_SUPPLY,
  YZ_PLACE_HANDED_OUT,
  YZ_PLACE_WRITTEN_OFF,
  YZ_PLACE_DIFFERENCE,
  YZ_PLACE_KITTING,
} YzPlaceType;

#define YZ_N_PLACE_TYPES (YZ_PLACE_KITTING + 1)

/**
 * yz_place_type_get_nick:
 *
 * Returns: (transfer none): the choice of the field "type"
 */
const char *yz_place_type_get_nick (YzPlaceType type);

/**
 * yz_place_get_type_of:
 *
 * Returns: the type of a record of kind "place"
 */
YzPlaceType yz_place_get_type_of (YzRecord *place);

/**
 * yz_place_type_is_outside:
 *
 * Returns: whether places of @type hold no stock of ours, and may go below nothing
 */
gboolean yz_place_type_is_outside (YzPlaceType type);

/**
 * yz_place_get_single_id:
 * @type: of a place of which a workspace has one: those outside, and %YZ_PLACE_TRANSIT
 *
 * Returns: (transfer none): its id, the same in every workspace
 */
const char *yz_place_get_single_id (YzPlaceType type);

/**
 * yz_place_find_single:
 * @id: of any place
 * @type: (out): which one it is
 *
 * Returns: whether @id is one of yz_place_get_single_id()
 */
gboolean yz_place_find_single (const char *id, YzPlaceType *type);

/**
 * yz_place_dup_id_of_station:
 *
 * Two desks that both begin to keep the stock of a station thereby make the same place.
 *
 * Returns: (transfer full): the id of the place that is the station as a whole
 */
char *yz_place_dup_id_of_station (const char *station);

/**
 * yz_place_new_of_station:
 * @station: of kind "station"
 *
 * Returns: (transfer full): the place that is the station as a whole; two desks make the same one
 */
YzRecord *yz_place_new_of_station (YzRecord *station);

/**
 * yz_place_new_single:
 *
 * Returns: (transfer full): the record of a place of which there is one
 */
YzRecord *yz_place_new_single (YzPlaceType type);

G_END_DECLS
