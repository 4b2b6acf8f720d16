/*
 * What to bring to smart cabinets on the next round: each slot up to its capacity, of what lies in the stores that the
 * round starts from, what expires first first, within what a cabinet may be given in a month.
 */
#pragma once

#include "yz-stock-pick.h"

G_BEGIN_DECLS

#define YZ_CABINET_NO_CAP (-1)

/**
 * YzCabinetRound:
 * @order: cabinets are visited in ascending order, those of one order as given
 * @store: the store that its station fills it from; see YzRefillLot
 * @cap: what may be filled in a month, in fen; %YZ_CABINET_NO_CAP for any
 * @filled: what was filled this month already, in fen
 *
 * A cabinet.
 */
typedef struct
{
  gint64 order;
  guint store;
  gint64 cap;
  gint64 filled;
} YzCabinetRound;

/**
 * YzCabinetSlot:
 * @cabinet: index of a cabinet
 * @item: a name of the caller's; 0 for a slot without one
 * @capacity: 0 for unknown: nothing is filled
 * @there: how many lie in it, also those that nobody may use any more
 * @unusable: how many of these have expired or were recalled
 * @broken: whether it is out of order
 */
typedef struct
{
  guint cabinet;
  guint32 item;
  gint64 capacity;
  gint64 there;
  gint64 unusable;
  gboolean broken;
} YzCabinetSlot;

/**
 * YzRefillLot:
 * @store: where it lies; a cabinet is filled from its own store, and from stores of %YZ_REFILL_ANY after that
 * @item: what it is
 * @lot: the rest of what is known of it
 * @value: of one, in fen
 */
typedef struct
{
  guint store;
  guint32 item;
  YzStockLot lot;
  gint64 value;
} YzRefillLot;

#define YZ_REFILL_ANY G_MAXUINT

/**
 * YzRefillReason:
 * @YZ_REFILL_DONE: it will be full
 * @YZ_REFILL_NO_ITEM: nobody said what belongs in it, or how many
 * @YZ_REFILL_BROKEN: it is out of order
 * @YZ_REFILL_CAP: the cabinet may not be given more this month
 * @YZ_REFILL_SHORT: there is no more in stock that may be used
 */
typedef enum
{
  YZ_REFILL_DONE,
  YZ_REFILL_NO_ITEM,
  YZ_REFILL_BROKEN,
  YZ_REFILL_CAP,
  YZ_REFILL_SHORT,
} YzRefillReason;

/**
 * YzRefillLine:
 * @slot: index of a slot
 * @lot: index of a lot
 * @quantity: how many of it to put in
 */
typedef struct
{
  guint slot;
  guint lot;
  gint64 quantity;
} YzRefillLine;

/**
 * YzRefillResult:
 * @fill: how many are put in
 * @take_out: how many have to be taken out first
 * @lacking: how many it could hold besides
 * @reason: why it is not full
 */
typedef struct
{
  gint64 fill;
  gint64 take_out;
  gint64 lacking;
  YzRefillReason reason;
} YzRefillResult;

/**
 * YzRefillTask:
 * @today: as a Julian day
 */
typedef struct
{
  const YzCabinetRound *cabinets;
  guint n_cabinets;
  const YzCabinetSlot *slots;
  guint n_slots;
  const YzRefillLot *lots;
  guint n_lots;
  guint32 today;
} YzRefillTask;

/**
 * YzRefillPlan:
 * @visits: (array): the cabinets in the order of the round
 * @results: (array): of each slot
 * @values: (array): of each cabinet: what is filled, in fen
 * @lines: (element-type YzRefillLine): in the order of the round
 */
typedef struct
{
  guint *visits;
  YzRefillResult *results;
  gint64 *values;
  GArray *lines;
} YzRefillPlan;

void yz_refill_plan_free (YzRefillPlan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzRefillPlan, yz_refill_plan_free)

/**
 * yz_refill_plan:
 *
 * Within a cabinet, where the cap may not be enough for all, slots whose goods expire first are filled first, then as
 * given. Of one cabinet each slot is filled as far as the cap allows, so that a cheap item can still go in where a dear
 * one cannot.
 *
 * Returns: (transfer full): the plan
 */
YzRefillPlan *yz_refill_plan (const YzRefillTask *task);

G_END_DECLS
