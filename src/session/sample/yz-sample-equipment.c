/* The equipment of the sample: where it stands, what is idle or broken, and what is due to be checked. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "yz-elements.h"
#include "yz-place.h"
#include "yz-sample-private.h"

static const struct
{
  const char *code, *name, *service, *icon;
  gint64 value;
  int check_months;
} types[] = {
  { "SB-WB", "微波炉", "meal", "meal", 59900, 0 },
  { "SB-BX", "电冰箱", "fridge", "fridge", 129900, 0 },
  { "SB-YS", "饮水机", "water", "water", 89900, 6 },
  { "SB-XY", "电子血压计", "health_check", "health_check", 32800, 12 },
  { "SB-CD", "手机充电柜", "charging", "charging", 218000, 0 },
  { "SB-AM", "按摩椅", NULL, "rest", 359900, 0 },
  { "SB-KT", "空调", "cooling", "cooling", 289900, 12 },
  { "SB-AED", "自动体外除颤仪", NULL, "medicine", 1480000, 12 },
};

/* Days are counted from today; 0 is no day. */
static const struct
{
  const char *tag, *type, *model;
  const char *where; /* a station, or a place of none */
  const char *state;
  int since, bought, next_check;
  const char *reason, *lent_to;
  int lent_until;
} pieces[] = {
  { "SB-0401", "微波炉", "晴厨 WD-20", "滨江东路驿站", "in_use", 0, -620, 0 },
  { "SB-0402", "电冰箱", "冰川 BC-95", "滨江东路驿站", "broken", -9, -1240, 0, "不制冷，等配件" },
  { "SB-0403", "饮水机", "清源 Y3", "滨江东路驿站", "in_use", 0, -400, 25 },
  { "SB-0417", "电子血压计", "康测 U30 上臂式", "滨江东路驿站", "in_use", 0, -350, 115 },
  { "SB-0405", "手机充电柜", "电小站 12 口", "滨江东路驿站", "in_use", 0, -300, 0 },
  { "SB-0406", "空调", "江风 KFR-35", "滨江东路驿站", "in_use", 0, -900, 190 },
  { "SB-0407", "自动体外除颤仪", "护心 A1", "滨江东路驿站", "in_use", 0, -200, 12 },
  { "SB-0408", "按摩椅", "舒坐 M6", "滨江东路驿站", "lent", -12, -500, 0, NULL, "晴川邮政滨江支局", 6 },
  { "SB-0311", "微波炉", "晴厨 WD-20", "老码头驿站", "in_use", 0, -700, 0 },
  { "SB-0312", "电冰箱", "冰川 BC-95", "老码头驿站", "in_use", 0, -700, 0 },
  { "SB-0313", "电子血压计", "康测 U30 上臂式", "老码头驿站", "in_use", 0, -380, -18 },
  { "SB-0321", "微波炉", "晴厨 WD-20", "文昌阁驿站", "idle", -75, -800, 0, "微波炉换新，旧机完好" },
  { "SB-0322", "饮水机", "清源 Y3", "文昌阁驿站", "in_use", 0, -410, 40 },
  { "SB-0331", "电冰箱", "冰川 BC-120", "云桥地铁口驿站", "idle", -130, -950, 0, "站内改造后无处安放" },
  { "SB-0332", "空调", "江风 KFR-50", "云桥地铁口驿站", "in_use", 0, -450, 205 },
  { "SB-0341", "电子血压计", "康测 U30 上臂式", "晴川站东广场驿站", "idle", -41, -600, 60, "配了两台，一台闲置" },
  { "SB-0342", "电子血压计", "康测 U32 上臂式", "晴川站东广场驿站", "in_use", 0, -90, 275 },
  { "SB-0343", "自动体外除颤仪", "护心 A1", "晴川站东广场驿站", "in_use", 0, -210, 150 },
  { "SB-0351", "微波炉", "晴厨 WD-25", "江北区总仓", "idle", -20, -30, 0, "新购未领" },
  { "SB-0352", "饮水机", "清源 Y5", "江北区总仓", "idle", -20, -30, 150, "新购未领" },
  { "SB-0361", "空调", "江风 KFR-35", "临湖公园驿站", "broken", -30, -2100, 0, "压缩机损坏，建议报废" },
  { "SB-0188", "微波炉", "晴厨 WD-17", "临湖公园驿站", "disposed", -60, -3300, 0, "超过使用年限，已报废" },
};

