/*
 * Taking a movement back, out of the middle of the ledger: by a counter-entry, or, where one movement alone would leave
 * a transfer, a count or a kit half done, with everything that was done with it. What later movements live on is not
 * taken back; which one is in the way is known before anybody tries.
 */
#pragma once

#include "yz-movement.h"
#include "yz-session.h"

G_BEGIN_DECLS

/**
 * YzStockTakeBack:
 * @movement: that is taken back
 * @action: the @seq of the action that made it, which is taken back as a whole, 0 for @movement alone
 * @n_movements: how many movements go back
 * @must_be_whole: whether @movement cannot go alone
 * @edit: (nullable): the counter-entry, for @movement alone
 * @blocker: (nullable): the first later movement that lives on it; %NULL if nothing is known to be in the way
 * @blocker_at, @blocker_by: when that one was written, and by whom (nullable)
 * @lacking: how many @blocker would lack; of a count, how many it would be wrong by
 */
typedef struct
{
  YzRecord *movement;
  gint64 action;
  guint n_movements;
  gboolean must_be_whole;
  YzEdit *edit;
  YzRecord *blocker;
  gint64 blocker_at;
  char *blocker_by;
  gint64 lacking;
} YzStockTakeBack;

void yz_stock_take_back_free (YzStockTakeBack *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzStockTakeBack, yz_stock_take_back_free)

/**
 * yz_stock_take_back_prepare:
 * @movement: an id
 * @whole: whether everything that was done with it goes back too
 *
 * Finds out what taking back means, and what is in the way. Blocking; writes nothing.
 *
 * Returns: (transfer full) (nullable): what to do, or %NULL with %YZ_MODEL_ERROR_TRANSITION where it is taken back
 *   already or is a counter-entry itself
 */
YzStockTakeBack *yz_stock_take_back_prepare (YzStore *store, const char *movement, gboolean whole, GError **error);

/**
 * yz_stock_take_back_prepare_async:
 *
 * The same without blocking. yz_stock_take_back_prepare_finish() returns what to do, or %NULL with an error.
 */
void             yz_stock_take_back_prepare_async (YzStore *store, const char *movement, gboolean whole,
                                                   GCancellable *cancellable, GAsyncReadyCallback callback,
                                                   gpointer user_data);
YzStockTakeBack *yz_stock_take_back_prepare_finish (GAsyncResult *result, GError **error);

/**
 * yz_stock_take_back_apply:
 *
 * Takes it back. A counter-entry is undone like any edit, a whole action by redo. Blocking.
 *
 * Returns: (transfer full) (nullable): the action, or %NULL with %YZ_STORE_ERROR_DEPENDS where something lives on it
 */
YzAction *yz_stock_take_back_apply (YzStockTakeBack *self, YzStore *store, GError **error);

/**
 * yz_stock_take_back_begin:
 *
 * The same without blocking: #YzSession::applied or #YzSession::failed tells what became of it.
 */
void yz_stock_take_back_begin (YzStockTakeBack *self, YzSession *session);

/**
 * yz_stock_take_back_describe:
 *
 * Returns: (transfer full) (nullable): what is in the way, as a sentence; %NULL if nothing is known to be
 */
char *yz_stock_take_back_describe (YzStockTakeBack *self, YzStore *store);

G_END_DECLS
