/* What an item says of its lots, and what holds where it says nothing. */
#include "config.h"

#include "yz-item.h"
#include "yz-value-text.h"

static YzRecord *
new_record (const YzKind *kind, const char *field, gint64 value)
{
  YzRecord *record = yz_record_new (kind, "01970000-0000-7000-8000-000000000001");

  if (field != NULL)
    yz_record_set (record, field, g_variant_new_int64 (value));
  return record;
}

static void
test_value (void)
{
  g_autoptr (YzRecord) plain = new_record (&yz_item_kind, NULL, 0);
  g_autoptr (YzRecord) item = new_record (&yz_item_kind, "value", 1250);
  g_autoptr (YzRecord) lot = new_record (&yz_lot_kind, "cost", 1100);
  g_autoptr (YzRecord) gift = new_record (&yz_lot_kind, NULL, 0);

  g_assert_cmpint (yz_item_find_value (item, lot), ==, 1100);
  g_assert_cmpint (yz_item_find_value (item, gift), ==, 1250);
  g_assert_cmpint (yz_item_find_value (item, NULL), ==, 1250);
  g_assert_cmpint (yz_item_find_value (plain, NULL), ==, -1);
}

static void
test_warning (void)
{
  g_autoptr (YzRecord) plain = new_record (&yz_item_kind, NULL, 0);
  g_autoptr (YzRecord) medicine = new_record (&yz_item_kind, "warn_days", 90);

  g_assert_cmpuint (yz_item_get_warn_days (plain), ==, YZ_ITEM_WARN_DAYS);
  g_assert_cmpuint (yz_item_get_warn_days (medicine), ==, 90);
}

static void
test_day (void)
{
  g_autofree char *none = yz_value_format_day (0);
  g_autofree char *text = NULL;
  GDate day;

  g_assert_null (none);
  g_assert_true (yz_value_read_date ("2026-02-28", &day));
  text = yz_value_format_day (g_date_get_julian (&day));
  g_assert_cmpstr (text, ==, "2026-02-28");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/model/item/value", test_value);
  g_test_add_func ("/model/item/warning", test_warning);
  g_test_add_func ("/model/item/day", test_day);
  return g_test_run ();
}
