/*
 * Putting movements into an edit: what the verbs of stock share. Blocking.
 */
#pragma once

#include "yz-movement.h"
#include "yz-place.h"
#include "yz-stock-verbs.h"

G_BEGIN_DECLS

/**
 * YzStockMoving:
 *
 * An edit under way: the workspace, what was said about all movements, and the movements made so far.
 */
typedef struct
{
  YzStore *store;
  YzEdit *edit;
  const YzStockNote *note;
  const char *transfer;  /* (nullable) */
  const char *stocktake; /* (nullable) */
} YzStockMoving;

/**
 * yz_stock_moving_dup_place:
 * @id: of a place or of a station
 *
 * Returns: (transfer full) (nullable): the id of the place, which is made if it is that of a station or a single one
 *   and not there yet; %NULL with an error
 */
char *yz_stock_moving_dup_place (YzStockMoving *self, const char *id, GError **error);

/**
 * yz_stock_moving_add:
 * @lot: (nullable): an id
 * @source, @target: ids of places
 *
 * Returns: (transfer none): the movement, to which more may be added
 */
YzRecord *yz_stock_moving_add (YzStockMoving *self, YzMovementType type, const char *item, const char *lot,
                               gint64 quantity, const char *source, const char *target);

/**
 * YzStockTaking:
 * @YZ_STOCK_TAKING_USABLE: what may be used, what expires first first
 * @YZ_STOCK_TAKING_WORST: what may not be used first
 */
typedef enum
{
  YZ_STOCK_TAKING_USABLE,
  YZ_STOCK_TAKING_WORST,
} YzStockTaking;

/**
 * yz_stock_moving_take:
 *
 * Adds the movements that take @line out of @source, a movement for each lot.
 *
 * Returns: %FALSE with %YZ_STORE_ERROR_SHORT or %YZ_MODEL_ERROR_REQUIRED
 */
gboolean yz_stock_moving_take (YzStockMoving *self, YzMovementType type, const YzStockLine *line, YzStockTaking taking,
                               const char *source, const char *target, GError **error);

/**
 * yz_stock_moving_choose_lot:
 * @arrival: its lot and expiry say which lot is meant; without a number the day of expiry is what it is called
 * @id: (out) (transfer full) (nullable): %NULL where neither is said
 *
 * Finds the lot of that number, or makes it. One number with two expiry dates is two lots.
 */
gboolean yz_stock_moving_choose_lot (YzStockMoving *self, const YzStockArrival *arrival, char **id, GError **error);

/**
 * yz_stock_moving_take_loose:
 * @line: its lot does not count
 * @holder: the id of a station, whose rooms and shelves count too, or of a place
 *
 * As yz_stock_moving_take(), from wherever at @holder it may be taken (yz_stock_lots_read_loose()), never more than
 * the books have.
 */
gboolean yz_stock_moving_take_loose (YzStockMoving *self, YzMovementType type, const YzStockLine *line,
                                     const char *holder, const char *target, GError **error);

/**
 * yz_stock_moving_send:
 * @number: (nullable): as in yz_stock_make_transfer()
 * @from, @to: ids of places or of stations
 * @due: (nullable): when it is expected, YYYY-MM-DD
 *
 * Adds a transfer and the movements that put it on its way.
 *
 * Returns: %FALSE as yz_stock_moving_take()
 */
gboolean yz_stock_moving_send (YzStockMoving *self, const char *number, const char *from, const char *to,
                               const char *due, const YzStockLine *lines, guint n_lines, GError **error);

G_END_DECLS
