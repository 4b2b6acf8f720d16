/*
 * What is done with pieces of equipment. Each verb makes one edit, of one piece or of many; what happened to a piece is
 * the history of its record.
 */
#pragma once

#include "yz-equipment.h"
#include "yz-store.h"

G_BEGIN_DECLS

/**
 * YzEquipmentVerb:
 * @YZ_EQUIPMENT_LEND: somebody outside takes it
 * @YZ_EQUIPMENT_GIVE_BACK: what was lent is in use again
 * @YZ_EQUIPMENT_BREAK: it does not work any more
 * @YZ_EQUIPMENT_REPAIR: it works again
 * @YZ_EQUIPMENT_SET_ASIDE: nobody needs it where it is
 * @YZ_EQUIPMENT_PUT_TO_USE: somebody needs it
 * @YZ_EQUIPMENT_CHECK: it was checked, and will be again
 * @YZ_EQUIPMENT_DISPOSE: it leaves the books
 */
typedef enum
{
  YZ_EQUIPMENT_LEND,
  YZ_EQUIPMENT_GIVE_BACK,
  YZ_EQUIPMENT_BREAK,
  YZ_EQUIPMENT_REPAIR,
  YZ_EQUIPMENT_SET_ASIDE,
  YZ_EQUIPMENT_PUT_TO_USE,
  YZ_EQUIPMENT_CHECK,
  YZ_EQUIPMENT_DISPOSE,
} YzEquipmentVerb;

#define YZ_N_EQUIPMENT_VERBS (YZ_EQUIPMENT_DISPOSE + 1)

/**
 * YzEquipmentNote:
 * @day: when, YYYY-MM-DD
 * @reason: (nullable): why; required for breaking and disposing
 * @lent_to: (nullable): required for lending
 * @until: (nullable): when it will be given back or, of a check, when the next one is due; without, a check says this
 *   by itself if the piece has an interval
 */
typedef struct
{
  const char *day;
  const char *reason;
  const char *lent_to;
  const char *until;
} YzEquipmentNote;

/**
 * yz_equipment_verb_get_nick:
 *
 * Returns: (transfer none): the verb in one word of ASCII: "lend", "give-back", "break", "repair", "set-aside",
 *   "put-to-use", "check", "dispose"
 */
const char *yz_equipment_verb_get_nick (YzEquipmentVerb verb);

/**
 * yz_equipment_verb_get_label:
 *
 * Returns: (transfer none): the msgid of what is done
 */
const char *yz_equipment_verb_get_label (YzEquipmentVerb verb);

/**
 * yz_equipment_verb_fits:
 *
 * Returns: whether it can be done with a piece in the state of @piece
 */
gboolean yz_equipment_verb_fits (YzEquipmentVerb verb, YzRecord *piece);

/**
 * yz_equipment_make:
 * @pieces: (element-type YzRecord): as they were read
 *
 * Returns: (transfer full) (nullable): the edit, or %NULL with %YZ_MODEL_ERROR_TRANSITION or %YZ_MODEL_ERROR_REQUIRED
 */
YzEdit *yz_equipment_make (YzEquipmentVerb verb, GPtrArray *pieces, const YzEquipmentNote *note, GError **error);

/**
 * yz_equipment_make_move:
 * @pieces: (element-type YzRecord): as they were read
 * @where: an id of a station or of a place
 * @day: (nullable): YYYY-MM-DD: what was idle is put to use where it comes; %NULL leaves its state as it is
 *
 * Blocking.
 *
 * Returns: (transfer full) (nullable): the edit, or %NULL with an error
 */
YzEdit *yz_equipment_make_move (YzStore *store, GPtrArray *pieces, const char *where, const char *day, GError **error);

/**
 * yz_equipment_make_move_to:
 * @where: a station or a place
 *
 * The same without reading.
 *
 * Returns: (transfer full): the edit
 */
YzEdit *yz_equipment_make_move_to (GPtrArray *pieces, YzRecord *where, const char *day);

/**
 * yz_equipment_set_where:
 * @piece: changed
 * @where: a station, a place, or %NULL for nowhere known
 *
 * The shelf of a station is told beside it; the place that is the station as a whole is the station.
 */
void yz_equipment_set_where (YzRecord *piece, YzRecord *where);

G_END_DECLS
