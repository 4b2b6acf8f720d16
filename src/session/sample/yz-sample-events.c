/* What happened but once in the sample: losses, transfers on the way, counts, a recall, a cabinet that was filled. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "yz-place.h"
#include "yz-sample-private.h"

#define HOUR 60

/* One good that goes somewhere. */
typedef YzEdit *(*Verb) (YzStore *store, const char *place, const YzStockLine *lines, guint n_lines,
                         const YzStockNote *note, GError **error);

static gboolean
do_one (YzSample *self, Verb verb, const char *place, const char *good, int quantity, const YzStockNote *note,
        GError **error)
{
  YzStockLine line = { yz_sample_get_id (self, good), NULL, quantity };

  return yz_sample_apply (self, verb (self->store, yz_sample_get_id (self, place), &line, 1, note, error), error);
}

static gboolean
move (YzSample *self, const char *from, const char *to, const char *good, int quantity, const YzStockNote *note,
      GError **error)
{
  YzStockLine line = { yz_sample_get_id (self, good), NULL, quantity };

  return yz_sample_apply (self,
                          yz_stock_make_move (self->store, yz_sample_get_id (self, from), yz_sample_get_id (self, to),
                                              &line, 1, note, error),
                          error);
}

static gboolean
send (YzSample *self, int day, const char *number, const char *to, const char *good, int quantity, int due,
      GError **error)
{
  g_autofree char *slip = yz_sample_format_date (self, day, number);
  g_autofree char *date = yz_sample_dup_date (self, due);
  YzStockLine line = { yz_sample_get_id (self, good), NULL, quantity };
  YzStockNote note = { .at = yz_sample_get_time (self, day, 15 * HOUR), .handler = "陈立", .reason = "冬季补货" };

  return yz_sample_apply (self,
                          yz_stock_make_transfer (self->store, slip, yz_sample_get_id (self, YZ_SAMPLE_WAREHOUSE),
                                                  yz_sample_get_id (self, to), date, &line, 1, &note, error),
                          error);
}

/* Given by a shop next door, and too old by now. */
static gboolean
add_old_noodles (YzSample *self, GError **error)
{
  g_autofree char *expiry = yz_sample_dup_date (self, -5);
  YzStockArrival arrival = { yz_sample_get_id (self, "方便面"), 6, "F-JZ01", expiry, "donated", "码头便利店", -1 };
  YzStockNote note = { .at = yz_sample_get_time (self, -2, 11 * HOUR),
                       .handler = "吴建国",
                       .reason = "补记漏登的捐赠" };

  return yz_sample_apply (self,
                          yz_stock_make_receipt (self->store, yz_sample_get_id (self, "老码头驿站"), &arrival, 1, &note,
                                                 error),
                          error);
}

/* The lot of the second delivery. */
static gboolean
recall_lot (YzSample *self, GError **error)
{
  g_autoptr (YzQuery) query = yz_query_new (&yz_lot_kind);
  g_autoptr (GPtrArray) lots = NULL;
  YzRecord *lot;
  YzEdit *edit;

  yz_query_add (query, "item", YZ_COMPARE_EQUAL, g_variant_new_string (yz_sample_get_id (self, "碘伏消毒液")));
  lots = yz_store_load_records (self->store, query, error);
  if (lots == NULL)
    return FALSE;
  g_return_val_if_fail (lots->len > 1, FALSE);
  lot = g_ptr_array_index (lots, 1);
  edit = yz_edit_new (N_ ("Edit"));
  yz_edit_set (edit, lot, "recalled", g_variant_new_boolean (TRUE));
  yz_edit_set (edit, lot, "recall_reason", g_variant_new_string ("厂家通知：瓶盖渗漏，暂停使用"));
  return yz_sample_apply (self, edit, error);
}

