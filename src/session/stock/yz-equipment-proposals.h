/* Equipment that stands idle, and stations that lack it: which piece should go where. */
#pragma once

#include "yz-store.h"

G_BEGIN_DECLS

/**
 * YzEquipmentProposal:
 * @piece: it is idle
 * @item: its type
 * @from: (nullable): where it is, a station or a place
 * @to: a station that lacks the type
 * @metres: between the two, NAN where a position is unknown
 * @reason: why it lacks it, in words
 */
typedef struct
{
  YzRecord *piece;
  YzRecord *item;
  YzRecord *from;
  YzRecord *to;
  double metres;
  char *reason;
} YzEquipmentProposal;

/**
 * yz_equipment_propose:
 * @today: YYYY-MM-DD
 *
 * A station that is in service or planned lacks a type if it has fewer pieces of it that work than it should have. It
 * should have one if the type is needed for a service that is paused or planned there; as many as a stock level of the
 * season says; as many as the item says for every station. The pieces that have been idle longest come first, each goes
 * to the nearest station that lacks it still. Blocking.
 *
 * Returns: (transfer full) (element-type YzEquipmentProposal) (nullable): or %NULL with an error
 */
GPtrArray *yz_equipment_propose (YzStore *store, const char *today, GCancellable *cancellable, GError **error);

G_END_DECLS
