#include "config.h"

#include "yz-movement.h"

#include "yz-kinds.h"
#include "yz-place.h"

#include <glib/gi18n-lib.h>

/* In the order of YzMovementType. */
static const YzChoice types[] = {
  { "opening", N_ ("Opening balance"), "期初|期初结存|opening" },
  { "receive", N_ ("Received"), "入库|收货|receive" },
  { "hand_out", N_ ("Handed out"), "领用|发放|出库|hand out|issue" },
  { "give_back", N_ ("Given back"), "退回|归还|give back" },
  { "move", N_ ("Moved"), "移位|移库|move" },
  { "send", N_ ("Sent"), "调出|发出|send" },
  { "arrive", N_ ("Arrived"), "调入|签收|arrive" },
  { "reserve", N_ ("Held for a campaign"), "预留|reserve" },
  { "release", N_ ("No longer held"), "释放|取消预留|release" },
  { "write_off", N_ ("Written off"), "报损|报废|write off" },
  { "count", N_ ("Counted"), "盘点|count" },
  { "assemble", N_ ("Put together"), "组包|assemble" },
  { "take_apart", N_ ("Taken apart"), "拆包|take apart" },
  { "dispense", N_ ("Given out by a cabinet"), "取货|出货|dispense" },
  { NULL },
};

G_STATIC_ASSERT (G_N_ELEMENTS (types) == YZ_N_MOVEMENT_TYPES + 1);

static const YzField fields[] = {
  { "document", YZ_FIELD_TEXT, N_ ("Number of the document"), YZ_FIELD_INDEXED, .synonyms = "单号|单据号|凭证号|document" },
  { "type", YZ_FIELD_CHOICE, N_ ("What happened"), YZ_FIELD_REQUIRED, .choices = types,
    .synonyms = "类型|业务类型|type" },
  { "item", YZ_FIELD_REF, N_ ("Item"), YZ_FIELD_REQUIRED, .ref_kind = "item",
    .synonyms = "品名|物品|物品名称|物资名称|item" },
  { "lot", YZ_FIELD_REF, N_ ("Lot"), .ref_kind = "lot", .synonyms = "批号|批次|lot" },
  { "quantity", YZ_FIELD_INTEGER, N_ ("Quantity"), YZ_FIELD_REQUIRED, .minimum = 0, .maximum = 1e9,
    .synonyms = "数量|quantity|qty" },
  { "source", YZ_FIELD_REF, N_ ("From"), YZ_FIELD_REQUIRED, .ref_kind = "place", .synonyms = "从|来源|from" },
  { "target", YZ_FIELD_REF, N_ ("To"), YZ_FIELD_REQUIRED, .ref_kind = "place", .synonyms = "到|去向|to" },
  { "at", YZ_FIELD_TIME, N_ ("When"), YZ_FIELD_REQUIRED | YZ_FIELD_INDEXED, .synonyms = "时间|日期|at|date" },
  { "counted", YZ_FIELD_INTEGER, N_ ("Counted"), .minimum = 0, .maximum = 1e9, .synonyms = "实盘数|实盘|counted" },
  { "handler", YZ_FIELD_TEXT, N_ ("Done by"), .synonyms = "经办人|操作人|handler" },
  { "recipient", YZ_FIELD_TEXT, N_ ("Given to"), YZ_FIELD_PERSONAL, .synonyms = "领用人|领取人|recipient" },
  { "people", YZ_FIELD_INTEGER, N_ ("Number of people"), .minimum = 0, .maximum = 1e7, .synonyms = "人次|人数|people" },
  { "campaign", YZ_FIELD_TEXT, N_ ("Campaign"), YZ_FIELD_INDEXED, .synonyms = "活动|活动名称|campaign" },
  { "reason", YZ_FIELD_TEXT, N_ ("Reason"), .synonyms = "原因|事由|备注|reason" },
  { "forced", YZ_FIELD_BOOLEAN, N_ ("More than the books had"), .synonyms = "超账面|forced" },
  { "transfer", YZ_FIELD_REF, N_ ("Transfer"), .ref_kind = "transfer", .synonyms = "调拨单|transfer" },
  { "stocktake", YZ_FIELD_REF, N_ ("Stocktake"), .ref_kind = "stocktake", .synonyms = "盘点单|stocktake" },
  { "kit_lot", YZ_FIELD_REF, N_ ("Part of the kits"), .ref_kind = "lot", .synonyms = "组包批次|kit lot" },
  { "event", YZ_FIELD_REF, N_ ("Told by the cabinet"), .ref_kind = "cabinet_event", .synonyms = "柜机事件|event" },
  { "takes_back", YZ_FIELD_REF, N_ ("Counter-entry of"), YZ_FIELD_UNIQUE | YZ_FIELD_INDEXED | YZ_FIELD_INTERNAL,
    .ref_kind = "movement" },
};