static gboolean
put_on_shelves (YzSample *self, GError **error)
{
  static const struct
  {
    const char *to, *good;
    int quantity;
  } moves[] = {
    { "滨江东路·药品柜", "碘伏消毒液", 2 },
    { "滨江东路·药品柜", "藿香正气水", 2 },
    { "滨江东路·货架A", "口罩", 6 },
    { "滨江东路·货架A", "方便面", 6 },
    { "滨江东路·储物间", "暖贴", 20 },
    { "滨江东路·储物间", "一次性雨衣", 15 },
    { "A1", "瓶装饮用水", 3 },
    { "A2", "瓶装饮用水", 4 },
    { "A3", "瓶装饮用水", 1 },
    { "A4", "红糖姜茶", 5 },
    { "A5", "红糖姜茶", 2 },
    { "A6", "暖贴", 7 },
    { "B1", "一次性雨衣", 4 },
    { "B3", "爱心雨伞", 1 },
    { "B4", "爱心雨伞", 2 },
    { "B5", "藿香正气水", 2 },
    { "B6", "手机充电线", 1 },
    { "C4", "口罩", 4 },
  };
  YzStockNote note = { .at = yz_sample_get_time (self, -1, 18 * HOUR + 40), .handler = "周敏" };

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    if (!move (self, YZ_SAMPLE_FIRST, moves[i].to, moves[i].good, moves[i].quantity, &note, error))
      return FALSE;
  return TRUE;
}

/* Set aside for the families of delivery riders. */
static gboolean
reserve (YzSample *self, GError **error)
{
  YzStockNote note = { .at = yz_sample_get_time (self, -3, 16 * HOUR),
                       .handler = "潘志强",
                       .campaign = "冬季送温暖",
                       .reason = "慰问骑手家庭" };

  return move (self, "云桥地铁口驿站", "冬季送温暖（云桥）", "暖贴", 20, &note, error);
}

gboolean
yz_sample_add_losses (YzSample *self, GError **error)
{
  YzStockNote loss = { .at = yz_sample_get_time (self, -4, 10 * HOUR + 11),
                       .handler = "周敏",
                       .reason = "包装破损，附照片2张" };
  YzStockNote found = { .at = yz_sample_get_time (self, -7, 17 * HOUR + 48),
                        .handler = "丁磊",
                        .reason = "活动结余，未拆封",
                        .campaign = "冬季送温暖" };

  return do_one (self, yz_stock_make_write_off, YZ_SAMPLE_FIRST, "一次性雨衣", 3, &loss, error) &&
         do_one (self, yz_stock_make_return, "晴川站东广场驿站", "防晒帽", 2, &found, error);
}

/* How much of it should be there in winter. */
static gboolean
add_levels (YzSample *self, GError **error)
{
  static const struct
  {
    const char *name, *station, *good, *begins, *ends;
    int minimum, target;
  } levels[] = {
    { "冬季", YZ_SAMPLE_FIRST, "防寒手套", "11-01", "03-15", 10, 40 },
    { "冬季", YZ_SAMPLE_FIRST, "暖贴", "11-01", "03-15", 30, 80 },
    { "夏季", YZ_SAMPLE_FIRST, "藿香正气水", "06-01", "09-30", 12, 30 },
    { "全年", "晴川站东广场驿站", "瓶装饮用水", NULL, NULL, 12, 30 },
  };
  YzEdit *edit = yz_edit_new (N_ ("Edit"));

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      g_autoptr (YzRecord) level = yz_sample_new_record (self, &yz_stock_level_kind, levels[i].name);
      g_autofree char *place = yz_place_dup_id_of_station (yz_sample_get_id (self, levels[i].station));

      yz_record_set_text (level, "place", place);
      yz_record_set_text (level, "item", yz_sample_get_id (self, levels[i].good));
      yz_record_set_text (level, "begins", levels[i].begins);
      yz_record_set_text (level, "ends", levels[i].ends);
      yz_record_set (level, "minimum", g_variant_new_int64 (levels[i].minimum));
      yz_record_set (level, "target", g_variant_new_int64 (levels[i].target));
      yz_edit_create (edit, level);
    }
  return yz_sample_apply (self, edit, error);
}

gboolean
yz_sample_add_events (YzSample *self, GError **error)
{
  return send (self, -6, "DB-%y%m%d-11", YZ_SAMPLE_FIRST, "暖贴", 30, -3, error) &&
         send (self, -1, "DB-%y%m%d-12", "云桥地铁口驿站", "口罩", 10, 2, error) && reserve (self, error) &&
         add_old_noodles (self, error) && recall_lot (self, error) && put_on_shelves (self, error) &&
         add_levels (self, error);
}
