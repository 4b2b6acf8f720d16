#include "session-fixture.h"

#include "yz-bulk-edit.h"
#include "yz-references.h"
#include "yz-station-life.h"

static void
set (YzRecord *record, const char *field, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (yz_record_parse (record, field, text, &error));
  g_assert_no_error (error);
}

/* Gives a station other values in the workspace, and reads it again. */
static void
change (Fixture *fixture, YzRecord **record, const char *field, const char *text)
{
  YzEdit *edit = yz_edit_new ("Edit");
  g_autoptr (YzRecord) after = yz_record_copy (*record);

  set (after, field, text);
  yz_edit_update (edit, *record, after);
  fixture_apply (fixture, edit);
  g_object_unref (*record);
  *record = fixture_reload (fixture, after);
}

static YzRecord *
add_person (Fixture *fixture, YzRecord *station)
{
  YzRecord *person = yz_session_new_record (fixture->session, &yz_person_kind);
  YzEdit *edit = yz_edit_new ("Add");

  set (person, "name", "周敏");
  yz_record_set_text (person, "station", yz_record_get_id (station));
  yz_edit_create (edit, person);
  fixture_apply (fixture, edit);
  return person;
}

static void
test_transition_needs_a_reason (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YzRecord) paused = NULL;
  YzEdit *edit = yz_station_make_transition (fixture->first, "paused", "", NULL, &error);

  g_assert_null (edit);
  g_assert_error (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_REQUIRED);
  g_clear_error (&error);
  g_assert_null (yz_station_make_transition (fixture->first, "planned", NULL, NULL, &error));
  g_assert_error (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_TRANSITION);
  g_clear_error (&error);

  edit = yz_station_make_transition (fixture->first, "paused", "装修", "2026-12-01", &error);
  g_assert_no_error (error);
  fixture_apply (fixture, edit);
  paused = fixture_reload (fixture, fixture->first);
  g_assert_cmpstr (yz_record_get_text (paused, "state"), ==, "paused");
  g_assert_cmpstr (yz_record_get_text (paused, "state_until"), ==, "2026-12-01");
}

static void
prepare_merge (Fixture *fixture)
{
  change (fixture, &fixture->first, "phones", "0371-1;0371-2");
  change (fixture, &fixture->first, "services", "water:paused;meal");
  change (fixture, &fixture->first, "hours", "24/7");
  change (fixture, &fixture->first, "address", "石鼓路1号");
  change (fixture, &fixture->second, "phones", "0371-2;0371-3");
  change (fixture, &fixture->second, "services", "water");
  change (fixture, &fixture->second, "lon", NULL);
}

static void
test_merge (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YzRecord) person = add_person (fixture, fixture->first);
  g_autoptr (YzRecord) moved = NULL, gone = NULL, kept = NULL;
  g_autoptr (GPtrArray) references = NULL;
  YzEdit *edit;

  prepare_merge (fixture);
  edit = yz_station_make_merge (yz_session_get_store (fixture->session), fixture->first, fixture->second, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (yz_edit_get_subject (edit), ==, "石鼓驿站 → 桥陇驿站");
  fixture_apply (fixture, edit);

  gone = fixture_reload (fixture, fixture->first);
  kept = fixture_reload (fixture, fixture->second);
  moved = fixture_reload (fixture, person);
  g_assert_cmpstr (yz_record_get_text (gone, "state"), ==, "merged");
  g_assert_cmpstr (yz_record_get_text (gone, "merged_into"), ==, yz_record_get_id (kept));
  g_assert_cmpstr (yz_record_get_text (moved, "station"), ==, yz_record_get_id (kept));
  g_assert_cmpstr (yz_record_get_text (kept, "hours"), ==, "24/7");
  g_assert_cmpstr (yz_record_get_text (kept, "address"), ==, "石鼓路1号");
  g_assert_cmpstr (yz_record_get_text (kept, "state"), ==, "open");

  references =
    yz_references_find (yz_session_get_store (fixture->session), &yz_station_kind, yz_record_get_id (kept), &error);
  g_assert_cmpuint (references->len, ==, 2); /* the person, and the merged station itself */
}

typedef struct
{
  GPtrArray *references;
  gboolean done;
} Found;

static void
on_found (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  Found *found = data;

  found->references = yz_references_find_finish (YZ_STORE (source), result, &error);
  g_assert_no_error (error);
  found->done = TRUE;
}

static void
test_references (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzRecord) person = add_person (fixture, fixture->first);
  g_autoptr (GPtrArray) references = NULL;
  const YzReference *reference;
  Found found = { 0 };

  yz_references_find_async (yz_session_get_store (fixture->session), fixture->first, NULL, on_found, &found);
  g_assert_null (found.references);
  yz_test_wait (&found.done);
  references = found.references;
  g_assert_cmpuint (references->len, ==, 1);
  reference = g_ptr_array_index (references, 0);
  g_assert_true (yz_record_equal (reference->record, person));
  g_assert_cmpstr (reference->field->name, ==, "station");
}

