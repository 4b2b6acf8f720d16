/* How the ledger makes and renews its lines. */
#pragma once

#include "yz-stock-ledger-list.h"
#include "yz-stock-sentences.h"

G_BEGIN_DECLS

/**
 * YzStockLedgerFrame:
 * @station, @place: (nullable): whose balance is told
 * @today: a Julian day
 *
 * What the lines of one ledger share.
 */
typedef struct
{
  YzStore *store;
  YzStockSentences *sentences;
  const char *station;
  const char *place;
  guint32 today;
} YzStockLedgerFrame;

/**
 * yz_stock_ledger_line_new:
 * @row: of @movement
 *
 * Returns: (transfer full): a line that yz_stock_ledger_line_renew() has to fill
 */
YzStockLedgerLine *yz_stock_ledger_line_new (YzRecord *movement, gint64 row);

/**
 * yz_stock_ledger_line_renew:
 *
 * Reads once more how the movement stands, and words it.
 */
void yz_stock_ledger_line_renew (YzStockLedgerLine *self, const YzStockLedgerFrame *view);

/**
 * yz_stock_ledger_line_set_above:
 * @above: (nullable): the movement of the line above
 *
 * Decides whether a day begins here.
 */
void yz_stock_ledger_line_set_above (YzStockLedgerLine *self, YzRecord *above, guint32 today);

/**
 * yz_stock_ledger_line_set_more:
 * @n_more: how many movements of the same kind and instant the line stands for, beside its own
 */
void yz_stock_ledger_line_set_more (YzStockLedgerLine *self, guint n_more);

gint64 yz_stock_ledger_line_get_row (YzStockLedgerLine *self);

G_END_DECLS
