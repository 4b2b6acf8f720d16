/*
 * The organisation tree: province, city, county, town or street, unit. Codes have the form of GB/T 2260 with the
 * towns of the statistics bureau: 2, 4, 6 and 9 digits; a unit has its parent's code and digits of its own.
 */
#include "config.h"

#include "yz-kinds.h"

#include <glib/gi18n-lib.h>

static const YzChoice levels[] = {
  { "province", N_ ("Province"), "省|自治区|直辖市|省级" },
  { "city", N_ ("City"), "市|地级市|自治州|市级" },
  { "county", N_ ("County or district"), "县区|区|县|县级市|区县|开发区|县级" },
  { "town", N_ ("Town or street"), "镇街|镇|乡|街道|乡镇|乡镇街道" },
  { "unit", N_ ("Unit"), "单位|基层工会|企业" },
  { NULL },
};

static const YzField fields[] = {
  { "name", YZ_FIELD_TEXT, N_ ("Name"), YZ_FIELD_REQUIRED | YZ_FIELD_SEARCHED | YZ_FIELD_PHONETIC,
    .merge = YZ_MERGE_NEVER, .synonyms = "名称|单位名称|工会名称|区划名称|name" },
  { "code", YZ_FIELD_TEXT, N_ ("Code"), YZ_FIELD_SEARCHED | YZ_FIELD_INDEXED, .merge = YZ_MERGE_NEVER,
    .synonyms = "代码|编码|区划代码|行政区划代码|code" },
  { "level", YZ_FIELD_CHOICE, N_ ("Level"), YZ_FIELD_REQUIRED | YZ_FIELD_INDEXED, .choices = levels, .initial = "unit",
    .merge = YZ_MERGE_NEVER, .synonyms = "级别|层级|level" },
  { "parent", YZ_FIELD_REF, N_ ("Belongs to"), YZ_FIELD_INDEXED, .ref_kind = "org", .merge = YZ_MERGE_NEVER,
    .synonyms = "上级|上级单位|上级代码|parent" },
  { "short_name", YZ_FIELD_TEXT, N_ ("Short name"), YZ_FIELD_SEARCHED, .synonyms = "简称|short name" },
  { "note", YZ_FIELD_NOTE, N_ ("Note"), .synonyms = "备注|note" },
};

/* Whether a parent's parents lead back to the child is a question to the store; the smallest circle is seen here. */
static gboolean
check_org (YzRecord *before, YzRecord *after, GError **error)
{
  const char *code = yz_record_get_text (after, "code");

  if (g_strcmp0 (yz_record_get_text (after, "parent"), yz_record_get_id (after)) == 0)
    {
      g_set_error_literal (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_INVALID,
                           _ ("An organisation cannot belong to itself"));
      return FALSE;
    }
  if (code != NULL && strspn (code, "0123456789") < 2)
    {
      g_set_error (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_INVALID,
                   _ ("“%s” is not an organisation code: it begins with the digits of the division, such as 4101"),
                   code);
      return FALSE;
    }
  return TRUE;
}

/* clang-format off */
YZ_DEFINE_KIND (YzOrg, yz_org, fields,
                .name = "org",
                .title = N_ ("Union organisation"),
                .title_plural = N_ ("Organisations"),
                .title_field = "name",
                .check = check_org)
/* clang-format on */
