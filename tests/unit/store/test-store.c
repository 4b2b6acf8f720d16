#include "store-fixture.h"

#include "yz-place.h"

static void
assert_value (Fixture *fixture, const char *id, const char *field, const char *expected)
{
  g_autofree char *text = fixture_get (fixture, id, field);

  g_assert_cmpstr (text, ==, expected);
}

static gint64
count_stations (Fixture *fixture)
{
  g_autoptr (YzQuery) query = yz_query_new (&yz_station_kind);
  g_autoptr (GError) error = NULL;
  gint64 count = yz_store_count (fixture->store, query, &error);

  g_assert_no_error (error);
  return count;
}

static void
undo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YzAction) action = yz_store_undo (fixture->store, 0, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (action);
  g_assert_cmpint (action->mode, ==, YZ_ACTION_UNDO);
}

static void
redo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YzAction) action = yz_store_redo (fixture->store, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (action->mode, ==, YZ_ACTION_REDO);
}

static void
test_new_workspace_has_services (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzQuery) query = yz_query_new (&yz_service_kind);
  g_autoptr (YzRecord) water = yz_store_find (fixture->store, &yz_service_kind, "water", NULL);

  g_assert_cmpint (yz_store_count (fixture->store, query, NULL), ==, 22);
  g_assert_nonnull (water);
  g_assert_cmpstr (yz_record_get_text (water, "name"), ==, "饮水");
  g_assert_null (yz_store_get_undo (fixture->store));
}

static void
test_values_of_every_type_survive (Fixture *fixture, gconstpointer data)
{
  static const char *const values[][2] = {
    { "name", "塘厦\"一\"站\\" },
    { "kind", "self_built" },
    { "seats", "12" },
    { "area", "20.5" },
    { "lon", "113.1234567890123" },
    { "lat", "22.5" },
    { "opened", "2024-05-01" },
    { "smart", "yes" },
    { "phones", "0371-67956331;110" },
    { "services", "water;wifi:paused:2025-01-01" },
    { "note", "两行\n文字" },
  };
  g_autoptr (YzRecord) station = fixture_make_station (fixture, "x");
  g_autoptr (YzRecord) loaded = NULL;
  g_autoptr (GError) error = NULL;
  YzEdit *edit = yz_edit_new ("Add station");

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    g_assert_true (yz_record_parse (station, values[i][0], values[i][1], NULL));
  yz_edit_create (edit, station);
  fixture_apply (fixture, edit);
  fixture_reopen (fixture);

  loaded = yz_store_load (fixture->store, &yz_station_kind, yz_record_get_id (station), &error);
  g_assert_no_error (error);
  g_assert_true (yz_record_equal (station, loaded));
}

static void
test_undo_and_redo_survive_a_restart (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzRecord) station = fixture_add_station (fixture, "甲");
  const char *id = yz_record_get_id (station);
  g_autoptr (YzAction) next = NULL;

  fixture_set (fixture, id, "name", "乙");
  fixture_set (fixture, id, "name", "丙");
  fixture_reopen (fixture);

  undo (fixture);
  assert_value (fixture, id, "name", "乙");
  undo (fixture);
  assert_value (fixture, id, "name", "甲");
  undo (fixture);
  g_assert_cmpint (count_stations (fixture), ==, 0);
  g_assert_null (yz_store_get_undo (fixture->store));

  fixture_reopen (fixture);
  next = yz_store_get_redo (fixture->store);
  g_assert_cmpstr (next->label, ==, "Add station");
  redo (fixture);
  redo (fixture);
  redo (fixture);
  assert_value (fixture, id, "name", "丙");
  g_assert_null (yz_store_get_redo (fixture->store));
}

static void
test_a_new_edit_ends_redo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzRecord) station = fixture_add_station (fixture, "甲");
  g_autoptr (YzAction) action = NULL;

  fixture_set (fixture, yz_record_get_id (station), "name", "乙");
  undo (fixture);
  fixture_set (fixture, yz_record_get_id (station), "seats", "3");
  g_assert_null (yz_store_get_redo (fixture->store));
  action = yz_store_get_undo (fixture->store);
  g_assert_cmpstr (action->label, ==, "Set seats");
}

