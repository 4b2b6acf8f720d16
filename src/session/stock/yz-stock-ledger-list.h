/*
 * The ledger as a list, newest first. It holds row numbers; a line is read and put into words when somebody looks at
 * it, so that a country's two million lines open at once. Main thread.
 */
#pragma once

#include "yz-inventory.h"
#include "yz-movement.h"

G_BEGIN_DECLS

#define YZ_TYPE_STOCK_LEDGER_LINE (yz_stock_ledger_line_get_type ())

/**
 * YzStockLedgerLine:
 *
 * A movement. Properties, all read-only: "day" (a heading, where another day begins than that of the line above;
 * nullable), "time" ("14:05"), "when" ("Today 14:05"), "sentence" (in Pango's markup), "balance" ("14 left", "" if it
 * was taken back), "note" (what else there is to know; nullable), "in-effect".
 */
G_DECLARE_FINAL_TYPE (YzStockLedgerLine, yz_stock_ledger_line, YZ, STOCK_LEDGER_LINE, GObject)

/**
 * yz_stock_ledger_line_get_movement:
 *
 * Returns: (transfer none): the movement
 */
YzRecord *yz_stock_ledger_line_get_movement (YzStockLedgerLine *self);

#define YZ_TYPE_STOCK_LEDGER_LIST (yz_stock_ledger_list_get_type ())

/**
 * YzStockLedgerList:
 *
 * A #GListModel of #YzStockLedgerLine that follows the workspace and the place that is chosen. Properties: "cabinet",
 * "item", "type", "person", "since" and "until" (a filter, texts, "" for none; days are YYYY-MM-DD), "active" (whether
 * somebody looks; nothing is read without), "limit" (at most so many lines, 0 for all; then movements of one kind that
 * were made in one go are one line), "n-items", "whole" (read-only: whether there are no more than that).
 */
G_DECLARE_FINAL_TYPE (YzStockLedgerList, yz_stock_ledger_list, YZ, STOCK_LEDGER_LIST, GObject)

/**
 * yz_stock_ledger_list_new:
 *
 * Returns: (transfer full): an empty list, until it is active
 */
YzStockLedgerList *yz_stock_ledger_list_new (YzInventory *inventory);

/**
 * yz_stock_ledger_list_find:
 * @movement: an id
 *
 * Returns: the position of a movement, %GTK_INVALID_LIST_POSITION (%G_MAXUINT) if it is not in the list
 */
guint yz_stock_ledger_list_find (YzStockLedgerList *self, const char *movement);

G_END_DECLS