/* What stations cannot offer for want of a piece. */
static const struct
{
  const char *station, *services;
} wants[] = {
  { "滨江东路驿站", "fridge:paused;cabinet:offered;health_check:offered;nursing:planned" },
  { "柳荫巷驿站", "fridge:planned;meal:paused" },
  { "橘园社区驿站", "health_check:planned" },
  { "白鹭洲驿站", "water:paused" },
};

static void
set_date (YzSample *self, YzRecord *record, const char *field, int days)
{
  g_autofree char *date = days != 0 ? yz_sample_dup_date (self, days) : NULL;

  yz_record_set_text (record, field, date);
}

/* Services are told by their codes here. */
static gboolean
find_service (YzSample *self, const char *code, YzRecord *item, GError **error)
{
  g_autoptr (YzRecord) service = code != NULL ? yz_store_find (self->store, &yz_service_kind, code, error) : NULL;

  if (service != NULL)
    yz_record_set_text (item, "service", yz_record_get_id (service));
  return code == NULL || service != NULL;
}

static gboolean
add_types (YzSample *self, YzEdit *edit, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (YzRecord) item = yz_sample_new_record (self, &yz_item_kind, types[i].name);
      g_autofree char *icon = g_strdup_printf ("yz-service-%s-symbolic", types[i].icon);

      yz_record_set_text (item, "code", types[i].code);
      yz_record_set_text (item, "category", "equipment");
      yz_record_set_text (item, "unit", "台");
      yz_record_set_text (item, "icon", icon);
      yz_record_set (item, "value", g_variant_new_int64 (types[i].value));
      if (!find_service (self, types[i].service, item, error))
        return FALSE;
      yz_edit_create (edit, item);
    }
  return TRUE;
}

static void
add_piece (YzSample *self, YzEdit *edit, guint index)
{
  g_autoptr (YzRecord) piece = yz_sample_new_record (self, &yz_equipment_kind, pieces[index].tag);
  gboolean stored = g_str_equal (pieces[index].where, YZ_SAMPLE_WAREHOUSE);

  yz_record_set_text (piece, "item", yz_sample_get_id (self, pieces[index].type));
  yz_record_set_text (piece, "model", pieces[index].model);
  yz_record_set_text (piece, stored ? "place" : "station", yz_sample_get_id (self, pieces[index].where));
  yz_record_set_text (piece, "state", pieces[index].state);
  yz_record_set_text (piece, "state_reason", pieces[index].reason);
  yz_record_set_text (piece, "lent_to", pieces[index].lent_to);
  set_date (self, piece, "lent_until", pieces[index].lent_until);
  set_date (self, piece, "state_since", pieces[index].since);
  set_date (self, piece, "bought", pieces[index].bought);
  set_date (self, piece, "next_check", pieces[index].next_check);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_str_equal (types[i].name, pieces[index].type))
      {
        yz_record_set (piece, "value", g_variant_new_int64 (types[i].value));
        if (types[i].check_months > 0)
          yz_record_set (piece, "check_months", g_variant_new_int64 (types[i].check_months));
      }
  yz_edit_create (edit, piece);
}

static gboolean
change_services (YzSample *self, YzEdit *edit, const char *station, const char *services, GError **error)
{
  const YzField *field = yz_kind_find_field (&yz_station_kind, "services");
  g_autoptr (YzRecord) record = yz_store_load (self->store, &yz_station_kind, yz_sample_get_id (self, station), error);
  g_autoptr (GVariant) added = NULL;
  g_autoptr (GVariant) joined = NULL;

  if (record == NULL || !yz_field_parse (field, services, &added, error))
    return FALSE;
  joined = yz_elements_add (field, yz_record_get (record, "services"), added);
  yz_edit_set (edit, record, "services", joined);
  return TRUE;
}

gboolean
yz_sample_add_equipment (YzSample *self, GError **error)
{
  g_autoptr (YzEdit) edit = yz_edit_new (N_ ("Add equipment"));

  if (!add_types (self, edit, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    add_piece (self, edit, i);
  for (guint i = 0; i < G_N_ELEMENTS (wants); i++)
    if (!change_services (self, edit, wants[i].station, wants[i].services, error))
      return FALSE;
  return yz_sample_apply (self, g_steal_pointer (&edit), error);
}
