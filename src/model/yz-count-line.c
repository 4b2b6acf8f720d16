/*
 * A line of a stocktake, in the order in which the sheet is printed. An empty "counted" is not counted yet, 0 is
 * counted and nothing there; what the books say stands nowhere, so that nobody copies it. Each page of the sheet leaves
 * a few numbers free for what is found and was not expected.
 */
#include "config.h"

#include "yz-kinds.h"

#include <glib/gi18n-lib.h>

static const YzField fields[] = {
  { "name", YZ_FIELD_TEXT, N_ ("Name"), YZ_FIELD_REQUIRED, .synonyms = "品名|名称|name" },
  { "stocktake", YZ_FIELD_REF, N_ ("Stocktake"), YZ_FIELD_REQUIRED, .ref_kind = "stocktake",
    .synonyms = "盘点单|stocktake" },
  { "line", YZ_FIELD_INTEGER, N_ ("Line"), YZ_FIELD_REQUIRED | YZ_FIELD_LISTED, .minimum = 1, .maximum = 1e6,
    .synonyms = "行|行号|line" },
  { "page", YZ_FIELD_INTEGER, N_ ("Page"), YZ_FIELD_INTERNAL, .minimum = 1, .maximum = 1e6 },
  { "added", YZ_FIELD_BOOLEAN, N_ ("Added while counting"), YZ_FIELD_INTERNAL },
  { "place", YZ_FIELD_REF, N_ ("Place"), YZ_FIELD_REQUIRED, .ref_kind = "place", .synonyms = "库位|place" },
  { "item", YZ_FIELD_REF, N_ ("Item"), YZ_FIELD_REQUIRED, .ref_kind = "item", .synonyms = "物品|item" },
  { "lot", YZ_FIELD_REF, N_ ("Lot"), .ref_kind = "lot", .synonyms = "批号|批次|lot" },
  { "counted", YZ_FIELD_INTEGER, N_ ("Counted"), .group = "count", .minimum = 0, .maximum = 1e9,
    .synonyms = "实盘数|实盘|counted" },
  { "counted_at", YZ_FIELD_TIME, N_ ("Counted at"), .group = "count", .synonyms = "盘点时间|counted at" },
  { "recounted", YZ_FIELD_INTEGER, N_ ("Counted again"), .group = "count", .minimum = 0, .maximum = 1e9,
    .synonyms = "复盘|recounted" },
  { "reason", YZ_FIELD_TEXT, N_ ("Reason of the difference"), .synonyms = "差异原因|备注|reason" },
};

/* clang-format off */
YZ_DEFINE_KIND (YzCountLine, yz_count_line, fields,
                .name = "count_line",
                .title = N_ ("Line of a stocktake"),
                .title_plural = N_ ("Lines of stocktakes"),
                .title_field = "name",
                .has_own_place = TRUE)
/* clang-format on */
