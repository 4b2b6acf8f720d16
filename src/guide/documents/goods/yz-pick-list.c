/*
 * What somebody takes from the shelves: first all of it, in the order of what expires first, then which station gets
 * what of it, in the order of the way.
 */
#include "config.h"

#include "yz-documents-private.h"
#include "yz-goods-document-private.h"
#include "yz-text.h"

static const YzGoodsColumn columns[] = { YZ_GOODS_NUMBER, YZ_GOODS_TICK,     YZ_GOODS_CODE,
                                         YZ_GOODS_ITEM,   YZ_GOODS_SHELF,    YZ_GOODS_LOT,
                                         YZ_GOODS_EXPIRY, YZ_GOODS_QUANTITY, YZ_GOODS_REMARK };

static const YzGoodsSigner signers[] = {
  { "拣货人", "Picked by", NULL, NULL },
  { "复核人", "Checked by", NULL, NULL },
};

static void
fill_head (YzGoodsHead *head, const YzGuideContent *content, const YzGoodsPaper *paper)
{
  YzPrintLanguage language = content->language;

  yz_set_str (&head->where, paper->reason);
  yz_goods_head_add_fact (head, yz_print_say_both (language, "从哪里拿", "Take from"), g_strdup (paper->place));
  yz_goods_head_add_fact (head, yz_print_say_both (language, "送到", "For"), g_strdup (paper->target));
  yz_goods_head_add_fact (head, yz_print_say_both (language, "库存截至", "Stock as of"), g_strdup (paper->at));
  yz_goods_head_add_fact (head, yz_print_say_both (language, "要求送达", "Due"), g_strdup (paper->due));
  head->note =
    yz_print_say_both (language, "按行拿，拿好打勾；批次已按先到期先出排好，不要换批次。",
                       "Take line by line and tick it off; lots that expire first come first: keep to them.");
}

static const YzGoodsForm form = {
  "拣货单",
  "Pick list",
  columns,
  G_N_ELEMENTS (columns),
  yz_goods_lay_counts,
  signers,
  G_N_ELEMENTS (signers),
  .fill_head = fill_head,
};

YzDocument *
yz_pick_list_build (const YzGuideContent *content, const YzDocumentOptions *options)
{
  return yz_goods_form_build (&form, content);
}
