/*
 * The items, lots and places that rows of a list mean, and those that are made for them. What was found once is
 * remembered: a country's opening balances name few items very often. For yz-import-stock.c.
 */
#pragma once

#include "yz-sheet-row.h"
#include "yz-store.h"

G_BEGIN_DECLS

typedef struct _YzImportGoods YzImportGoods;

/**
 * YzImportGoodsIds:
 * @item: belongs to the goods, like all of them
 * @lot: (nullable)
 * @place: a shelf, a warehouse, a station as a whole
 */
typedef struct
{
  const char *item;
  const char *lot;
  const char *place;
} YzImportGoodsIds;

/**
 * yz_import_goods_new:
 * @make_unknown: whether items and shelves that nobody knows are made
 *
 * Returns: (transfer full) (nullable): or %NULL with a %YZ_STORE_ERROR
 */
YzImportGoods *yz_import_goods_new (YzStore *store, gboolean make_unknown, GError **error);
void           yz_import_goods_free (YzImportGoods *self);

/**
 * yz_import_goods_find:
 * @ids: (out): what the row means
 *
 * Returns: %FALSE with the reason why nobody can tell, or an error of the store
 */
gboolean yz_import_goods_find (YzImportGoods *self, const YzSheetRow *values, YzImportGoodsIds *ids, GError **error);

/**
 * yz_import_goods_count:
 *
 * Returns: how many records have to be made for the rows so far
 */
guint yz_import_goods_count (const YzImportGoods *self);

/**
 * yz_import_goods_get:
 *
 * Returns: (transfer none): one of them, those that others refer to first
 */
YzRecord *yz_import_goods_get (const YzImportGoods *self, guint index);

G_END_DECLS
