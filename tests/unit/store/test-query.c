#include "store-fixture.h"
#include "yz-query-private.h"
#include "yz-store-columns.h"

/* Five stations with what queries ask for. */
static void
set_up_stations (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[][6] = {
    /* name, state, seats, lon;lat, services, phones */
    { "塘厦林村驿站", "open", "12", "114.05;22.80", "water;wifi", "0769-87723456" },
    { "东城驿站", "paused", "30", "113.78;23.03", "water:paused", "110;13800138000" },
    { "阿里驿站", "open", "", "113.7801;23.0301", "", "" },
    { "南城CBD驿站", "closed", "5", "", "wifi", "" },
    { "Zhan 8", "open", "8", "113.79;23.04", "meal", "" },
  };
  static const char *const fields[] = { "name", "state", "seats", NULL, "services", "phones" };
  YzEdit *edit;

  fixture_set_up (fixture, data);
  edit = yz_edit_new ("Add stations");
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (YzRecord) station = fixture_make_station (fixture, texts[i][0]);
      g_auto (GStrv) position = g_strsplit (texts[i][3], ";", 2);

      for (guint j = 1; j < G_N_ELEMENTS (fields); j++)
        g_assert_true (fields[j] == NULL || yz_record_parse (station, fields[j], texts[i][j], NULL));
      if (g_strv_length (position) == 2)
        {
          g_assert_true (yz_record_parse (station, "lon", position[0], NULL));
          g_assert_true (yz_record_parse (station, "lat", position[1], NULL));
        }
      yz_edit_create (edit, station);
    }
  fixture_apply (fixture, edit);
}

/* The first characters of the names of the answer, in order. */
static char *
ask (Fixture *fixture, YzQuery *query)
{
  g_autoptr (YzQuery) owned = query;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) rows = yz_store_query (fixture->store, owned, NULL, &error);
  GString *names = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr (YzRecord) station = NULL;

      station = yz_store_load_row (fixture->store, &yz_station_kind, g_array_index (rows, gint64, i), &error);
      g_assert_no_error (error);
      g_string_append_unichar (names, g_utf8_get_char (yz_record_get_title (station)));
    }
  return g_string_free (names, FALSE);
}

static void
assert_condition (Fixture *fixture, const char *field, YzCompare compare, GVariant *value, const char *expected)
{
  YzQuery *query = yz_query_new (&yz_station_kind);
  g_autofree char *names = NULL;

  yz_query_add (query, field, compare, value);
  names = ask (fixture, query);
  g_assert_cmpstr (names, ==, expected);
}

static void
test_conditions (Fixture *fixture, gconstpointer data)
{
  static const char *const states[] = { "paused", "closed", NULL };

  assert_condition (fixture, "state", YZ_COMPARE_EQUAL, g_variant_new_string ("open"), "塘阿Z");
  assert_condition (fixture, "state", YZ_COMPARE_NOT_EQUAL, g_variant_new_string ("open"), "东南");
  assert_condition (fixture, "state", YZ_COMPARE_IN, g_variant_new_strv (states, -1), "东南");
  assert_condition (fixture, "seats", YZ_COMPARE_GREATER, g_variant_new_int64 (8), "塘东");
  assert_condition (fixture, "seats", YZ_COMPARE_LESS_OR_EQUAL, g_variant_new_int64 (8), "南Z");
  assert_condition (fixture, "seats", YZ_COMPARE_EMPTY, NULL, "阿");
  assert_condition (fixture, "seats", YZ_COMPARE_NOT_EMPTY, NULL, "塘东南Z");
  assert_condition (fixture, "name", YZ_COMPARE_CONTAINS, g_variant_new_string ("城cbd"), "南");
  assert_condition (fixture, "phones", YZ_COMPARE_CONTAINS, g_variant_new_string ("3800"), "东");
  assert_condition (fixture, "phones", YZ_COMPARE_HAS, g_variant_new_string ("110"), "东");
  assert_condition (fixture, "services", YZ_COMPARE_HAS, g_variant_new_string ("water"), "塘东");
  assert_condition (fixture, "services", YZ_COMPARE_HAS, g_variant_new_string ("water:paused"), "东");
  assert_condition (fixture, "services", YZ_COMPARE_HAS_NOT, g_variant_new_string ("water"), "南Z");
}

