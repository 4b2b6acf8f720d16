#include "config.h"

#include "yz-stock-list.h"

#include <glib/gi18n-lib.h>

static const YzField fields[] = {
  { "item", YZ_FIELD_TEXT, N_ ("Item"),
    .synonyms = "品名|物品|物品名称|物资|物资名称|商品名称|货品|名称|品名规格|item|name" },
  { "spec", YZ_FIELD_TEXT, N_ ("Specification"), .synonyms = "规格|规格型号|型号|spec" },
  { "code", YZ_FIELD_TEXT, N_ ("Code"), .synonyms = "编码|物品编码|物资编码|货号|条码|条形码|code|sku" },
  { "unit", YZ_FIELD_TEXT, N_ ("Unit"), .synonyms = "单位|计量单位|unit" },
  { "quantity", YZ_FIELD_INTEGER, N_ ("Quantity"), YZ_FIELD_REQUIRED, .minimum = 1, .maximum = 1e9,
    .synonyms = "数量|入库数量|实收数量|结存|结存数量|期初数量|库存|库存数量|quantity|qty" },
  { "station", YZ_FIELD_TEXT, N_ ("Station"),
    .synonyms = "驿站|所属驿站|驿站名称|站点|站点名称|所在驿站|收货驿站|station" },
  { "place", YZ_FIELD_TEXT, N_ ("Place of stock"), .synonyms = "库位|货架|仓库|存放位置|存放地点|收货仓库|place" },
  { "lot", YZ_FIELD_TEXT, N_ ("Lot"), .synonyms = "批号|批次|生产批号|lot|batch" },
  { "expiry", YZ_FIELD_DATE, N_ ("Usable until"),
    .synonyms = "有效期|有效期至|到期日|到期日期|保质期至|失效日期|expiry|expires" },
  { "source", YZ_FIELD_TEXT, N_ ("Source"), .synonyms = "来源|物资来源|source" },
  { "supplier", YZ_FIELD_TEXT, N_ ("Supplier or donor"),
    .synonyms = "供应商|供货单位|捐赠人|捐赠单位|来源单位|supplier|donor" },
  { "cost", YZ_FIELD_MONEY, N_ ("Cost of one unit"), .unit = N_ ("yuan"), .minimum = 0, .maximum = 1e11,
    .synonyms = "单价|进价|成本|采购单价|cost|price" },
  { "at", YZ_FIELD_DATE, N_ ("Day of the entry"), .synonyms = "日期|入库日期|收货日期|结存日期|盘点日期|时间|at|date" },
  { "document", YZ_FIELD_TEXT, N_ ("Number of the document"), .synonyms = "单号|单据号|入库单号|凭证号|document" },
  { "handler", YZ_FIELD_TEXT, N_ ("Done by"), .synonyms = "经办人|收货人|入库人|handler" },
  { "note", YZ_FIELD_NOTE, N_ ("Note"), .synonyms = "备注|说明|note" },
};

/* clang-format off */
YZ_DEFINE_KIND (YzReceiptList, yz_receipt_list, fields,
                .name = "receipt",
                .title = N_ ("Receipt of goods"),
                .title_plural = N_ ("Receipts of goods"),
                .title_field = "item",
                .has_own_place = TRUE)

YZ_DEFINE_KIND (YzOpeningList, yz_opening_list, fields,
                .name = "opening",
                .title = N_ ("Opening balance"),
                .title_plural = N_ ("Opening balances"),
                .title_field = "item",
                .has_own_place = TRUE)
/* clang-format on */

gboolean
yz_stock_list_is (const YzKind *kind)
{
  return kind == &yz_receipt_list_kind || kind == &yz_opening_list_kind;
}

const YzKind *
yz_stock_list_find (const char *name)
{
  if (g_str_equal (name, yz_receipt_list_kind.name))
    return &yz_receipt_list_kind;
  return g_str_equal (name, yz_opening_list_kind.name) ? &yz_opening_list_kind : NULL;
}

YzMovementType
yz_stock_list_get_type_of (const YzKind *kind)
{
  return kind == &yz_opening_list_kind ? YZ_MOVEMENT_OPENING : YZ_MOVEMENT_RECEIVE;
}
