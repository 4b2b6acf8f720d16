/* Columns recognised by heading and by cells. */
#include "yz-kinds.h"
#include "yz-mapping.h"
#include "yz-sheet-reader.h"

static YzMapping *
guess (const char *text, YzSheet **sheet)
{
  g_autoptr (YzWordList) words = yz_word_list_new ();

  *sheet = yz_sheet_read_text (text, -1, NULL, NULL, NULL);
  g_assert_nonnull (*sheet);
  return yz_mapping_guess (&yz_station_kind, *sheet, words);
}

static void
assert_guess (const char *text, const char *expected)
{
  g_autoptr (YzSheet) sheet = NULL;
  g_autoptr (YzMapping) mapping = guess (text, &sheet);
  g_autoptr (GString) targets = g_string_new (NULL);

  for (guint i = 0; i < yz_mapping_get_n_columns (mapping); i++)
    {
      g_autofree char *target = yz_mapping_get_target_name (mapping, i);

      g_string_append_printf (targets, "%s%s", i > 0 ? " " : "", target);
    }
  g_assert_cmpstr (targets->str, ==, expected);
}

static void
test_headings (void)
{
  assert_guess ("序号,站点\t名称,详细 地址,联系电话（手机）,使用面积(㎡),是否智能\n1,甲,某路,0371-6123456,35,是\n",
                "- name address phones area smart");
  assert_guess ("館名,開放時間,市話\n甲,9:00-17:00,12345\n", "name hours_text phones");
  assert_guess ("站点详细地址,驿站名称\n某路,甲\n", "address name");
  assert_guess (
    "省份,市-区,联系人(酒店名称或者政府部门）,具体地址,联系方式\n云南省,昆明市-官渡区,某酒店,某街9号,0871-65655099\n",
    "- district name address phones");
}

static void
test_cells (void)
{
  assert_guess ("名称,坐标\n甲,\"113.6,34.7\"\n乙,\"113.7,34.8\"\n", "name position");
  assert_guess ("甲驿站,113.61234,34.71234,13800138000\n乙驿站,113.61235,34.71235,13800138001\n",
                "name lon lat phones");
  assert_guess ("名称,热水供应,电源插座,网络质量\n甲,true,N,4\n乙,false,Y,5\n",
                "name services.water services.charging -");
}

static void
test_datum (void)
{
  g_autoptr (YzSheet) sheet = NULL, plain = NULL;
  g_autoptr (YzMapping) mapping = guess ("名称,经度（百度）,纬度（百度）\n甲,113.6,34.7\n", &sheet);
  g_autoptr (YzMapping) silent = guess ("名称,经度,纬度\n甲,113.6,34.7\n", &plain);
  YzDatum datum;

  g_assert_true (yz_mapping_get_datum (mapping, &datum));
  g_assert_cmpint (datum, ==, YZ_DATUM_BD09);
  g_assert_false (yz_mapping_get_datum (silent, &datum));
}

static void
test_text (void)
{
  g_autoptr (YzSheet) sheet = NULL;
  g_autoptr (YzMapping) mapping = guess ("甲列,乙列,\"a,b\"\n一,二,三\n", &sheet);
  g_autoptr (YzMapping) again = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *repeated = NULL;

  yz_mapping_apply_text (mapping, sheet, "甲列=-,乙列=name,a\\,b=services.water", &error);
  g_assert_no_error (error);
  g_assert_cmpint (yz_mapping_find_field (mapping, "name"), ==, 1);
  text = yz_mapping_to_text (mapping, sheet);
  again = yz_mapping_new (&yz_station_kind, 3);
  g_assert_true (yz_mapping_apply_text (again, sheet, text, NULL));
  repeated = yz_mapping_to_text (again, sheet);
  g_assert_cmpstr (repeated, ==, text);

  g_assert_false (yz_mapping_apply_text (mapping, sheet, "丙列=name", &error));
  g_assert_error (error, YZ_EXCHANGE_ERROR, YZ_EXCHANGE_ERROR_MAPPING);
  g_clear_error (&error);
  g_assert_false (yz_mapping_apply_text (mapping, sheet, "甲列=colour", &error));
  g_assert_error (error, YZ_EXCHANGE_ERROR, YZ_EXCHANGE_ERROR_MAPPING);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/exchange/mapping/headings", test_headings);
  g_test_add_func ("/exchange/mapping/cells", test_cells);
  g_test_add_func ("/exchange/mapping/datum", test_datum);
  g_test_add_func ("/exchange/mapping/text", test_text);
  return g_test_run ();
}
