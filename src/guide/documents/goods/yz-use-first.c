/* What expires soon, by station, the next first: a list for the week, to be used up or given away in time. */
#include "config.h"

#include "yz-documents-private.h"
#include "yz-goods-document-private.h"

static const YzGoodsColumn columns[] = { YZ_GOODS_NUMBER, YZ_GOODS_TICK,   YZ_GOODS_ITEM,     YZ_GOODS_SHELF,
                                         YZ_GOODS_LOT,    YZ_GOODS_EXPIRY, YZ_GOODS_QUANTITY, YZ_GOODS_REMARK };

static void
fill_head (YzGoodsHead *head, const YzGuideContent *content, const YzGoodsPaper *paper)
{
  YzPrintLanguage language = content->language;

  g_free (head->where);
  head->where = yz_print_say_number (language, paper->groups->len, "%u 处有快到期的物资",
                                     "%u place has goods that expire soon", "%u places have goods that expire soon");
  yz_goods_head_add_fact (head, yz_print_say_both (language, "截至", "As of"), g_strdup (paper->at));
  yz_goods_head_add_fact (head, yz_print_say_both (language, "列到", "Expiring until"), g_strdup (paper->due));
  head->note = yz_print_say_both (
    language, "先发这些，再开新箱。用完、调走或报损的打勾；有 × 的不能再发，另放并报损。",
    "Hand these out before a new box is opened. Tick what is used up, sent on or written off; what has × must not be "
    "handed out any more: put it aside and write it off.");
}

static const YzGoodsForm form = {
  "先用清单", "Use first", columns, G_N_ELEMENTS (columns), yz_goods_lay_counts, NULL, 0, .fill_head = fill_head,
};

YzDocument *
yz_use_first_build (const YzGuideContent *content, const YzDocumentOptions *options)
{
  return yz_goods_form_build (&form, content);
}
