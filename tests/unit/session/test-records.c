#include "session-fixture.h"
#include "yz-records.h"
#include "yz-value-words.h"

static YzRecord *
add (Fixture *fixture, const YzKind *kind, const char *name, const char *field, const char *value)
{
  g_autoptr (YzRecord) record = yz_session_new_record (fixture->session, kind);
  YzEdit *edit = yz_edit_new ("Add");

  yz_record_set_text (record, "name", name);
  yz_record_set_text (record, field, value);
  yz_edit_create (edit, record);
  fixture_apply (fixture, edit);
  return fixture_reload (fixture, record);
}

static gboolean
is_idle (gpointer data)
{
  gboolean loading;

  g_object_get (data, "loading", &loading, NULL);
  return !loading;
}

static YzRecords *
make_records (Fixture *fixture, const YzKind *kind)
{
  YzRecords *records = yz_records_new (fixture->session);

  yz_records_set_kind (records, kind);
  yz_test_wait_until (is_idle, records);
  return records;
}

/* The titles in the list, each behind a dash for every parent. */
static char *
dup_titles (YzRecords *records)
{
  GListModel *list = G_LIST_MODEL (yz_listing_get_list (YZ_LISTING (records)));
  GString *titles = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (YzRecord) record = g_list_model_get_item (list, i);

      for (guint depth = yz_records_get_depth (records, i); depth > 0; depth--)
        g_string_append_c (titles, '-');
      g_string_append_printf (titles, "%s ", yz_record_get_title (record));
    }
  return g_string_free (titles, FALSE);
}

static void
assert_titles (YzRecords *records, const char *expected)
{
  g_autofree char *titles = NULL;

  yz_test_wait_until (is_idle, records);
  titles = dup_titles (records);
  g_assert_cmpstr (titles, ==, expected);
}

static void
test_kinds_and_columns (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) kinds = yz_records_list_kinds ();
  g_autoptr (GPtrArray) columns = yz_records_list_columns (&yz_service_kind);

  g_assert_true (g_ptr_array_find (kinds, &yz_org_kind, NULL));
  g_assert_false (g_ptr_array_find (kinds, &yz_station_kind, NULL));
  g_assert_cmpuint (columns->len, ==, yz_service_kind.n_fields);
  g_assert_cmpstr (((const YzField *) columns->pdata[0])->name, ==, "name");
  g_assert_true (yz_kind_has_personal_data (&yz_person_kind));
  g_assert_false (yz_kind_has_personal_data (&yz_org_kind));
}

/* Parents first, whatever the codes say, and no record lost that is under one that is not there. */
static void
test_tree (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzRecord) city = add (fixture, &yz_org_kind, "晴川市总工会", "code", "9901");
  g_autoptr (YzRecord) unit = add (fixture, &yz_org_kind, "晴川纺织厂", "parent", yz_record_get_id (city));
  g_autoptr (YzRecord) shop = add (fixture, &yz_org_kind, "一车间", "parent", yz_record_get_id (unit));
  g_autoptr (YzRecord) province = add (fixture, &yz_org_kind, "江南省总工会", "code", "99");
  g_autoptr (YzRecords) records = make_records (fixture, &yz_org_kind);
  YzEdit *edit = yz_edit_new ("Move");

  assert_titles (records, "江南省总工会 晴川市总工会 -晴川纺织厂 --一车间 ");

  yz_edit_set (edit, city, "parent", g_variant_new_string (yz_record_get_id (province)));
  fixture_apply (fixture, edit);
  assert_titles (records, "江南省总工会 -晴川市总工会 --晴川纺织厂 ---一车间 ");

  g_object_set (records, "search", "qc", NULL);
  yz_test_wait_until (is_idle, records);
  g_assert_cmpuint (yz_records_get_depth (records, 1), ==, 0);
}

static void
test_order (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzRecord) first = add (fixture, &yz_person_kind, "周敏", "role", "lawyer");
  g_autoptr (YzRecord) second = add (fixture, &yz_person_kind, "丁立", "role", "manager");
  g_autoptr (YzRecords) records = make_records (fixture, &yz_person_kind);

  assert_titles (records, "丁立 周敏 ");
  yz_listing_set_order (YZ_LISTING (records), "name", TRUE);
  assert_titles (records, "周敏 丁立 ");
  yz_listing_set_order (YZ_LISTING (records), "role", FALSE);
  assert_titles (records, "周敏 丁立 ");
}

/* Days begin with the last one, and names with the first. */
static void
test_order_of_days (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzRecords) records = make_records (fixture, &yz_calendar_day_kind);

  yz_test_wait_until (is_idle, records);
  g_assert_cmpstr (yz_listing_get_order (YZ_LISTING (records)), ==, "date");
  g_assert_true (yz_listing_is_descending (YZ_LISTING (records)));
  yz_records_set_kind (records, &yz_person_kind);
  g_assert_false (yz_listing_is_descending (YZ_LISTING (records)));
}

