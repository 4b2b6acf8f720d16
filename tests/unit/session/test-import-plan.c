/* Imports as plans: outcomes, decisions, one action that can be undone, and lists that came from real cities. */
#include "session-fixture.h"

#include "yz-export.h"
#include "yz-import-plan.h"
#include "yz-service-words.h"
#include "yz-sheet-reader.h"

static YzImportPlan *
prepare_kind (Fixture *fixture, const YzKind *kind, YzSheet *sheet, YzDatum datum)
{
  const YzImportOptions options = { 0 };
  YzStore *store = yz_session_get_store (fixture->session);
  g_autoptr (YzWordList) words = yz_service_words_load (store, NULL);
  g_autoptr (YzMapping) mapping = yz_mapping_guess (kind, sheet, words);
  g_autoptr (GError) error = NULL;
  YzImportPlan *plan;

  yz_mapping_set_datum (mapping, datum);
  plan = yz_import_plan_new (store, sheet, mapping, &options);
  yz_import_plan_prepare (plan, NULL, &error);
  g_assert_no_error (error);
  return plan;
}

static YzImportPlan *
plan_kind (Fixture *fixture, const YzKind *kind, YzSheet *sheet, YzDatum datum)
{
  YzImportPlan *plan = prepare_kind (fixture, kind, sheet, datum);

  g_assert_true (yz_import_plan_judge (plan, NULL, NULL, NULL, NULL));
  return plan;
}

static YzImportPlan *
plan_sheet (Fixture *fixture, YzSheet *sheet, YzDatum datum)
{
  return plan_kind (fixture, &yz_station_kind, sheet, datum);
}

static YzImportPlan *
plan_text (Fixture *fixture, const char *text)
{
  g_autoptr (YzSheet) sheet = yz_sheet_read_text (text, -1, NULL, NULL, NULL);

  return plan_sheet (fixture, sheet, YZ_DATUM_WGS84);
}

