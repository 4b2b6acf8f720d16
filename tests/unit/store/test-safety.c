/* What must hold when things go wrong: killed, cancelled, out of space, an old or a foreign file. */
#include "store-fixture.h"

#include <gio/gio.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static gint64
count_stations (YzStore *store)
{
  g_autoptr (YzQuery) query = yz_query_new (&yz_station_kind);

  return yz_store_count (store, query, NULL);
}

static void
assert_sound (YzStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = yz_store_check (store, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s", (char *) g_ptr_array_index (findings, i));
  g_assert_cmpuint (findings->len, ==, 0);
}

typedef struct
{
  Fixture *fixture;
  YzRecord *record;
  YzChange change;
  int left;
  GCancellable *cancel_at_end;
  int signal_fd; /* written to when half is done */
} Stream;

static gboolean
next_change (const YzChange **change, gpointer data, GError **error)
{
  Stream *stream = data;

  g_clear_object (&stream->record);
  *change = NULL;
  if (stream->left-- == 0)
    {
      if (stream->cancel_at_end != NULL)
        g_cancellable_cancel (stream->cancel_at_end);
      if (stream->signal_fd != 0 && write (stream->signal_fd, "x", 1) == 1)
        pause ();
      return TRUE;
    }
  stream->record = fixture_make_station (stream->fixture, "塘厦驿站");
  stream->change = (YzChange){ .verb = YZ_VERB_CREATE, .record = stream->record };
  *change = &stream->change;
  return TRUE;
}

static void
test_kill_leaves_nothing_half_done (Fixture *fixture, gconstpointer data)
{
  int fds[2];
  char byte;
  pid_t child;

  g_object_unref (fixture_add_station (fixture, "甲"));
  yz_store_close (fixture->store, NULL);
  g_clear_object (&fixture->store);
  g_assert_cmpint (pipe (fds), ==, 0);
  child = fork ();
  if (child == 0)
    {
      g_autoptr (YzEdit) edit = yz_edit_new ("Import");
      Stream stream = { .fixture = fixture, .left = 30000, .signal_fd = fds[1] };

      fixture->store = yz_store_open (fixture->path, YZ_STORE_NONE, fixture->clock, fixture->ids, NULL);
      yz_action_free (yz_store_apply_stream (fixture->store, edit, next_change, &stream, NULL, NULL, NULL, NULL));
      _exit (1);
    }
  g_assert_cmpint (read (fds[0], &byte, 1), ==, 1);
  kill (child, SIGKILL);
  waitpid (child, NULL, 0);
  close (fds[0]);
  close (fds[1]);

  fixture->store = yz_store_open (fixture->path, YZ_STORE_NONE, fixture->clock, fixture->ids, NULL);
  g_assert_cmpint (count_stations (fixture->store), ==, 1);
  assert_sound (fixture->store);
}

static void
test_cancel_leaves_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (YzEdit) edit = yz_edit_new ("Import");
  g_autoptr (GError) error = NULL;
  Stream stream = { .fixture = fixture, .left = 100, .cancel_at_end = cancellable };

  g_assert_null (yz_store_apply_stream (fixture->store, edit, next_change, &stream, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (count_stations (fixture->store), ==, 0);
  g_assert_null (yz_store_get_undo (fixture->store));
  assert_sound (fixture->store);
  g_object_unref (fixture_add_station (fixture, "甲"));
}

/* A disk that is full says so in the middle of a write, like a limit on the size of files. */
static void
test_full_disk_leaves_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzEdit) edit = yz_edit_new ("Import");
  g_autoptr (GError) error = NULL;
  Stream stream = { .fixture = fixture, .left = 30000 };
  struct rlimit before, small;

  g_object_unref (fixture_add_station (fixture, "甲"));
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  small = before;
  small.rlim_cur = 512 * 1024;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  g_assert_null (yz_store_apply_stream (fixture->store, edit, next_change, &stream, NULL, NULL, NULL, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);

  g_assert_true (error != NULL && error->domain == YZ_STORE_ERROR);
  g_assert_cmpint (count_stations (fixture->store), ==, 1);
  assert_sound (fixture->store);
  /* room again, and all is well */
  g_object_unref (fixture_add_station (fixture, "乙"));
  fixture_reopen (fixture);
  g_assert_cmpint (count_stations (fixture->store), ==, 2);
  assert_sound (fixture->store);
}

static void
exec_sql (const char *path, const char *sql, int expected)
{
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, expected);
  sqlite3_close (handle);
}

