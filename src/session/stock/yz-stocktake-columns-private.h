/* The columns of a stocktake as a spreadsheet, out and in. */
#pragma once

#include "yz-field.h"

G_BEGIN_DECLS

/* In the order in which they are written. */
typedef enum
{
  YZ_STOCKTAKE_COLUMN_LINE,
  YZ_STOCKTAKE_COLUMN_CODE,
  YZ_STOCKTAKE_COLUMN_NAME,
  YZ_STOCKTAKE_COLUMN_SPEC,
  YZ_STOCKTAKE_COLUMN_UNIT,
  YZ_STOCKTAKE_COLUMN_PLACE,
  YZ_STOCKTAKE_COLUMN_LOT,
  YZ_STOCKTAKE_COLUMN_EXPIRY,
  YZ_STOCKTAKE_COLUMN_BOOKS,
  YZ_STOCKTAKE_COLUMN_COUNTED,
  YZ_STOCKTAKE_COLUMN_AGAIN,
  YZ_STOCKTAKE_COLUMN_COUNTED_AT,
  YZ_STOCKTAKE_COLUMN_REASON,
} YzStocktakeColumn;

#define YZ_N_STOCKTAKE_COLUMNS (YZ_STOCKTAKE_COLUMN_REASON + 1)

/**
 * yz_stocktake_column_get_field:
 *
 * Returns: (nullable): the field whose title heads the column; %NULL for what the books have, which nobody reads back
 */
const YzField *yz_stocktake_column_get_field (YzStocktakeColumn column);

G_END_DECLS
