/* Personal data was shown or handed out in full: what, how much, why. Who and when is in the log as of every record. */
#include "config.h"

#include "yz-kinds.h"

#include <glib/gi18n-lib.h>

static const YzChoice ways[] = {
  { "shown", N_ ("Shown on screen"), "查看" },
  { "exported", N_ ("Exported"), "导出" },
  { NULL },
};

static const YzField fields[] = {
  { "at", YZ_FIELD_TIME, N_ ("When"), YZ_FIELD_REQUIRED | YZ_FIELD_INDEXED, .synonyms = "时间|at" },
  { "who", YZ_FIELD_TEXT, N_ ("Who"), YZ_FIELD_SEARCHED, .synonyms = "经办人|who" },
  { "way", YZ_FIELD_CHOICE, N_ ("Way"), YZ_FIELD_REQUIRED, .choices = ways, .synonyms = "方式|way" },
  { "name", YZ_FIELD_TEXT, N_ ("Data"), YZ_FIELD_REQUIRED | YZ_FIELD_SEARCHED, .synonyms = "内容|name" },
  { "records", YZ_FIELD_INTEGER, N_ ("Number of records"), .minimum = 1, .maximum = 1e9, .synonyms = "条数|records" },
  { "purpose", YZ_FIELD_TEXT, N_ ("Purpose"), YZ_FIELD_SEARCHED, .synonyms = "用途|purpose" },
  { "file", YZ_FIELD_TEXT, N_ ("File"), .synonyms = "文件|file" },
};

/* clang-format off */
YZ_DEFINE_KIND (YzDisclosure, yz_disclosure, fields,
                .name = "disclosure",
                .title = N_ ("Disclosure of personal data"),
                .title_plural = N_ ("Disclosures of personal data"),
                .title_field = "name",
                .append_only = TRUE)
/* clang-format on */
