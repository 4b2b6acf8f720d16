/*
 * Smart cabinets: what is in their slots, and what is done with a slot. Blocking, for the command line, tests and
 * workers.
 */
#pragma once

#include "yz-stock-verbs.h"

G_BEGIN_DECLS

/**
 * YzSlotState:
 * @YZ_SLOT_FINE: enough in it
 * @YZ_SLOT_FREE: nothing belongs in it
 * @YZ_SLOT_LOW: little is left
 * @YZ_SLOT_EXPIRING: some of it expires soon
 * @YZ_SLOT_EXPIRED: some of it may not be used any more, and has to be taken out
 * @YZ_SLOT_EMPTY: nothing is left that may be used
 * @YZ_SLOT_RESERVED: all that is left is promised, or some where nothing else is to be told
 * @YZ_SLOT_BROKEN: out of order
 */
typedef enum
{
  YZ_SLOT_FINE,
  YZ_SLOT_FREE,
  YZ_SLOT_LOW,
  YZ_SLOT_EXPIRING,
  YZ_SLOT_EXPIRED,
  YZ_SLOT_EMPTY,
  YZ_SLOT_RESERVED,
  YZ_SLOT_BROKEN,
} YzSlotState;

/**
 * yz_slot_state_get_title:
 *
 * Returns: (transfer none): a translated word
 */
const char *yz_slot_state_get_title (YzSlotState state);

/**
 * YzSlot:
 * @place: a record of kind "place"
 * @item: (nullable): what belongs in it
 * @capacity: how many of it fit, 0 for unknown
 * @there: what lies in it, of whatever item
 * @unusable: how many of these have expired or were recalled
 * @reserved: how many are promised
 * @expiry: the last day of what expires first of those that may be used, a Julian day; 0 for none
 * @touched: when something was last put in or taken out, 0 for never
 */
typedef struct
{
  YzRecord *place;
  YzRecord *item;
  gint64 capacity;
  gint64 there;
  gint64 unusable;
  gint64 reserved;
  guint32 expiry;
  gint64 touched;
  YzSlotState state;
} YzSlot;

/**
 * YzCabinetView:
 * @columns: slots in a row
 * @slots: (element-type YzSlot): row by row
 * @today: a Julian day
 */
typedef struct
{
  YzRecord *cabinet;
  YzRecord *station;
  guint columns;
  GPtrArray *slots;
  guint32 today;
} YzCabinetView;

void yz_cabinet_view_free (YzCabinetView *view);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzCabinetView, yz_cabinet_view_free)

/**
 * yz_cabinet_read:
 * @cabinet: its id
 * @now: milliseconds since 1970-01-01T00:00Z
 *
 * Returns: (transfer full) (nullable): the cabinet as it is, or %NULL with a %YZ_STORE_ERROR
 */
YzCabinetView *yz_cabinet_read (YzStore *store, const char *cabinet, gint64 now, GError **error);

const YzSlot *yz_cabinet_view_get_slot (const YzCabinetView *view, guint index);

/**
 * yz_cabinet_list:
 * @station: (nullable): only of this station
 *
 * Returns: (transfer full) (element-type YzRecord) (nullable): records of kind "cabinet" in the order of visits
 */
GPtrArray *yz_cabinet_list (YzStore *store, const char *station, GError **error);

/**
 * yz_cabinet_find_slot:
 * @name: as somebody wrote it: "B5", "b-05", or its number in the order of visits
 *
 * Returns: (transfer none) (nullable): the slot
 */
const YzSlot *yz_cabinet_find_slot (const YzCabinetView *view, const char *name);

/**
 * yz_cabinet_make:
 * @code: (nullable): by which its maker calls it
 * @rows, @columns: at least 1; slots are called A1, A2 … B1 …
 * @monthly_cap: in fen, -1 for none
 *
 * Returns: (transfer full) (nullable): the edit, or %NULL with %YZ_MODEL_ERROR_RANGE
 */
YzEdit *yz_cabinet_make (YzStore *store, const char *name, const char *code, const char *station, guint rows,
                         guint columns, gint64 monthly_cap, GError **error);

/**
 * yz_slot_make_assignment:
 * @slot: the id of its place
 * @item: (nullable): what belongs in it, an id
 * @capacity: how many fit
 *
 * Returns: (transfer full) (nullable): the edit, or %NULL with %YZ_MODEL_ERROR_TRANSITION while something else is in it
 */
YzEdit *yz_slot_make_assignment (YzStore *store, const char *slot, const char *item, gint64 capacity, GError **error);

/**
 * yz_slot_make_broken:
 * @reason: (nullable): what is broken; %NULL when it works again
 */
YzEdit *yz_slot_make_broken (YzStore *store, const char *slot, const char *reason, GError **error);

/**
 * yz_slot_make_refill:
 * @from: the id of a station or place; the station of the cabinet where it is %NULL
 *
 * Puts in what expires first.
 *
 * Returns: (transfer full) (nullable): the edit, or %NULL with %YZ_STORE_ERROR_SHORT, %YZ_MODEL_ERROR_RANGE for more
 *   than fits, %YZ_MODEL_ERROR_TRANSITION for a slot that cannot be filled
 */
YzEdit *yz_slot_make_refill (YzStore *store, const char *slot, const char *from, gint64 quantity,
                             const YzStockNote *note, GError **error);

/**
 * yz_slot_make_clearance:
 *
 * Takes out and writes off what may not be used any more.
 */
YzEdit *yz_slot_make_clearance (YzStore *store, const char *slot, const YzStockNote *note, GError **error);

G_END_DECLS
