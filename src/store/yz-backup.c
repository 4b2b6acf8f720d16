/* Backups: page by page into a file beside the target, checked, then renamed. */
#include "config.h"

#include "yz-backup-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "yz-schema-private.h"
#include "yz-store.h"

#define SUFFIX ".yizhan"
#define PAGES_PER_STEP 2000

#define DAYS_KEPT 7
#define WEEKS_KEPT 4

static char *
folder_of (const char *path)
{
  return g_strconcat (path, "-backups", NULL);
}

static char *
stem_of (const char *path)
{
  char *name = g_path_get_basename (path);

  if (g_str_has_suffix (name, SUFFIX))
    name[strlen (name) - strlen (SUFFIX)] = '\0';
  return name;
}

static gboolean
verify (const char *path, GError **error)
{
  g_autoptr (YzDatabase) copy = yz_database_open (path, YZ_DATABASE_WRITE, error);
  g_autoptr (YzStatement) statement = NULL;
  YzSchemaState state;
  gboolean row;

  if (copy == NULL || !yz_schema_examine (copy, &state, error))
    return FALSE;
  statement = yz_database_prepare (copy, "PRAGMA quick_check (1)", error);
  if (statement == NULL || !yz_statement_step (statement, &row, error))
    return FALSE;
  if (!row || g_strcmp0 (yz_statement_get_text (statement, 0), "ok") != 0)
    {
      g_set_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_CORRUPT, _ ("“%s” is damaged"), path);
      return FALSE;
    }
  yz_statement_reset (g_steal_pointer (&statement));
  /* one file, without a log beside it */
  return yz_database_execute (copy, "PRAGMA journal_mode = DELETE", error);
}

static gboolean
copy_pages (YzDatabase *source, YzDatabase *target, GCancellable *cancellable, GError **error)
{
  sqlite3_backup *backup =
    sqlite3_backup_init (yz_database_get_handle (target), "main", yz_database_get_handle (source), "main");
  int code = backup != NULL ? SQLITE_OK : SQLITE_ERROR;

  while (code == SQLITE_OK && !g_cancellable_is_cancelled (cancellable))
    code = sqlite3_backup_step (backup, PAGES_PER_STEP);
  sqlite3_backup_finish (backup);
  if (code == SQLITE_DONE)
    return TRUE;
  if (!g_cancellable_set_error_if_cancelled (cancellable, error))
    yz_database_set_error (target, error);
  return FALSE;
}

static gboolean
copy_to (YzDatabase *source, const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (YzDatabase) target = yz_database_open (path, YZ_DATABASE_CREATE, error);

  return target != NULL && copy_pages (source, target, cancellable, error);
}

static gboolean
rename_file (const char *from, const char *to, GError **error)
{
  if (g_rename (from, to) == 0)
    return TRUE;
  g_set_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_READ_ONLY, _ ("“%s” cannot be written: %s"), to,
               g_strerror (errno));
  return FALSE;
}

gboolean
yz_backup_copy (YzDatabase *source, const char *target, GCancellable *cancellable, GError **error)
{
  g_autofree char *partial = g_strconcat (target, ".part", NULL);

  g_unlink (partial);
  if (copy_to (source, partial, cancellable, error) && verify (partial, error) && rename_file (partial, target, error))
    return TRUE;
  g_unlink (partial);
  return FALSE;
}

static char *
make_path (const char *path, const char *stamp)
{
  g_autofree char *folder = folder_of (path);
  g_autofree char *stem = stem_of (path);
  g_autofree char *name = g_strconcat (stem, "-", stamp, SUFFIX, NULL);

  return g_build_filename (folder, name, NULL);
}

static gboolean
make_folder (const char *path, GError **error)
{
  g_autofree char *folder = folder_of (path);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;
  g_set_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_READ_ONLY, _ ("The folder “%s” cannot be made: %s"), folder,
               g_strerror (errno));
  return FALSE;
}

/* The day of a daily backup, %NULL of any other file. */
static GDateTime *
day_of (const char *path, const char *stem)
{
  g_autofree char *name = g_path_get_basename (path);
  gsize prefix = strlen (stem) + 1;
  int year, month, day;
  int end = 0;

  if (!g_str_has_prefix (name, stem) || strlen (name) <= prefix ||
      sscanf (name + prefix, "%4d-%2d-%2d.yizhan%n", &year, &month, &day, &end) != 3 ||
      name[prefix + (gsize) end] != '\0' || end == 0)
    return NULL;
  return g_date_time_new_utc (year, month, day, 0, 0, 0);
}

