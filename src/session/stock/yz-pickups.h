/*
 * Reservations in smart cabinets: what is promised to somebody with a code, until he comes or it is too late. Blocking,
 * for the command line, tests and workers.
 */
#pragma once

#include "yz-stock-verbs.h"

G_BEGIN_DECLS

/**
 * yz_pickup_count_held:
 * @slot: the id of its place
 * @at: reservations that expire before it hold nothing any more
 * @held: (out): how many are promised
 *
 * Returns: %FALSE with a %YZ_STORE_ERROR
 */
gboolean yz_pickup_count_held (YzStore *store, const char *slot, gint64 at, gint64 *held, GError **error);

/**
 * yz_pickup_list_open:
 * @cabinet: (nullable): an id
 *
 * Returns: (transfer full) (element-type YzRecord) (nullable): what is reserved, late ones too, those first that expire
 *   first
 */
GPtrArray *yz_pickup_list_open (YzStore *store, const char *cabinet, GError **error);

/**
 * yz_pickup_make_reservation:
 * @slot: the id of its place
 * @recipient: (nullable): for whom
 * @expires: until when, 0 for as long as the cabinet keeps reservations
 *
 * Returns: (transfer full) (nullable): the edit, whose only record is the reservation with its code; %NULL with
 *   %YZ_STORE_ERROR_SHORT where less is left than is wanted
 */
YzEdit *yz_pickup_make_reservation (YzStore *store, const char *slot, gint64 quantity, const char *recipient,
                                    gint64 expires, gint64 now, GError **error);

/**
 * yz_pickup_find:
 * @code: as it was typed, with or without spaces
 *
 * Returns: (transfer full) (nullable): the reservation, or %NULL with %YZ_STORE_ERROR_NOT_FOUND
 */
YzRecord *yz_pickup_find (YzStore *store, const char *code, GError **error);

/**
 * yz_pickup_make_pickup:
 * @pickup: a record of kind "pickup"
 *
 * Gives out what was reserved.
 *
 * Returns: (transfer full) (nullable): the edit, or %NULL with %YZ_MODEL_ERROR_TRANSITION for one that is closed or
 *   late
 */
YzEdit *yz_pickup_make_pickup (YzStore *store, YzRecord *pickup, const YzStockNote *note, GError **error);

/**
 * yz_pickup_make_cancellation:
 * @pickup: a record of kind "pickup"
 */
YzEdit *yz_pickup_make_cancellation (YzRecord *pickup, gint64 now);

/**
 * yz_pickup_make_release:
 *
 * Closes all reservations that were not picked up in time.
 *
 * Returns: (transfer full) (nullable): the edit, without any change if none is late
 */
YzEdit *yz_pickup_make_release (YzStore *store, gint64 now, GError **error);

G_END_DECLS