/* That there is none, that several are called so, and which it is, are three answers without an error. */
static void
test_a_record_that_may_not_be_there (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzRecord) first = fixture_add_station (fixture, "甲");
  g_autoptr (YzRecord) second = fixture_add_station (fixture, "乙");
  g_autoptr (YzRecord) third = fixture_add_station (fixture, "乙");
  g_autoptr (YzRecord) by_id = NULL;
  g_autoptr (YzRecord) by_name = NULL;
  YzRecord *none;

  g_assert_true (yz_store_look_up (fixture->store, &yz_station_kind, yz_record_get_id (first), &by_id, NULL));
  g_assert_cmpstr (yz_record_get_title (by_id), ==, "甲");
  g_assert_true (yz_store_look_up (fixture->store, &yz_person_kind, yz_record_get_id (first), &none, NULL));
  g_assert_null (none);
  g_assert_true (yz_store_find_called (fixture->store, &yz_station_kind, "甲", &by_name, NULL));
  g_assert_cmpstr (yz_record_get_id (by_name), ==, yz_record_get_id (first));
  g_assert_true (yz_store_find_called (fixture->store, &yz_station_kind, "乙", &none, NULL));
  g_assert_null (none);
  g_assert_true (yz_store_find_called (fixture->store, &yz_station_kind, "丙", &none, NULL));
  g_assert_null (none);
}

static void
test_trash_and_restore (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzRecord) station = fixture_add_station (fixture, "甲");
  g_autoptr (YzRecord) trashed = NULL;
  YzEdit *edit = yz_edit_new ("Delete station");

  yz_edit_delete (edit, station);
  fixture_apply (fixture, edit);
  g_assert_cmpint (count_stations (fixture), ==, 0);

  trashed = yz_store_load (fixture->store, &yz_station_kind, yz_record_get_id (station), NULL);
  g_assert_cmpint (yz_record_get_deleted_at (trashed), ==, yz_clock_get_now (fixture->clock));
  edit = yz_edit_new ("Restore station");
  yz_edit_restore (edit, trashed);
  fixture_apply (fixture, edit);
  g_assert_cmpint (count_stations (fixture), ==, 1);
  undo (fixture);
  g_assert_cmpint (count_stations (fixture), ==, 0);
  undo (fixture);
  g_assert_cmpint (count_stations (fixture), ==, 1);
}

static void
test_stale_set_is_a_conflict (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzRecord) station = fixture_add_station (fixture, "甲");
  g_autoptr (YzEdit) stale = yz_edit_new ("Rename");
  g_autoptr (YzEdit) other = yz_edit_new ("Set seats");
  g_autoptr (YzAction) action = NULL;
  g_autoptr (GError) error = NULL;

  fixture_set (fixture, yz_record_get_id (station), "name", "乙");
  yz_edit_set (stale, station, "name", g_variant_new_string ("丙"));
  g_assert_null (yz_store_apply (fixture->store, stale, NULL, &error));
  g_assert_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_CONFLICT);
  g_clear_error (&error);

  /* another field of the same stale copy is no conflict, and does not bring the old name back */
  yz_edit_set (other, station, "seats", g_variant_new_int64 (4));
  action = yz_store_apply (fixture->store, other, NULL, &error);
  g_assert_no_error (error);
  assert_value (fixture, yz_record_get_id (station), "name", "乙");
  assert_value (fixture, yz_record_get_id (station), "seats", "4");
}

static void
test_refused_edit_leaves_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzRecord) good = fixture_make_station (fixture, "甲");
  g_autoptr (YzRecord) bad = fixture_make_station (fixture, "乙");
  g_autoptr (YzEdit) edit = yz_edit_new ("Add stations");
  g_autoptr (GError) error = NULL;

  yz_record_set (bad, "seats", g_variant_new_int64 (-1));
  yz_edit_create (edit, good);
  yz_edit_create (edit, bad);
  g_assert_null (yz_store_apply (fixture->store, edit, NULL, &error));
  g_assert_error (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_RANGE);
  g_assert_cmpint (count_stations (fixture), ==, 0);
  g_assert_null (yz_store_get_undo (fixture->store));
}

