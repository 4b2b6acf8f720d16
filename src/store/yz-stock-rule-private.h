/*
 * The one rule that no movement can judge by itself: nothing is taken that was not there, and what was counted stays as
 * it was counted. It is asked before a movement is written for good, and by whoever wants to know what taking one back
 * would break.
 */
#pragma once

#include "yz-database-private.h"

G_BEGIN_DECLS

/**
 * YzStockPile:
 * @holder: whose place it is, as in #YzStockHeap
 * @since: the first instant at which it is other than it was
 *
 * What lies in a place of an item, of a lot: rows.
 */
typedef struct
{
  gint64 place;
  gint64 item;
  gint64 lot;
  gint64 holder;
  gint64 since;
} YzStockPile;

/* Piles that were touched, each once. */
typedef struct _YzStockPiles YzStockPiles;

YzStockPiles *yz_stock_piles_new (void);
void          yz_stock_piles_free (YzStockPiles *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzStockPiles, yz_stock_piles_free)

/* Adds a pile; of one that was touched before, the earlier instant stays. */
void yz_stock_piles_touch (YzStockPiles *self, const YzStockPile *touched);

/**
 * YzStockBreach:
 * @movement: the row of the first movement that cannot be, 0 for none
 * @pile: (nullable): where
 * @left: how many there would be after it
 * @is_count: whether it is a count that found @counted
 */
typedef struct
{
  gint64 movement;
  const YzStockPile *pile;
  gint64 left;
  gboolean is_count;
  gint64 counted;
} YzStockBreach;

/**
 * yz_stock_piles_find_breach:
 * @without: (nullable) (element-type gint64): a set of rows of movements that are thought away
 * @breach: (out): the first one, pile by pile as they were touched
 *
 * Goes over every pile from its instant on: at none may an entry that is not forced leave less than nothing, and after
 * each count there is what was counted.
 *
 * Returns: %FALSE with a %YZ_STORE_ERROR
 */
gboolean yz_stock_piles_find_breach (YzStockPiles *self, YzDatabase *database, GHashTable *without,
                                     YzStockBreach *breach, GError **error);

G_END_DECLS
