/*
 * A reservation of goods in a smart cabinet (预约领取): whoever has the code may take them until it expires. While it is
 * reserved, the goods are promised and not to be promised again.
 */
#include "config.h"

#include "yz-kinds.h"

#include <glib/gi18n-lib.h>

static const YzChoice states[] = {
  { "reserved", N_ ("Reserved"), "已预约|待取|reserved" },
  { "picked_up", N_ ("Picked up"), "已取|已领取|picked up" },
  { "expired", N_ ("Not picked up in time"), "已过期|逾期未取|expired" },
  { "cancelled", N_ ("Cancelled"), "已取消|cancelled" },
  { NULL },
};

static const YzField fields[] = {
  { "code", YZ_FIELD_TEXT, N_ ("Pickup code"),
    YZ_FIELD_REQUIRED | YZ_FIELD_SEARCHED | YZ_FIELD_INDEXED | YZ_FIELD_UNIQUE | YZ_FIELD_LISTED,
    .synonyms = "取货码|取件码|提货码|code" },
  { "slot", YZ_FIELD_REF, N_ ("Cabinet slot"), YZ_FIELD_REQUIRED, .ref_kind = "place", .synonyms = "柜格|格口|slot" },
  { "item", YZ_FIELD_REF, N_ ("Item"), YZ_FIELD_REQUIRED, .ref_kind = "item", .synonyms = "物品|item" },
  { "quantity", YZ_FIELD_INTEGER, N_ ("Quantity"), YZ_FIELD_REQUIRED, .minimum = 1, .maximum = 1e6,
    .synonyms = "数量|quantity" },
  { "recipient", YZ_FIELD_TEXT, N_ ("For"), YZ_FIELD_PERSONAL, .synonyms = "领取人|预约人|recipient" },
  { "made", YZ_FIELD_TIME, N_ ("Reserved at"), YZ_FIELD_REQUIRED, .synonyms = "预约时间|made" },
  { "expires", YZ_FIELD_TIME, N_ ("Kept until"), YZ_FIELD_REQUIRED | YZ_FIELD_INDEXED,
    .synonyms = "保留至|有效期|expires" },
  { "state", YZ_FIELD_CHOICE, N_ ("State"), YZ_FIELD_REQUIRED | YZ_FIELD_INDEXED | YZ_FIELD_LISTED, .choices = states,
    .initial = "reserved", .group = "state", .synonyms = "状态|state" },
  { "closed", YZ_FIELD_TIME, N_ ("Picked up or released at"), .group = "state", .synonyms = "完成时间|closed" },
};

static gboolean
check (YzRecord *before, YzRecord *after, GError **error)
{
  const char *was = before != NULL ? yz_record_get_text (before, "state") : "reserved";

  if (g_strcmp0 (was, yz_record_get_text (after, "state")) == 0 || g_str_equal (was, "reserved"))
    return TRUE;
  g_set_error_literal (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_TRANSITION,
                       _ ("This reservation is closed already: make a new one"));
  return FALSE;
}

/* clang-format off */
YZ_DEFINE_KIND (YzPickup, yz_pickup, fields,
                .name = "pickup",
                .title = N_ ("Reservation"),
                .title_plural = N_ ("Reservations"),
                .title_field = "code",
                .has_own_place = TRUE,
                .check = check)
/* clang-format on */
