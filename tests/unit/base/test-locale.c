#include "config.h"

#include "yz-locale.h"

#include <glib/gi18n-lib.h>

/* The environment of this test asks for Chinese and names the translations in the build folder. */
static void
test_chinese (void)
{
  yz_locale_init ();
  g_assert_cmpstr (_ ("Yizhan"), ==, "驿站管家");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/base/locale/chinese", test_chinese);
  return g_test_run ();
}