static gboolean
has_merged (gpointer data)
{
  const YzAction *action = yz_session_get_undo_action (data);

  return action != NULL && g_str_equal (action->label, "Merge stations");
}

static void
take_error (YzSession *session, const GError *error, GError **taken)
{
  *taken = g_error_copy (error);
}

static gboolean
is_taken (gpointer data)
{
  return *(GError **) data != NULL;
}

/* The same for somebody who knows the other station's id only. */
static void
test_merge_by_id (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YzRecord) gone = NULL;

  g_signal_connect (fixture->session, "failed", G_CALLBACK (take_error), &error);
  yz_station_merge (fixture->session, fixture->first, "nobody");
  yz_test_wait_until (is_taken, &error);
  g_assert_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_NOT_FOUND);

  yz_station_merge (fixture->session, fixture->first, yz_record_get_id (fixture->second));
  yz_test_wait_until (has_merged, fixture->session);
  gone = fixture_reload (fixture, fixture->first);
  g_assert_cmpstr (yz_record_get_text (gone, "merged_into"), ==, yz_record_get_id (fixture->second));
  g_signal_handlers_disconnect_by_func (fixture->session, take_error, &error);
}

static void
test_merged_values (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzRecord) merged = NULL;
  g_autofree char *phones = NULL, *services = NULL, *aliases = NULL;

  prepare_merge (fixture);
  merged = yz_station_merge_values (fixture->first, fixture->second);
  phones = yz_field_format (yz_kind_find_field (&yz_station_kind, "phones"), yz_record_get (merged, "phones"));
  services = yz_field_format (yz_kind_find_field (&yz_station_kind, "services"), yz_record_get (merged, "services"));
  aliases = yz_field_format (yz_kind_find_field (&yz_station_kind, "aliases"), yz_record_get (merged, "aliases"));
  g_assert_cmpstr (phones, ==, "0371-2; 0371-3; 0371-1");
  g_assert_cmpstr (services, ==, "meal; water");
  g_assert_cmpstr (aliases, ==, "石鼓驿站");
}

/* A position without its address is no place: groups are taken whole or not at all. */
static void
test_merge_takes_groups_whole (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzRecord) from = yz_record_copy (fixture->first);
  g_autoptr (YzRecord) into = yz_record_copy (fixture->second);
  g_autoptr (YzRecord) merged = NULL;

  set (from, "address", "石鼓路1号");
  set (from, "lon", "113.5");
  set (from, "lat", "34.7");
  set (into, "address", "桥陇路9号");
  merged = yz_station_merge_values (from, into);
  g_assert_cmpstr (yz_record_get_text (merged, "address"), ==, "桥陇路9号");
  g_assert_null (yz_record_get (merged, "lon"));
}

static void
test_merge_with_itself (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (yz_station_make_merge (yz_session_get_store (fixture->session), fixture->first, fixture->first,
                                        &error));
  g_assert_error (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_INVALID);
}

static void
test_duplicate (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzEdit) edit = NULL;
  YzRecord *copy;

  set (fixture->first, "code", "JB-0137");
  set (fixture->first, "seats", "12");
  edit = yz_station_make_duplicate (fixture->first, "x");
  g_assert_cmpuint (yz_edit_get_n_changes (edit), ==, 1);
  copy = yz_edit_get_change (edit, 0)->record;
  g_assert_null (yz_record_get (copy, "code"));
  g_assert_cmpint (yz_record_get_integer (copy, "seats"), ==, 12);
  g_assert_cmpstr (yz_record_get_title (copy), !=, "石鼓驿站");
}

static void
on_bulk_changed (YzBulkEdit *bulk, guint *n_changes)
{
  (*n_changes)++;
}

static gboolean
is_complete (gpointer bulk)
{
  return yz_bulk_edit_is_complete (bulk);
}

static void
assert_counts (YzBulkEdit *bulk, guint changed, guint same, guint refused)
{
  guint found_changed, found_same, found_refused;

  yz_test_wait_until (is_complete, bulk);
  yz_bulk_edit_count (bulk, &found_changed, &found_same, &found_refused);
  g_assert_cmpuint (found_changed, ==, changed);
  g_assert_cmpuint (found_same, ==, same);
  g_assert_cmpuint (found_refused, ==, refused);
}

