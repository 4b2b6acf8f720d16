/*
 * The sheet on which a stocktake is written down at the shelves, to be typed in afterwards in the order in which it is
 * printed. What the books say is not on it unless somebody wants it so: nobody can copy what he does not see.
 */
#include "config.h"

#include "yz-documents-private.h"
#include "yz-goods-parts-private.h"

#define BOXES 4
#define LEAST_SPARE 2
#define MOST_SPARE 10
#define SUM_BOX_WIDTH 6.2
#define SUM_BOX_HEIGHT 5.9
#define SUM_BOXES 5

enum
{
  NUMBER,
  ITEM,
  UNIT,
  COUNTED,
  EXPIRY,
  LOT,
  CODE,
  BOOKS,
  AGAIN,
  REMARK,
  N_COLUMNS,
};

static const YzGoodsSigner signers[] = {
  { "盘点人", "Counted by", NULL, NULL },
  { "监盘人", "Witnessed by", "与盘点人不是同一人", "somebody else" },
  { "录入人", "Typed in by", NULL, NULL },
};

static const YzType sum_type = { .size = 9, .leading = 4.6 };
static const YzType control_type = { .size = 9, .bold = TRUE, .leading = 4.6, .align = PANGO_ALIGN_RIGHT };

/* "本页印 19 行，补写 ＿＿ 行", and boxes for the sum against which typing errors show. */
static double
lay_control (const YzPen *pen, const YzRect *area, const YzRuledPart *part)
{
  double u = pen->unit, boxes = SUM_BOXES * SUM_BOX_WIDTH * u, height = (SUM_BOX_HEIGHT + 2.6) * u;
  double y = area->y + 1.6 * u, half = (area->width - boxes) / 2 - 2 * u;
  g_autofree char *chinese = g_strdup_printf ("本页印 %u 行，补写 ＿＿＿ 行", part->n);
  g_autofree char *english = g_strdup_printf ("%u lines on this page, ____ added", part->n);
  g_autofree char *lines = yz_print_say_both (pen->language, chinese, english);
  g_autofree char *sum =
    yz_print_say_both (pen->language, "本页实盘数合计（录入核对用）", "Sum of this page, as a check");
  g_autoptr (YzText) left = yz_pen_set (pen, &sum_type, lines, half);
  g_autoptr (YzText) right = yz_pen_set (pen, &control_type, sum, half);

  height = MAX (height, MAX (left->height, right->height) + 2.6 * u);
  yz_pen_show (pen, left, area->x, y + MAX (0, (SUM_BOX_HEIGHT * u - left->height) / 2));
  yz_pen_show (pen, right, area->x + area->width - boxes - 2 * u - half,
               y + MAX (0, (SUM_BOX_HEIGHT * u - right->height) / 2));
  for (guint i = 0; pen->canvas != NULL && i < SUM_BOXES; i++)
    yz_canvas_frame (pen->canvas,
                     &(YzRect){ area->x + area->width - boxes + i * SUM_BOX_WIDTH * u, y, SUM_BOX_WIDTH * u,
                                SUM_BOX_HEIGHT * u },
                     0, 0.15, YZ_INK_BLACK);
  return height;
}

static double
lay_foot (const YzPen *pen, const YzRect *area, const YzRuledPart *part, gpointer data)
{
  const YzGoodsFoot *foot = data;
  double height = lay_control (pen, area, part) + 3.4 * pen->unit;
  const YzRect rest = { area->x, area->y + height, area->width, MAX (0, area->height - height) };

  return height + yz_goods_lay_signatures (pen, &rest, signers, G_N_ELEMENTS (signers),
                                           (const char *const *) foot->paper->people);
}

static YzBlock *
new_table (const YzGoodsPaper *paper, YzPrintLanguage language, guint *order, guint *n_columns)
{
  g_autofree char *number = yz_print_say_both (language, "行", "No.");
  g_autofree char *code = yz_print_say_both (language, "编码", "Code");
  g_autofree char *item = yz_print_say_both (language, "品名、规格", "Item");
  g_autofree char *unit = yz_print_say_both (language, "单位", "Unit");
  g_autofree char *lot = yz_print_say_both (language, "批次", "Lot");
  g_autofree char *expiry = yz_print_say_both (language, "有效期至", "Use until");
  g_autofree char *books = yz_print_say_both (language, "账面数", "Books");
  g_autofree char *counted = yz_print_say_both (language, "实盘数", "Counted");
  g_autofree char *again = yz_print_say_both (language, "复盘", "Again");
  g_autofree char *remark = yz_print_say_both (language, "备注", "Remarks");
  const char *lot_word = yz_print_say (language, "批次", "lot");
  const YzRuledColumn all[N_COLUMNS] = {
    [NUMBER] = { number, 8.5, PANGO_ALIGN_RIGHT, .bold = TRUE },
    [CODE] = { code, 17, .quiet = TRUE, .yields = 1 },
    [ITEM] = { item, 0 },
    [UNIT] = { unit, 11 },
    [LOT] = { lot, 18, .quiet = TRUE, .yields = 2, .word = lot_word },
    [EXPIRY] = { expiry, 25, .quiet = TRUE, .yields = 4 },
    [BOOKS] = { books, 15, PANGO_ALIGN_RIGHT },
    [COUNTED] = { counted, 28, .boxes = BOXES },
    [AGAIN] = { again, 15 },
    [REMARK] = { remark, 21, .yields = 3 },
  };
  static const guint blind[] = { NUMBER, CODE, ITEM, UNIT, LOT, EXPIRY, COUNTED, AGAIN, REMARK };
  static const guint open[] = { NUMBER, CODE, ITEM, UNIT, LOT, EXPIRY, BOOKS, COUNTED, AGAIN, REMARK };
  YzRuledColumn columns[N_COLUMNS];

  *n_columns = paper->blind ? G_N_ELEMENTS (blind) : G_N_ELEMENTS (open);
  for (guint i = 0; i < *n_columns; i++)
    {
      order[i] = paper->blind ? blind[i] : open[i];
      columns[i] = all[order[i]];
    }
  return yz_ruled_table_new (columns, *n_columns, GOODS_ROW);
}

