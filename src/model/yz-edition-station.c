/*
 * A station as it stood in a printed edition. It names the station by its id and does not refer to it: what was printed
 * keeps nobody from deleting a station.
 */
#include "config.h"

#include "yz-kinds.h"

#include <glib/gi18n-lib.h>

static const YzField fields[] = {
  { "name", YZ_FIELD_TEXT, N_ ("Name"), YZ_FIELD_REQUIRED | YZ_FIELD_SEARCHED, .synonyms = "名称|name" },
  { "edition", YZ_FIELD_REF, N_ ("Edition"), YZ_FIELD_REQUIRED | YZ_FIELD_INDEXED, .ref_kind = "edition",
    .synonyms = "版次|edition" },
  { "station", YZ_FIELD_TEXT, N_ ("Station"), YZ_FIELD_REQUIRED | YZ_FIELD_INDEXED | YZ_FIELD_INTERNAL },
  { "number", YZ_FIELD_INTEGER, N_ ("Number in the guide"), .minimum = 1, .maximum = 1e6, .synonyms = "编号|number" },
  { "state", YZ_FIELD_TEXT, N_ ("State"), .synonyms = "状态|state" },
  { "state_reason", YZ_FIELD_TEXT, N_ ("Reason of the state"), .synonyms = "状态原因|reason" },
  { "state_until", YZ_FIELD_DATE, N_ ("State until"), .synonyms = "预计恢复|state until" },
  { "district", YZ_FIELD_TEXT, N_ ("District"), .synonyms = "区县|district" },
  { "street", YZ_FIELD_TEXT, N_ ("Street or town"), .synonyms = "街道|street" },
  { "address", YZ_FIELD_TEXT, N_ ("Address"), .synonyms = "地址|address" },
  { "lon", YZ_FIELD_REAL, N_ ("Longitude"), .unit = "°", .minimum = -180, .maximum = 180, .synonyms = "经度|lon" },
  { "lat", YZ_FIELD_REAL, N_ ("Latitude"), .unit = "°", .minimum = -90, .maximum = 90, .synonyms = "纬度|lat" },
  { "hours", YZ_FIELD_TEXT, N_ ("Opening hours"), YZ_FIELD_HOURS, .synonyms = "开放时间|hours" },
  { "access", YZ_FIELD_TEXT, N_ ("Way in"), .synonyms = "进入方式|access" },
  { "access_note", YZ_FIELD_NOTE, N_ ("How to get in"), .synonyms = "进门说明|access note" },
  { "phones", YZ_FIELD_LIST, N_ ("Telephone"), .synonyms = "电话|phones" },
  { "services", YZ_FIELD_LIST, N_ ("Services"), .synonyms = "服务|services" },
};

/* clang-format off */
YZ_DEFINE_KIND (YzEditionStation, yz_edition_station, fields,
                .name = "edition_station",
                .title = N_ ("Station in an edition"),
                .title_plural = N_ ("Stations in editions"),
                .title_field = "name",
                .append_only = TRUE)
/* clang-format on */
