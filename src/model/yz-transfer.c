/* A transfer (调拨) from one place to another. What left and what came are movements; this says why and by whom. */
#include "config.h"

#include "yz-kinds.h"

#include <glib/gi18n-lib.h>

static const YzField fields[] = {
  { "number", YZ_FIELD_TEXT, N_ ("Number of the slip"), YZ_FIELD_REQUIRED | YZ_FIELD_SEARCHED | YZ_FIELD_INDEXED,
    .synonyms = "调拨单号|单号|number" },
  { "source", YZ_FIELD_REF, N_ ("From"), YZ_FIELD_REQUIRED, .ref_kind = "place", .synonyms = "调出|调出地|from" },
  { "target", YZ_FIELD_REF, N_ ("To"), YZ_FIELD_REQUIRED, .ref_kind = "place", .synonyms = "调入|调入地|to" },
  { "sent", YZ_FIELD_TIME, N_ ("Sent"), YZ_FIELD_REQUIRED | YZ_FIELD_INDEXED, .synonyms = "发出时间|sent" },
  { "due", YZ_FIELD_DATE, N_ ("Expected on"), YZ_FIELD_LISTED, .synonyms = "预计到达|due" },
  { "closed", YZ_FIELD_TIME, N_ ("Closed at"), YZ_FIELD_INDEXED, .synonyms = "签收时间|closed" },
  { "sent_by", YZ_FIELD_TEXT, N_ ("Sent by"), .synonyms = "发货人|经办人|sent by" },
  { "carrier", YZ_FIELD_TEXT, N_ ("Carried by"), .synonyms = "送货人|承运人|carrier" },
  { "received_by", YZ_FIELD_TEXT, N_ ("Received by"), .synonyms = "收货人|签收人|received by" },
  { "difference_reason", YZ_FIELD_TEXT, N_ ("Reason of the difference"), .synonyms = "差异原因|difference reason" },
  { "reason", YZ_FIELD_TEXT, N_ ("Reason"), .synonyms = "调拨原因|事由|reason" },
};

static gboolean
check (YzRecord *before, YzRecord *after, GError **error)
{
  if (g_strcmp0 (yz_record_get_text (after, "source"), yz_record_get_text (after, "target")) != 0)
    return TRUE;
  g_set_error_literal (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_INVALID, _ ("It goes from a place to the same place"));
  return FALSE;
}

/* clang-format off */
YZ_DEFINE_KIND (YzTransfer, yz_transfer, fields,
                .name = "transfer",
                .title = N_ ("Transfer"),
                .title_plural = N_ ("Transfers"),
                .title_field = "number",
                .has_own_place = TRUE,
                .check = check)
/* clang-format on */
