/*
 * The sheet on which a stocktake is written down at the shelves, to be typed in afterwards in the order in which it is
 * printed. What the books say is not on it unless somebody wants it so: nobody can copy what he does not see.
 */
#include "config.h"

#include "yz-documents-private.h"
#include "yz-goods-document-private.h"

#define LEAST_SPARE 2
#define MOST_SPARE 10
#define SUM_BOX_WIDTH 6.2
#define SUM_BOX_HEIGHT 5.9
#define SUM_BOXES 5

static const YzGoodsColumn blind[] = { YZ_GOODS_NUMBER, YZ_GOODS_CODE,    YZ_GOODS_ITEM,  YZ_GOODS_UNIT,  YZ_GOODS_LOT,
                                       YZ_GOODS_EXPIRY, YZ_GOODS_COUNTED, YZ_GOODS_AGAIN, YZ_GOODS_REMARK };
static const YzGoodsColumn open[] = {
  YZ_GOODS_NUMBER, YZ_GOODS_CODE,  YZ_GOODS_ITEM,    YZ_GOODS_UNIT,  YZ_GOODS_LOT,
  YZ_GOODS_EXPIRY, YZ_GOODS_BOOKS, YZ_GOODS_COUNTED, YZ_GOODS_AGAIN, YZ_GOODS_REMARK
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
lay_control (const YzPen *pen, const YzRect *area, const YzRuledPart *part, const GPtrArray *lines)
{
  double u = pen->unit, boxes = SUM_BOXES * SUM_BOX_WIDTH * u, height = (SUM_BOX_HEIGHT + 2.6) * u;
  double y = area->y + 1.6 * u, half = (area->width - boxes) / 2 - 2 * u;
  g_autofree char *chinese = g_strdup_printf ("本页印 %u 行，补写 ＿＿＿ 行", part->n);
  g_autofree char *english = g_strdup_printf ("%u lines on this page, ____ added", part->n);
  g_autofree char *counts = yz_print_say_both (pen->language, chinese, english);
  g_autofree char *sum =
    yz_print_say_both (pen->language, "本页实盘数合计（录入核对用）", "Sum of this page, as a check");
  g_autoptr (YzText) left = yz_pen_set (pen, &sum_type, counts, half);
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

static void
fill_head (YzGoodsHead *head, const YzGuideContent *content, const YzGoodsPaper *paper)
{
  YzPrintLanguage language = content->language;
  const char *time = yz_print_say (language, "　　时　　分", "");

  head->caption = yz_print_say_both (language, "录入时先扫右边的码", "To type it in, scan this");
  yz_goods_head_add_fact (head, yz_print_say_both (language, "账面截止", "Books as of"), g_strdup (paper->at));
  yz_goods_head_add_fact (head, yz_print_say_both (language, "盘点方式", "How"),
                          paper->blind ? yz_print_say_both (language, "盲盘，不印账面数", "Blind: no figures")
                                       : yz_print_say_both (language, "明盘，印有账面数", "With the books’ figures"));
  yz_goods_head_add_fact (head, yz_print_say_both (language, "开始时间", "Begun at"), g_strdup (time));
  yz_goods_head_add_fact (head, yz_print_say_both (language, "结束时间", "Done at"), g_strdup (time));
  head->note = yz_print_say_both (
    language,
    "没有的写 0，不留空。写错划一道横线，在旁边重写并签名。单位按表上的写，拆开的零头另记备注。"
    "发现表上没有的，写在末尾空行。",
    "Write 0 for nothing, leave no box empty. Strike out what is wrong, write it again beside it and sign. Count in "
    "the units given; loose pieces go to the remarks. What is not listed goes to the empty lines at the end.");
}

/* clang-format off */
static const YzGoodsForm blind_form = {
  "物资盘点单", "Count sheet", blind, G_N_ELEMENTS (blind), lay_control, signers, G_N_ELEMENTS (signers),
  .sign_every_page = TRUE, .least_spare = LEAST_SPARE, .most_spare = MOST_SPARE, .fill_head = fill_head,
};
static const YzGoodsForm open_form = {
  "物资盘点单", "Count sheet", open, G_N_ELEMENTS (open), lay_control, signers, G_N_ELEMENTS (signers),
  .sign_every_page = TRUE, .least_spare = LEAST_SPARE, .most_spare = MOST_SPARE, .fill_head = fill_head,
};
/* clang-format on */

YzDocument *
yz_count_sheet_build (const YzGuideContent *content, const YzDocumentOptions *options)
{
  YzDocument *document = yz_goods_form_new_document (&blind_form, content);

  for (guint i = 0; i < content->goods->len; i++)
    {
      const YzGoodsPaper *paper = g_ptr_array_index (content->goods, i);

      yz_goods_form_add (paper->blind ? &blind_form : &open_form, document, content, paper, NULL, NULL);
    }
  return document;
}