static void
test_words (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzRecord) person = add (fixture, &yz_person_kind, "周敏", "station", yz_record_get_id (fixture->first));
  g_autoptr (YzRecords) records = make_records (fixture, &yz_person_kind);
  g_autoptr (YzRecord) service = NULL;
  g_autofree char *station = NULL, *masked = NULL, *revealed = NULL, *symbol = NULL;

  service = yz_record_new (&yz_service_kind, "s1");
  yz_record_set_text (service, "icon", "yz-service-water-symbolic");
  symbol = yz_records_dup_words (records, service, yz_kind_find_field (&yz_service_kind, "icon"));
  g_assert_cmpstr (symbol, ==, "饮水");
  station = yz_records_dup_words (records, person, yz_kind_find_field (&yz_person_kind, "station"));
  g_assert_cmpstr (station, ==, "石鼓驿站");
  masked = yz_records_dup_words (records, person, yz_kind_find_field (&yz_person_kind, "name"));
  g_assert_cmpstr (masked, ==, "周*");
  g_object_set (records, "reveal", TRUE, NULL);
  revealed = yz_records_dup_words (records, person, yz_kind_find_field (&yz_person_kind, "name"));
  g_assert_cmpstr (revealed, ==, "周敏");
}

static void
test_words_of_maps (Fixture *fixture, gconstpointer data)
{
  const YzField *field = yz_kind_find_field (&yz_station_kind, "services");
  g_autoptr (GVariant) value = NULL;
  g_autofree char *words = NULL;

  g_assert_true (yz_field_parse (field, "water; toilet:paused", &value, NULL));
  words = yz_value_to_words (yz_session_get_store (fixture->session), field, value, FALSE);
  g_assert_nonnull (strstr (words, "("));
  g_assert_null (strstr (words, "water"));
  g_assert_null (strstr (words, "offered"));
}

static void
test_selection_and_deletion (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzRecord) first = add (fixture, &yz_person_kind, "周敏", "role", "lawyer");
  g_autoptr (YzRecord) second = add (fixture, &yz_person_kind, "丁立", "role", "manager");
  g_autoptr (YzRecords) records = make_records (fixture, &yz_person_kind);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_auto (GStrv) ids = NULL;
  guint total;

  for (guint i = 0; i < 2; i++)
    {
      gint64 row = yz_record_list_get_row (yz_listing_get_list (YZ_LISTING (records)), i);

      g_array_append_val (rows, row);
    }
  yz_listing_select_id (YZ_LISTING (records), yz_record_get_id (first));
  g_assert_cmpuint (yz_listing_get_current_position (YZ_LISTING (records)), ==, 1);
  yz_listing_set_selected (YZ_LISTING (records), rows);
  ids = fixture_load_selected_ids (YZ_LISTING (records));
  g_assert_cmpuint (g_strv_length (ids), ==, 2);

  yz_listing_delete_selected (YZ_LISTING (records));
  do
    {
      g_main_context_iteration (NULL, TRUE);
      g_object_get (records, "total", &total, NULL);
    }
  while (total != 0);
  g_assert_null (yz_listing_get_current (YZ_LISTING (records)));
}

/* The thread that draws does not read what is selected, however much it is. */
static void
test_many_are_read_elsewhere (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzRecord) person = add (fixture, &yz_person_kind, "周敏", "role", "lawyer");
  g_autoptr (YzRecords) records = make_records (fixture, &yz_person_kind);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 row = yz_record_list_get_row (yz_listing_get_list (YZ_LISTING (records)), 0);
  g_auto (GStrv) ids = NULL;
  Effort before;

  for (guint i = 0; i < 5000; i++)
    g_array_append_val (rows, row);
  yz_listing_set_selected (YZ_LISTING (records), rows);
  before = fixture_measure_effort ();
  ids = fixture_load_selected_ids (YZ_LISTING (records));
  fixture_assert_done_elsewhere (before);
  g_assert_cmpuint (g_strv_length (ids), ==, 5000);
}

/* Cancelled before it is read, nothing is deleted; the job is over. */
static void
test_deletion_can_be_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzRecord) person = add (fixture, &yz_person_kind, "周敏", "role", "lawyer");
  g_autoptr (YzRecords) records = make_records (fixture, &yz_person_kind);
  GListModel *jobs = yz_session_get_jobs (fixture->session);
  g_autoptr (YzJob) job = NULL;
  g_autoptr (YzRecord) kept = NULL;

  yz_listing_select_id (YZ_LISTING (records), yz_record_get_id (person));
  yz_listing_delete_selected (YZ_LISTING (records));
  job = g_list_model_get_item (jobs, 0);
  yz_job_cancel (job);
  while (g_list_model_get_n_items (jobs) > 0)
    g_main_context_iteration (NULL, TRUE);
  kept = fixture_reload (fixture, person);
  g_assert_cmpint (yz_record_get_deleted_at (kept), ==, 0);
  g_assert_cmpstr (yz_session_get_undo_action (fixture->session)->label, ==, "Add");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  fixture_add ("/session/records/kinds-and-columns", test_kinds_and_columns);
  fixture_add ("/session/records/tree", test_tree);
  fixture_add ("/session/records/order", test_order);
  fixture_add ("/session/records/order-of-days", test_order_of_days);
  fixture_add ("/session/records/words", test_words);
  fixture_add ("/session/records/words-of-maps", test_words_of_maps);
  fixture_add ("/session/records/selection-and-deletion", test_selection_and_deletion);
  fixture_add ("/session/records/many-are-read-elsewhere", test_many_are_read_elsewhere);
  fixture_add ("/session/records/deletion-can-be-cancelled", test_deletion_can_be_cancelled);
  return g_test_run ();
}