static void
test_undo_is_refused_where_something_depends (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzRecord) station = fixture_add_station (fixture, "甲");
  g_autoptr (YzAction) first = yz_store_get_undo (fixture->store);
  g_autoptr (YzAction) second = NULL;
  g_autoptr (YzAction) undone = NULL;
  g_autoptr (GError) error = NULL;

  fixture_set (fixture, yz_record_get_id (station), "name", "乙");
  second = yz_store_get_undo (fixture->store);
  fixture_set (fixture, yz_record_get_id (station), "name", "丙");

  g_assert_null (yz_store_undo (fixture->store, second->seq, NULL, &error));
  g_assert_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_DEPENDS);
  g_assert_nonnull (strstr (error->message, "Set name"));
  g_clear_error (&error);
  g_assert_null (yz_store_undo (fixture->store, first->seq, NULL, &error));
  g_assert_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_DEPENDS);
  g_clear_error (&error);

  undo (fixture);
  undone = yz_store_undo (fixture->store, second->seq, NULL, &error);
  g_assert_no_error (error);
}

static void
test_references_hold (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzRecord) station = fixture_add_station (fixture, "甲");
  g_autofree char *id = yz_id_factory_next (fixture->ids);
  g_autoptr (YzRecord) person = yz_record_new (&yz_person_kind, id);
  g_autoptr (YzEdit) delete = yz_edit_new ("Delete station");
  g_autoptr (YzEdit) dangling = yz_edit_new ("Add person");
  g_autoptr (GError) error = NULL;
  YzEdit *edit = yz_edit_new ("Add person");

  yz_record_set_text (person, "name", "王五");
  yz_record_set_text (person, "station", "00000000-0000-7000-8000-000000000000");
  yz_edit_create (dangling, person);
  g_assert_null (yz_store_apply (fixture->store, dangling, NULL, &error));
  g_assert_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_DEPENDS);
  g_clear_error (&error);

  yz_record_set_text (person, "station", yz_record_get_id (station));
  yz_edit_create (edit, person);
  fixture_apply (fixture, edit);
  yz_edit_delete (delete, station);
  g_assert_null (yz_store_apply (fixture->store, delete, NULL, &error));
  g_assert_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_DEPENDS);
  g_assert_nonnull (strstr (error->message, "“王*”")); /* a message tells no name in full */

  /* together, in whatever order, they may go */
  yz_edit_delete (delete, person);
  fixture_apply (fixture, g_steal_pointer (&delete));
  g_assert_cmpint (count_stations (fixture), ==, 0);
}

static void
test_history_walks_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzRecord) station = fixture_add_station (fixture, "甲");
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;
  const YzHistoryEntry *entry;
  const YzFieldChange *change;

  fixture_set (fixture, yz_record_get_id (station), "name", "乙");
  undo (fixture);
  fixture_set (fixture, yz_record_get_id (station), "name", "丙");

  entries = yz_store_get_history (fixture->store, yz_record_get_id (station), 0, 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, 4);

  entry = g_ptr_array_index (entries, 1);
  change = &g_array_index (entry->fields, YzFieldChange, 0);
  g_assert_cmpint (entry->action->mode, ==, YZ_ACTION_UNDO);
  g_assert_cmpstr (g_variant_get_string (change->before, NULL), ==, "乙");
  g_assert_cmpstr (g_variant_get_string (change->after, NULL), ==, "甲");

  entry = g_ptr_array_index (entries, 3);
  change = &g_array_index (entry->fields, YzFieldChange, 0);
  g_assert_cmpint (entry->verb, ==, YZ_VERB_CREATE);
  g_assert_cmpstr (change->field->name, ==, "name");
  g_assert_cmpstr (g_variant_get_string (change->after, NULL), ==, "甲");
}

static void
test_revert_of_one_change (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzRecord) station = fixture_add_station (fixture, "甲");
  const char *id = yz_record_get_id (station);
  g_autoptr (GPtrArray) entries = NULL;
  const YzHistoryEntry *entry;

  fixture_set (fixture, id, "name", "乙");
  fixture_set (fixture, id, "seats", "5");
  entries = yz_store_get_history (fixture->store, id, 0, 10, NULL);
  entry = g_ptr_array_index (entries, 1);
  fixture_apply (fixture, yz_store_make_revert (fixture->store, entry->seq, NULL));
  assert_value (fixture, id, "name", "甲");
  assert_value (fixture, id, "seats", "5");
}

