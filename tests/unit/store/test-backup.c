#include "store-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

static gint64
count_stations (Fixture *fixture)
{
  g_autoptr (YzQuery) query = yz_query_new (&yz_station_kind);

  return yz_store_count (fixture->store, query, NULL);
}

static void
advance_days (Fixture *fixture, gint64 days)
{
  yz_clock_set_now (fixture->clock, yz_clock_get_now (fixture->clock) + days * 24 * 3600 * 1000);
}

static void
test_close_backs_up_once_a_day (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) one = NULL;
  g_autoptr (GPtrArray) two = NULL;

  fixture_reopen (fixture);
  none = yz_store_list_backups (fixture->path, NULL);
  g_assert_cmpuint (none->len, ==, 0);

  g_object_unref (fixture_add_station (fixture, "甲"));
  fixture_reopen (fixture);
  g_object_unref (fixture_add_station (fixture, "乙"));
  fixture_reopen (fixture);
  one = yz_store_list_backups (fixture->path, NULL);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_true (g_str_has_suffix (g_ptr_array_index (one, 0), "/驿站-2026-11-20.yizhan"));

  advance_days (fixture, 1);
  g_object_unref (fixture_add_station (fixture, "丙"));
  fixture_reopen (fixture);
  two = yz_store_list_backups (fixture->path, NULL);
  g_assert_cmpuint (two->len, ==, 2);
  g_assert_true (g_str_has_suffix (g_ptr_array_index (two, 0), "-2026-11-21.yizhan"));
}

static void
test_old_backups_go (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) backups = NULL;

  for (guint i = 0; i < 60; i++)
    {
      g_object_unref (fixture_add_station (fixture, "甲"));
      fixture_reopen (fixture);
      advance_days (fixture, 1);
    }
  backups = yz_store_list_backups (fixture->path, NULL);
  g_assert_cmpuint (backups->len, ==, 7 + 4);
}

/* A folder that cannot be read is not a workspace without backups. */
static void
test_folder_cannot_be_read (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_strconcat (fixture->path, "-backups", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (folder, "no folder", -1, NULL));
  g_assert_null (yz_store_list_backups (fixture->path, &error));
  g_assert_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_FAILED);
  g_clear_error (&error);

  g_object_unref (fixture_add_station (fixture, "甲"));
  g_assert_false (yz_store_close (fixture->store, &error));
  g_assert_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_READ_ONLY);
}

static void
test_restore (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GPtrArray) more = NULL;
  g_autoptr (GError) error = NULL;

  g_object_unref (fixture_add_station (fixture, "甲"));
  fixture_reopen (fixture);
  g_object_unref (fixture_add_station (fixture, "乙"));
  backups = yz_store_list_backups (fixture->path, NULL);

  g_assert_false (yz_store_restore (fixture->path, g_ptr_array_index (backups, 0), &error));
  g_assert_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_BUSY);
  g_clear_error (&error);
  g_assert_cmpint (count_stations (fixture), ==, 2);

  yz_store_close (fixture->store, NULL);
  g_assert_true (yz_store_restore (fixture->path, g_ptr_array_index (backups, 0), &error));
  g_assert_no_error (error);
  fixture_reopen (fixture);
  g_assert_cmpint (count_stations (fixture), ==, 1);
  more = yz_store_list_backups (fixture->path, NULL);
  g_assert_cmpuint (more->len, ==, 2);
}

static void
test_damaged_backup_is_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "x.yizhan", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "SQLite format 3 but not really", -1, NULL));
  yz_store_close (fixture->store, NULL);
  g_assert_false (yz_store_restore (fixture->path, path, &error));
  g_assert_nonnull (error);
  fixture_reopen (fixture);
}

static void
test_trash_is_emptied_after_90_days (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzRecord) station = fixture_add_station (fixture, "甲");
  g_autoptr (YzRecord) loaded = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  YzEdit *edit = yz_edit_new ("Delete station");

  yz_edit_delete (edit, station);
  fixture_apply (fixture, edit);
  advance_days (fixture, 89);
  g_object_unref (fixture_add_station (fixture, "乙"));
  fixture_reopen (fixture);
  loaded = yz_store_load (fixture->store, &yz_station_kind, yz_record_get_id (station), NULL);
  g_assert_nonnull (loaded);

  advance_days (fixture, 2);
  g_object_unref (fixture_add_station (fixture, "丙"));
  fixture_reopen (fixture);
  g_assert_null (yz_store_load (fixture->store, &yz_station_kind, yz_record_get_id (station), NULL));
  findings = yz_store_check (fixture->store, NULL, NULL, NULL, NULL);
  g_assert_cmpuint (findings->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  fixture_add ("/store/backup/close-backs-up-once-a-day", test_close_backs_up_once_a_day);
  fixture_add ("/store/backup/old-backups-go", test_old_backups_go);
  fixture_add ("/store/backup/folder-cannot-be-read", test_folder_cannot_be_read);
  fixture_add ("/store/backup/restore", test_restore);
  fixture_add ("/store/backup/damaged-backup-is-refused", test_damaged_backup_is_refused);
  fixture_add ("/store/backup/trash-is-emptied-after-90-days", test_trash_is_emptied_after_90_days);
  return g_test_run ();
}
