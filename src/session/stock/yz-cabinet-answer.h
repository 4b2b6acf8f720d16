/* What the Inventory page shows of smart cabinets. Blocking, for workers. */
#pragma once

#include "yz-cabinets.h"
#include "yz-inventory.h"

G_BEGIN_DECLS

/**
 * YzCabinetAnswer:
 * @cabinets: (element-type YzRecord): those of the place that is chosen, in the order of visits
 * @names: (element-type utf8): what each is called, with its station where there are several
 * @view: (nullable): the one that is looked at
 * @index: which of @cabinets it is
 * @pickups: (element-type YzRecord): what is reserved in it
 * @n_late: how many of these were not picked up in time
 * @n_to_fill: how many slots a round would go to
 */
typedef struct
{
  GPtrArray *cabinets;
  GPtrArray *names;
  YzCabinetView *view;
  guint index;
  GPtrArray *pickups;
  guint n_late;
  guint n_to_fill;
} YzCabinetAnswer;

/**
 * yz_cabinet_answer_read:
 * @wish: (nullable): "s": the id of the cabinet to look at; the first one where it is not among them
 *
 * A #YzStockReadFunc.
 *
 * Returns: (transfer full) (nullable): a #YzCabinetAnswer, or %NULL with a %YZ_STORE_ERROR
 */
gpointer yz_cabinet_answer_read (YzStore *store, const YzInventoryScope *scope, GVariant *wish,
                                 GCancellable *cancellable, GError **error);
void     yz_cabinet_answer_free (gpointer self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzCabinetAnswer, yz_cabinet_answer_free)

/**
 * yz_slot_dup_summary:
 * @today: a Julian day
 *
 * Returns: (transfer full): a line about a slot: its state, until when, when it was last touched
 */
char *yz_slot_dup_summary (const YzSlot *slot, guint32 today);

/**
 * yz_slot_dup_title:
 *
 * Returns: (transfer full): "B5 · medicine 2/3"
 */
char *yz_slot_dup_title (const YzSlot *slot);

/**
 * yz_slot_dup_description:
 * @today: a Julian day
 *
 * Returns: (transfer full): both in one, as it is read out
 */
char *yz_slot_dup_description (const YzSlot *slot, guint32 today);

G_END_DECLS
