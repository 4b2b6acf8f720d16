/*
 * A mark of an audit: a tag that was seen, where, when and by whom. A tag that no piece of the books has is kept as it
 * was read. While the audit runs, what it comes to is reckoned (yz-equipment-audit.h); closing it writes that down, and
 * a mark without a time for each piece that nobody saw.
 */
#include "config.h"

#include "yz-kinds.h"

#include <glib/gi18n-lib.h>

static const YzChoice findings[] = {
  { "found", N_ ("Found"), "账实相符|在位|found" },
  { "missing", N_ ("Missing"), "未找到|盘亏|缺失|missing" },
  { "elsewhere", N_ ("Belongs elsewhere"), "不在原处|elsewhere" },
  { "extra", N_ ("Not in the books"), "账外|盘盈|extra" },
  { NULL },
};

static const YzField fields[] = {
  { "tag", YZ_FIELD_TEXT, N_ ("Tag"), YZ_FIELD_REQUIRED | YZ_FIELD_INDEXED, .synonyms = "资产编号|标签号|tag" },
  { "audit", YZ_FIELD_REF, N_ ("Equipment audit"), YZ_FIELD_REQUIRED | YZ_FIELD_INDEXED, .ref_kind = "audit",
    .synonyms = "清查单|audit" },
  { "piece", YZ_FIELD_REF, N_ ("Piece of equipment"), .ref_kind = "equipment", .synonyms = "设备|piece" },
  { "place", YZ_FIELD_REF, N_ ("Seen at"), .ref_kind = "place", .synonyms = "所在位置|place" },
  { "at", YZ_FIELD_TIME, N_ ("When"), .synonyms = "时间|at" },
  { "seen_by", YZ_FIELD_TEXT, N_ ("Seen by"), .synonyms = "清查人|seen by" },
  { "finding", YZ_FIELD_CHOICE, N_ ("Finding"), YZ_FIELD_LISTED, .choices = findings, .synonyms = "结果|finding" },
  { "note", YZ_FIELD_NOTE, N_ ("Note"), .synonyms = "备注|note" },
};

/* clang-format off */
YZ_DEFINE_KIND (YzAuditMark, yz_audit_mark, fields,
                .name = "audit_mark",
                .title = N_ ("Mark of an audit"),
                .title_plural = N_ ("Marks of audits"),
                .title_field = "tag",
                .has_own_place = TRUE)
/* clang-format on */
