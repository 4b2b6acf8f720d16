/*
 * A stocktake (盘点): who counts what at which station, and how far it is. Its lines are records of kind "count_line";
 * confirming it makes movements of type "count" of them.
 */
#include "config.h"

#include "yz-kinds.h"

#include <glib/gi18n-lib.h>

static const YzChoice states[] = {
  { "counting", N_ ("Being counted"), "盘点中|counting" },
  { "counted", N_ ("To be confirmed"), "待复核|counted" },
  { "confirmed", N_ ("Confirmed"), "已确认|confirmed" },
  { "cancelled", N_ ("Cancelled"), "已取消|cancelled" },
  { NULL },
};

static const YzField fields[] = {
  { "number", YZ_FIELD_TEXT, N_ ("Number"), YZ_FIELD_REQUIRED | YZ_FIELD_SEARCHED | YZ_FIELD_INDEXED,
    .synonyms = "盘点单号|单号|number" },
  { "place", YZ_FIELD_REF, N_ ("Station or warehouse"), YZ_FIELD_REQUIRED, .ref_kind = "place",
    .synonyms = "盘点地点|驿站|place" },
  { "scope", YZ_FIELD_TEXT, N_ ("What is counted"), .synonyms = "盘点范围|scope" },
  { "blind", YZ_FIELD_BOOLEAN, N_ ("Without the figures of the books"), .synonyms = "盲盘|blind" },
  { "state", YZ_FIELD_CHOICE, N_ ("State"), YZ_FIELD_REQUIRED | YZ_FIELD_LISTED, .choices = states,
    .initial = "counting", .synonyms = "状态|state" },
  { "begun", YZ_FIELD_TIME, N_ ("Begun"), YZ_FIELD_REQUIRED | YZ_FIELD_INDEXED, .synonyms = "开始时间|begun" },
  { "due", YZ_FIELD_DATE, N_ ("Due"), YZ_FIELD_LISTED, .synonyms = "截止日期|due" },
  { "counted_by", YZ_FIELD_TEXT, N_ ("Counted by"), .synonyms = "盘点人|counted by" },
  { "confirmed_by", YZ_FIELD_TEXT, N_ ("Confirmed by"), .synonyms = "监盘人|复核人|confirmed by" },
  { "confirmed_at", YZ_FIELD_TIME, N_ ("Confirmed at"), .synonyms = "确认时间|confirmed at" },
  { "note", YZ_FIELD_NOTE, N_ ("Note"), .synonyms = "备注|note" },
};

static gboolean
check (YzRecord *before, YzRecord *after, GError **error)
{
  const char *confirmed_by = yz_record_get_text (after, "confirmed_by");

  if (g_strcmp0 (yz_record_get_text (after, "state"), "confirmed") != 0)
    return TRUE;
  if (confirmed_by == NULL)
    {
      g_set_error_literal (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_REQUIRED, _ ("Say who confirms the count"));
      return FALSE;
    }
  if (g_strcmp0 (confirmed_by, yz_record_get_text (after, "counted_by")) == 0)
    {
      g_set_error_literal (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_TRANSITION,
                           _ ("Somebody else than who counted has to confirm"));
      return FALSE;
    }
  return TRUE;
}

/* clang-format off */
YZ_DEFINE_KIND (YzStocktake, yz_stocktake, fields,
                .name = "stocktake",
                .title = N_ ("Stocktake"),
                .title_plural = N_ ("Stocktakes"),
                .title_field = "number",
                .has_own_place = TRUE,
                .check = check)
/* clang-format on */
