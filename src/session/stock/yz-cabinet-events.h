/*
 * What smart cabinets told: the maker's list is read and compared with what is known, then written down in one action.
 * The same list again changes nothing. Blocking, for the command line, tests and workers.
 */
#pragma once

#include "yz-stock-verbs.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * YzCabinetEventStatus:
 * @YZ_CABINET_EVENT_NEW: will be written down
 * @YZ_CABINET_EVENT_KNOWN: was written down before
 * @YZ_CABINET_EVENT_TAKEN_BACK: was written down before, and its movements were taken back
 * @YZ_CABINET_EVENT_REFUSED: says something that nobody knows
 */
typedef enum
{
  YZ_CABINET_EVENT_NEW,
  YZ_CABINET_EVENT_KNOWN,
  YZ_CABINET_EVENT_TAKEN_BACK,
  YZ_CABINET_EVENT_REFUSED,
} YzCabinetEventStatus;

#define YZ_N_CABINET_EVENT_STATUSES (YZ_CABINET_EVENT_REFUSED + 1)

/**
 * yz_cabinet_event_status_get_title:
 *
 * Returns: (transfer none): a translated word
 */
const char *yz_cabinet_event_status_get_title (YzCabinetEventStatus status);

/**
 * YzCabinetEventRow:
 * @number: of the row in the file
 * @problem: (nullable): why it is refused, a translated sentence
 * @record: (nullable): the event as it will be, or is; %NULL where it is refused
 * @slot: (nullable): where
 * @item: (nullable): what
 * @pickup: (nullable): the reservation that it was
 * @is_counted: whether the slot was counted since: the count knew of it already, so nothing moves
 */
typedef struct
{
  guint number;
  YzCabinetEventStatus status;
  char *problem;
  YzRecord *record;
  YzRecord *slot;
  YzRecord *item;
  YzRecord *pickup;
  gboolean is_counted;
} YzCabinetEventRow;

/**
 * YzCabinetEvents:
 * @source: the name of the file
 * @rows: (element-type YzCabinetEventRow): in the order of the file
 * @counts: how many rows have each status
 */
typedef struct
{
  char *source;
  GPtrArray *rows;
  guint counts[YZ_N_CABINET_EVENT_STATUSES];
} YzCabinetEvents;

void yz_cabinet_events_free (YzCabinetEvents *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzCabinetEvents, yz_cabinet_events_free)

/**
 * yz_cabinet_events_read:
 * @path: of a file: CSV, a spreadsheet or JSON
 * @cabinet: (nullable): the id of the cabinet that is meant where a row names none
 *
 * Returns: (transfer full) (nullable): the rows, or %NULL with an error if the file is no such list
 */
YzCabinetEvents *yz_cabinet_events_read (YzStore *store, const char *path, const char *cabinet, gint64 now,
                                         GCancellable *cancellable, GError **error);

const YzCabinetEventRow *yz_cabinet_events_get_row (const YzCabinetEvents *self, guint index);

/**
 * yz_cabinet_events_make:
 * @again: whether what was taken back comes into effect again
 *
 * Writes down what is new. What was given out is gone from its slot: that happened, also where the books had less.
 *
 * Returns: (transfer full) (nullable): the edit, without any change if nothing is new; %NULL with an error
 */
YzEdit *yz_cabinet_events_make (const YzCabinetEvents *self, YzStore *store, gboolean again, const char *handler,
                                GCancellable *cancellable, GError **error);

G_END_DECLS