static void
test_bulk_edit (Fixture *fixture, gconstpointer data)
{
  const char *ids[4] = { NULL };
  g_autoptr (GVariant) planned = g_variant_ref_sink (g_variant_new_string ("planned"));
  g_autoptr (YzBulkEdit) bulk = NULL;
  g_autoptr (YzRecord) after = NULL;

  change (fixture, &fixture->first, "services", "water");
  ids[0] = yz_record_get_id (fixture->first);
  ids[1] = yz_record_get_id (fixture->second);
  ids[2] = "nobody";
  bulk = yz_bulk_edit_new (fixture->session, &yz_station_kind, ids);
  g_assert_cmpuint (yz_bulk_edit_get_n_records (bulk), ==, 3);
  /* chosen before the records are there */
  yz_bulk_edit_set_value (bulk, "state", planned, 0);
  g_assert_true (yz_bulk_edit_has_choice (bulk));
  assert_counts (bulk, 0, 0, 2); /* the same rules as for one */
  g_assert_cmpuint (yz_bulk_edit_get_n_records (bulk), ==, 2);

  yz_bulk_edit_set_value (bulk, "services", yz_record_get (fixture->first, "services"), '+');
  g_assert_false (yz_bulk_edit_is_complete (bulk));
  assert_counts (bulk, 1, 1, 0);

  fixture_apply (fixture, yz_bulk_edit_make_edit (bulk));
  after = fixture_reload (fixture, fixture->second);
  g_assert_nonnull (yz_record_get (after, "services"));
}

static GVariant *
give_seats (GVariant *value, gpointer thread, GError **error)
{
  *(GThread **) thread = g_thread_self ();
  return g_variant_ref_sink (g_variant_new_int64 (12));
}

/* Neither read nor worked out by the thread that draws; only the last choice is answered. */
static void
test_bulk_edit_elsewhere (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (YzBulkEdit) bulk = NULL;
  Effort before = fixture_measure_effort ();
  GThread *dropped = NULL, *wanted = NULL;
  guint n_changes = 0;

  for (guint i = 0; i < 3000; i++)
    g_ptr_array_add (ids, (gpointer) yz_record_get_id (fixture->first));
  g_ptr_array_add (ids, NULL);
  bulk = yz_bulk_edit_new (fixture->session, &yz_station_kind, (const char *const *) ids->pdata);
  g_signal_connect (bulk, "changed", G_CALLBACK (on_bulk_changed), &n_changes);
  yz_bulk_edit_set_each (bulk, "seats", give_seats, &dropped, NULL);
  yz_bulk_edit_set_each (bulk, "seats", give_seats, &wanted, NULL);
  assert_counts (bulk, 3000, 0, 0);
  fixture_assert_done_elsewhere (before);
  g_assert_null (dropped);
  g_assert_nonnull (wanted);
  g_assert_true (wanted != g_thread_self ());
  g_assert_cmpuint (n_changes, ==, 2);
}

static void
on_bulk_failed (YzBulkEdit *bulk, gboolean *failed)
{
  *failed = TRUE;
}

static void
test_bulk_edit_can_be_cancelled (Fixture *fixture, gconstpointer data)
{
  const char *ids[] = { yz_record_get_id (fixture->first), NULL };
  g_autoptr (YzBulkEdit) bulk = yz_bulk_edit_new (fixture->session, &yz_station_kind, ids);
  g_autoptr (YzJob) job = g_list_model_get_item (yz_session_get_jobs (fixture->session), 0);
  gboolean failed = FALSE;

  g_signal_connect (bulk, "failed", G_CALLBACK (on_bulk_failed), &failed);
  yz_job_cancel (job);
  yz_test_wait (&failed);
  g_assert_false (yz_bulk_edit_is_complete (bulk));
  g_assert_cmpuint (g_list_model_get_n_items (yz_session_get_jobs (fixture->session)), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  fixture_add ("/session/station-life/transition-needs-a-reason", test_transition_needs_a_reason);
  fixture_add ("/session/station-life/merge", test_merge);
  fixture_add ("/session/station-life/references", test_references);
  fixture_add ("/session/station-life/merge-by-id", test_merge_by_id);
  fixture_add ("/session/station-life/merged-values", test_merged_values);
  fixture_add ("/session/station-life/merge-takes-groups-whole", test_merge_takes_groups_whole);
  fixture_add ("/session/station-life/merge-with-itself", test_merge_with_itself);
  fixture_add ("/session/station-life/duplicate", test_duplicate);
  fixture_add ("/session/station-life/bulk-edit", test_bulk_edit);
  fixture_add ("/session/station-life/bulk-edit-elsewhere", test_bulk_edit_elsewhere);
  fixture_add ("/session/station-life/bulk-edit-can-be-cancelled", test_bulk_edit_can_be_cancelled);
  return g_test_run ();
}