static gboolean
refuse (GError **error, YzModelError code, const char *message)
{
  g_set_error_literal (error, YZ_MODEL_ERROR, code, message);
  return FALSE;
}

static gboolean
check_count (YzRecord *movement, GError **error)
{
  gboolean is_count = yz_movement_get_type_of (movement) == YZ_MOVEMENT_COUNT;
  gboolean asserts = yz_record_get (movement, "counted") != NULL;
  gboolean should_assert = is_count && yz_record_get (movement, "takes_back") == NULL;

  if (should_assert && !asserts)
    return refuse (error, YZ_MODEL_ERROR_REQUIRED, _ ("A count says how many there are"));
  if (asserts && !should_assert)
    return refuse (error, YZ_MODEL_ERROR_INVALID, _ ("Only a count says how many there are"));
  if (!is_count && yz_record_get_integer (movement, "quantity") == 0)
    return refuse (error, YZ_MODEL_ERROR_RANGE, _ ("At least 1"));
  return TRUE;
}

static gboolean
check (YzRecord *before, YzRecord *after, GError **error)
{
  if (g_strcmp0 (yz_record_get_text (after, "source"), yz_record_get_text (after, "target")) == 0)
    return refuse (error, YZ_MODEL_ERROR_INVALID, _ ("It goes from a place to the same place"));
  if (yz_record_get_boolean (after, "forced") && yz_record_get (after, "reason") == NULL)
    return refuse (error, YZ_MODEL_ERROR_REQUIRED, _ ("More than the books had: say how that can be"));
  return check_count (after, error);
}

/* clang-format off */
YZ_DEFINE_KIND (YzMovement, yz_movement, fields,
                .name = "movement",
                .title = N_ ("Movement of stock"),
                .title_plural = N_ ("Movements of stock"),
                .title_field = "document",
                .has_own_place = TRUE,
                .append_only = TRUE,
                .check = check,
                .make_counter = yz_movement_new_counter)
/* clang-format on */

const char *
yz_movement_type_get_nick (YzMovementType type)
{
  return types[type].nick;
}

YzMovementType
yz_movement_get_type_of (YzRecord *movement)
{
  const char *nick = yz_record_get_text (movement, "type");

  for (guint i = 0; i < YZ_N_MOVEMENT_TYPES; i++)
    if (g_strcmp0 (types[i].nick, nick) == 0)
      return (YzMovementType) i;
  return YZ_MOVEMENT_MOVE;
}

const char *
yz_movement_get_counted_place (YzRecord *movement)
{
  const char *source = yz_record_get_text (movement, "source");

  if (yz_record_get (movement, "counted") == NULL)
    return NULL;
  return g_strcmp0 (source, yz_place_get_single_id (YZ_PLACE_DIFFERENCE)) == 0 ? yz_record_get_text (movement, "target")
                                                                               : source;
}

YzRecord *
yz_movement_new_counter (YzRecord *movement, const char *id)
{
  YzRecord *counter = yz_record_copy_as (movement, id);

  yz_record_set_text (counter, "source", yz_record_get_text (movement, "target"));
  yz_record_set_text (counter, "target", yz_record_get_text (movement, "source"));
  yz_record_set (counter, "counted", NULL);
  yz_record_set (counter, "forced", NULL);
  yz_record_set_text (counter, "takes_back", yz_record_get_id (movement));
  return counter;
}