static void
on_changed (YzStore *store, const char *kind, char **ids, gpointer data)
{
  char **seen = data;

  g_free (*seen);
  *seen = g_strdup_printf ("%s %s", kind, ids != NULL ? ids[0] : "many");
}

static void
on_applied (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  YzAction **action = data;

  *action = yz_store_apply_finish (YZ_STORE (source), result, &error);
  g_assert_no_error (error);
}

static void
test_changed_comes_before_the_answer (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzRecord) station = fixture_make_station (fixture, "甲");
  g_autoptr (YzEdit) edit = yz_edit_new ("Add station");
  g_autoptr (YzAction) action = NULL;
  g_autofree char *expected = g_strconcat ("station ", yz_record_get_id (station), NULL);
  g_autofree char *seen = NULL;

  g_signal_connect (fixture->store, "changed", G_CALLBACK (on_changed), &seen);
  yz_edit_create (edit, station);
  yz_store_apply_async (fixture->store, edit, NULL, on_applied, &action);
  while (action == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (seen, ==, expected);
}

typedef struct
{
  YzRecord *record;
  GError *error;
} Loaded;

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  Loaded *loaded = data;

  loaded->record = yz_store_load_finish (YZ_STORE (source), result, &loaded->error);
}

static void
load_async (Fixture *fixture, const char *id, Loaded *loaded)
{
  *loaded = (Loaded){ 0 };
  yz_store_load_async (fixture->store, &yz_station_kind, id, NULL, on_loaded, loaded);
  while (loaded->record == NULL && loaded->error == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_load_async (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzRecord) station = fixture_add_station (fixture, "石鼓驿站");
  Loaded loaded;

  load_async (fixture, yz_record_get_id (station), &loaded);
  g_assert_no_error (loaded.error);
  g_assert_cmpstr (yz_record_get_text (loaded.record, "name"), ==, "石鼓驿站");
  g_clear_object (&loaded.record);

  load_async (fixture, "nobody", &loaded);
  g_assert_error (loaded.error, YZ_STORE_ERROR, YZ_STORE_ERROR_NOT_FOUND);
  g_clear_error (&loaded.error);
}

static YzEdit *
make_disclosure (Fixture *fixture)
{
  g_autofree char *id = yz_id_factory_next (fixture->ids);
  g_autoptr (YzRecord) record = yz_record_new (&yz_disclosure_kind, id);
  YzEdit *edit = yz_edit_new ("Disclose");

  yz_record_set_text (record, "name", "驿站");
  yz_record_set_text (record, "way", "exported");
  yz_record_set (record, "at", g_variant_new_int64 (yz_clock_get_now (fixture->clock)));
  yz_edit_create (edit, record);
  return edit;
}

static void
test_undo_passes_over_what_happened (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzRecord) station = fixture_add_station (fixture, "石鼓驿站");

  fixture_apply (fixture, make_disclosure (fixture));
  undo (fixture);
  g_assert_cmpint (count_stations (fixture), ==, 0);
  fixture_apply (fixture, make_disclosure (fixture));
  redo (fixture);
  g_assert_cmpint (count_stations (fixture), ==, 1);
}

static void
test_undo_passes_over_a_beginning (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzRecord) station = fixture_make_station (fixture, "石鼓驿站");
  YzEdit *edit = yz_edit_new ("Begin");

  yz_edit_create (edit, station);
  yz_edit_set_settled (edit);
  fixture_apply (fixture, edit);
  g_assert_null (yz_store_get_undo (fixture->store));
  g_assert_cmpint (count_stations (fixture), ==, 1);
}

