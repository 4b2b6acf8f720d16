/* Verbs of stock for a window: the edit is made on a worker, as it reads the workspace, and applied. Main thread. */
#pragma once

#include "yz-session.h"

G_BEGIN_DECLS

/**
 * YzStockMakeFunc:
 *
 * Called on a worker.
 *
 * Returns: (transfer full) (nullable): the edit, or %NULL with an error
 */
typedef YzEdit *(*YzStockMakeFunc) (YzStore *store, gpointer data, GCancellable *cancellable, GError **error);

/**
 * yz_stock_do_async:
 * @data: (transfer full): for @make
 * @free_data: (nullable): for @data
 *
 * Makes an edit and applies it. yz_stock_do_finish() returns %FALSE with an error if either was refused; an edit that
 * changes nothing is done at once.
 */
void     yz_stock_do_async (YzSession *session, YzStockMakeFunc make, gpointer data, GDestroyNotify free_data,
                            GAsyncReadyCallback callback, gpointer user_data);
gboolean yz_stock_do_finish (GAsyncResult *result, GError **error);

/**
 * yz_stock_do:
 *
 * The same without waiting; a refusal is told by #YzSession::failed.
 */
void yz_stock_do (YzSession *session, YzStockMakeFunc make, gpointer data, GDestroyNotify free_data);

G_END_DECLS
