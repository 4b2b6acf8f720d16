#include "config.h"

#include "yz-test.h"

#include <glib/gstdio.h>

#define PATIENCE_SECONDS 20

char *
yz_test_folder_new (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("yizhan-test-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

static void
remove_tree (const char *path)
{
  /* a link is removed, never followed: it may lead out of the folder */
  gboolean is_folder = g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK);
  g_autoptr (GDir) folder = is_folder ? g_dir_open (path, 0, NULL) : NULL;
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

void
yz_test_folder_free (char *folder)
{
  if (folder == NULL)
    return;
  remove_tree (folder);
  g_free (folder);
}

static gboolean
run_out_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_CONTINUE;
}

void
yz_test_wait_until (YzTestCondition condition, gpointer data)
{
  gboolean run_out = FALSE;
  guint timeout = g_timeout_add_seconds (PATIENCE_SECONDS, run_out_cb, &run_out);

  while (!condition (data))
    {
      g_assert_false (run_out);
      g_main_context_iteration (NULL, TRUE);
    }
  g_source_remove (timeout);
}

static gboolean
is_done (gpointer data)
{
  return *(const gboolean *) data;
}

void
yz_test_wait (const gboolean *done)
{
  yz_test_wait_until (is_done, (gpointer) done);
}

YzClock *
yz_test_clock_new (void)
{
  g_autoptr (GTimeZone) office = g_time_zone_new_offset (8 * 60 * 60);
  g_autoptr (GDateTime) moment = g_date_time_new (office, 2026, 11, 20, 14, 26, 0);

  return yz_clock_new_at (g_date_time_to_unix (moment) * 1000);
}

char *
yz_test_shared (const char *name)
{
  const char *shared = g_getenv ("YIZHAN_SHARED");
  g_autofree char *beside = g_build_filename (g_getenv ("YIZHAN_SOURCE_ROOT"), "..", "shared", NULL);
  g_autofree char *path = g_build_filename (shared != NULL ? shared : beside, name, NULL);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&path);
  g_test_skip ("no shared folder: neither YIZHAN_SHARED nor ../shared beside the source");
  return NULL;
}