static void
test_newer_file_is_not_touched (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize length_before, length_after;

  yz_store_close (fixture->store, NULL);
  g_clear_object (&fixture->store);
  exec_sql (fixture->path, "PRAGMA user_version = 9999; PRAGMA wal_checkpoint (TRUNCATE)", SQLITE_OK);
  g_assert_true (g_file_get_contents (fixture->path, &before, &length_before, NULL));
  g_assert_null (yz_store_open (fixture->path, YZ_STORE_CREATE, fixture->clock, fixture->ids, &error));
  g_assert_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_TOO_NEW);
  g_assert_true (g_file_get_contents (fixture->path, &after, &length_after, NULL));
  g_assert_cmpmem (before, length_before, after, length_after);
}

static void
test_foreign_files_are_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *database = g_build_filename (fixture->folder, "other.db", NULL);
  g_autofree char *text = g_build_filename (fixture->folder, "text.yizhan", NULL);
  g_autofree char *missing = g_build_filename (fixture->folder, "missing.yizhan", NULL);
  g_autoptr (GError) error = NULL;

  exec_sql (database, "CREATE TABLE x (y)", SQLITE_OK);
  g_assert_null (yz_store_open (database, YZ_STORE_CREATE, fixture->clock, fixture->ids, &error));
  g_assert_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_NOT_A_WORKSPACE);
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (text,
                                      "this is not a database, but long enough to look at; "
                                      "this is not a database, but long enough to look at",
                                      -1, NULL));
  g_assert_null (yz_store_open (text, YZ_STORE_CREATE, fixture->clock, fixture->ids, &error));
  g_assert_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_NOT_A_WORKSPACE);
  g_clear_error (&error);
  g_assert_null (yz_store_open (missing, YZ_STORE_NONE, fixture->clock, fixture->ids, &error));
  g_assert_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_NOT_FOUND);
}

static void
test_no_second_way_to_write (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture_add_station (fixture, "甲"));

  /* without our functions SQLite cannot even compile the guards */
  exec_sql (fixture->path, "UPDATE station SET name = '乙'", SQLITE_ERROR);
  exec_sql (fixture->path, "DELETE FROM station", SQLITE_CONSTRAINT);
  assert_sound (fixture->store);
}

static void
test_flipped_bit_is_found (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) findings = NULL;

  g_object_unref (fixture_add_station (fixture, "甲"));
  exec_sql (fixture->path, "DROP TRIGGER station_guard_update; UPDATE station SET name = '乙'", SQLITE_OK);
  findings = yz_store_check (fixture->store, NULL, NULL, NULL, NULL);
  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (findings, 0), "checksum"));
}

/* Maps that were read are remembered by their text: one that goes on after its end is another text. */
static void
test_damaged_map_passes_for_no_sound_one (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzRecord) one = fixture_add_station (fixture, "甲"), two = fixture_add_station (fixture, "乙");
  g_autoptr (YzRecord) first = NULL, second = NULL, damaged = NULL;
  g_autoptr (GError) error = NULL;

  fixture_set (fixture, yz_record_get_id (one), "services", "water:offered; meal:planned");
  fixture_set (fixture, yz_record_get_id (two), "services", "meal:planned; water:offered");
  first = yz_store_load (fixture->store, &yz_station_kind, yz_record_get_id (one), NULL);
  second = yz_store_load (fixture->store, &yz_station_kind, yz_record_get_id (two), NULL);
  g_assert_nonnull (yz_record_get (first, "services"));
  g_assert_true (yz_record_get (first, "services") == yz_record_get (second, "services"));

  exec_sql (fixture->path,
            "DROP TRIGGER station_guard_update;"
            "UPDATE station SET services = services || char (0) || '}' WHERE name = '乙'",
            SQLITE_OK);
  damaged = yz_store_load (fixture->store, &yz_station_kind, yz_record_get_id (two), &error);
  g_assert_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_CORRUPT);
  g_assert_null (damaged);
}

