/*
 * How much of an item a place should have in a season. Without one, what the item says holds all year round. Days are
 * months and days, "06-01", both ends included; a season may go over the new year.
 */
#include "config.h"

#include "yz-kinds.h"
#include "yz-value-text.h"

#include <glib/gi18n-lib.h>

static const YzField fields[] = {
  { "name", YZ_FIELD_TEXT, N_ ("Season"), YZ_FIELD_REQUIRED | YZ_FIELD_SEARCHED, .initial = "全年",
    .synonyms = "季节|名称|season" },
  { "place", YZ_FIELD_REF, N_ ("Station or warehouse"), YZ_FIELD_REQUIRED, .ref_kind = "place",
    .synonyms = "驿站|地点|place" },
  { "item", YZ_FIELD_REF, N_ ("Item"), YZ_FIELD_REQUIRED, .ref_kind = "item", .synonyms = "品名|物品|item" },
  { "begins", YZ_FIELD_TEXT, N_ ("From (month-day)"), .group = "season", .synonyms = "开始|begins" },
  { "ends", YZ_FIELD_TEXT, N_ ("Until (month-day)"), .group = "season", .synonyms = "结束|ends" },
  { "minimum", YZ_FIELD_INTEGER, N_ ("Minimum"), YZ_FIELD_REQUIRED, .group = "level", .minimum = 0, .maximum = 1e9,
    .synonyms = "安全库存|最低库存|minimum" },
  { "target", YZ_FIELD_INTEGER, N_ ("Fill up to"), .group = "level", .minimum = 0, .maximum = 1e9,
    .synonyms = "目标库存|target" },
};

/* February has its 29th. */
static gboolean
is_day_of_year (const char *text)
{
  g_autofree char *date = g_strconcat ("2024-", text, NULL);
  GDate day;

  return text == NULL || yz_value_read_date (date, &day);
}

static gboolean
check (YzRecord *before, YzRecord *after, GError **error)
{
  const char *begins = yz_record_get_text (after, "begins"), *ends = yz_record_get_text (after, "ends");

  if (!is_day_of_year (begins) || !is_day_of_year (ends) || (begins == NULL) != (ends == NULL))
    {
      g_set_error_literal (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_INVALID,
                           _ ("A season has a first and a last day, written as 06-01"));
      return FALSE;
    }
  if (yz_record_get (after, "target") != NULL &&
      yz_record_get_integer (after, "minimum") > yz_record_get_integer (after, "target"))
    {
      g_set_error_literal (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_RANGE,
                           _ ("The minimum is more than what the stock is filled up to"));
      return FALSE;
    }
  return TRUE;
}

/* clang-format off */
YZ_DEFINE_KIND (YzStockLevel, yz_stock_level, fields,
                .name = "stock_level",
                .title = N_ ("Stock level"),
                .title_plural = N_ ("Stock levels"),
                .title_field = "name",
                .has_own_place = TRUE,
                .check = check)
/* clang-format on */
