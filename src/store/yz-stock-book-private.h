/*
 * Keeping the tables of stock in step with the movements, in the transaction that writes them, and saying in words what
 * breaks the rule of yz-stock-rule-private.h.
 */
#pragma once

#include "yz-database-private.h"
#include "yz-record.h"

G_BEGIN_DECLS

typedef struct _YzStockBook YzStockBook;

YzStockBook *yz_stock_book_new (YzDatabase *database);
void         yz_stock_book_free (YzStockBook *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzStockBook, yz_stock_book_free)

/**
 * yz_stock_book_post:
 * @movement: that was just written
 * @row: its number
 *
 * Enters both of its ends; a counter-entry changes the entries of what it takes back.
 *
 * Returns: %FALSE with a %YZ_STORE_ERROR
 */
gboolean yz_stock_book_post (YzStockBook *self, YzRecord *movement, gint64 row, GError **error);

/**
 * yz_stock_book_check:
 * @action: that is being written
 *
 * Asks the rule about whatever was posted to.
 *
 * Returns: %FALSE with %YZ_STORE_ERROR_SHORT where @action itself takes too much, or %YZ_STORE_ERROR_DEPENDS where
 *   something later lives on what @action changes
 */
gboolean yz_stock_book_check (YzStockBook *self, gint64 action, GError **error);

G_END_DECLS