static void
add_line (YzBlock *table, const YzGoodsLine *line, guint number, YzPrintLanguage language, const guint *order, guint n)
{
  g_autofree char *no = g_strdup_printf ("%u", number);
  g_autofree char *books = g_strdup_printf ("%" G_GINT64_FORMAT, line->quantity);
  g_autofree char *note = NULL;
  g_autofree char *expiry = yz_goods_say_expiry (line, language, &note);
  const YzRuledCell all[N_COLUMNS] = {
    [NUMBER] = { no },
    [CODE] = { line->code },
    [ITEM] = { line->item },
    [UNIT] = { line->unit },
    [LOT] = { yz_goods_say_dash (line->lot) },
    [EXPIRY] = { expiry, note },
    [BOOKS] = { books },
    [REMARK] = { line->note },
  };
  YzRuledCell cells[N_COLUMNS];

  for (guint i = 0; i < n; i++)
    cells[i] = all[order[i]];
  yz_ruled_table_add_line (table, cells, line->id);
}

static YzBlock *
make_table (const YzGoodsPaper *paper, YzPrintLanguage language)
{
  guint order[N_COLUMNS], n_columns, number = 0;
  YzBlock *table = new_table (paper, language, order, &n_columns);

  for (guint i = 0; i < paper->groups->len; i++)
    {
      const YzGoodsGroup *group = g_ptr_array_index (paper->groups, i);

      if (*group->name != '\0')
        yz_ruled_table_add_band (table, group->name, group->note);
      for (guint k = 0; k < group->lines->len; k++)
        add_line (table, g_ptr_array_index (group->lines, k), ++number, language, order, n_columns);
    }
  yz_ruled_table_set_spare (table, LEAST_SPARE, MOST_SPARE);
  yz_ruled_table_set_foot (table, lay_foot, yz_goods_foot_new (paper, language), yz_goods_foot_free);
  yz_block_set_flow (table, YZ_BLOCK_FILLS);
  return table;
}

static YzGoodsHead *
make_head (const YzGoodsPaper *paper, YzPrintLanguage language)
{
  YzGoodsHead *head = yz_goods_head_new ();
  const char *time = yz_print_say (language, "　　时　　分", "");

  head->title = yz_print_say_both (language, "物资盘点单", "Count sheet");
  head->place = g_strdup (paper->place);
  head->where = g_strdup (paper->where);
  head->number = g_strdup (paper->number);
  head->caption = yz_print_say_both (language, "录入时先扫右边的码", "To type it in, scan this");
  head->scan = g_strdup (paper->number);
  yz_goods_head_add_fact (head, yz_print_say_both (language, "账面截止", "Books as of"), g_strdup (paper->at));
  yz_goods_head_add_fact (head, yz_print_say_both (language, "盘点方式", "How"),
                          paper->blind ? yz_print_say_both (language, "盲盘，不印账面数", "Blind: no figures")
                                       : yz_print_say_both (language, "明盘，印有账面数", "With the books’ figures"));
  yz_goods_head_add_fact (head, yz_print_say_both (language, "开始时间", "Begun at"), g_strdup (time));
  yz_goods_head_add_fact (head, yz_print_say_both (language, "结束时间", "Done at"), g_strdup (time));
  head->note = yz_print_say_both (
    language,
    "没有的写 "
    "0，不留空。写错划一道横线，在旁边重写并签名。单位按表上的写，拆开的零头另记备注。发现表上没有的，写在末尾空行。",
    "Write 0 for nothing, leave no box empty. Strike out what is wrong, write it again beside it and sign. Count in "
    "the "
    "units given; loose pieces go to the remarks. What is not listed goes to the empty lines at the end.");
  return head;
}

YzDocument *
yz_count_sheet_build (const YzGuideContent *content, const YzDocumentOptions *options)
{
  YzPrintLanguage language = content->language;
  const YzGoodsPaper *first = g_ptr_array_index (content->goods, 0);
  g_autofree char *title = g_strjoin (" ", yz_print_say (language, "物资盘点单", "Count sheet"), first->number, NULL);
  YzDocument *document = yz_document_new (title);

  for (guint i = 0; i < content->goods->len; i++)
    {
      const YzGoodsPaper *paper = g_ptr_array_index (content->goods, i);
      YzSection *section = yz_goods_begin (document, content, paper, make_head (paper, language));

      yz_section_add (section, make_table (paper, language));
    }
  return document;
}
