/*
 * What to bring to smart cabinets, a page each in the order of the visits, slot by slot, with what it is worth against
 * the month's limit.
 */
#include "config.h"

#include "yz-documents-private.h"
#include "yz-goods-document-private.h"

static const YzGoodsColumn columns[] = { YZ_GOODS_SLOT,     YZ_GOODS_TICK,  YZ_GOODS_CODE,
                                         YZ_GOODS_ITEM,     YZ_GOODS_LOT,   YZ_GOODS_EXPIRY,
                                         YZ_GOODS_QUANTITY, YZ_GOODS_VALUE, YZ_GOODS_REMARK };

static const YzGoodsSigner signers[] = {
  { "补货人", "Refilled by", NULL, NULL },
  { "站内确认", "Confirmed by", "驿站人员", "at the station" },
};

static gint64
sum_up (const YzGoodsPaper *paper)
{
  g_autoptr (GPtrArray) lines = yz_goods_paper_list_lines (paper);

  return yz_goods_sum (lines, 0, lines->len).fen;
}

/* What may be brought this month, what was and what is now; below nothing it is said so. */
static void
add_cap (YzGoodsHead *head, const YzGoodsPaper *paper, YzPrintLanguage language)
{
  gint64 now = sum_up (paper), left = paper->cap_fen - paper->spent_fen - now;
  g_autofree char *rest = yz_goods_say_money (ABS (left));

  if (paper->cap_fen < 0)
    {
      yz_goods_head_add_fact (head, yz_print_say_both (language, "本次金额", "This time"), yz_goods_say_money (now));
      return;
    }
  yz_goods_head_add_fact (head, yz_print_say_both (language, "本月限额", "Limit this month"),
                          yz_goods_say_money (paper->cap_fen));
  yz_goods_head_add_fact (head, yz_print_say_both (language, "已补", "Brought so far"),
                          yz_goods_say_money (paper->spent_fen));
  yz_goods_head_add_fact (head, yz_print_say_both (language, "本次", "This time"), yz_goods_say_money (now));
  if (left >= 0)
    yz_goods_head_add_fact (head, yz_print_say_both (language, "本月还可补", "Left this month"),
                            g_steal_pointer (&rest));
  else
    yz_goods_head_add_fact (head, yz_print_say_both (language, "超出本月限额", "Above the limit by"),
                            g_strconcat ("× ", rest, NULL));
}

static void
fill_head (YzGoodsHead *head, const YzGuideContent *content, const YzGoodsPaper *paper)
{
  YzPrintLanguage language = content->language;
  g_autofree char *stop_zh = NULL, *stop_en = NULL;
  guint stop = 0;

  g_ptr_array_find (content->goods, paper, &stop);
  stop_zh = g_strdup_printf ("第 %u 台，共 %u 台", stop + 1, content->goods->len);
  stop_en = g_strdup_printf ("Stop %u of %u", stop + 1, content->goods->len);
  g_free (head->number);
  head->number = yz_print_say_both (language, stop_zh, stop_en);
  add_cap (head, paper, language);
  head->note = yz_print_say_both (
    language, "按格口从小到大补，先放先到期的；柜里原有的移到前面。格口坏了或放不下，写在备注里带回。",
    "Refill from the first slot on, what expires first in front. Where a slot is broken or full, say so in the remarks "
    "and bring the goods back.");
}

static const YzGoodsForm form = {
  "智能柜补货单",         "Refill sheet",         columns, G_N_ELEMENTS (columns), yz_goods_lay_values, signers,
  G_N_ELEMENTS (signers), .fill_head = fill_head,
};

YzDocument *
yz_refill_sheet_build (const YzGuideContent *content, const YzDocumentOptions *options)
{
  return yz_goods_form_build (&form, content);
}