/* Newest first: a day is kept if it is among the last seven, or the last of one of the four weeks before them. */
static gboolean
drop_old (const char *path, GError **error)
{
  g_autofree char *stem = stem_of (path);
  g_autoptr (GPtrArray) paths = yz_store_list_backups (path, error);
  guint n_days = 0, n_weeks = 0;
  int last_week = -1;

  for (guint i = 0; paths != NULL && i < paths->len; i++)
    {
      g_autoptr (GDateTime) day = day_of (g_ptr_array_index (paths, i), stem);
      int week;

      if (day == NULL || n_days++ < DAYS_KEPT)
        continue;
      week = g_date_time_get_week_numbering_year (day) * 100 + g_date_time_get_week_of_year (day);
      if (week != last_week && n_weeks++ < WEEKS_KEPT)
        last_week = week;
      else
        g_unlink (g_ptr_array_index (paths, i));
    }
  return paths != NULL;
}

gboolean
yz_backup_make_daily (YzDatabase *source, const char *path, YzClock *clock, GError **error)
{
  g_autoptr (GDateTime) now = yz_clock_get_local (clock);
  g_autofree char *stamp = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *target = make_path (path, stamp);

  if (g_file_test (target, G_FILE_TEST_EXISTS))
    return TRUE;
  return make_folder (path, error) && yz_backup_copy (source, target, NULL, error) && drop_old (path, error);
}

gboolean
yz_backup_make_extra (YzDatabase *source, const char *path, YzClock *clock, const char *reason, GError **error)
{
  g_autoptr (GDateTime) now = yz_clock_get_local (clock);
  g_autofree char *moment = g_date_time_format (now, "%Y-%m-%d-%H%M%S-");
  g_autofree char *stamp = g_strconcat (moment, reason, NULL);
  g_autofree char *target = make_path (path, stamp);

  return make_folder (path, error) && yz_backup_copy (source, target, NULL, error);
}

static int
compare_backwards (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) b, *(const char *const *) a);
}

GPtrArray *
yz_store_list_backups (const char *path, GError **error)
{
  g_autofree char *folder = folder_of (path);
  g_autofree char *stem = stem_of (path);
  g_autofree char *prefix = g_strconcat (stem, "-", NULL);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &local_error);
  GPtrArray *paths;
  const char *name;

  if (dir == NULL && !g_error_matches (local_error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    {
      g_set_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_FAILED, _ ("The backups cannot be listed: %s"),
                   local_error->message);
      return NULL;
    }
  paths = g_ptr_array_new_with_free_func (g_free);

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, SUFFIX) && g_str_has_prefix (name, prefix))
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (paths, compare_backwards);
  return paths;
}

/* Writes what is in the log beside the file into the file, which only succeeds while nobody else has it open. */
static gboolean
settle (YzDatabase *database, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (yz_database_execute (database, "PRAGMA journal_mode = DELETE", &local_error) ||
      !g_error_matches (local_error, YZ_STORE_ERROR, YZ_STORE_ERROR_BUSY))
    return TRUE;
  g_set_error_literal (error, YZ_STORE_ERROR, YZ_STORE_ERROR_BUSY,
                       _ ("The workspace is open; close it before a backup is restored"));
  return FALSE;
}

/* Keeps what is there. A file too damaged to be copied as a database is moved as it is. */
static gboolean
keep_current (const char *path, GError **error)
{
  g_autoptr (YzDatabase) current = yz_database_open (path, YZ_DATABASE_WRITE, NULL);
  g_autoptr (YzClock) clock = yz_clock_new ();
  g_autoptr (GDateTime) now = yz_clock_get_local (clock);
  g_autofree char *stamp = g_date_time_format (now, "%Y-%m-%d-%H%M%S-damaged");
  g_autofree char *target = make_path (path, stamp);

  if (current != NULL && !settle (current, error))
    return FALSE;
  if (current != NULL && yz_backup_make_extra (current, path, clock, "before-restore", NULL))
    return TRUE;
  return make_folder (path, error) && rename_file (path, target, error);
}

gboolean
yz_store_restore (const char *path, const char *backup, GError **error)
{
  g_autofree char *partial = g_strconcat (path, ".part", NULL);
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *shared = g_strconcat (path, "-shm", NULL);
  g_autoptr (YzDatabase) source = NULL;

  g_return_val_if_fail (path != NULL && backup != NULL, FALSE);

  source = yz_database_open (backup, YZ_DATABASE_READ, error);
  if (source == NULL || !yz_backup_copy (source, partial, NULL, error))
    return FALSE;
  if (g_file_test (path, G_FILE_TEST_EXISTS) && !keep_current (path, error))
    {
      g_unlink (partial);
      return FALSE;
    }

  /* the log of another file, replayed into this one, would destroy it */
  g_unlink (log);
  g_unlink (shared);
  return rename_file (partial, path, error);
}