/* The flag of the last action says that it is undone, and nothing undid it; its record is still there. */
static void
test_wrong_undo_flag_is_found (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (YzAction) undo = NULL, redo = NULL;

  g_object_unref (fixture_add_station (fixture, "甲"));
  undo = yz_store_undo (fixture->store, 0, NULL, NULL);
  assert_sound (fixture->store);
  redo = yz_store_redo (fixture->store, NULL, NULL);
  assert_sound (fixture->store);
  exec_sql (fixture->path, "UPDATE action SET undone = 1 WHERE seq = (SELECT max (target) FROM action)", SQLITE_OK);
  findings = yz_store_check (fixture->store, NULL, NULL, NULL, NULL);
  g_assert_cmpuint (findings->len, ==, 2);
  g_assert_nonnull (strstr (g_ptr_array_index (findings, 0), "whether it is undone"));
  g_assert_nonnull (strstr (g_ptr_array_index (findings, 1), "whether its creation was undone"));
}

/* An action of a mode that there is not: its entry cannot be told, and is not made up. */
static void
test_damaged_log_is_told (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_object_unref (fixture_add_station (fixture, "甲"));
  exec_sql (fixture->path, "UPDATE action SET mode = 7", SQLITE_OK);
  g_assert_null (yz_store_get_history (fixture->store, NULL, 0, 10, &error));
  g_assert_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_CORRUPT);
}

static void
test_missing_column_is_added (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;

  g_object_unref (fixture_add_station (fixture, "甲"));
  yz_store_close (fixture->store, NULL);
  g_clear_object (&fixture->store);
  /* a file from before the field was thought of */
  exec_sql (fixture->path,
            "DROP TRIGGER station_guard_insert; DROP TRIGGER station_guard_update; DROP TRIGGER station_guard_delete;"
            "ALTER TABLE station DROP COLUMN note",
            SQLITE_OK);

  fixture->store = yz_store_open (fixture->path, YZ_STORE_NONE, fixture->clock, fixture->ids, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count_stations (fixture->store), ==, 1);
  assert_sound (fixture->store);
  backups = yz_store_list_backups (fixture->path, NULL);
  g_assert_cmpuint (backups->len, ==, 2);
  g_assert_true (g_str_has_suffix (g_ptr_array_index (backups, 1), "-before-migration.yizhan"));
}

static void
on_changed (YzStore *store, const char *kind, char **ids, gpointer data)
{
  *(gboolean *) data = TRUE;
}

static void
test_other_program_is_noticed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzStore) other = yz_store_open (fixture->path, YZ_STORE_NONE, fixture->clock, fixture->ids, NULL);
  YzStore *mine = fixture->store;
  gboolean changed = FALSE;

  g_signal_connect (mine, "changed", G_CALLBACK (on_changed), &changed);
  fixture->store = other;
  g_object_unref (fixture_add_station (fixture, "甲"));
  fixture->store = mine;
  while (!changed)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (count_stations (mine), ==, 1);
  yz_store_close (other, NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  fixture_add ("/store/safety/kill-leaves-nothing-half-done", test_kill_leaves_nothing_half_done);
  fixture_add ("/store/safety/cancel-leaves-nothing", test_cancel_leaves_nothing);
  fixture_add ("/store/safety/full-disk-leaves-nothing", test_full_disk_leaves_nothing);
  fixture_add ("/store/safety/newer-file-is-not-touched", test_newer_file_is_not_touched);
  fixture_add ("/store/safety/foreign-files-are-refused", test_foreign_files_are_refused);
  fixture_add ("/store/safety/no-second-way-to-write", test_no_second_way_to_write);
  fixture_add ("/store/safety/flipped-bit-is-found", test_flipped_bit_is_found);
  fixture_add ("/store/safety/damaged-map-passes-for-no-sound-one", test_damaged_map_passes_for_no_sound_one);
  fixture_add ("/store/safety/wrong-undo-flag-is-found", test_wrong_undo_flag_is_found);
  fixture_add ("/store/safety/damaged-log-is-told", test_damaged_log_is_told);
  fixture_add ("/store/safety/missing-column-is-added", test_missing_column_is_added);
  fixture_add ("/store/safety/other-program-is-noticed", test_other_program_is_noticed);
  return g_test_run ();
}