static void
test_what_happened_is_not_changed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzEdit) edit = make_disclosure (fixture);
  YzRecord *record = yz_edit_get_change (edit, 0)->record;
  g_autoptr (YzEdit) change = yz_edit_new ("Change");
  g_autoptr (YzEdit) deletion = yz_edit_new ("Delete");
  g_autoptr (GError) error = NULL;

  fixture_apply (fixture, g_object_ref (edit));
  yz_edit_set (change, record, "name", g_variant_new_string ("别的"));
  g_assert_null (yz_store_apply (fixture->store, change, NULL, &error));
  g_assert_error (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_INVALID);
  g_clear_error (&error);
  yz_edit_delete (deletion, record);
  g_assert_null (yz_store_apply (fixture->store, deletion, NULL, &error));
  g_assert_error (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_INVALID);
}

static YzAction *
create (Fixture *fixture, YzRecord *record, GError **error)
{
  g_autoptr (YzEdit) edit = yz_edit_new ("Create");

  yz_edit_create (edit, record);
  return yz_store_apply (fixture->store, edit, NULL, error);
}

static void
assert_created (Fixture *fixture, YzRecord *record)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YzAction) action = create (fixture, record, &error);
  g_autoptr (YzRecord) loaded = NULL;

  g_assert_no_error (error);
  loaded = yz_store_load (fixture->store, yz_record_get_kind (record), yz_record_get_id (record), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (yz_record_get_title (loaded), ==, yz_record_get_title (record));
}

static void
assert_sound (Fixture *fixture)
{
  g_autoptr (GPtrArray) findings = yz_store_check (fixture->store, NULL, NULL, NULL, NULL);

  g_assert_cmpuint (findings->len, ==, 0);
}

/* What everybody calls by one id is made once, whoever is quicker, and again after undo and out of the trash. */
static void
test_a_known_name_is_made_again (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzRecord) place = yz_place_new_single (YZ_PLACE_TRANSIT);
  g_autoptr (YzRecord) other = yz_place_new_single (YZ_PLACE_TRANSIT);
  g_autoptr (YzEdit) edit = yz_edit_new ("Delete");
  g_autoptr (GError) error = NULL;

  yz_record_set_text (other, "name", "路上");
  assert_created (fixture, place);
  assert_created (fixture, place);
  g_assert_null (create (fixture, other, &error));
  g_assert_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_CONFLICT);
  undo (fixture);
  assert_created (fixture, other);
  assert_sound (fixture);
  undo (fixture);
  redo (fixture);
  assert_sound (fixture);
  yz_edit_delete (edit, other);
  fixture_apply (fixture, g_steal_pointer (&edit));
  assert_created (fixture, other);
  assert_sound (fixture);
  fixture_reopen (fixture);
  assert_sound (fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  fixture_add ("/store/store/new-workspace-has-services", test_new_workspace_has_services);
  fixture_add ("/store/store/values-of-every-type-survive", test_values_of_every_type_survive);
  fixture_add ("/store/store/undo-and-redo-survive-a-restart", test_undo_and_redo_survive_a_restart);
  fixture_add ("/store/store/a-new-edit-ends-redo", test_a_new_edit_ends_redo);
  fixture_add ("/store/store/a-record-that-may-not-be-there", test_a_record_that_may_not_be_there);
  fixture_add ("/store/store/trash-and-restore", test_trash_and_restore);
  fixture_add ("/store/store/stale-set-is-a-conflict", test_stale_set_is_a_conflict);
  fixture_add ("/store/store/refused-edit-leaves-nothing", test_refused_edit_leaves_nothing);
  fixture_add ("/store/store/undo-is-refused-where-something-depends", test_undo_is_refused_where_something_depends);
  fixture_add ("/store/store/references-hold", test_references_hold);
  fixture_add ("/store/store/history-walks-back", test_history_walks_back);
  fixture_add ("/store/store/revert-of-one-change", test_revert_of_one_change);
  fixture_add ("/store/store/changed-comes-before-the-answer", test_changed_comes_before_the_answer);
  fixture_add ("/store/store/load-async", test_load_async);
  fixture_add ("/store/store/a-known-name-is-made-again", test_a_known_name_is_made_again);
  fixture_add ("/store/undo-passes-over-what-happened", test_undo_passes_over_what_happened);
  fixture_add ("/store/undo-passes-over-a-beginning", test_undo_passes_over_a_beginning);
  fixture_add ("/store/what-happened-is-not-changed", test_what_happened_is_not_changed);
  return g_test_run ();
}
