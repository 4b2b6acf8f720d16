/* Items, places and levels of the sample. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "yz-place.h"
#include "yz-sample-private.h"

#define KEEPS YZ_SAMPLE_KEEPS

/* clang-format off */
static const YzSampleGood goods[] = {
  { "YS001", "瓶装饮用水", "550 ml × 24", "箱", "consumable", "service-water", 3600, 60, 8, 20, 'G', { 166, 220, 286 },
    3, 15 },
  { "YP001", "藿香正气水", "10 ml × 10 支", "盒", "consumable", "service-medicine", 1280, 30, 5, 12, 'Y', { 19, 0, 0 }, 1, 6 },
  { "YP002", "创可贴", "100 片", "盒", "consumable", "service-medicine", 1550, 30, 1, 4, 'Y', { 8, 0, 0 }, 1, 2 },
  { "YP003", "碘伏消毒液", "100 ml", "瓶", "consumable", "service-medicine", 680, 60, 2, 6, 'D', { 310, 400, 0 }, 1, 4 },
  { "FH001", "一次性雨衣", "均码", "件", "consumable", "goods-clothes", 350, 0, 20, 60, 0, { KEEPS, KEEPS, KEEPS }, 6, 42 },
  { "FH002", "防寒手套", "L 码", "双", "consumable", "goods-gloves", 1800, 0, 10, 30, 0, { KEEPS, 0, 0 }, 4, 0 },
  { "FH003", "口罩", "50 只", "盒", "consumable", "goods-mask", 1200, 60, 6, 18, 'K', { 1015, 1045, 0 }, 2, 13 },
  { "BN001", "暖贴", "10 片装", "包", "consumable", "goods-warmth", 900, 60, 30, 70, 'N', { 0, 680, 710 }, 5, 56 },
  { "BN002", "红糖姜茶", "12 g × 18 袋", "盒", "consumable", "goods-hot", 2150, 45, 5, 15, 'S', { 330, 360, 0 }, 2, 10 },
  { "QL001", "降温贴", "4 片", "盒", "consumable", "service-cooling", 990, 60, 0, 10, 'J', { 420, 0, 0 }, 2, 6 },
  { "QL002", "冰袖", "均码", "双", "consumable", "service-cooling", 800, 0, 0, 20, 0, { KEEPS, 0, 0 }, 3, 8 },
  { "QL003", "防晒帽", "可折叠", "顶", "consumable", "service-rest", 1500, 0, 0, 15, 0, { KEEPS, 0, 0 }, 2, 5 },
  { "CD001", "手机充电线", "三合一", "根", "consumable", "service-charging", 1500, 0, 6, 10, 0, { KEEPS, 0, 0 }, 1, 3 },
  { "SP001", "方便面", "桶装", "桶", "consumable", "service-meal", 450, 20, 10, 30, 'F', { 33, 60, 95 }, 4, 17 },
  { "YJ001", "爱心雨伞", "长柄", "把", "gift", "service-rain", 2600, 0, 4, 10, 0, { KEEPS, KEEPS, 0 }, 1, 7 },
  { "YS002", "工会服务指南", "折页", "份", "printed", "service-policy", 30, 0, 50, 200, 0, { KEEPS, KEEPS, KEEPS }, 15, 118 },
};
/* clang-format on */

const YzSampleGood *
yz_sample_goods (guint *n_goods)
{
  *n_goods = G_N_ELEMENTS (goods);
  return goods;
}

static void
set_integer (YzRecord *record, const char *field, gint64 value)
{
  yz_record_set (record, field, g_variant_new_int64 (value));
}

static void
add_item (YzSample *self, YzEdit *edit, const YzSampleGood *good)
{
  g_autoptr (YzRecord) item = yz_sample_new_record (self, &yz_item_kind, good->name);
  g_autofree char *icon = g_strdup_printf ("yz-%s-symbolic", good->icon);

  yz_record_set_text (item, "code", good->code);
  yz_record_set_text (item, "spec", good->spec);
  yz_record_set_text (item, "unit", good->unit);
  yz_record_set_text (item, "category", good->category);
  yz_record_set_text (item, "icon", icon);
  set_integer (item, "value", good->value);
  yz_record_set (item, "needs_expiry", g_variant_new_boolean (good->lot != 0));
  if (good->warn_days > 0)
    set_integer (item, "warn_days", good->warn_days);
  if (good->minimum > 0)
    set_integer (item, "minimum", good->minimum);
  set_integer (item, "target", good->target);
  yz_edit_create (edit, item);
}

