/*
 * Questions about stock, answered from what the store keeps in step with the movements. Records are meant by their row
 * numbers: a country's stock is half a million answers, and few of them are shown.
 */
#pragma once

#include "yz-store.h"

G_BEGIN_DECLS

/**
 * YzStockQuestion:
 * @station: (nullable): the id of a station: what lies at any of its places
 * @place: (nullable): the id of a place
 * @item: (nullable): the id of an item
 * @at: the last instant that counts, milliseconds since 1970-01-01T00:00Z; 0 for all that is known
 * @kept: without an instant: also what is kept somewhere and has run out
 *
 * What is %NULL does not narrow the answer. A question with @station, @place or @item is answered in milliseconds.
 */
typedef struct
{
  const char *station;
  const char *place;
  const char *item;
  gint64 at;
  gboolean kept;
} YzStockQuestion;

/**
 * YzStockHeap:
 * @holder: the row of the station that the place belongs to; of a place of no station, minus its row
 * @place: its row
 * @item: its row
 * @lot: its row, 0 without one
 * @quantity: in the item's unit, 0 only for what is kept; less than nothing where more was given out than the books
 *   had
 */
typedef struct
{
  gint64 holder;
  gint64 place;
  gint64 item;
  gint64 lot;
  gint64 quantity;
} YzStockHeap;

typedef void (*YzStockFunc) (const YzStockHeap *heap, gpointer user_data);

/**
 * yz_stock_read:
 * @func: (scope call): called for each heap; without an instant holders ascend, and the items of a holder
 *
 * Blocking, on any thread.
 *
 * Returns: %FALSE with a %YZ_STORE_ERROR
 */
gboolean yz_stock_read (YzStore *self, const YzStockQuestion *question, YzStockFunc func, gpointer user_data,
                        GCancellable *cancellable, GError **error);

/**
 * yz_stock_list:
 * @question: of few places or few items
 *
 * Returns: (transfer full) (element-type YzStockHeap) (nullable): the heaps of yz_stock_read(), or %NULL with a
 *   %YZ_STORE_ERROR
 */
GArray *yz_stock_list (YzStore *self, const YzStockQuestion *question, GCancellable *cancellable, GError **error);

/**
 * yz_stock_get_quantity:
 * @quantity: (out): of all that answers @question
 *
 * Returns: %FALSE with a %YZ_STORE_ERROR
 */
gboolean yz_stock_get_quantity (YzStore *self, const YzStockQuestion *question, gint64 *quantity, GError **error);

/**
 * yz_stock_check_entries:
 * @wrong: (scope call): told of the heap of each entry that does not say what its movement says, and of each count
 *   without one; the quantity is not known
 *
 * What lay where at an instant is added up from entries that the store keeps beside the movements. Blocking.
 *
 * Returns: %FALSE with a %YZ_STORE_ERROR
 */
gboolean yz_stock_check_entries (YzStore *self, YzStockFunc wrong, gpointer user_data, GCancellable *cancellable,
                                 GError **error);

/**
 * YzStockNeed:
 * @holder, @item: rows, as in #YzStockHeap
 * @begins, @ends: (nullable): month and day, "06-01"; %NULL for the whole year
 * @minimum: below which it is too little
 * @target: what it is filled up to, 0 for unknown
 *
 * What a record of kind "stock_level" says.
 */
typedef struct
{
  gint64 holder;
  gint64 item;
  const char *begins;
  const char *ends;
  gint64 minimum;
  gint64 target;
} YzStockNeed;

typedef void (*YzStockNeedFunc) (const YzStockNeed *need, gpointer user_data);

/**
 * yz_stock_read_needs:
 * @station: (nullable): the id of a station, %NULL for all places
 * @func: (scope call): called for each level, by holder, item and row
 *
 * Blocking, on any thread.
 *
 * Returns: %FALSE with a %YZ_STORE_ERROR
 */
gboolean yz_stock_read_needs (YzStore *self, const char *station, YzStockNeedFunc func, gpointer user_data,
                              GCancellable *cancellable, GError **error);

/**
 * yz_stock_read_coming:
 * @station: (nullable): the id of a station, %NULL for all places
 * @func: (scope call): told of what is on its way to a holder, by holder and item; there is no place and no lot
 *
 * Blocking, on any thread.
 *
 * Returns: %FALSE with a %YZ_STORE_ERROR
 */
gboolean yz_stock_read_coming (YzStore *self, const char *station, YzStockFunc func, gpointer user_data,
                               GCancellable *cancellable, GError **error);

G_END_DECLS
