#include "config.h"

#include "yz-place.h"

#include "yz-id.h"
#include "yz-kinds.h"

#include <glib/gi18n-lib.h>

/* In the order of YzPlaceType. */
static const YzChoice types[] = {
  { "station", N_ ("Station"), "驿站|站点|station" },
  { "shelf", N_ ("Room or shelf"), "货架|库房|储物间|柜|shelf|room" },
  { "warehouse", N_ ("Warehouse"), "仓库|总仓|warehouse" },
  { "slot", N_ ("Cabinet slot"), "柜格|格口|slot" },
  { "campaign", N_ ("Held for a campaign"), "活动预留|预留|campaign" },
  { "transit", N_ ("On the way"), "在途|transit" },
  { "supply", N_ ("Supply"), "来源|supply" },
  { "handed_out", N_ ("Handed out"), "已发放|handed out" },
  { "written_off", N_ ("Written off"), "已报损|written off" },
  { "difference", N_ ("Differences of counts"), "盘盈盘亏|difference" },
  { "kitting", N_ ("Kits"), "组包|kitting" },
  { NULL },
};

G_STATIC_ASSERT (G_N_ELEMENTS (types) == YZ_N_PLACE_TYPES + 1);

static const YzChoice states[] = {
  { "in_use", N_ ("In use"), "正常|在用|in use" },
  { "out_of_order", N_ ("Out of order"), "故障|停用|out of order" },
  { NULL },
};

static const YzField fields[] = {
  { "name", YZ_FIELD_TEXT, N_ ("Name"), YZ_FIELD_REQUIRED | YZ_FIELD_SEARCHED | YZ_FIELD_PHONETIC,
    .synonyms = "库位|库位名称|货架|存放位置|place|name" },
  { "type", YZ_FIELD_CHOICE, N_ ("Type"), YZ_FIELD_REQUIRED | YZ_FIELD_LISTED, .choices = types, .initial = "shelf",
    .synonyms = "库位类型|类型|type" },
  { "station", YZ_FIELD_REF, N_ ("Station"), .ref_kind = "station", .synonyms = "驿站|所属驿站|station" },
  { "cabinet", YZ_FIELD_REF, N_ ("Smart cabinet"), .ref_kind = "cabinet", .synonyms = "智能柜|cabinet" },
  { "position", YZ_FIELD_INTEGER, N_ ("Order on a walk"), YZ_FIELD_LISTED, .minimum = 0, .maximum = 1e6,
    .synonyms = "顺序|巡查顺序|position" },
  { "item", YZ_FIELD_REF, N_ ("Kept for"), .ref_kind = "item", .group = "slot", .synonyms = "放置物品|item" },
  { "capacity", YZ_FIELD_INTEGER, N_ ("Capacity"), .group = "slot", .minimum = 1, .maximum = 1e6,
    .synonyms = "容量|capacity" },
  { "state", YZ_FIELD_CHOICE, N_ ("State"), YZ_FIELD_LISTED, .choices = states, .initial = "in_use", .group = "state",
    .synonyms = "状态|state" },
  { "state_reason", YZ_FIELD_TEXT, N_ ("Reason of the state"), .group = "state", .synonyms = "原因|故障原因|reason" },
  { "note", YZ_FIELD_NOTE, N_ ("Note"), .synonyms = "备注|note" },
};

static gboolean
check (YzRecord *before, YzRecord *after, GError **error)
{
  /* the ledger counts what lies here as the station's */
  if (before != NULL &&
      (g_strcmp0 (yz_record_get_text (before, "station"), yz_record_get_text (after, "station")) != 0 ||
       yz_place_get_type_of (before) != yz_place_get_type_of (after)))
    {
      g_set_error_literal (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_TRANSITION,
                           _ ("A place stays what and where it is: make a new one, and move the stock there"));
      return FALSE;
    }
  return TRUE;
}

/* clang-format off */
YZ_DEFINE_KIND (YzPlace, yz_place, fields,
                .name = "place",
                .title = N_ ("Place of stock"),
                .title_plural = N_ ("Places of stock"),
                .title_field = "name",
                .has_own_place = TRUE,
                .check = check)
/* clang-format on */

const char *
yz_place_type_get_nick (YzPlaceType type)
{
  return types[type].nick;
}

YzPlaceType
yz_place_get_type_of (YzRecord *place)
{
  const char *nick = yz_record_get_text (place, "type");

  for (guint i = 0; i < YZ_N_PLACE_TYPES; i++)
    if (g_strcmp0 (types[i].nick, nick) == 0)
      return (YzPlaceType) i;
  return YZ_PLACE_SHELF;
}

gboolean
yz_place_type_is_outside (YzPlaceType type)
{
  return type >= YZ_PLACE_SUPPLY;
}

/* UUIDs of version 8: ours to choose, and never made by the factory. */
static const char *const single_ids[YZ_N_PLACE_TYPES] = {
  [YZ_PLACE_TRANSIT] = "00000000-0000-8000-8000-797a00000001",
  [YZ_PLACE_SUPPLY] = "00000000-0000-8000-8000-797a00000002",
  [YZ_PLACE_HANDED_OUT] = "00000000-0000-8000-8000-797a00000003",
  [YZ_PLACE_WRITTEN_OFF] = "00000000-0000-8000-8000-797a00000004",
  [YZ_PLACE_DIFFERENCE] = "00000000-0000-8000-8000-797a00000005",
  [YZ_PLACE_KITTING] = "00000000-0000-8000-8000-797a00000006",
};

const char *
yz_place_get_single_id (YzPlaceType type)
{
  g_return_val_if_fail (single_ids[type] != NULL, NULL);
  return single_ids[type];
}

gboolean
yz_place_find_single (const char *id, YzPlaceType *type)
{
  for (guint i = 0; i < YZ_N_PLACE_TYPES; i++)
    if (single_ids[i] != NULL && g_strcmp0 (single_ids[i], id) == 0)
      {
        *type = (YzPlaceType) i;
        return TRUE;
      }
  return FALSE;
}

char *
yz_place_dup_id_of_station (const char *station)
{
  return yz_id_derive ("place of station", station);
}

YzRecord *
yz_place_new_of_station (YzRecord *station)
{
  g_autofree char *id = yz_place_dup_id_of_station (yz_record_get_id (station));
  YzRecord *place = yz_record_new (&yz_place_kind, id);

  yz_record_set_text (place, "name", yz_record_get_title (station));
  yz_record_set_text (place, "type", yz_place_type_get_nick (YZ_PLACE_STATION));
  yz_record_set_text (place, "station", yz_record_get_id (station));
  return place;
}

YzRecord *
yz_place_new_single (YzPlaceType type)
{
  YzRecord *place = yz_record_new (&yz_place_kind, yz_place_get_single_id (type));

  yz_record_set_text (place, "name", _ (types[type].title));
  yz_record_set_text (place, "type", types[type].nick);
  yz_record_set (place, "state", NULL);
  return place;
}
