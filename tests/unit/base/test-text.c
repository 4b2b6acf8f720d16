#include "yz-text.h"

static void
test_fold (void)
{
  static const struct
  {
    const char *written, *folded;
  } cases[] = {
    { "  名　称\n", "名 称" },
    { "ＡＴＭ（１号）", "atm(1号)" },
    { "0883—6122229", "0883-6122229" },
    { "拾光\u00a0咖啡 ", "拾光 咖啡" },
    { "\xff", "\uFFFD" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = yz_text_fold (cases[i].written);

      g_assert_cmpstr (folded, ==, cases[i].folded);
    }
}

static void
test_set_str (void)
{
  g_autofree char *text = NULL;

  g_assert_false (yz_set_str (&text, NULL));
  g_assert_true (yz_set_str (&text, "驿站"));
  g_assert_false (yz_set_str (&text, "驿站"));
  g_assert_true (yz_set_str (&text, text + 3)); /* a part of itself */
  g_assert_cmpstr (text, ==, "站");
}

static void
test_han (void)
{
  g_assert_true (yz_text_is_han (g_utf8_get_char ("厦")));
  g_assert_false (yz_text_is_han (g_utf8_get_char ("。")));
  g_assert_false (yz_text_is_han ('a'));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/base/text/fold", test_fold);
  g_test_add_func ("/base/text/set-str", test_set_str);
  g_test_add_func ("/base/text/han", test_han);
  return g_test_run ();
}
