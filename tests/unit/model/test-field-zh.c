/* What a field says and understands in the language of its users. */
#include "yz-field.h"
#include "yz-locale.h"

/* "Telephone" stands for any unit that is a word: it is sure to be translated. */
static void
test_unit (void)
{
  static const YzField lines = { "lines", YZ_FIELD_INTEGER, "Lines", .unit = "Telephone", .maximum = 9 };
  static const char *const texts[] = { "3", "3 Telephone", "3联系电话" };

  g_assert_cmpstr (yz_field_get_unit (&lines), ==, "联系电话");
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GVariant) value = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (yz_field_parse (&lines, texts[i], &value, &error));
      g_assert_no_error (error);
      g_assert_cmpint (g_variant_get_int64 (value), ==, 3);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  yz_locale_init ();
  g_test_add_func ("/model/field/unit-in-chinese", test_unit);
  return g_test_run ();
}
