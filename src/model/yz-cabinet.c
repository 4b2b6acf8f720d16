/* A smart cabinet (智能柜): its slots are places. */
#include "config.h"

#include "yz-kinds.h"

#include <glib/gi18n-lib.h>

static const YzField fields[] = {
  { "name", YZ_FIELD_TEXT, N_ ("Name"), YZ_FIELD_REQUIRED | YZ_FIELD_SEARCHED | YZ_FIELD_PHONETIC,
    .synonyms = "智能柜|柜名|名称|cabinet|name" },
  { "code", YZ_FIELD_TEXT, N_ ("Code of the maker"),
    YZ_FIELD_SEARCHED | YZ_FIELD_INDEXED | YZ_FIELD_UNIQUE | YZ_FIELD_LISTED,
    .synonyms = "柜号|设备号|设备编号|code|device" },
  { "station", YZ_FIELD_REF, N_ ("Station"), YZ_FIELD_REQUIRED, .ref_kind = "station",
    .synonyms = "驿站|所在驿站|station" },
  { "columns", YZ_FIELD_INTEGER, N_ ("Slots in a row"), YZ_FIELD_REQUIRED, .minimum = 1, .maximum = 24,
    .synonyms = "每排格数|columns" },
  { "monthly_cap", YZ_FIELD_MONEY, N_ ("Value of goods a month, at most"), .unit = N_ ("yuan"), .minimum = 0,
    .maximum = 1e11, .merge = YZ_MERGE_NEVER, .synonyms = "月度限额|每月限额|monthly cap" },
  { "visit_order", YZ_FIELD_INTEGER, N_ ("Order of visits"), YZ_FIELD_LISTED, .minimum = 0, .maximum = 1e6,
    .synonyms = "补货顺序|visit order" },
  { "hold_hours", YZ_FIELD_INTEGER, N_ ("Reservations are kept for"), .unit = N_ ("hours"), .minimum = 1,
    .maximum = 720, .synonyms = "预约保留|hold hours" },
  { "note", YZ_FIELD_NOTE, N_ ("Note"), .synonyms = "备注|note" },
};

/* clang-format off */
YZ_DEFINE_KIND (YzCabinet, yz_cabinet, fields,
                .name = "cabinet",
                .title = N_ ("Smart cabinet"),
                .title_plural = N_ ("Smart cabinets"),
                .title_field = "name",
                .has_own_place = TRUE)
/* clang-format on */