static void
test_either (Fixture *fixture, gconstpointer data)
{
  static const char *const states[] = { "paused", "塘阿", NULL };
  YzQuery *in = yz_query_new (&yz_station_kind);
  YzQuery *contains = yz_query_new (&yz_station_kind);
  g_autofree char *found_in = NULL, *found_contains = NULL;

  yz_query_add_either (in, "state", "code", YZ_COMPARE_IN, g_variant_new_strv (states, -1));
  yz_query_add (in, "seats", YZ_COMPARE_NOT_EMPTY, NULL);
  found_in = ask (fixture, in);
  g_assert_cmpstr (found_in, ==, "东");
  yz_query_add_either (contains, "name", "state", YZ_COMPARE_CONTAINS, g_variant_new_string ("cbd"));
  yz_query_add_either (contains, "state", "name", YZ_COMPARE_CONTAINS, g_variant_new_string ("cbd"));
  found_contains = ask (fixture, contains);
  g_assert_cmpstr (found_contains, ==, "南");
}

static void
assert_expression (Fixture *fixture, const char *expression, const char *expected)
{
  YzQuery *query = yz_query_new (&yz_station_kind);
  g_autofree char *names = NULL;

  yz_query_set_expression (query, expression);
  names = ask (fixture, query);
  g_assert_cmpstr (names, ==, expected);
}

static void
test_expressions (Fixture *fixture, gconstpointer data)
{
  assert_expression (fixture, "state=open", "塘阿Z");
  assert_expression (fixture, " state != In service", "东南");
  assert_expression (fixture, "state=暂停", "东");
  assert_expression (fixture, "name~城", "东南");
  assert_expression (fixture, "seats>=12", "塘东");
  assert_expression (fixture, "seats=", "阿");
  assert_expression (fixture, "services=wifi", "塘南");
  assert_expression (fixture, "state = 'open' and seats > 10", "塘");
  assert_expression (fixture, "seats > 10 or seats < 6", "塘东南");
  assert_expression (fixture, "services ->> '$.water.state' = 'paused'", "东");
  assert_expression (fixture, "name like '%cbd%' -- a remark", "南");
}

static void
assert_refused (Fixture *fixture, const char *expression)
{
  g_autoptr (YzQuery) query = yz_query_new (&yz_station_kind);
  g_autoptr (GError) error = NULL;

  g_test_message ("%s", expression);
  yz_query_set_expression (query, expression);
  g_assert_null (yz_store_query (fixture->store, query, NULL, &error));
  g_assert_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_QUERY);
}

