/*
 * Lines of papers about stock, from records: each item, lot and place is loaded once, however many lines it has. For
 * one thread.
 */
#pragma once

#include "yz-goods-paper.h"
#include "yz-print-language.h"
#include "yz-stock.h"

G_BEGIN_DECLS

typedef struct _YzGoodsReader YzGoodsReader;

/**
 * yz_goods_reader_new:
 * @date: civil date from which days are counted
 *
 * Returns: (transfer full): a reader of what is in @store
 */
YzGoodsReader *yz_goods_reader_new (YzStore *store, const char *date, YzPrintLanguage language);
void           yz_goods_reader_free (YzGoodsReader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzGoodsReader, yz_goods_reader_free)

YzStore        *yz_goods_reader_get_store (YzGoodsReader *self);
YzPrintLanguage yz_goods_reader_get_language (YzGoodsReader *self);

/**
 * yz_goods_reader_get:
 * @id: (nullable): of a record of @kind
 *
 * Returns: (transfer none) (nullable): the record; %NULL without an error for no @id
 */
YzRecord *yz_goods_reader_get (YzGoodsReader *self, const YzKind *kind, const char *id, GError **error);

/**
 * yz_goods_reader_get_row:
 * @row: of a record of @kind, 0 for none
 *
 * Returns: (transfer none) (nullable): likewise
 */
YzRecord *yz_goods_reader_get_row (YzGoodsReader *self, const YzKind *kind, gint64 row, GError **error);

/**
 * yz_goods_reader_add:
 * @lot: (nullable)
 *
 * Returns: (transfer none): a new line of @group with what the records say
 */
YzGoodsLine *yz_goods_reader_add (YzGoodsReader *self, YzGoodsGroup *group, YzRecord *item, YzRecord *lot,
                                  gint64 quantity);

/**
 * yz_goods_reader_add_heap:
 *
 * Returns: (transfer none) (nullable): the same of what lies somewhere, or %NULL with an error
 */
YzGoodsLine *yz_goods_reader_add_heap (YzGoodsReader *self, YzGoodsGroup *group, const YzStockHeap *heap,
                                       GError **error);

/**
 * yz_goods_reader_list:
 *
 * Returns: (transfer full) (element-type YzStockHeap) (nullable): the answer to a question about stock
 */
GArray *yz_goods_reader_list (YzGoodsReader *self, const YzStockQuestion *question, GCancellable *cancellable,
                              GError **error);

/**
 * yz_goods_reader_dup_where:
 * @place: a shelf, a slot, a station as a whole
 *
 * Returns: (transfer full): "石桥驿站 · 储物间 A"
 */
char *yz_goods_reader_dup_where (YzGoodsReader *self, YzRecord *place, GError **error);

/**
 * yz_goods_dup_item_name:
 *
 * Returns: (transfer full): name and specification
 */
char *yz_goods_dup_item_name (YzRecord *item);

/**
 * yz_goods_dup_time:
 * @time: milliseconds since 1970-01-01T00:00Z
 *
 * Returns: (transfer full): date and time of the office
 */
char *yz_goods_dup_time (gint64 time);

G_END_DECLS
