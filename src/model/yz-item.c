/*
 * An item (物品): what stations keep and hand out, or a type of equipment. Its stock is no field of it: it is the sum
 * of the movements.
 */
#include "config.h"

#include "yz-item.h"

#include <glib/gi18n-lib.h>

static const YzChoice categories[] = {
  { "consumable", N_ ("Consumable"), "消耗品|耗材|食品|药品|饮品|consumable" },
  { "gift", N_ ("Gift"), "礼品|慰问品|礼包|gift" },
  { "printed", N_ ("Printed matter"), "印刷品|宣传品|资料|图书|printed" },
  { "cash_like", N_ ("Worth money"), "有价券|券|卡|卡券|现金|cash|voucher" },
  { "equipment", N_ ("Equipment"), "设备|器材|家电|固定资产|equipment" },
  { NULL },
};

static const YzField fields[] = {
  { "name", YZ_FIELD_TEXT, N_ ("Name"), YZ_FIELD_REQUIRED | YZ_FIELD_SEARCHED | YZ_FIELD_PHONETIC,
    .synonyms = "品名|物品|物品名称|物资名称|商品名称|货品|item|name" },
  { "spec", YZ_FIELD_TEXT, N_ ("Specification"), YZ_FIELD_SEARCHED, .synonyms = "规格|规格型号|型号|spec" },
  { "code", YZ_FIELD_TEXT, N_ ("Code"), YZ_FIELD_SEARCHED | YZ_FIELD_INDEXED | YZ_FIELD_UNIQUE | YZ_FIELD_LISTED,
    .synonyms = "编码|物品编码|物资编码|货号|code|sku" },
  { "barcodes", YZ_FIELD_LIST, N_ ("Barcodes"), YZ_FIELD_SEARCHED, .merge = YZ_MERGE_ELEMENTS,
    .synonyms = "条码|条形码|商品条码|barcode|ean" },
  { "category", YZ_FIELD_CHOICE, N_ ("Category"), YZ_FIELD_REQUIRED | YZ_FIELD_LISTED, .choices = categories,
    .initial = "consumable", .synonyms = "类别|物品类别|分类|category" },
  { "unit", YZ_FIELD_TEXT, N_ ("Unit"), YZ_FIELD_REQUIRED, .initial = "件", .synonyms = "单位|计量单位|unit" },
  { "value", YZ_FIELD_MONEY, N_ ("Value of one unit"), .unit = N_ ("yuan"), .minimum = 0, .maximum = 1e11,
    .merge = YZ_MERGE_NEVER, .synonyms = "单价|参考价|价值|value|price" },
  { "needs_expiry", YZ_FIELD_BOOLEAN, N_ ("Lots have an expiry date"), YZ_FIELD_LISTED,
    .synonyms = "有保质期|效期管理|needs expiry" },
  { "warn_days", YZ_FIELD_INTEGER, N_ ("Warn before expiry"), .unit = N_ ("days"), .minimum = 0, .maximum = 3650,
    .synonyms = "预警天数|提前预警|warn days" },
  { "minimum", YZ_FIELD_INTEGER, N_ ("Minimum at a station"), .group = "level", .minimum = 0, .maximum = 1e9,
    .synonyms = "安全库存|最低库存|安全量|minimum" },
  { "target", YZ_FIELD_INTEGER, N_ ("Fill up to"), .group = "level", .minimum = 0, .maximum = 1e9,
    .synonyms = "目标库存|补到|target" },
  { "service", YZ_FIELD_REF, N_ ("Needed for the service"), .ref_kind = "service",
    .synonyms = "所需服务|对应服务|服务|service" },
  { "icon", YZ_FIELD_TEXT, N_ ("Symbol"), YZ_FIELD_INTERNAL },
  { "discontinued", YZ_FIELD_BOOLEAN, N_ ("No longer bought"), YZ_FIELD_LISTED, .synonyms = "停用|停购|discontinued" },
  { "note", YZ_FIELD_NOTE, N_ ("Note"), .synonyms = "备注|说明|note" },
};

static gboolean
check (YzRecord *before, YzRecord *after, GError **error)
{
  if (yz_record_get (after, "minimum") == NULL || yz_record_get (after, "target") == NULL ||
      yz_record_get_integer (after, "minimum") <= yz_record_get_integer (after, "target"))
    return TRUE;
  g_set_error_literal (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_RANGE,
                       _ ("The minimum is more than what the stock is filled up to"));
  return FALSE;
}

/* clang-format off */
YZ_DEFINE_KIND (YzItem, yz_item, fields,
                .name = "item",
                .title = N_ ("Item"),
                .title_plural = N_ ("Items"),
                .title_field = "name",
                .has_own_place = TRUE,
                .check = check)
/* clang-format on */

guint
yz_item_get_warn_days (YzRecord *item)
{
  return yz_record_get (item, "warn_days") != NULL ? (guint) yz_record_get_integer (item, "warn_days")
                                                   : YZ_ITEM_WARN_DAYS;
}

gint64
yz_item_find_value (YzRecord *item, YzRecord *lot)
{
  if (lot != NULL && yz_record_get (lot, "cost") != NULL)
    return yz_record_get_integer (lot, "cost");
  return yz_record_get (item, "value") != NULL ? yz_record_get_integer (item, "value") : -1;
}
