/* Who reads the papers of which document; for yz-guide-goods.c. Each appends to the papers of the content. */
#pragma once

#include "yz-goods-reader.h"
#include "yz-guide-goods.h"

G_BEGIN_DECLS

/**
 * YzGoodsReading:
 * @reader: of records
 * @choice: what is wanted
 * @content: what is filled
 * @cancellable: (nullable)
 */
typedef struct
{
  YzGoodsReader *reader;
  const YzGuideChoice *choice;
  YzGuideContent *content;
  GCancellable *cancellable;
} YzGoodsReading;

gboolean yz_goods_read_expiring (YzGoodsReading *self, GError **error);
gboolean yz_goods_read_labels (YzGoodsReading *self, GError **error);
gboolean yz_goods_read_picking (YzGoodsReading *self, GError **error);
gboolean yz_goods_read_public (YzGoodsReading *self, GError **error);
gboolean yz_goods_read_refill (YzGoodsReading *self, GError **error);
gboolean yz_goods_read_stocktake (YzGoodsReading *self, GError **error);
gboolean yz_goods_read_transfer (YzGoodsReading *self, GError **error);
gboolean yz_goods_read_write_off (YzGoodsReading *self, GError **error);

G_END_DECLS
