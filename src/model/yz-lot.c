/* A lot (批次) of an item: what came in together, with its expiry and where it came from. */
#include "config.h"

#include "yz-kinds.h"

#include <glib/gi18n-lib.h>

static const YzChoice sources[] = {
  { "bought", N_ ("Bought"), "采购|购买|bought" },
  { "donated", N_ ("Donated"), "捐赠|爱心捐赠|赠送|donated" },
  { "campaign", N_ ("From a campaign"), "活动|活动结余|campaign" },
  { "kit", N_ ("Put together"), "组包|组装|kit" },
  { "opening", N_ ("Opening balance"), "期初|期初结存|opening" },
  { NULL },
};

static const YzField fields[] = {
  { "number", YZ_FIELD_TEXT, N_ ("Lot"), YZ_FIELD_REQUIRED | YZ_FIELD_SEARCHED | YZ_FIELD_INDEXED,
    .synonyms = "批号|批次|生产批号|lot|batch" },
  { "item", YZ_FIELD_REF, N_ ("Item"), YZ_FIELD_REQUIRED, .ref_kind = "item", .synonyms = "品名|物品|物品名称|item" },
  { "expiry", YZ_FIELD_DATE, N_ ("Usable until"), YZ_FIELD_LISTED,
    .synonyms = "有效期|有效期至|到期日|保质期至|失效日期|expiry|expires" },
  { "source", YZ_FIELD_CHOICE, N_ ("Source"), YZ_FIELD_LISTED, .choices = sources, .initial = "bought",
    .synonyms = "来源|source" },
  { "supplier", YZ_FIELD_TEXT, N_ ("Supplier or donor"), YZ_FIELD_SEARCHED,
    .synonyms = "供应商|供货单位|捐赠人|捐赠单位|supplier|donor" },
  { "cost", YZ_FIELD_MONEY, N_ ("Cost of one unit"), .unit = N_ ("yuan"), .minimum = 0, .maximum = 1e11,
    .merge = YZ_MERGE_NEVER, .synonyms = "进价|成本|采购单价|cost" },
  { "recalled", YZ_FIELD_BOOLEAN, N_ ("Recalled"), YZ_FIELD_LISTED, .group = "recall",
    .synonyms = "召回|停用|recalled" },
  { "recall_reason", YZ_FIELD_TEXT, N_ ("Reason of the recall"), .group = "recall",
    .synonyms = "召回原因|停用原因|recall reason" },
  { "kit", YZ_FIELD_REF, N_ ("Recipe"), .ref_kind = "kit", .synonyms = "配方|组包版本|recipe" },
  { "note", YZ_FIELD_NOTE, N_ ("Note"), .synonyms = "备注|note" },
};

static gboolean
check (YzRecord *before, YzRecord *after, GError **error)
{
  if (before == NULL || g_strcmp0 (yz_record_get_text (before, "item"), yz_record_get_text (after, "item")) == 0)
    return TRUE;
  g_set_error_literal (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_TRANSITION,
                       _ ("A lot stays with its item: make a new lot for the other item"));
  return FALSE;
}

/* clang-format off */
YZ_DEFINE_KIND (YzLot, yz_lot, fields,
                .name = "lot",
                .title = N_ ("Lot"),
                .title_plural = N_ ("Lots"),
                .title_field = "number",
                .has_own_place = TRUE,
                .check = check)
/* clang-format on */