/* @station: (nullable) */
static YzRecord *
add_place (YzSample *self, YzEdit *edit, const char *name, YzPlaceType type, const char *station, int position)
{
  g_autoptr (YzRecord) place = yz_sample_new_record (self, &yz_place_kind, name);

  yz_record_set_text (place, "type", yz_place_type_get_nick (type));
  if (station != NULL)
    yz_record_set_text (place, "station", yz_sample_get_id (self, station));
  set_integer (place, "position", position);
  yz_edit_create (edit, place);
  return place;
}

static void
add_places (YzSample *self, YzEdit *edit)
{
  static const struct
  {
    const char *name;
    YzPlaceType type;
    const char *station;
  } places[] = {
    { YZ_SAMPLE_WAREHOUSE, YZ_PLACE_WAREHOUSE, NULL },
    { "滨江东路·药品柜", YZ_PLACE_SHELF, YZ_SAMPLE_FIRST },
    { "滨江东路·货架A", YZ_PLACE_SHELF, YZ_SAMPLE_FIRST },
    { "滨江东路·储物间", YZ_PLACE_SHELF, YZ_SAMPLE_FIRST },
    { "老码头·前台", YZ_PLACE_SHELF, "老码头驿站" },
    { "云桥地铁口·储物间", YZ_PLACE_SHELF, "云桥地铁口驿站" },
    { "冬季送温暖（云桥）", YZ_PLACE_CAMPAIGN, "云桥地铁口驿站" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    add_place (self, edit, places[i].name, places[i].type, places[i].station, (int) i + 1);
}

/* The slots of the smart cabinet, by rows; one without goods is kept free. */
static void
add_cabinet (YzSample *self, YzEdit *edit)
{
  static const struct
  {
    const char *name, *good;
    int capacity;
  } slots[] = {
    { "A1", "瓶装饮用水", 4 }, { "A2", "瓶装饮用水", 4 }, { "A3", "瓶装饮用水", 4 }, { "A4", "红糖姜茶", 5 },
    { "A5", "红糖姜茶", 5 },   { "A6", "暖贴", 8 },       { "B1", "一次性雨衣", 4 }, { "B2", "一次性雨衣", 4 },
    { "B3", "爱心雨伞", 2 },   { "B4", "爱心雨伞", 2 },   { "B5", "藿香正气水", 3 }, { "B6", "手机充电线", 3 },
    { "C1", NULL, 0 },         { "C2", NULL, 0 },         { "C3", NULL, 0 },         { "C4", "口罩", 4 },
    { "C5", "防寒手套", 4 },   { "C6", "方便面", 4 },
  };
  g_autoptr (YzRecord) cabinet = yz_sample_new_record (self, &yz_cabinet_kind, "智能柜 A");

  yz_record_set_text (cabinet, "code", "ZNG-0137-A");
  yz_record_set_text (cabinet, "station", yz_sample_get_id (self, YZ_SAMPLE_FIRST));
  set_integer (cabinet, "columns", 6);
  set_integer (cabinet, "monthly_cap", 100000);
  set_integer (cabinet, "visit_order", 1);
  set_integer (cabinet, "hold_hours", 24);
  yz_edit_create (edit, cabinet);
  for (guint i = 0; i < G_N_ELEMENTS (slots); i++)
    {
      YzRecord *slot = add_place (self, edit, slots[i].name, YZ_PLACE_SLOT, YZ_SAMPLE_FIRST, (int) i + 1);

      yz_record_set_text (slot, "cabinet", yz_record_get_id (cabinet));
      if (slots[i].good != NULL)
        {
          yz_record_set_text (slot, "item", yz_sample_get_id (self, slots[i].good));
          set_integer (slot, "capacity", slots[i].capacity);
        }
      if (g_str_equal (slots[i].name, "C6"))
        {
          yz_record_set_text (slot, "state", "out_of_order");
          yz_record_set_text (slot, "state_reason", "锁故障，已报修");
        }
    }
}

gboolean
yz_sample_add_goods (YzSample *self, GError **error)
{
  YzEdit *edit = yz_edit_new (N_ ("Add items"));

  for (guint i = 0; i < G_N_ELEMENTS (goods); i++)
    add_item (self, edit, &goods[i]);
  add_places (self, edit);
  add_cabinet (self, edit);
  return yz_sample_apply (self, edit, error);
}
