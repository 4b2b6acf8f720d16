/* Questions about single movements: how one stands today, and what lives on it. */
#pragma once

#include "yz-store.h"

G_BEGIN_DECLS

/**
 * YzStockStanding:
 * @in_effect: whether it counts, that is, was not taken back
 * @changed_at: when it was written, taken back, or brought back, milliseconds since 1970-01-01T00:00Z
 * @changed_by: (nullable): by whom
 * @balance: how many of its item lay there right after it
 */
typedef struct
{
  gboolean in_effect;
  gint64 changed_at;
  char *changed_by;
  gint64 balance;
} YzStockStanding;

void yz_stock_standing_clear (YzStockStanding *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (YzStockStanding, yz_stock_standing_clear)

/**
 * yz_stock_read_standing:
 * @movement: its row
 * @station, @place: (nullable): the ids of the station or of the place whose balance is wanted
 * @standing: (out): how it stands
 *
 * Returns: %FALSE with a %YZ_STORE_ERROR
 */
gboolean yz_stock_read_standing (YzStore *self, gint64 movement, const char *station, const char *place,
                                 YzStockStanding *standing, GError **error);

/**
 * YzStockDependent:
 * @movement: the row of the first later movement that could not be without those that are left out
 * @lacking: how many it would lack
 * @is_count: whether it is a count that would not agree any more
 */
typedef struct
{
  gint64 movement;
  gint64 lacking;
  gboolean is_count;
} YzStockDependent;

/**
 * yz_stock_find_dependent:
 * @movements: (element-type gint64): rows of movements that are thought away
 * @dependent: (out): what is in the way; its @movement is 0 if nothing is
 *
 * Returns: %FALSE with a %YZ_STORE_ERROR
 */
gboolean yz_stock_find_dependent (YzStore *self, GArray *movements, YzStockDependent *dependent, GError **error);

typedef void (*YzStockUseFunc) (gint64 at, gint64 quantity, gpointer user_data);

/**
 * yz_stock_read_use:
 * @station, @place: (nullable): the ids of a station or of a place; neither for all
 * @item: an id
 * @since: the first instant that counts
 * @func: (scope call): told when people were given how many; less than nothing where they gave some back
 *
 * Blocking, on any thread.
 *
 * Returns: %FALSE with a %YZ_STORE_ERROR
 */
gboolean yz_stock_read_use (YzStore *self, const char *station, const char *place, const char *item, gint64 since,
                            YzStockUseFunc func, gpointer user_data, GCancellable *cancellable, GError **error);

G_END_DECLS
