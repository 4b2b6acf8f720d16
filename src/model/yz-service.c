/* The catalogue of services that stations offer. A workspace starts with those of yz-service-catalogue.h. */
#include "config.h"

#include "yz-kinds.h"

#include <glib/gi18n-lib.h>

static const YzField fields[] = {
  { "name", YZ_FIELD_TEXT, N_ ("Name"), YZ_FIELD_REQUIRED | YZ_FIELD_SEARCHED | YZ_FIELD_PHONETIC,
    .synonyms = "名称|服务名称|服务项|name" },
  { "short_name", YZ_FIELD_TEXT, N_ ("Short word"), YZ_FIELD_REQUIRED, .synonyms = "简称|短名|short name" },
  { "icon", YZ_FIELD_TEXT, N_ ("Symbol"), YZ_FIELD_SYMBOL, .synonyms = "图标|icon" },
  { "words", YZ_FIELD_LIST, N_ ("Words for it in lists"), .merge = YZ_MERGE_ELEMENTS, .synonyms = "同义词|words" },
  { "standard", YZ_FIELD_BOOLEAN, N_ ("One of the 15 standard services"), .synonyms = "标准服务|standard" },
  { "position", YZ_FIELD_INTEGER, N_ ("Order"), .minimum = 0, .maximum = 10000, .synonyms = "顺序|排序|order" },
  { "code", YZ_FIELD_TEXT, N_ ("Code"), YZ_FIELD_REQUIRED | YZ_FIELD_INDEXED, .synonyms = "代码|code" },
};

/* clang-format off */
YZ_DEFINE_KIND (YzService, yz_service, fields,
                .name = "service",
                .title = N_ ("Service"),
                .title_plural = N_ ("Services"),
                .title_field = "name")
/* clang-format on */
