/*
 * What is done with stock. Each verb makes one edit, of movements and of what they need: lots that come in, places that
 * are new. The edit is applied like any other, and undo takes it back by counter-entries.
 *
 * All of them read the workspace: blocking, for the command line, tests and workers.
 */
#pragma once

#include "yz-store.h"

G_BEGIN_DECLS

/**
 * YzStockNote:
 * @at: when it happened, milliseconds since 1970-01-01T00:00Z
 * @document: (nullable): the number of a delivery note, a slip
 * @handler: (nullable): who did it
 * @recipient: (nullable): who was given it
 * @campaign: (nullable): for which campaign
 * @reason: (nullable): required where the verb says so
 * @people: how many people were given something, 0 for unknown; it is written once, at the first movement
 * @forced: whether it happened although the books have less; a reason is required
 *
 * What is said about movements beside what moved.
 */
typedef struct
{
  gint64 at;
  const char *document;
  const char *handler;
  const char *recipient;
  const char *campaign;
  const char *reason;
  gint64 people;
  gboolean forced;
} YzStockNote;

/**
 * YzStockLine:
 * @item: an id
 * @lot: (nullable): an id; without one the lots that expire first are taken
 * @quantity: in the item's unit, at least 1
 * @place: (nullable): the id of the place where it lies, if the verb is told of a station with several
 */
typedef struct
{
  const char *item;
  const char *lot;
  gint64 quantity;
  const char *place;
} YzStockLine;

/**
 * YzStockArrival:
 * @item: an id
 * @quantity: in the item's unit, at least 1
 * @lot: (nullable): the number on the box; a lot of the item that has it already is added to
 * @expiry: (nullable): the last day of use, YYYY-MM-DD; required where the item says so
 * @source: (nullable): a choice of the field "source" of lots
 * @supplier: (nullable): supplier or donor
 * @cost: of one unit in fen, -1 for unknown
 *
 * A line of a receipt.
 */
typedef struct
{
  const char *item;
  gint64 quantity;
  const char *lot;
  const char *expiry;
  const char *source;
  const char *supplier;
  gint64 cost;
} YzStockArrival;

/**
 * yz_stock_make_receipt:
 * @place: an id of a place or of a station
 *
 * Returns: (transfer full) (nullable): the edit, or %NULL with %YZ_MODEL_ERROR_REQUIRED where an expiry is missing
 */
YzEdit *yz_stock_make_receipt (YzStore *store, const char *place, const YzStockArrival *arrivals, guint n_arrivals,
                               const YzStockNote *note, GError **error);

/**
 * yz_stock_make_hand_out:
 * @place: an id of a place or of a station
 *
 * Gives to people. Of an item without a lot those that expire first are taken. A lot that is chosen though another
 * expires first, or that has expired or was recalled, needs a reason.
 *
 * Returns: (transfer full) (nullable): the edit, or %NULL with %YZ_STORE_ERROR_SHORT where there is too little that may
 *   be used, %YZ_MODEL_ERROR_REQUIRED where a reason is missing
 */
YzEdit *yz_stock_make_hand_out (YzStore *store, const char *place, const YzStockLine *lines, guint n_lines,
                                const YzStockNote *note, GError **error);

/**
 * yz_stock_make_write_off:
 *
 * Takes off the books what is broken, expired or lost. It always needs a reason; of an item without a lot, what has
 * expired and then what expires first is taken.
 *
 * Returns: (transfer full) (nullable): as yz_stock_make_hand_out()
 */
YzEdit *yz_stock_make_write_off (YzStore *store, const char *place, const YzStockLine *lines, guint n_lines,
                                 const YzStockNote *note, GError **error);

/**
 * yz_stock_make_return:
 *
 * Takes back from people what they did not use.
 *
 * Returns: (transfer full) (nullable): the edit, or %NULL with a %YZ_STORE_ERROR
 */
YzEdit *yz_stock_make_return (YzStore *store, const char *place, const YzStockLine *lines, guint n_lines,
                              const YzStockNote *note, GError **error);

/**
 * yz_stock_make_move:
 * @from, @to: ids of places or of stations; a place that holds for a campaign makes it a reservation, or its end
 *
 * Moves at once, without a way between.
 *
 * Returns: (transfer full) (nullable): as yz_stock_make_hand_out()
 */
YzEdit *yz_stock_make_move (YzStore *store, const char *from, const char *to, const YzStockLine *lines, guint n_lines,
                            const YzStockNote *note, GError **error);

/**
 * yz_stock_make_transfer:
 * @number: (nullable): of the slip, which no other may have that was not taken back; %NULL for one that is free
 * @due: (nullable): when it is expected, YYYY-MM-DD
 *
 * Sends from one place to another: until it is received, it is on the way.
 *
 * Returns: (transfer full) (nullable): as yz_stock_make_hand_out()
 */
YzEdit *yz_stock_make_transfer (YzStore *store, const char *number, const char *from, const char *to, const char *due,
                                const YzStockLine *lines, guint n_lines, const YzStockNote *note, GError **error);

/**
 * YzStockSent:
 * @item: an id
 * @lot: (nullable): an id
 * @quantity: how many of it are on the way
 */
typedef struct
{
  char *item;
  char *lot;
  gint64 quantity;
} YzStockSent;

/**
 * yz_stock_read_sent:
 * @transfer: its id
 *
 * Returns: (transfer full) (element-type YzStockSent) (nullable): what is still on the way, or %NULL with a
 *   %YZ_STORE_ERROR
 */
GPtrArray *yz_stock_read_sent (YzStore *store, const char *transfer, GError **error);

/**
 * yz_stock_read_is_on_way:
 * @transfer: the id of one that is not closed
 * @is_on_way: (out): whether anything is: nothing is left of a transfer that was taken back but its slip
 *
 * Returns: %FALSE with a %YZ_STORE_ERROR
 */
gboolean yz_stock_read_is_on_way (YzStore *store, const char *transfer, gboolean *is_on_way, GError **error);

/**
 * yz_stock_make_arrival:
 * @transfer: its id
 * @lines: what came; a lot has to be named where the item was sent in several
 *
 * Receives a transfer and closes it. What was sent and did not come is written off, what came beyond it is a
 * difference; either needs a reason.
 *
 * Returns: (transfer full) (nullable): the edit, or %NULL with %YZ_MODEL_ERROR_REQUIRED without that reason,
 *   %YZ_MODEL_ERROR_TRANSITION for what came already or was taken back
 */
YzEdit *yz_stock_make_arrival (YzStore *store, const char *transfer, const YzStockLine *lines, guint n_lines,
                               const YzStockNote *note, GError **error);

G_END_DECLS
