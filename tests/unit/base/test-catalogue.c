#include "config.h"

#include "yz-catalogue.h"
#include "yz-locale.h"

#include <glib/gi18n-lib.h>

/* Whatever the screen speaks: this test runs once for each language. */
static void
test_chinese (void)
{
  g_assert_cmpstr (yz_catalogue_say_chinese ("Yizhan"), ==, "驿站管家");
  g_assert_cmpstr (yz_catalogue_say_chinese ("no such text"), ==, "no such text");
  g_assert_cmpstr (yz_catalogue_say_chinese (""), ==, "");
  g_assert_cmpstr (yz_catalogue_say_chinese ("\xf4\x8f\xbf\xbf"), ==, "\xf4\x8f\xbf\xbf");
}

/* Every text that gettext finds is found here too. */
static void
test_as_gettext (void)
{
  static const char *const msgids[] = { "Name", "Opening hours", "Services", "yes", "no", "District", "Address" };

  if (!yz_locale_is_chinese ())
    {
      g_test_skip ("the screen does not speak Chinese");
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (msgids); i++)
    g_assert_cmpstr (yz_catalogue_say_chinese (msgids[i]), ==, _ (msgids[i]));
}

int
main (int argc, char *argv[])
{
  yz_locale_init ();
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/base/catalogue/chinese", test_chinese);
  g_test_add_func ("/base/catalogue/as-gettext", test_as_gettext);
  return g_test_run ();
}
