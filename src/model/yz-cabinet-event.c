/*
 * What a smart cabinet told: one line of the list that its maker hands out. The id of the record follows from the
 * cabinet and the maker's number (yz_cabinet_event_dup_id()), so that a line that comes again, or at another desk too,
 * is the same event. What it moved are movements that name it.
 */
#include "config.h"

#include "yz-cabinet-event.h"

#include "yz-id.h"

#include <glib/gi18n-lib.h>

static const YzChoice types[] = {
  { "dispense", N_ ("Given out"), "取货|出货|领取|发放|取出|售出|dispense|dispensed|vend|out" },
  { "other", N_ ("Something else"), "其他|other" },
  { NULL },
};

static const YzField fields[] = {
  { "event", YZ_FIELD_TEXT, N_ ("Number of the event"), YZ_FIELD_REQUIRED | YZ_FIELD_INDEXED,
    .synonyms =
      "事件号|事件编号|流水号|记录编号|订单号|订单编号|event|event id|event no|record id|order id|order no|id" },
  { "cabinet", YZ_FIELD_REF, N_ ("Smart cabinet"), YZ_FIELD_REQUIRED, .ref_kind = "cabinet",
    .synonyms =
      "柜号|设备号|设备编号|设备编码|智能柜|机器编号|device|device id|device no|device code|machine|machine id|cabinet|"
      "cabinet id|cabinet code|terminal id" },
  { "slot", YZ_FIELD_REF, N_ ("Cabinet slot"), .ref_kind = "place",
    .synonyms = "格口|格口号|柜格|货道|货道号|仓位|格号|slot|slot no|slot id|slot code|lane|lane no|door|door "
                "no|channel|box no" },
  { "item", YZ_FIELD_REF, N_ ("Item"), .ref_kind = "item",
    .synonyms =
      "商品|商品名称|商品编码|物品|物品名称|品名|条码|item|item name|item code|product|product name|product code|goods|"
      "goods name|goods code|sku|barcode" },
  { "quantity", YZ_FIELD_INTEGER, N_ ("Quantity"), .minimum = 0, .maximum = 1e6,
    .synonyms = "数量|出货数量|件数|领取数量|quantity|qty|count" },
  { "at", YZ_FIELD_TIME, N_ ("When"), YZ_FIELD_REQUIRED | YZ_FIELD_INDEXED,
    .synonyms = "时间|出货时间|取货时间|发生时间|领取时间|日期时间|at|time|event time|dispense "
                "time|datetime|timestamp|created at|"
                "create time|occurred at" },
  { "type", YZ_FIELD_CHOICE, N_ ("What happened"), YZ_FIELD_REQUIRED, .choices = types, .initial = "dispense",
    .synonyms = "类型|事件|事件类型|操作|动作|type|event type|action|kind" },
  { "code", YZ_FIELD_TEXT, N_ ("Pickup code"), .synonyms = "取货码|取件码|提货码|code|pickup code" },
  { "said", YZ_FIELD_TEXT, N_ ("In the maker's words"),
    .synonyms = "说明|备注|结果|状态|said|result|status|message|note" },
};

/* clang-format off */
YZ_DEFINE_KIND (YzCabinetEvent, yz_cabinet_event, fields,
                .name = "cabinet_event",
                .title = N_ ("Event of a cabinet"),
                .title_plural = N_ ("Events of cabinets"),
                .title_field = "event",
                .has_own_place = TRUE,
                .append_only = TRUE)
/* clang-format on */

char *
yz_cabinet_event_dup_id (const char *cabinet, const char *event)
{
  g_autofree char *name = g_strdup_printf ("%s/%s", cabinet, event);

  return yz_id_derive ("cabinet event", name);
}
