/* The slip that goes with a transfer: what was sent, room for what came, who sent, carried and received it. */
#include "config.h"

#include "yz-documents-private.h"
#include "yz-goods-document-private.h"
#include "yz-text.h"

/* So many lines surely fit on a page: the slip is not divided then, and two may stand on one page. */
#define FEW_LINES 7

static const YzGoodsColumn columns[] = { YZ_GOODS_NUMBER,  YZ_GOODS_CODE,       YZ_GOODS_ITEM,
                                         YZ_GOODS_LOT,     YZ_GOODS_EXPIRY,     YZ_GOODS_SENT,
                                         YZ_GOODS_ARRIVED, YZ_GOODS_DIFFERENCE, YZ_GOODS_REMARK };

static const YzGoodsSigner signers[] = {
  { "发货人", "Sent by", NULL, NULL },
  { "承运人", "Carried by", NULL, NULL },
  { "收货人", "Received by", NULL, NULL },
};

static void
fill_head (YzGoodsHead *head, const YzGuideContent *content, const YzGoodsPaper *paper)
{
  YzPrintLanguage language = content->language;

  g_free (head->place);
  head->place = g_strconcat (paper->place, " → ", paper->target, NULL);
  yz_set_str (&head->where, paper->reason);
  yz_goods_head_add_fact (head, yz_print_say_both (language, "发出时间", "Sent at"), g_strdup (paper->at));
  yz_goods_head_add_fact (head, yz_print_say_both (language, "预计到达", "Expected on"), g_strdup (paper->due));
  yz_goods_head_add_fact (head, yz_print_say_both (language, "车辆、电话", "Vehicle, telephone"), NULL);
  head->note = yz_print_say_both (
    language, "收货时当面点清，逐行写实收数；与发出不同的写差异，并在备注写明原因。",
    "Count together on arrival and write what came line by line; where it differs from what was sent, say why.");
}

static const YzGoodsForm form = { "物资调拨单",           "Transfer slip",         columns,
                                  G_N_ELEMENTS (columns), yz_goods_lay_values,     signers,
                                  G_N_ELEMENTS (signers), .sign_every_page = TRUE, .fill_head = fill_head };

static guint
count_lines (const YzGoodsPaper *paper)
{
  g_autoptr (GPtrArray) lines = yz_goods_paper_list_lines (paper);

  return lines->len;
}

/* One for who sends and one for who receives, on one page where both fit. */
static void
add_copies (YzDocument *document, const YzGuideContent *content, const YzGoodsPaper *paper)
{
  YzPrintLanguage language = content->language;
  char *first = yz_print_say_both (language, "第一联　发货方留存", "Copy 1, for the sender");
  char *second = yz_print_say_both (language, "第二联　收货方留存", "Copy 2, for the receiver");
  gboolean is_short = count_lines (paper) <= FEW_LINES;
  YzSection *section = yz_goods_form_add (&form, document, content, paper, first, NULL);

  if (is_short)
    yz_block_set_flow (g_ptr_array_index (section->blocks, 1), YZ_BLOCK_ACROSS);
  yz_goods_form_add (&form, document, content, paper, second, is_short ? section : NULL);
}

YzDocument *
yz_transfer_slip_build (const YzGuideContent *content, const YzDocumentOptions *options)
{
  YzDocument *document = yz_goods_form_new_document (&form, content);

  for (guint i = 0; i < content->goods->len; i++)
    add_copies (document, content, g_ptr_array_index (content->goods, i));
  return document;
}
