#include "config.h"

#include "yz-equipment.h"

#include "yz-kinds.h"

#include <glib/gi18n-lib.h>

/* In the order of YzEquipmentState. */
static const YzChoice states[] = {
  { "in_use", N_ ("In use"), "在用|使用中|正常|完好|in use" },
  { "idle", N_ ("Idle"), "闲置|空闲|待用|库存|未使用|idle" },
  { "broken", N_ ("Broken"), "故障|损坏|维修|维修中|待修|待维修|broken" },
  { "lent", N_ ("Lent"), "借出|外借|出借|lent" },
  { "disposed", N_ ("Disposed of"), "已处置|处置|报废|已报废|淘汰|核销|disposed" },
  { NULL },
};

G_STATIC_ASSERT (G_N_ELEMENTS (states) == YZ_N_EQUIPMENT_STATES + 1);

static const YzField fields[] = {
  { "tag", YZ_FIELD_TEXT, N_ ("Tag"),
    YZ_FIELD_REQUIRED | YZ_FIELD_SEARCHED | YZ_FIELD_INDEXED | YZ_FIELD_UNIQUE | YZ_FIELD_LISTED,
    .synonyms = "资产编号|资产编码|设备编号|固定资产编号|卡片编号|编号|标签号|tag|asset tag" },
  { "item", YZ_FIELD_REF, N_ ("Type of equipment"), YZ_FIELD_REQUIRED | YZ_FIELD_INDEXED, .ref_kind = "item",
    .synonyms = "资产名称|设备名称|设备类型|名称|品名|物品|item|type" },
  { "serial", YZ_FIELD_TEXT, N_ ("Serial number"), YZ_FIELD_SEARCHED,
    .synonyms = "序列号|出厂编号|机身编号|SN|S/N码|serial|serial number" },
  { "model", YZ_FIELD_TEXT, N_ ("Make and model"), YZ_FIELD_SEARCHED,
    .synonyms = "品牌型号|规格型号|型号|品牌|规格|make|model" },
  { "station", YZ_FIELD_REF, N_ ("Station"), YZ_FIELD_INDEXED, .ref_kind = "station", .group = "where",
    .synonyms = "驿站|所在驿站|使用驿站|使用部门|使用单位|存放地点|存放驿站|站点|station" },
  { "place", YZ_FIELD_REF, N_ ("Place of stock"), YZ_FIELD_INDEXED, .ref_kind = "place", .group = "where",
    .synonyms = "库位|存放位置|存放库位|仓库|货架|place" },
  { "state", YZ_FIELD_CHOICE, N_ ("State"), YZ_FIELD_REQUIRED | YZ_FIELD_LISTED, .choices = states, .initial = "in_use",
    .group = "state", .synonyms = "状态|使用状态|使用状况|资产状态|设备状态|state" },
  { "state_since", YZ_FIELD_DATE, N_ ("State since"), YZ_FIELD_LISTED, .group = "state",
    .synonyms = "状态日期|闲置日期|state since" },
  { "state_reason", YZ_FIELD_TEXT, N_ ("Reason of the state"), .group = "state",
    .synonyms = "状态原因|故障原因|闲置原因|处置原因|reason" },
  { "lent_to", YZ_FIELD_TEXT, N_ ("Lent to"), YZ_FIELD_PERSONAL, .group = "state",
    .synonyms = "借用人|借用单位|借给|lent to" },
  { "lent_until", YZ_FIELD_DATE, N_ ("Lent until"), YZ_FIELD_LISTED, .group = "state",
    .synonyms = "应还日期|归还日期|借用至|lent until" },
  { "bought", YZ_FIELD_DATE, N_ ("Bought on"), YZ_FIELD_LISTED,
    .synonyms = "购置日期|购入日期|取得日期|入账日期|bought" },
  { "value", YZ_FIELD_MONEY, N_ ("Value"), .unit = N_ ("yuan"), .minimum = 0, .maximum = 1e12, .merge = YZ_MERGE_NEVER,
    .synonyms = "原值|价值|金额|单价|资产原值|value" },
  { "next_check", YZ_FIELD_DATE, N_ ("Next check"), YZ_FIELD_LISTED, .group = "check",
    .synonyms = "下次检查|下次检验|下次校准|检验有效期|校准有效期|年检日期|next check" },
  { "check_months", YZ_FIELD_INTEGER, N_ ("Checked every"), .unit = N_ ("months"), .minimum = 1, .maximum = 240,
    .group = "check", .synonyms = "检查周期|检验周期|校准周期|check months" },
  { "note", YZ_FIELD_NOTE, N_ ("Note"), .synonyms = "备注|note" },
};

static gboolean
check (YzRecord *before, YzRecord *after, GError **error)
{
  gboolean is_lent = yz_equipment_get_state (after) == YZ_EQUIPMENT_LENT;

  if (is_lent == (yz_record_get (after, "lent_to") != NULL))
    return TRUE;
  if (is_lent)
    g_set_error_literal (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_REQUIRED, _ ("Say whom it is lent to"));
  else
    g_set_error_literal (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_INVALID,
                         _ ("It is lent to somebody, yet its state is another"));
  return FALSE;
}

/* clang-format off */
YZ_DEFINE_KIND (YzEquipment, yz_equipment, fields,
                .name = "equipment",
                .title = N_ ("Piece of equipment"),
                .title_plural = N_ ("Equipment"),
                .title_field = "tag",
                .has_own_place = TRUE,
                .check = check)
/* clang-format on */

const char *
yz_equipment_state_get_nick (YzEquipmentState state)
{
  return states[state].nick;
}

YzEquipmentState
yz_equipment_get_state (YzRecord *piece)
{
  const char *nick = yz_record_get_text (piece, "state");

  for (guint i = 0; i < YZ_N_EQUIPMENT_STATES; i++)
    if (g_strcmp0 (states[i].nick, nick) == 0)
      return (YzEquipmentState) i;
  return YZ_EQUIPMENT_IN_USE;
}
