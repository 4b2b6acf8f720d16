/* A person who has to do with a station. No identity number is ever held; telephones are masked on screen. */
#include "config.h"

#include "yz-kinds.h"

#include <glib/gi18n-lib.h>

static const YzChoice roles[] = {
  { "manager", N_ ("Station manager"), "站长|负责人|管理员" },
  { "steward", N_ ("Steward"), "驿站管家|管家|志愿者" },
  { "key_holder", N_ ("Key holder"), "钥匙保管人|保管人" },
  { "mediator", N_ ("Mediator"), "调解员|劳动争议调解员" },
  { "lawyer", N_ ("Lawyer"), "律师" },
  { "other", N_ ("Other role"), "其他|联系人" },
  { NULL },
};

static const YzField fields[] = {
  { "name", YZ_FIELD_TEXT, N_ ("Full name"),
    YZ_FIELD_REQUIRED | YZ_FIELD_SEARCHED | YZ_FIELD_PHONETIC | YZ_FIELD_PERSONAL, .synonyms = "姓名|名字|name" },
  { "role", YZ_FIELD_CHOICE, N_ ("Role"), YZ_FIELD_INDEXED, .choices = roles, .initial = "other",
    .synonyms = "职务|角色|role" },
  { "station", YZ_FIELD_REF, N_ ("Station"), YZ_FIELD_INDEXED, .ref_kind = "station",
    .synonyms = "驿站|所在驿站|站点|station" },
  { "org", YZ_FIELD_REF, N_ ("Organisation"), YZ_FIELD_INDEXED, .ref_kind = "org",
    .synonyms = "单位|所属单位|工会|org" },
  { "phones", YZ_FIELD_LIST, N_ ("Telephone"), YZ_FIELD_SEARCHED | YZ_FIELD_PERSONAL, .merge = YZ_MERGE_ELEMENTS,
    .synonyms = "电话|联系电话|手机|手机号码|phone|phones" },
  { "note", YZ_FIELD_NOTE, N_ ("Note"), .synonyms = "备注|note" },
};

/* clang-format off */
YZ_DEFINE_KIND (YzPerson, yz_person, fields,
                .name = "person",
                .title = N_ ("Person"),
                .title_plural = N_ ("People"),
                .title_field = "name")
/* clang-format on */