static void
apply (YzImportPlan *plan)
{
  g_autoptr (GError) error = NULL;

  yz_import_plan_apply (plan, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static gint64
count_stations (Fixture *fixture)
{
  g_autoptr (YzQuery) query = yz_query_new (&yz_station_kind);

  return yz_store_count (yz_session_get_store (fixture->session), query, NULL);
}

static void
assert_counts (YzImportPlan *plan, guint created, guint changed, guint same, guint duplicates, guint refused)
{
  g_assert_cmpuint (yz_import_plan_count (plan, YZ_IMPORT_NEW), ==, created);
  g_assert_cmpuint (yz_import_plan_count (plan, YZ_IMPORT_CHANGED), ==, changed);
  g_assert_cmpuint (yz_import_plan_count (plan, YZ_IMPORT_SAME), ==, same);
  g_assert_cmpuint (yz_import_plan_count (plan, YZ_IMPORT_DUPLICATE), ==, duplicates);
  g_assert_cmpuint (yz_import_plan_count (plan, YZ_IMPORT_REFUSED), ==, refused);
}

static void
test_one_action (Fixture *fixture, gconstpointer data)
{
  static const char *const text = "名称,地址,面积\n甲站,甲路1号,12\n乙站,乙路2号,x\n";
  g_autoptr (YzImportPlan) plan = plan_text (fixture, text);
  g_autoptr (YzImportPlan) again = NULL;
  g_autoptr (YzAction) undone = NULL;

  assert_counts (plan, 1, 0, 0, 0, 1);
  g_assert_cmpint (count_stations (fixture), ==, 2);
  apply (plan);
  g_assert_cmpint (count_stations (fixture), ==, 3);

  again = plan_text (fixture, text);
  assert_counts (again, 0, 0, 1, 0, 1);
  undone = yz_store_undo (yz_session_get_store (fixture->session), 0, NULL, NULL);
  g_assert_nonnull (undone);
  g_assert_cmpint (count_stations (fixture), ==, 2);
}

static YzImportPlan *
plan_days (Fixture *fixture, const char *text)
{
  g_autoptr (YzSheet) sheet = yz_sheet_read_text (text, -1, NULL, NULL, NULL);

  return plan_kind (fixture, &yz_calendar_day_kind, sheet, YZ_DATUM_WGS84);
}

/* What no two records may share costs the row that comes second, not the list. */
static void
test_unique (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzImportPlan) plan = plan_days (fixture, "日期,名称\n2031-01-01,元旦\n2031-01-01,元旦节\n2031-01-02,\n");
  g_autoptr (YzQuery) query = yz_query_new (&yz_calendar_day_kind);
  g_autofree char *reason = NULL;

  assert_counts (plan, 2, 0, 0, 1, 0);
  yz_import_plan_decide (plan, 1, YZ_IMPORT_SEPARATE);
  apply (plan);

  assert_counts (plan, 2, 0, 0, 0, 1);
  reason = yz_import_plan_get_reason (plan, 1);
  g_assert_cmpstr (reason, ==, "Row 3: Date “2031-01-01” is there already");
  yz_query_set_expression (query, "date >= '2031-01-01'");
  g_assert_cmpint (yz_store_count (yz_session_get_store (fixture->session), query, NULL), ==, 2);
}

/* A row is taken over without what it refers to; whoever brings the list is told what nobody knows. */
static void
test_unknown_reference (Fixture *fixture, gconstpointer data)
{
  static const char *const text = "姓名,驿站\n周敏,没有的驿站\n李强,没有的驿站\n";
  g_autoptr (YzSheet) sheet = yz_sheet_read_text (text, -1, NULL, NULL, NULL);
  g_autoptr (YzImportPlan) plan = plan_kind (fixture, &yz_person_kind, sheet, YZ_DATUM_WGS84);
  const YzColumnCount *count = yz_import_plan_get_column_count (plan, 1);

  assert_counts (plan, 2, 0, 0, 0, 0);
  g_assert_cmpuint (count->n_read, ==, 0);
  g_assert_cmpuint (g_hash_table_size (count->unknown), ==, 1);
  g_assert_true (g_hash_table_contains (count->unknown, "没有的驿站"));
}

static YzAction *
import_at_once (Fixture *fixture, const char *text, YzImportPlan **plan)
{
  g_autoptr (YzSheet) sheet = yz_sheet_read_text (text, -1, NULL, NULL, NULL);
  g_autoptr (GError) error = NULL;
  YzAction *action = NULL;

  *plan = prepare_kind (fixture, &yz_station_kind, sheet, YZ_DATUM_WGS84);
  yz_import_plan_apply (*plan, NULL, NULL, NULL, &action, &error);
  g_assert_no_error (error);
  return action;
}

/* Rows are judged while they are written: what was made for judging is what is written. */
static void
test_without_preview (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzImportPlan) first = NULL, second = NULL, third = NULL;
  g_autoptr (YzAction) created = NULL, changed = NULL, nothing = NULL;
  g_autoptr (YzRecord) station = NULL;
  YzStore *store = yz_session_get_store (fixture->session);

  created = import_at_once (fixture, "编号,名称,服务项目\nA1,甲站,饮水、热饭\nA2,乙站,饮水、热饭\nA3,,饮水\n", &first);
  assert_counts (first, 2, 0, 0, 0, 1);
  g_assert_cmpuint (created->n_changes, ==, 2);
  changed = import_at_once (fixture, "编号,名称,服务项目\nA1,甲站,饮水、热饭\nA2,丙站,饮水、充电\n", &second);
  assert_counts (second, 0, 1, 1, 0, 0);
  g_assert_cmpuint (changed->n_changes, ==, 1);
  nothing = import_at_once (fixture, "编号,名称,服务项目\nA1,甲站,饮水、热饭\nA2,丙站,饮水、充电\n", &third);
  assert_counts (third, 0, 0, 2, 0, 0);
  g_assert_null (nothing);

  station = yz_store_find (store, &yz_station_kind, "A2", NULL);
  g_assert_cmpstr (yz_record_get_title (station), ==, "丙站");
  g_assert_cmpuint (g_variant_n_children (yz_record_get (station, "services")), ==, 2);
  g_assert_cmpint (count_stations (fixture), ==, 4);
}

