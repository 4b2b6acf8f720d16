/*
 * A round of the smart cabinets: what to bring to which slot, read from the workspace, and carried out. Blocking, for
 * the command line, tests and workers.
 */
#pragma once

#include "yz-cabinet-refill.h"
#include "yz-cabinets.h"
#include "yz-stock-lots.h"

G_BEGIN_DECLS

/**
 * YzRefillRound:
 * @cabinets: (element-type YzCabinetView): the indexes of cabinets that the plan means
 * @filled: (element-type gint64): of each: what was filled in this month already, in fen
 * @slots: (element-type YzSlot): of all cabinets, the indexes that the plan means; owned by @cabinets
 * @lots: what there is to fill with, the indexes that the plan means
 * @values: (element-type gint64): of one of each lot, in fen
 */
typedef struct
{
  GPtrArray *cabinets;
  GArray *filled;
  GPtrArray *slots;
  GPtrArray *lots;
  GArray *values;
  YzRefillPlan *plan;
} YzRefillRound;

/**
 * YzRefillSource:
 * @item, @lot, @place: records; @lot is %NULL for what has none
 *
 * Goods to fill with.
 */
typedef struct
{
  YzRecord *item;
  YzRecord *lot;
  YzRecord *place;
} YzRefillSource;

void yz_refill_round_free (YzRefillRound *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzRefillRound, yz_refill_round_free)

/**
 * yz_refill_round_read:
 * @cabinet: (nullable): only this one
 * @station: (nullable): only those of this station
 * @warehouse: (nullable): the id of a place from which cabinets are filled where their stations have too little
 *
 * A lot is worth what it cost, or what its item is worth where that is not known.
 *
 * Returns: (transfer full) (nullable): the plan for now, or %NULL with an error
 */
YzRefillRound *yz_refill_round_read (YzStore *store, const char *cabinet, const char *station, const char *warehouse,
                                     gint64 now, GCancellable *cancellable, GError **error);

const YzCabinetView  *yz_refill_round_get_cabinet (const YzRefillRound *self, guint index);
const YzSlot         *yz_refill_round_get_slot (const YzRefillRound *self, guint index);
const YzRefillSource *yz_refill_round_get_source (const YzRefillRound *self, guint index);

/**
 * yz_refill_round_find_cabinet:
 *
 * Returns: the index of the cabinet that a slot is of
 */
guint yz_refill_round_find_cabinet (const YzRefillRound *self, guint slot);

/**
 * yz_refill_reason_get_text:
 *
 * Returns: (transfer none): why a slot is not full, translated
 */
const char *yz_refill_reason_get_text (YzRefillReason reason);

/**
 * yz_refill_round_make:
 *
 * Takes out and writes off what has expired in the slots, and fills what the plan says.
 *
 * Returns: (transfer full) (nullable): the edit, or %NULL with an error
 */
YzEdit *yz_refill_round_make (const YzRefillRound *self, YzStore *store, const YzStockNote *note, GError **error);

G_END_DECLS
