#include "config.h"

#include "yz-file.h"
#include "yz-test.h"

#include <signal.h>
#include <string.h>
#include <sys/resource.h>

static void
check (const char *folder, const char *path, const char *expected)
{
  g_autofree char *found = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  g_assert_true (g_file_get_contents (path, &found, NULL, NULL));
  g_assert_cmpstr (found, ==, expected);
  while (g_dir_read_name (dir) != NULL)
    n++;
  g_assert_cmpuint (n, ==, 1);
}

static void
test_save (void)
{
  g_auto (YzTestFolder) folder = yz_test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "驿站.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_true (yz_file_save (file, "一", strlen ("一"), NULL, &error));
  g_assert_no_error (error);
  check (folder, path, "一");
  g_assert_true (yz_file_save (file, "二", strlen ("二"), NULL, &error));
  g_assert_no_error (error);
  check (folder, path, "二");
}

/* As on a disk that is full: no file of this process may grow larger. */
static void
test_full_disk (void)
{
  const struct rlimit small = { 4096, RLIM_INFINITY };
  struct rlimit before;
  g_auto (YzTestFolder) folder = yz_test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "驿站.txt", NULL);
  g_autofree char *much = g_strnfill (100000, 'x');
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  gboolean saved;

  g_assert_true (yz_file_save (file, "一", strlen ("一"), NULL, NULL));
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  saved = yz_file_save (file, much, strlen (much), NULL, &error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);

  g_assert_false (saved);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "驿站.txt"));
  check (folder, path, "一");
}

static void
test_cancelled (void)
{
  g_auto (YzTestFolder) folder = yz_test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "驿站.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (yz_file_save (file, "一", strlen ("一"), NULL, NULL));
  g_cancellable_cancel (cancellable);
  g_assert_false (yz_file_save (file, "二", strlen ("二"), cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  check (folder, path, "一");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/file/save", test_save);
  g_test_add_func ("/file/full-disk", test_full_disk);
  g_test_add_func ("/file/cancelled", test_cancelled);
  return g_test_run ();
}
