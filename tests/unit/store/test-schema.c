/* A file of every released version, brought up to date, has the schema of a new one, and every query compiles in it. */
#include "store-fixture.h"

#include <sqlite3.h>

#include "yz-database-private.h"

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* A column that was added later stands last, wherever its field stands: the order of columns means nothing. */
static char *
sort_columns (const char *sql)
{
  const char *open = strchr (sql, '(');
  const char *close = strrchr (sql, ')');
  g_autofree char *head = NULL, *list = NULL, *sorted = NULL;
  g_auto (GStrv) columns = NULL;

  if (strstr (sql, "CREATE TABLE") == NULL || open == NULL || close == NULL)
    return g_strdup (sql);
  head = g_strndup (sql, open - sql);
  list = g_strndup (open + 1, close - open - 1);
  columns = g_strsplit (list, ", ", -1);
  qsort (columns, g_strv_length (columns), sizeof *columns, compare_texts);
  sorted = g_strjoinv (", ", columns);
  return g_strconcat (head, "(", sorted, close, NULL);
}

static char *
dump_schema (const char *path)
{
  static const char sql[] = "SELECT type || ' ' || name || ' ' || coalesce (sql, '') FROM sqlite_schema ORDER BY 1";
  g_autoptr (YzDatabase) database = yz_database_open (path, YZ_DATABASE_READ, NULL);
  g_autoptr (YzStatement) statement = yz_database_prepare (database, sql, NULL);
  GString *schema = g_string_new (NULL);
  gboolean row;

  while (yz_statement_step (statement, &row, NULL) && row)
    {
      g_autofree char *object = sort_columns (yz_statement_get_text (statement, 0));

      g_string_append_printf (schema, "%s\n", object);
    }
  return g_string_free (schema, FALSE);
}

static void
make_old (const char *dump, const char *path)
{
  g_autofree char *script = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (YzDatabase) database = yz_database_open (path, YZ_DATABASE_CREATE, &error);

  g_assert_no_error (error);
  g_file_get_contents (dump, &script, NULL, &error);
  g_assert_no_error (error);
  yz_database_execute (database, script, &error);
  g_assert_no_error (error);
}

/* An older file gets the official calendar, which nobody can undo by mistake. */
static void
check_calendar (YzStore *store)
{
  g_autoptr (YzQuery) query = yz_query_new (&yz_calendar_day_kind);
  g_autoptr (YzAction) undo = yz_store_get_undo (store);

  g_assert_cmpint (yz_store_count (store, query, NULL), ==, 141);
  g_assert_true (undo == NULL || !g_str_equal (undo->label, "Official calendar"));
}

static void
check_old (Fixture *fixture, const char *dump)
{
  g_autofree char *path = g_build_filename (fixture->folder, "old.yizhan", NULL);
  g_autofree char *fresh = dump_schema (fixture->path);
  g_autofree char *migrated = NULL;
  g_autoptr (YzStore) store = NULL;
  g_autoptr (YzRecord) station = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;

  g_test_message ("%s", dump);
  make_old (dump, path);
  store = yz_store_open (path, YZ_STORE_NONE, fixture->clock, fixture->ids, &error);
  g_assert_no_error (error);
  station = yz_store_find (store, &yz_station_kind, "DG-001", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (yz_record_get_title (station), ==, "塘厦驿站");
  check_calendar (store);
  findings = yz_store_check (store, NULL, NULL, NULL, NULL);
  g_assert_cmpuint (findings->len, ==, 0);
  yz_store_close (store, NULL);
  migrated = dump_schema (path);
  g_assert_cmpstr (migrated, ==, fresh);
}

static void
test_old_files (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "unit", "store", "schemas", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n_files = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *dump = g_build_filename (folder, name, NULL);

      check_old (fixture, dump);
      n_files++;
    }
  g_assert_cmpuint (n_files, ==, 1);
}

static void
test_every_query_compiles (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "src", "store", "sql", "queries", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (YzDatabase) database = yz_database_open (fixture->path, YZ_DATABASE_WRITE, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *stem = g_strndup (name, strlen (name) - strlen (".sql"));
      g_autoptr (GError) error = NULL;
      g_autoptr (YzStatement) statement = yz_database_prepare_named (database, stem, &error);

      g_assert_no_error (error);
      g_assert_nonnull (statement);
    }
}

/* Whoever writes past the log is refused, and nothing is left of the try. */
static void
test_guards (Fixture *fixture, gconstpointer data)
{
  static const char *const statements[] = {
    "UPDATE calendar_day SET gone = 1",
    "DELETE FROM calendar_day",
    "INSERT INTO calendar_day (id, created, changed, ck) VALUES ('a', 1, 1, 1), ('b', 1, 1, 1)",
  };
  g_autoptr (YzDatabase) database = yz_database_open (fixture->path, YZ_DATABASE_WRITE, NULL);
  const char *const count = "SELECT count(*) FROM calendar_day WHERE gone = 0";
  gint64 before = yz_database_get_number (database, count, NULL);

  g_assert_cmpint (before, >, 0);
  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (yz_database_execute (database, statements[i], &error));
      g_assert_nonnull (strstr (error->message, "a record"));
      g_assert_cmpint (yz_database_get_number (database, count, NULL), ==, before);
    }
}

/* A statement that calls a function is one that SQLite may have to take back, at a price (yz-table.c). */
static void
test_guards_call_no_function (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzDatabase) database = yz_database_open (fixture->path, YZ_DATABASE_WRITE, NULL);
  g_autoptr (YzStatement)
    statement = yz_database_prepare (database, "EXPLAIN INSERT OR FAIL INTO station (id) VALUES ('a')", NULL);
  gboolean row = TRUE, guarded = FALSE;

  while (yz_statement_step (statement, &row, NULL) && row)
    {
      const char *step = yz_statement_get_text (statement, 1);

      guarded |= g_str_equal (step, "Program");
      g_assert_cmpstr (step, !=, "Function");
      g_assert_cmpstr (step, !=, "PureFunc");
    }
  g_assert_true (guarded);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  fixture_add ("/store/schema/old-files", test_old_files);
  fixture_add ("/store/schema/guards", test_guards);
  fixture_add ("/store/schema/guards-call-no-function", test_guards_call_no_function);
  fixture_add ("/store/schema/every-query-compiles", test_every_query_compiles);
  return g_test_run ();
}
