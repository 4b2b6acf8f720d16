#include "session-fixture.h"
#include "yz-street-maps.h"
#include "yz-trash-list.h"
#include "yz-workspace-care.h"

#include <gio/gio.h>
#include <string.h>

typedef struct
{
  gboolean done;
  gboolean ok;
  GPtrArray *findings;
} Answer;

static void
on_copied (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;

  answer->ok = yz_workspace_save_copy_finish (YZ_SESSION (source), result, NULL);
  answer->done = TRUE;
}

static void
on_restored (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;

  answer->ok = yz_workspace_restore_finish (YZ_SESSION (source), result, NULL);
  answer->done = TRUE;
}

static void
on_checked (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;

  answer->findings = yz_workspace_check_finish (YZ_SESSION (source), result, NULL);
  answer->done = TRUE;
}

static void
delete_record (Fixture *fixture, YzRecord *record)
{
  YzEdit *edit = yz_edit_new ("Delete");

  yz_edit_delete (edit, record);
  fixture_apply (fixture, edit);
}

static gboolean
is_empty (gpointer model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (model)) == 0;
}

static void
test_trash (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzTrashList) trash = yz_trash_list_new (fixture->session);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (YzRecord) back = NULL;
  g_autofree char *title = NULL, *when = NULL, *left = NULL;

  g_assert_true (is_empty (trash));
  delete_record (fixture, fixture->second);
  yz_clock_set_now (fixture->clock, yz_clock_get_now (fixture->clock) + 60000);
  delete_record (fixture, fixture->first);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (trash)), ==, 2);

  g_ptr_array_add (items, g_list_model_get_item (G_LIST_MODEL (trash), 0));
  g_object_get (items->pdata[0], "title", &title, "when", &when, "left", &left, NULL);
  g_assert_cmpstr (title, ==, "石鼓驿站"); /* the latest first */
  g_assert_cmpstr (when, ==, "2026-11-20 14:27");
  g_assert_nonnull (strstr (left, "90"));

  g_ptr_array_add (items, g_list_model_get_item (G_LIST_MODEL (trash), 1));
  yz_trash_list_restore (trash, items);
  yz_test_wait_until (is_empty, trash);
  back = fixture_reload (fixture, fixture->second);
  g_assert_cmpint (yz_record_get_deleted_at (back), ==, 0);
}

static void
test_copy_and_restore (Fixture *fixture, gconstpointer data)
{
  g_autofree char *copy = g_build_filename (fixture->folder, "copy.yizhan", NULL);
  const char *workspace = yz_store_get_path (yz_session_get_store (fixture->session));
  g_autofree char *streets = yz_street_map_dup_path (workspace, NULL);
  g_autofree char *more = yz_street_map_dup_path (workspace, "/maps/haidian.osm.pbf");
  g_autofree char *copy_streets = yz_street_map_dup_path (copy, NULL);
  g_autofree char *copy_more = yz_street_map_dup_path (copy, "haidian.osm.pbf");
  g_autofree char *text = NULL;
  g_autoptr (GListModel) backups = NULL;
  g_autoptr (YzBackupFile) kept = NULL;
  g_autoptr (YzRecord) back = NULL;
  g_autofree char *size = NULL;
  Answer answer = { 0 };

  g_file_set_contents (streets, "streets", -1, NULL);
  g_file_set_contents (more, "more", -1, NULL);
  yz_workspace_save_copy_async (fixture->session, copy, on_copied, &answer);
  yz_test_wait (&answer.done);
  g_assert_true (answer.ok);
  g_assert_true (g_file_get_contents (copy_streets, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "streets");
  g_assert_true (g_file_test (copy_more, G_FILE_TEST_EXISTS));

  delete_record (fixture, fixture->first);
  answer.done = answer.ok = FALSE;
  yz_workspace_restore_async (fixture->session, copy, on_restored, &answer);
  g_assert_null (yz_session_get_store (fixture->session));
  yz_test_wait (&answer.done);
  g_assert_true (answer.ok);
  g_assert_true (is_empty (yz_session_get_jobs (fixture->session)));
  back = fixture_reload (fixture, fixture->first);
  g_assert_cmpint (yz_record_get_deleted_at (back), ==, 0);

  backups = yz_workspace_list_backups (fixture->session, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (backups), ==, 2); /* of the day, and what was there */
  kept = g_list_model_get_item (backups, 0);
  g_object_get (kept, "size", &size, NULL);
  g_assert_nonnull (size);
}

static void
write_backup (const char *folder, const char *name, guint64 seconds)
{
  g_autoptr (GFile) place = g_file_new_for_path (folder);
  g_autoptr (GFile) file = g_file_get_child (place, name);

  g_assert_true (g_file_replace_contents (file, "", 0, NULL, FALSE, 0, NULL, NULL, NULL));
  g_assert_true (g_file_set_attribute_uint64 (file, G_FILE_ATTRIBUTE_TIME_MODIFIED, seconds, 0, NULL, NULL));
}

/* The backup of a day was made before the one that was made at noon, whatever their names say. */
static void
test_newest_first (Fixture *fixture, gconstpointer data)
{
  const char *path = yz_store_get_path (yz_session_get_store (fixture->session));
  g_autofree char *folder = g_strconcat (path, "-backups", NULL);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *stem = g_strndup (name, strlen (name) - strlen (".yizhan"));
  g_autofree char *day = g_strconcat (stem, "-2001-09-09.yizhan", NULL);
  g_autofree char *noon = g_strconcat (stem, "-2001-09-09-120000-before-restore.yizhan", NULL);
  g_autoptr (GListModel) backups = NULL;
  guint n_backups;

  g_mkdir_with_parents (folder, 0700);
  write_backup (folder, day, 1000000000);
  write_backup (folder, noon, 1000009000);
  backups = yz_workspace_list_backups (fixture->session, NULL);
  n_backups = g_list_model_get_n_items (backups);
  g_assert_cmpuint (n_backups, >=, 2);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (YzBackupFile) backup = g_list_model_get_item (backups, n_backups - 2 + i);
      g_autofree char *found = NULL;

      g_object_get (backup, "path", &found, NULL);
      g_assert_true (g_str_has_suffix (found, i == 0 ? noon : day));
    }
}

static void
test_restore_of_nothing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *missing = g_build_filename (fixture->folder, "missing.yizhan", NULL);
  g_autoptr (YzRecord) still = NULL;
  Answer answer = { 0 };

  yz_workspace_restore_async (fixture->session, missing, on_restored, &answer);
  yz_test_wait (&answer.done);
  g_assert_false (answer.ok);
  still = fixture_reload (fixture, fixture->first);
  g_assert_nonnull (still);
}

static void
test_check (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzJob) job = yz_job_new ("Check");
  Answer answer = { 0 };

  yz_workspace_check_async (fixture->session, job, on_checked, &answer);
  g_assert_false (is_empty (yz_session_get_jobs (fixture->session)));
  yz_test_wait (&answer.done);
  g_assert_nonnull (answer.findings);
  g_assert_cmpuint (answer.findings->len, ==, 0);
  g_assert_true (is_empty (yz_session_get_jobs (fixture->session)));
  g_ptr_array_unref (answer.findings);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  fixture_add ("/session/workspace-care/trash", test_trash);
  fixture_add ("/session/workspace-care/copy-and-restore", test_copy_and_restore);
  fixture_add ("/session/workspace-care/newest-first", test_newest_first);
  fixture_add ("/session/workspace-care/restore-of-nothing", test_restore_of_nothing);
  fixture_add ("/session/workspace-care/check", test_check);
  return g_test_run ();
}
