/* What the other tests stand on. */
#include "config.h"

#include "yz-test.h"

#include <glib/gstdio.h>
#include <unistd.h>

static void
test_folder (void)
{
  char *folder = yz_test_folder_new ();
  g_auto (YzTestFolder) outside = yz_test_folder_new ();
  g_autofree char *path = g_strdup (folder);
  g_autofree char *inner = g_build_filename (folder, "inner", NULL);
  g_autofree char *file = g_build_filename (inner, "file", NULL);
  g_autofree char *link = g_build_filename (folder, "link", NULL);

  g_assert_cmpint (g_mkdir (inner, 0700), ==, 0);
  g_assert_true (g_file_set_contents (file, "x", -1, NULL));
  g_assert_cmpint (symlink (outside, link), ==, 0);

  yz_test_folder_free (folder);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (outside, G_FILE_TEST_IS_DIR));
}

static void
test_clock (void)
{
  g_autoptr (YzClock) clock = yz_test_clock_new ();
  g_autoptr (GDateTime) now = yz_clock_get_local (clock);
  g_autofree char *text = g_date_time_format (now, "%F %R %u");

  g_assert_cmpstr (text, ==, "2026-11-20 14:26 5");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/support/folder", test_folder);
  g_test_add_func ("/support/clock", test_clock);
  return g_test_run ();
}