static void
test_hostile_expressions_are_refused (Fixture *fixture, gconstpointer data)
{
  static const char *const hostile[] = {
    "1) or (1",
    "1 then 1 end or case when 1",
    "1); drop table station; --",
    "exists (select 1 from sqlite_schema)",
    "exists (select 1 from action)",
    "seats > (select 1)",
    "gone = 1",
    "ck > 0",
    "row = 1 or 1",
    "load_extension ('x')",
    "randomblob (1000000000) is null",
    "writefile ('/tmp/x', 'y')",
    "printf ('%1000000000d', 1) is null",
    "?1 = 1",
    "nonsense",
    "seats >",
    "1 /*",
    "seats > 1) union select row from person where (1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    assert_refused (fixture, hostile[i]);
}

static void
test_places (Fixture *fixture, gconstpointer data)
{
  YzQuery *near = yz_query_new (&yz_station_kind);
  YzQuery *order = yz_query_new (&yz_station_kind);
  g_autofree char *near_names = NULL;
  g_autofree char *order_names = NULL;

  yz_query_set_near (near, 113.7802, 23.0302, 100);
  near_names = ask (fixture, near);
  g_assert_cmpstr (near_names, ==, "阿东");
  yz_query_set_distance_order (order, 114.05, 22.8);
  order_names = ask (fixture, order);
  g_assert_cmpstr (order_names, ==, "塘东阿Z南");
}

static void
assert_order (Fixture *fixture, const char *field, gboolean descending, const char *expected)
{
  YzQuery *query = yz_query_new (&yz_station_kind);
  g_autofree char *names = NULL;

  yz_query_set_order (query, field, descending);
  names = ask (fixture, query);
  g_assert_cmpstr (names, ==, expected);
}

static void
test_empty_fields_come_last (Fixture *fixture, gconstpointer data)
{
  assert_order (fixture, "seats", FALSE, "南Z塘东阿");
  assert_order (fixture, "seats", TRUE, "东塘Z南阿");
}

static void
collect (gint64 row, const YzColumn *columns, gpointer data)
{
  g_string_append_printf (data, "%s:%" G_GINT64_FORMAT ":%g ", columns[1].text, columns[0].integer, columns[2].real);
}

static void
test_read_of_some_columns (Fixture *fixture, gconstpointer data)
{
  static const char *const fields[] = { "seats", "name", "lat", NULL };
  g_autoptr (YzQuery) query = yz_query_new (&yz_station_kind);
  g_autoptr (GString) seen = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  yz_query_set_order (query, "seats", TRUE);
  yz_query_set_limit (query, 2);
  g_assert_true (yz_store_read_columns (fixture->store, query, fields, collect, seen, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (seen->str, ==, "东城驿站:30:23.03 塘厦林村驿站:12:22.8 ");
}

/* What SQLite says it will do first. */
static char *
explain (Fixture *fixture, YzQuery *query)
{
  g_autoptr (YzQuery) owned = query;
  g_autoptr (YzDatabase) database = yz_database_open (fixture->path, YZ_DATABASE_READ, NULL);
  YzStatement *statement = yz_query_prepare (database, query, "t.row", NULL, NULL);
  g_autofree char *sql = g_strdup_printf ("EXPLAIN QUERY PLAN %s", sqlite3_sql (statement));
  YzStatement *plan = yz_database_prepare (database, sql, NULL);
  gboolean row;

  g_assert_true (yz_statement_step (plan, &row, NULL) && row);
  return g_strdup (yz_statement_get_text (plan, 3));
}

static void
assert_plan (Fixture *fixture, const char *state, YzCompare compare, const char *order, guint limit, const char *plan)
{
  YzQuery *query = yz_query_new (&yz_station_kind);
  g_autofree char *found = NULL;

  if (state != NULL)
    yz_query_add (query, "state", compare, g_variant_new_string (state));
  yz_query_set_order (query, order, FALSE);
  yz_query_set_limit (query, limit);
  found = explain (fixture, query);
  g_assert_cmpstr (found, ==, plan);
}

/* No record is read for a list by short fields; titles are walked only where the beginning will do. */
static void
test_plans (Fixture *fixture, gconstpointer data)
{
  static const char *const listed[] = { "seats", "district", "changed", "state" };
  static const char narrow[] = "SCAN t USING COVERING INDEX station_list";

  for (guint i = 0; i < G_N_ELEMENTS (listed); i++)
    {
      assert_plan (fixture, NULL, YZ_COMPARE_EQUAL, listed[i], 200, narrow);
      assert_plan (fixture, "open", YZ_COMPARE_EQUAL, listed[i], 200, narrow);
      assert_plan (fixture, "closed", YZ_COMPARE_NOT_EQUAL, listed[i], 0, narrow);
    }
  assert_plan (fixture, "merged", YZ_COMPARE_EQUAL, "name", 200, narrow);
  assert_plan (fixture, "merged", YZ_COMPARE_NOT_EQUAL, "name", 0, narrow);
  assert_plan (fixture, "merged", YZ_COMPARE_NOT_EQUAL, "name", 200, "SCAN t USING INDEX station_title");
  assert_plan (fixture, NULL, YZ_COMPARE_EQUAL, "name", 0, "SCAN t USING COVERING INDEX station_title");
  assert_plan (fixture, NULL, YZ_COMPARE_EQUAL, "address", 200, "SCAN t");
}

static void
test_cancelled_query (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzQuery) query = yz_query_new (&yz_station_kind);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  /* long enough for SQLite to ask whether it should go on */
  yz_query_set_expression (query, "replace (replace (replace (name, 'a', name), 'b', name), 'c', name) like '%x%' or "
                                  "length (trim (upper (lower (name)))) > 0");
  for (guint i = 0; i < 200; i++)
    yz_query_add (query, "name", YZ_COMPARE_CONTAINS, g_variant_new_string ("驿"));
  g_assert_null (yz_store_query (fixture->store, query, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

#define query_add(name, func) g_test_add (name, Fixture, NULL, set_up_stations, func, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  query_add ("/store/query/conditions", test_conditions);
  query_add ("/store/query/either", test_either);
  query_add ("/store/query/expressions", test_expressions);
  query_add ("/store/query/hostile-expressions-are-refused", test_hostile_expressions_are_refused);
  query_add ("/store/query/places", test_places);
  query_add ("/store/query/empty-fields-come-last", test_empty_fields_come_last);
  query_add ("/store/query/read-of-some-columns", test_read_of_some_columns);
  query_add ("/store/query/plans", test_plans);
  query_add ("/store/query/cancelled-query", test_cancelled_query);
  return g_test_run ();
}
