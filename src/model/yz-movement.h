/*
 * Movements of stock (流水): the ledger. A movement says that a whole number of an item, of one lot if it has lots, went
 * from one place to another. Stock is their sum; none is ever changed. A mistake is taken back by a counter-entry, a
 * movement of the same instant the other way round that names what it takes back.
 */
#pragma once

#include "yz-record.h"

G_BEGIN_DECLS

/**
 * YzMovementType:
 * @YZ_MOVEMENT_OPENING: what was there when the books began
 * @YZ_MOVEMENT_RECEIVE: from the supply
 * @YZ_MOVEMENT_HAND_OUT: to people
 * @YZ_MOVEMENT_GIVE_BACK: from people, unused
 * @YZ_MOVEMENT_MOVE: from a place to another of the same station, also into a slot
 * @YZ_MOVEMENT_SEND: on its way
 * @YZ_MOVEMENT_ARRIVE: from the way
 * @YZ_MOVEMENT_RESERVE: held for a campaign
 * @YZ_MOVEMENT_RELEASE: no longer held
 * @YZ_MOVEMENT_WRITE_OFF: broken, expired, lost
 * @YZ_MOVEMENT_COUNT: counted; see yz_movement_get_counted_place()
 * @YZ_MOVEMENT_ASSEMBLE: parts into kits
 * @YZ_MOVEMENT_TAKE_APART: kits into parts
 * @YZ_MOVEMENT_DISPENSE: out of a slot, as the cabinet told
 */
typedef enum
{
  YZ_MOVEMENT_OPENING,
  YZ_MOVEMENT_RECEIVE,
  YZ_MOVEMENT_HAND_OUT,
  YZ_MOVEMENT_GIVE_BACK,
  YZ_MOVEMENT_MOVE,
  YZ_MOVEMENT_SEND,
  YZ_MOVEMENT_ARRIVE,
  YZ_MOVEMENT_RESERVE,
  YZ_MOVEMENT_RELEASE,
  YZ_MOVEMENT_WRITE_OFF,
  YZ_MOVEMENT_COUNT,
  YZ_MOVEMENT_ASSEMBLE,
  YZ_MOVEMENT_TAKE_APART,
  YZ_MOVEMENT_DISPENSE,
} YzMovementType;

#define YZ_N_MOVEMENT_TYPES (YZ_MOVEMENT_DISPENSE + 1)

/**
 * yz_movement_type_get_nick:
 *
 * Returns: (transfer none): the choice of the field "type"
 */
const char *yz_movement_type_get_nick (YzMovementType type);

/**
 * yz_movement_get_type_of:
 *
 * Returns: the type of a record of kind "movement"
 */
YzMovementType yz_movement_get_type_of (YzRecord *movement);

/**
 * yz_movement_get_counted_place:
 *
 * A count asserts what lies in a place after it. Its other end is the place of differences; its quantity, the
 * difference, may be 0.
 *
 * Returns: (transfer none) (nullable): the id of the place, %NULL if @movement asserts nothing
 */
const char *yz_movement_get_counted_place (YzRecord *movement);

/**
 * yz_movement_new_counter:
 * @id: of the new record
 *
 * Returns: (transfer full): the counter-entry of @movement
 */
YzRecord *yz_movement_new_counter (YzRecord *movement, const char *id);

G_END_DECLS
