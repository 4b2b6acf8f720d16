/*
 * A printed edition of a document: numbered within its document and area. What stood in it are records of kind
 * "edition_station". The next edition is compared with it, and stations keep their numbers. An edition that was
 * recorded by mistake is taken back by another record, which names it.
 */
#include "config.h"

#include "yz-kinds.h"

#include <glib/gi18n-lib.h>

static const YzField fields[] = {
  { "name", YZ_FIELD_TEXT, N_ ("Name"), YZ_FIELD_REQUIRED | YZ_FIELD_SEARCHED, .synonyms = "版名|name" },
  { "number", YZ_FIELD_INTEGER, N_ ("Edition"), YZ_FIELD_REQUIRED, .minimum = 1, .maximum = 1e6,
    .synonyms = "版次|number" },
  { "document", YZ_FIELD_TEXT, N_ ("Document"), YZ_FIELD_REQUIRED | YZ_FIELD_INDEXED, .synonyms = "文件种类|document" },
  { "area", YZ_FIELD_TEXT, N_ ("Area"), YZ_FIELD_REQUIRED | YZ_FIELD_SEARCHED | YZ_FIELD_INDEXED,
    .synonyms = "范围|area" },
  { "date", YZ_FIELD_DATE, N_ ("Day of the data"), YZ_FIELD_REQUIRED, .synonyms = "资料日期|date" },
  { "use_until", YZ_FIELD_DATE, N_ ("May be used until"), .synonyms = "用到|use until" },
  { "language", YZ_FIELD_TEXT, N_ ("Language"), .synonyms = "语言|language" },
  { "paper", YZ_FIELD_TEXT, N_ ("Paper"), .synonyms = "纸张|paper" },
  { "stations", YZ_FIELD_INTEGER, N_ ("Number of stations"), .minimum = 0, .maximum = 1e6,
    .synonyms = "驿站数|stations" },
  { "takes_back", YZ_FIELD_REF, N_ ("Takes back"), .ref_kind = "edition", .synonyms = "收回|takes back" },
};

/* clang-format off */
YZ_DEFINE_KIND (YzEdition, yz_edition, fields,
                .name = "edition",
                .title = N_ ("Printed edition"),
                .title_plural = N_ ("Printed editions"),
                .title_field = "name",
                .append_only = TRUE)
/* clang-format on */
