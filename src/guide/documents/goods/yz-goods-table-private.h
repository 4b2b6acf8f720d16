/* The tables of papers about stock: each names its columns, what stands in them is the same everywhere. */
#pragma once

#include "yz-goods-parts-private.h"

G_BEGIN_DECLS

typedef enum
{
  YZ_GOODS_NUMBER,     /* of the line */
  YZ_GOODS_TICK,       /* to be ticked off */
  YZ_GOODS_SLOT,       /* of a cabinet */
  YZ_GOODS_CODE,       /* of the item */
  YZ_GOODS_ITEM,       /* its name and specification */
  YZ_GOODS_SHELF,      /* where it lies */
  YZ_GOODS_UNIT,       /* in which it is counted */
  YZ_GOODS_LOT,        /* its number */
  YZ_GOODS_EXPIRY,     /* the last day of use, and what is to be said of it */
  YZ_GOODS_BOOKS,      /* what the books say */
  YZ_GOODS_COUNTED,    /* boxes for what was counted */
  YZ_GOODS_AGAIN,      /* room for a second count */
  YZ_GOODS_QUANTITY,   /* with its unit */
  YZ_GOODS_SENT,       /* likewise, of a transfer */
  YZ_GOODS_ARRIVED,    /* what came of it, or room to write it */
  YZ_GOODS_DIFFERENCE, /* between these */
  YZ_GOODS_PRICE,      /* of one unit */
  YZ_GOODS_VALUE,      /* of all of them */
  YZ_GOODS_REASON,     /* the note of the line */
  YZ_GOODS_REMARK,     /* the same, where one writes more */
  YZ_GOODS_N_COLUMNS,
} YzGoodsColumn;

/**
 * yz_goods_table_new:
 * @columns: (array length=n_columns): from left to right
 * @least_spare: empty lines at the end, and where the lines say that a page ends
 * @most_spare: at the end, where there is room
 *
 * Returns: (transfer full): all lines of @paper, below the names of their groups
 */
YzBlock *yz_goods_table_new (const YzGoodsPaper *paper, YzPrintLanguage language, const YzGoodsColumn *columns,
                             guint n_columns, guint least_spare, guint most_spare);

G_END_DECLS