static void
test_merge (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzImportPlan) plan = plan_text (fixture, "名称,地址,面积,联系电话\n拾光暖心驿站,光明路12号商场一楼,,\n"
                                                      "抬光暖心驿站,光明路12号商场一楼,12,0999-86122201\n");
  g_autoptr (YzQuery) query = yz_query_new (&yz_station_kind);
  g_autoptr (GArray) rows = NULL;
  g_autoptr (YzRecord) station = NULL;

  assert_counts (plan, 1, 0, 0, 1, 0);
  yz_import_plan_decide (plan, 1, YZ_IMPORT_MERGE);
  g_assert_cmpuint (yz_import_plan_count_written (plan), ==, 2);
  apply (plan);

  yz_query_add (query, "name", YZ_COMPARE_EQUAL, g_variant_new_string ("拾光暖心驿站"));
  rows = yz_store_query (yz_session_get_store (fixture->session), query, NULL, NULL);
  g_assert_cmpuint (rows->len, ==, 1);
  station = yz_store_load_row (yz_session_get_store (fixture->session), &yz_station_kind,
                               g_array_index (rows, gint64, 0), NULL);
  g_assert_cmpfloat (yz_record_get_real (station, "area"), ==, 12);
  g_assert_nonnull (yz_record_get (station, "aliases"));
  g_assert_cmpint (count_stations (fixture), ==, 3);
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzImportPlan) plan = plan_text (fixture, "名称,地址\n甲站,甲路1号\n");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (yz_import_plan_apply (plan, NULL, NULL, cancellable, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (count_stations (fixture), ==, 2);
}

/* 82 real stations, 18 of them with positions in GCJ-02. */
static void
test_zhengzhou (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = yz_test_shared ("data/real/stations/zhengzhou_union_stations_gcj02.csv");
  g_autoptr (YzSheet) sheet = NULL;
  g_autoptr (YzImportPlan) plan = NULL, again = NULL;
  g_autoptr (YzQuery) query = yz_query_new (&yz_station_kind);

  if (path == NULL)
    return;
  sheet = yz_sheet_read_file (path, NULL, NULL, NULL, NULL, NULL, NULL);
  plan = plan_sheet (fixture, sheet, YZ_DATUM_GCJ02);
  assert_counts (plan, 82, 0, 0, 0, 0);
  apply (plan);
  again = plan_sheet (fixture, sheet, YZ_DATUM_GCJ02);
  assert_counts (again, 0, 0, 82, 0, 0);

  yz_query_add (query, "datum", YZ_COMPARE_EQUAL, g_variant_new_string ("gcj02"));
  g_assert_cmpint (yz_store_count (yz_session_get_store (fixture->session), query, NULL), ==, 18);
}

/* The cafe of Nanning that stands in Shenzhen is refused, and nothing else for its place. */
static void
test_cafes (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = yz_test_shared ("data/real/stations/cn_cafes.geojson");
  g_autoptr (YzSheet) sheet = NULL;
  g_autoptr (YzImportPlan) plan = NULL;

  if (path == NULL)
    return;
  sheet = yz_sheet_read_file (path, NULL, NULL, NULL, NULL, NULL, NULL);
  plan = plan_sheet (fixture, sheet, YZ_DATUM_WGS84);
  g_assert_cmpuint (yz_import_plan_count (plan, YZ_IMPORT_REFUSED), ==, 1);
  g_assert_cmpint (yz_import_plan_get_outcome (plan, 206), ==, YZ_IMPORT_REFUSED);
}

static YzImportPlan *
plan_orgs (Fixture *fixture, const char *text)
{
  const YzImportOptions options = { 0 };
  YzStore *store = yz_session_get_store (fixture->session);
  g_autoptr (YzSheet) sheet = yz_sheet_read_text (text, -1, NULL, NULL, NULL);
  g_autoptr (YzWordList) words = yz_service_words_load (store, NULL);
  g_autoptr (YzMapping) mapping = yz_mapping_guess (&yz_org_kind, sheet, words);
  YzImportPlan *plan = yz_import_plan_new (store, sheet, mapping, &options);

  g_assert_true (yz_import_plan_prepare (plan, NULL, NULL));
  g_assert_true (yz_import_plan_judge (plan, NULL, NULL, NULL, NULL));
  return plan;
}

static const char tree[] = "名称,代码,级别,上级\n"
                           "云桥街道工会,410102003,街道,江北区总工会\n"
                           "江北区总工会,410102,区县,4101\n"
                           "晴川市总工会,4101,市,\n";

/* Those that are belonged to come in the same list, below. */
static void
test_tree (Fixture *fixture, gconstpointer data)
{
  YzStore *store = yz_session_get_store (fixture->session);
  g_autoptr (YzImportPlan) plan = plan_orgs (fixture, tree);
  g_autoptr (YzImportPlan) again = NULL;
  g_autoptr (YzRecord) town = NULL, county = NULL, city = NULL;

  assert_counts (plan, 3, 0, 0, 0, 0);
  apply (plan);
  town = yz_store_find (store, &yz_org_kind, "410102003", NULL);
  county = yz_store_find (store, &yz_org_kind, "410102", NULL);
  city = yz_store_find (store, &yz_org_kind, "4101", NULL);
  g_assert_cmpstr (yz_record_get_text (town, "parent"), ==, yz_record_get_id (county));
  g_assert_cmpstr (yz_record_get_text (county, "parent"), ==, yz_record_get_id (city));
  again = plan_orgs (fixture, tree);
  assert_counts (again, 0, 0, 3, 0, 0);
}

/* The county is known under another name, the other one is refused. */
static void
test_tree_of_known (Fixture *fixture, gconstpointer data)
{
  YzStore *store = yz_session_get_store (fixture->session);
  g_autoptr (YzImportPlan) first = plan_orgs (fixture, "名称,代码,级别\n江北工会,410102,区县\n");
  g_autoptr (YzImportPlan) plan = NULL;
  g_autoptr (YzRecord) town = NULL, county = NULL, other = NULL;

  apply (first);
  plan = plan_orgs (fixture, "名称,代码,级别,上级\n云桥街道工会,410102003,街道,江北区总工会\n"
                             "江北区总工会,410102,区县,\n南街工会,410103001,街道,城南区总工会\n城南区总工会,x,区县,\n");
  assert_counts (plan, 2, 1, 0, 0, 1);
  apply (plan);
  town = yz_store_find (store, &yz_org_kind, "410102003", NULL);
  county = yz_store_find (store, &yz_org_kind, "410102", NULL);
  other = yz_store_find (store, &yz_org_kind, "410103001", NULL);
  g_assert_cmpstr (yz_record_get_text (county, "name"), ==, "江北区总工会");
  g_assert_cmpstr (yz_record_get_text (town, "parent"), ==, yz_record_get_id (county));
  g_assert_null (yz_record_get_text (other, "parent"));
}

/* A reference that cannot be looked up is not one that nobody knows: nothing is judged, and nothing written. */
static void
test_store_fails (Fixture *fixture, gconstpointer data)
{
  const YzImportOptions options = { 0 };
  YzStore *store = yz_session_get_store (fixture->session);
  g_autoptr (YzSheet) sheet = yz_sheet_read_text (tree, -1, NULL, NULL, NULL);
  g_autoptr (YzWordList) words = yz_service_words_load (store, NULL);
  g_autoptr (YzMapping) mapping = yz_mapping_guess (&yz_org_kind, sheet, words);
  g_autoptr (YzImportPlan) plan = yz_import_plan_new (store, sheet, mapping, &options);
  g_autoptr (GError) error = NULL;

  g_assert_true (yz_import_plan_prepare (plan, NULL, NULL));
  g_assert_true (yz_store_close (store, NULL));

  g_assert_false (yz_import_plan_judge (plan, NULL, NULL, NULL, &error));
  g_assert_true (error->domain == YZ_STORE_ERROR);
  g_clear_error (&error);
  g_assert_false (yz_import_plan_apply (plan, NULL, NULL, NULL, NULL, &error));
  g_assert_true (error->domain == YZ_STORE_ERROR);
  g_clear_error (&error);
  g_assert_null (yz_service_words_load (store, &error));
  g_assert_true (error->domain == YZ_STORE_ERROR);
}

static void
on_exported (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  guint n = 0;

  yz_export_finish (YZ_SESSION (source), result, &n, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 2);
  *(gboolean *) data = TRUE;
}

static void
test_export (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "list.xlsx", NULL);
  const YzExportOptions options = { .format = YZ_LIST_FORMAT_XLSX };
  gboolean done = FALSE;

  yz_export_async (fixture->session, &yz_station_kind, NULL, path, &options, on_exported, &done);
  g_assert_cmpuint (g_list_model_get_n_items (yz_session_get_jobs (fixture->session)), ==, 1);
  yz_test_wait (&done);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  fixture_add ("/session/import-plan/one-action", test_one_action);
  fixture_add ("/session/import-plan/unique", test_unique);
  fixture_add ("/session/import-plan/unknown-reference", test_unknown_reference);
  fixture_add ("/session/import-plan/without-preview", test_without_preview);
  fixture_add ("/session/import-plan/merge", test_merge);
  fixture_add ("/session/import-plan/cancel", test_cancel);
  fixture_add ("/session/import-plan/zhengzhou", test_zhengzhou);
  fixture_add ("/session/import-plan/cafes", test_cafes);
  fixture_add ("/session/import-plan/tree", test_tree);
  fixture_add ("/session/import-plan/tree-of-known", test_tree_of_known);
  fixture_add ("/session/import-plan/store-fails", test_store_fails);
  fixture_add ("/session/export", test_export);
  return g_test_run ();
}
