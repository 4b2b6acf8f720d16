/*
 * The rows of what there is, as a #GListModel of #YzStockRow: a row is made when somebody asks for it. Main thread.
 */
#pragma once

#include "yz-stock-figures.h"

G_BEGIN_DECLS

/**
 * YzStockFilter:
 * @YZ_STOCK_ALL: every row
 * @YZ_STOCK_ENDING: what expires soon or has expired
 * @YZ_STOCK_LACKING: what there is too little of
 */
typedef enum
{
  YZ_STOCK_ALL,
  YZ_STOCK_ENDING,
  YZ_STOCK_LACKING,
} YzStockFilter;

#define YZ_N_STOCK_FILTERS (YZ_STOCK_LACKING + 1)

#define YZ_TYPE_STOCK_ROW (yz_stock_row_get_type ())

G_DECLARE_FINAL_TYPE (YzStockRow, yz_stock_row, YZ, STOCK_ROW, GObject)

/**
 * yz_stock_row_get_figure:
 *
 * Returns: (transfer none): what the row shows
 */
const YzStockFigure *yz_stock_row_get_figure (YzStockRow *self);

/**
 * yz_stock_row_get_figures:
 *
 * Returns: (transfer none): what the row is one of
 */
const YzStockFigures *yz_stock_row_get_figures (YzStockRow *self);

#define YZ_TYPE_STOCK_ROWS (yz_stock_rows_get_type ())

G_DECLARE_FINAL_TYPE (YzStockRows, yz_stock_rows, YZ, STOCK_ROWS, GObject)

/**
 * yz_stock_rows_new:
 *
 * Returns: (transfer full): a model without rows
 */
YzStockRows *yz_stock_rows_new (void);

/**
 * yz_stock_rows_set_figures:
 * @figures: (nullable)
 */
void yz_stock_rows_set_figures (YzStockRows *self, YzStockFigures *figures);

/**
 * yz_stock_rows_set_filter:
 * @filter: which rows are left; %YZ_STOCK_ALL to begin with
 */
void yz_stock_rows_set_filter (YzStockRows *self, YzStockFilter filter);

/**
 * yz_stock_rows_count:
 *
 * Returns: how many rows @filter would leave
 */
guint yz_stock_rows_count (YzStockRows *self, YzStockFilter filter);

G_END_DECLS
