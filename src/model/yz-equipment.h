/*
 * Pieces of equipment (设备): things with a tag that stay, in contrast to stock. A piece is at a station, or at a place
 * that belongs to none, such as a warehouse; its type is an item of the category "equipment". What happened to it is
 * the history of its record.
 */
#pragma once

#include "yz-record.h"

G_BEGIN_DECLS

/**
 * YzEquipmentState:
 * @YZ_EQUIPMENT_IN_USE: it serves where it is
 * @YZ_EQUIPMENT_IDLE: it works, and nobody needs it where it is
 * @YZ_EQUIPMENT_BROKEN: it does not work
 * @YZ_EQUIPMENT_LENT: somebody outside has it
 * @YZ_EQUIPMENT_DISPOSED: it is gone: scrapped, given away, lost
 */
typedef enum
{
  YZ_EQUIPMENT_IN_USE,
  YZ_EQUIPMENT_IDLE,
  YZ_EQUIPMENT_BROKEN,
  YZ_EQUIPMENT_LENT,
  YZ_EQUIPMENT_DISPOSED,
} YzEquipmentState;

#define YZ_N_EQUIPMENT_STATES (YZ_EQUIPMENT_DISPOSED + 1)

/**
 * yz_equipment_state_get_nick:
 *
 * Returns: (transfer none): the choice of the field "state"
 */
const char *yz_equipment_state_get_nick (YzEquipmentState state);

/**
 * yz_equipment_get_state:
 *
 * Returns: the state of a record of kind "equipment"
 */
YzEquipmentState yz_equipment_get_state (YzRecord *piece);

G_END_DECLS
