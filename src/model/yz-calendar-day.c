/*
 * A day of the official calendar on which the week does not decide: a public holiday, or a day of the weekend on which
 * work is made up for (调休上班). The State Council announces a year's days late in the year before; a workspace starts
 * with those of yz-official-calendar.h and takes further years from a list.
 */
#include "config.h"

#include "yz-kinds.h"

#include <glib/gi18n-lib.h>

static const YzChoice kinds[] = {
  { "holiday", N_ ("Public holiday"), "休|假|放假|假日|节日|节假日|法定节假日|法定假日|休息|休假|off|public_holiday" },
  { "workday", N_ ("Shifted workday"), "班|上班|调休|调休上班|调休上班日|补班|工作日|上班日|make-up workday|work" },
  { NULL },
};

static const YzField fields[] = {
  { "date", YZ_FIELD_DATE, N_ ("Date"), YZ_FIELD_REQUIRED | YZ_FIELD_UNIQUE | YZ_FIELD_INDEXED,
    .synonyms = "日期|放假日期|日子|date|day" },
  { "kind", YZ_FIELD_CHOICE, N_ ("Kind of day"), YZ_FIELD_REQUIRED | YZ_FIELD_INDEXED, .choices = kinds,
    .initial = "holiday", .synonyms = "类型|类别|日期类型|性质|安排|kind|type" },
  { "name", YZ_FIELD_TEXT, N_ ("Name"), YZ_FIELD_SEARCHED | YZ_FIELD_PHONETIC,
    .synonyms = "名称|节日名称|节假日名称|中文名称|节日|name|name_zh|holiday" },
  { "name_en", YZ_FIELD_TEXT, N_ ("Name in English"), YZ_FIELD_SEARCHED,
    .synonyms = "英文名称|英文名|name_en|english name" },
};

/* clang-format off */
YZ_DEFINE_KIND (YzCalendarDay, yz_calendar_day, fields,
                .name = "calendar_day",
                .title = N_ ("Day of the official calendar"),
                .title_plural = N_ ("Public holidays"),
                .title_field = "date")
/* clang-format on */
