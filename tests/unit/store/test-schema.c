/* A file of every released version, brought up to date, has the schema of a new one, and every query compiles in it. */
#include "store-fixture.h"

#include <sqlite3.h>

#include "yz-database-private.h"

static char *
dump_schema (const char *path)
{
  static const char sql[] = "SELECT type || ' ' || name || ' ' || coalesce (sql, '') FROM sqlite_schema ORDER BY 1";
  g_autoptr (YzDatabase) database = yz_database_open (path, YZ_DATABASE_READ, NULL);
  g_autoptr (YzStatement) statement = yz_database_prepare (database, sql, NULL);
  GString *schema = g_string_new (NULL);
  gboolean row;

  while (yz_statement_step (statement, &row, NULL) && row)
    g_string_append_printf (schema, "%s\n", yz_statement_get_text (statement, 0));
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

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  fixture_add ("/store/schema/old-files", test_old_files);
  fixture_add ("/store/schema/every-query-compiles", test_every_query_compiles);
  return g_test_run ();
}
