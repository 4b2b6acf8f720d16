/* Equipment as a section of a page shows it: which pieces, and how many of each sort. Blocking, for workers. */
#pragma once

#include "yz-equipment-verbs.h"
#include "yz-inventory.h"

G_BEGIN_DECLS

/**
 * YzEquipmentFilter:
 * @YZ_EQUIPMENT_FILTER_ALL: what we have, whatever its state
 * @YZ_EQUIPMENT_FILTER_IDLE: what nobody needs where it is
 * @YZ_EQUIPMENT_FILTER_BROKEN: what does not work
 * @YZ_EQUIPMENT_FILTER_LENT: what somebody outside has
 * @YZ_EQUIPMENT_FILTER_DUE: what is to be checked within 30 days
 * @YZ_EQUIPMENT_FILTER_DISPOSED: what we had
 */
typedef enum
{
  YZ_EQUIPMENT_FILTER_ALL,
  YZ_EQUIPMENT_FILTER_IDLE,
  YZ_EQUIPMENT_FILTER_BROKEN,
  YZ_EQUIPMENT_FILTER_LENT,
  YZ_EQUIPMENT_FILTER_DUE,
  YZ_EQUIPMENT_FILTER_DISPOSED,
} YzEquipmentFilter;

#define YZ_N_EQUIPMENT_FILTERS (YZ_EQUIPMENT_FILTER_DISPOSED + 1)

/**
 * YzEquipmentList:
 * @rows: (element-type gint64): of the pieces, by tag; what is idle, or due, by since or until when
 * @counts: how many each filter would leave
 */
typedef struct
{
  GArray *rows;
  gint64 counts[YZ_N_EQUIPMENT_FILTERS];
} YzEquipmentList;

/**
 * yz_equipment_list_read:
 * @wish: (nullable): "(us)": a #YzEquipmentFilter; the id of the only type, or ""
 *
 * A #YzStockReadFunc.
 *
 * Returns: (transfer full) (nullable): a #YzEquipmentList, or %NULL with a %YZ_STORE_ERROR
 */
gpointer yz_equipment_list_read (YzStore *store, const YzInventoryScope *scope, GVariant *wish,
                                 GCancellable *cancellable, GError **error);
void     yz_equipment_list_free (gpointer list);

/**
 * yz_equipment_proposals_read:
 *
 * A #YzStockReadFunc: the proposals of yz_equipment_propose() about the pieces in the scope.
 *
 * Returns: (transfer full) (element-type YzEquipmentProposal) (nullable)
 */
gpointer yz_equipment_proposals_read (YzStore *store, const YzInventoryScope *scope, GVariant *wish,
                                      GCancellable *cancellable, GError **error);

G_END_DECLS
