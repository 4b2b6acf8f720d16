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
 *
 * What is %NULL does not narrow the answer. A question with @station, @place or @item is answered in milliseconds.
 */
typedef struct
{
  const char *station;
  const char *place;
  const char *item;
  gint64 at;
} YzStockQuestion;

/**
 * YzStockHeap:
 * @holder: the row of the station that the place belongs to; of a place of no station, minus its row
 * @place: its row
 * @item: its row
 * @lot: its row, 0 without one
 * @quantity: in the item's unit, never 0; less than nothing where more was given out than the books had
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
 * @func: (scope call): called for each heap, those of one holder after another
 *
 * Blocking, on any thread.
 *
 * Returns: %FALSE with a %YZ_STORE_ERROR
 */
gboolean yz_stock_read (YzStore *self, const YzStockQuestion *question, YzStockFunc func, gpointer user_data,
                        GCancellable *cancellable, GError **error);

/**
 * yz_stock_get_quantity:
 * @quantity: (out): of all that answers @question
 *
 * Returns: %FALSE with a %YZ_STORE_ERROR
 */
gboolean yz_stock_get_quantity (YzStore *self, const YzStockQuestion *question, gint64 *quantity, GError **error);

G_END_DECLS
