/*
 * An audit of equipment (设备清查): somebody walks through a station or a warehouse and scans what is there. What was
 * seen are records of kind "audit_mark"; closing it writes down what came of it.
 */
#include "config.h"

#include "yz-kinds.h"

#include <glib/gi18n-lib.h>

static const YzChoice states[] = {
  { "open", N_ ("Being audited"), "清查中|进行中|open" },
  { "closed", N_ ("Closed"), "已完成|已结束|closed" },
  { NULL },
};

static const YzField fields[] = {
  { "number", YZ_FIELD_TEXT, N_ ("Number"), YZ_FIELD_REQUIRED | YZ_FIELD_SEARCHED | YZ_FIELD_INDEXED,
    .synonyms = "清查单号|单号|number" },
  { "place", YZ_FIELD_REF, N_ ("Station or warehouse"), YZ_FIELD_REQUIRED, .ref_kind = "place",
    .synonyms = "清查地点|驿站|place" },
  { "state", YZ_FIELD_CHOICE, N_ ("State"), YZ_FIELD_REQUIRED | YZ_FIELD_LISTED, .choices = states, .initial = "open",
    .synonyms = "状态|state" },
  { "begun", YZ_FIELD_TIME, N_ ("Begun"), YZ_FIELD_REQUIRED | YZ_FIELD_INDEXED, .synonyms = "开始时间|begun" },
  { "closed", YZ_FIELD_TIME, N_ ("Closed at"), YZ_FIELD_INDEXED, .synonyms = "结束时间|closed" },
  { "auditor", YZ_FIELD_TEXT, N_ ("Audited by"), .synonyms = "清查人|auditor" },
  { "note", YZ_FIELD_NOTE, N_ ("Note"), .synonyms = "备注|note" },
};

/* clang-format off */
YZ_DEFINE_KIND (YzAudit, yz_audit, fields,
                .name = "audit",
                .title = N_ ("Equipment audit"),
                .title_plural = N_ ("Equipment audits"),
                .title_field = "number",
                .has_own_place = TRUE)
/* clang-format on */
