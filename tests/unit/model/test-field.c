#include "yz-kinds.h"

static char *
reparse (const YzField *field, const char *text)
{
  g_autoptr (GVariant) value = NULL;
  g_autoptr (GError) error = NULL;

  if (!yz_field_parse (field, text, &value, &error))
    return g_strdup (error->code == YZ_MODEL_ERROR_RANGE ? "!range" : "!");
  return value != NULL ? g_variant_print (value, FALSE) : g_strdup ("nothing");
}

static void
test_parse (void)
{
  static const YzChoice choices[] = { { "open", "In service", "开放|营业中" },
                                      { "paused", "Paused", "停业" },
                                      { NULL } };
  static const YzField text = { "text", YZ_FIELD_TEXT, "Text" };
  static const YzField choice = { "choice", YZ_FIELD_CHOICE, "Choice", .choices = choices };
  static const YzField integer = { "seats", YZ_FIELD_INTEGER, "Seats", .maximum = 1000 };
  static const YzField area = { "area", YZ_FIELD_REAL, "Area", .unit = "m²", .maximum = 1000 };
  static const YzField boolean = { "smart", YZ_FIELD_BOOLEAN, "Smart" };
  static const YzField money = { "price", YZ_FIELD_MONEY, "Price" };
  static const YzField date = { "opened", YZ_FIELD_DATE, "Opened" };
  static const YzField instant = { "at", YZ_FIELD_TIME, "At" };
  static const YzField list = { "phones", YZ_FIELD_LIST, "Phones" };
  static const YzField map = { "services", YZ_FIELD_MAP, "Services", .choices = choices };
  static const struct
  {
    const YzField *field;
    const char *written, *value;
  } cases[] = {
    { &text, " 　塘厦林村驿站\u00a0", "'塘厦林村驿站'" },
    { &text, "01", "'01'" },
    { &text, "  ", "nothing" },
    { &text, NULL, "nothing" },
    { &choice, "停业", "'paused'" },
    { &choice, "OPEN", "'open'" },
    { &choice, "关张", "!" },
    { &integer, "１２", "12" },
    { &integer, "12.0", "12" },
    { &integer, "12.5", "!" },
    { &integer, "12,5", "!" },
    { &integer, "1001", "!range" },
    { &integer, "99999999999999999999", "!" },
    { &area, "1,000 m²", "1000.0" },
    { &area, "12,345", "!range" },
    { &area, "1,0000", "!" },
    { &area, "35平方米", "35.0" },
    { &area, "35.5㎡", "35.5" },
    { &area, "nan", "!" },
    { &area, "0x10", "!" },
    { &area, "1e999", "!" },
    { &boolean, "是", "true" },
    { &boolean, "N", "false" },
    { &boolean, "也许", "!" },
    { &money, "500.01", "50001" },
    { &money, "¥1,234.5", "123450" },
    { &money, "-1.99元", "-199" },
    { &money, "0.001", "!" },
    { &date, "2026-11-20", "'2026-11-20'" },
    { &date, "2026/1/2", "'2026-01-02'" },
    { &date, "2026.01.02", "'2026-01-02'" },
    { &date, "２０２６年１月２日", "'2026-01-02'" },
    { &date, "20261120", "'2026-11-20'" },
    { &date, "2020-01-27T16:00:00.000Z", "'2020-01-28'" },
    { &date, "2026-02-29", "!" },
    { &date, "9999-12-31T23:59:00-08:00", "!" },
    { &date, "0001-01-01T00:00:00+08:00", "!" },
    { &date, "11/20", "!" },
    { &instant, "1970-01-01T08:00:01", "1000" },
    { &instant, "1970-01-01T00:00:01Z", "1000" },
    { &instant, "1970-01-01 08:01", "60000" },
    { &instant, "1970-01-01T08:01+08:00", "60000" },
    { &instant, "1970-01-01T25:01", "!" },
    { &instant, "9999-12-31T23:59:59Z", "!range" },
    { &instant, "soon", "!" },
    { &list, "0371-67956331;0371-60223349", "['0371-67956331', '0371-60223349']" },
    { &list, " ； 、\n", "nothing" },
    { &map, "water、meal:停业:2026-01-02", "{'meal': ('paused', '2026-01-02'), 'water': ('open', '')}" },
    { &map, "water:broken", "!" },
    { &map, "water:open:someday", "!" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *value = reparse (cases[i].field, cases[i].written);

      if (g_strcmp0 (cases[i].written, " ； 、\n") == 0)
        g_assert_cmpstr (value, ==, "nothing");
      else
        g_assert_cmpstr (value, ==, cases[i].value);
    }
}

/* What is written can be read back: the promise that export and import rest on. */
static void
test_format_parses_back (void)
{
  static const char *const values[] = {
    "name",  "塘厦林村驿站", "state",  "paused",         "area",     "35.1",
    "seats", "12",           "smart",  "true",           "opened",   "2025-01-31",
    "lon",   "104.06213",    "phones", "0371-1; 0371-2", "services", "meal; rain:paused:2026-01-02; water:planned",
  };

  for (guint i = 0; i < G_N_ELEMENTS (values); i += 2)
    {
      const YzField *field = yz_kind_find_field (&yz_station_kind, values[i]);
      g_autoptr (GVariant) value = NULL;
      g_autoptr (GVariant) again = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;

      g_assert_true (yz_field_parse (field, values[i + 1], &value, &error));
      text = yz_field_format (field, value);
      g_assert_true (yz_field_parse (field, text, &again, &error));
      g_assert_no_error (error);
      g_assert_true (yz_field_equal (value, again));
    }
}

static void
test_check_refuses_other_types (void)
{
  const YzField *area = yz_kind_find_field (&yz_station_kind, "area");
  const YzField *opened = yz_kind_find_field (&yz_station_kind, "opened");
  g_autoptr (GVariant) text = g_variant_ref_sink (g_variant_new_string ("2026/1/2"));
  g_autoptr (GError) error = NULL;

  g_assert_false (yz_field_check (area, text, &error));
  g_assert_error (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_INVALID);
  g_clear_error (&error);

  /* a date in a form that people write, but not the stored one */
  g_assert_false (yz_field_check (opened, text, &error));
  g_assert_error (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_INVALID);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/model/field/parse", test_parse);
  g_test_add_func ("/model/field/format-parses-back", test_format_parses_back);
  g_test_add_func ("/model/field/check-refuses-other-types", test_check_refuses_other_types);
  return g_test_run ();
}
