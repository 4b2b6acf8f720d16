#include "config.h"

#include "guide-fixture.h"

#define N_PAPERS 2

typedef struct
{
  const char *code;
  const char *item;
  const char *unit;
  const char *lot;
  const char *expiry;
  int days_left;
  gint64 quantity;
  gint64 value_fen;
} Goods;

static const Goods hall[] = {
  { "01-001", "一次性纸杯 250 ml", "包", NULL, NULL, 0, 40, 850 },
  { "01-004", "矿泉水 550 ml × 24", "箱", "251108", "2026-11-07", 301, 18, 2880 },
  { "01-007", "姜茶 10 g × 20", "盒", "250903", "2026-03-02", 44, 12, 1650 },
  { "01-012", "暖贴 10 片", "包", "251020", "2028-10-19", 1012, 60, 1200 },
  { "02-003", "雨衣 加厚 XL", "件", NULL, NULL, 0, 25, 1990 },
  { "02-004", "雨伞 自动 直杆", "把", NULL, NULL, 0, 14, 3500 },
  { "02-009", "针线包", "个", NULL, NULL, 0, 9, -1 },
};
static const Goods store_room[] = {
  { "03-001", "碘伏棉签 20 支", "盒", "250611", "2026-02-10", 24, 16, 980 },
  { "03-002", "创可贴 100 片", "盒", "250715", "2027-07-14", 543, 22, 1500 },
  { "03-005", "医用口罩 50 只 独立装", "盒", "251001", "2027-09-30", 621, 30, 1890 },
  { "03-008", "烫伤膏 20 g", "支", "241212", "2025-12-11", -37, 6, 1280 },
  { "03-011", "电子血压计 上臂式", "台", NULL, NULL, 0, 2, 19900 },
  { "04-006", "内六角扳手 9 件套", "套", NULL, NULL, 0, 3, 4500 },
};
static const Goods cabinet[] = {
  { "05-001", "方便面 桶装 120 g × 12", "箱", "251115", "2026-05-14", 124, 5, 5400 },
  { "05-003", "自热米饭 300 g", "盒", "251009", "2026-07-05", 176, 11, 1590 },
  { "05-006", "充电线 三合一 1.2 m", "根", NULL, NULL, 0, 8, 1500 },
  { "05-010", "移动电源 10 000 mAh", "个", NULL, NULL, 0, 4, 8900 },
};

static const struct
{
  const char *name;
  const char *note;
  const Goods *goods;
  guint n;
} shelves[] = {
  { "前厅柜", NULL, hall, G_N_ELEMENTS (hall) },
  { "储物间 A", "钥匙在站长处", store_room, G_N_ELEMENTS (store_room) },
  { "智能柜", "晴川大道 6 号，门厅左侧", cabinet, G_N_ELEMENTS (cabinet) },
};

static void
fill_line (YzGoodsLine *line, const Goods *goods, guint number)
{
  line->id = g_strdup_printf ("goods-%u", number);
  line->code = g_strdup (goods->code);
  line->lot = g_strdup (goods->lot);
  line->expiry = g_strdup (goods->expiry);
  line->days_left = goods->days_left;
  line->warned = goods->expiry != NULL && goods->days_left < 60;
  line->place = g_strdup_printf ("%02u", number % 18 + 1);
  line->quantity = goods->quantity;
  line->arrived = number % 5 == 2 ? goods->quantity - 1 : goods->quantity;
  line->value_fen = goods->value_fen;
  line->recalled = number % 17 == 11;
  line->note = number % 7 == 3 ? g_strdup ("外包装受潮") : NULL;
  line->scan = g_strdup (goods->code);
}

static void
make_line_wild (YzGoodsLine *line, guint number)
{
  if (number % 4 == 1)
    {
      g_free (line->item);
      line->item =
        g_strdup ("户外劳动者夏季高温防暑降温综合防护用品套装（含降温贴、冰袖、防晒帽、藿香正气水）加大号 2026 款");
    }
  if (number % 5 == 2)
    {
      g_free (line->lot);
      line->lot = g_strdup ("LOT-2026-07-15-A-000123456789");
      g_clear_pointer (&line->code, g_free);
    }
  if (number % 6 == 3)
    {
      line->quantity = G_GINT64_CONSTANT (123456789);
      g_free (line->unit);
      line->unit = g_strdup ("独立小包装袋");
    }
  if (number % 9 == 4)
    line->arrived = -1;
}

static void
add_shelf (YzGoodsPaper *paper, guint i, guint *number, gboolean wild)
{
  guint repeat = wild ? 3 : 1;
  YzGoodsGroup *group = yz_goods_paper_add_group (paper, shelves[i].name, shelves[i].note);

  for (guint k = 0; k < shelves[i].n * repeat; k++)
    {
      const Goods *goods = &shelves[i].goods[k % shelves[i].n];
      YzGoodsLine *line = yz_goods_group_add_line (group, goods->item, goods->unit);

      fill_line (line, goods, ++*number);
      if (wild)
        make_line_wild (line, *number);
    }
}

static YzGoodsPaper *
new_paper (const YzGuideStation *station, guint index, gboolean wild)
{
  YzGoodsPaper *paper = yz_goods_paper_new (station->id, station->name);
  guint number = 0;

  paper->number = g_strdup_printf ("PD-260110-%02u", index + 1);
  paper->where = g_strdup ("前厅柜、储物间 A、智能柜");
  paper->target = g_strdup ("石桥驿站");
  paper->at = g_strdup ("2026-01-10 08:00");
  paper->due = g_strdup ("2026-01-12");
  paper->blind = index == 0;
  paper->reason = g_strdup ("入冬前按冬季清单补齐");
  paper->people[0] = g_strdup ("周敏");
  paper->cap_fen = 100000;
  paper->spent_fen = 31280;
  /* the second has few lines */
  for (guint i = 0; i < (index == 0 ? G_N_ELEMENTS (shelves) : 1); i++)
    add_shelf (paper, i, &number, wild);
  if (wild && index == 1)
    {
      g_clear_pointer (&paper->number, g_free);
      g_clear_pointer (&paper->at, g_free);
      g_clear_pointer (&paper->where, g_free);
    }
  return paper;
}

void
guide_fixture_add_goods (YzGuideContent *content, gboolean wild)
{
  content->goods = g_ptr_array_new_with_free_func ((GDestroyNotify) yz_goods_paper_free);
  for (guint i = 0; i < MIN (N_PAPERS, content->stations->len); i++)
    g_ptr_array_add (content->goods, new_paper (g_ptr_array_index (content->stations, i), i, wild));
}
