/* What is taken off the books, why and what it was worth, to be signed and kept with the accounts. */
#include "config.h"

#include "yz-documents-private.h"
#include "yz-goods-document-private.h"

static const YzGoodsColumn columns[] = { YZ_GOODS_NUMBER, YZ_GOODS_CODE,   YZ_GOODS_ITEM,
                                         YZ_GOODS_LOT,    YZ_GOODS_EXPIRY, YZ_GOODS_QUANTITY,
                                         YZ_GOODS_PRICE,  YZ_GOODS_VALUE,  YZ_GOODS_REASON };

static const YzGoodsSigner signers[] = {
  { "经办人", "Written by", NULL, NULL },
  { "监销人", "Witnessed by", "与经办人不是同一人", "somebody else" },
  { "批准人", "Approved by", NULL, NULL },
};

static void
fill_head (YzGoodsHead *head, const YzGuideContent *content, const YzGoodsPaper *paper)
{
  YzPrintLanguage language = content->language;

  yz_goods_head_add_fact (head, yz_print_say_both (language, "单位", "Office"), g_strdup (content->publisher));
  yz_goods_head_add_fact (head, yz_print_say_both (language, "报损时间", "Written off at"), g_strdup (paper->at));
  yz_goods_head_add_fact (head, yz_print_say_both (language, "原因", "Reason"), g_strdup (paper->reason));
  if (paper->at == NULL)
    head->note = yz_print_say_both (language, "尚未记账：批准后在系统中报损，写上本单的单号。",
                                    "Not on the books yet: once approved, write it off under the number of this list.");
}

static const YzGoodsForm form = {
  "物资报损单",           "Write-off list",        columns,
  G_N_ELEMENTS (columns), yz_goods_lay_values,     signers,
  G_N_ELEMENTS (signers), .sign_every_page = TRUE, .fill_head = fill_head,
};

YzDocument *
yz_write_off_list_build (const YzGuideContent *content, const YzDocumentOptions *options)
{
  return yz_goods_form_build (&form, content);
}
