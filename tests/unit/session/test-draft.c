#include "session-fixture.h"

#include "yz-draft.h"

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (yz_draft_save_finish (YZ_DRAFT (source), result, &error));
  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

static void
on_refused (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (yz_draft_save_finish (YZ_DRAFT (source), result, &error));
  g_assert_error (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_INVALID);
  *(gboolean *) data = TRUE;
}

static void
test_save_is_one_change (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzDraft) draft = yz_draft_new (fixture->session, fixture->first, FALSE);
  g_autoptr (YzRecord) saved = NULL;
  gboolean done = FALSE;

  g_assert_false (yz_draft_is_dirty (draft));
  yz_draft_set_text (draft, "seats", "１２");
  yz_draft_set_text (draft, "opened", "+1m");
  yz_draft_set_value (draft, "smart", g_variant_new_boolean (TRUE));
  g_assert_true (yz_draft_can_save (draft));

  yz_draft_save_async (draft, on_saved, &done);
  yz_test_wait (&done);
  saved = fixture_reload (fixture, fixture->first);
  g_assert_cmpint (yz_record_get_integer (saved, "seats"), ==, 12);
  g_assert_cmpstr (yz_record_get_text (saved, "opened"), ==, "2026-12-20");
  g_assert_cmpuint (yz_session_get_undo_action (fixture->session)->n_changes, ==, 1);
}

/* What was typed stays in the entry beside its error, and nothing is written. */
static void
test_bad_input_is_kept (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzDraft) draft = yz_draft_new (fixture->session, fixture->first, FALSE);
  g_autofree char *text = NULL;
  gboolean done = FALSE;

  yz_draft_set_text (draft, "seats", "a dozen");
  yz_draft_set_text (draft, "name", " ");
  text = yz_draft_dup_text (draft, "seats");
  g_assert_cmpstr (text, ==, "a dozen");
  g_assert_nonnull (yz_draft_get_error (draft, "seats"));
  g_assert_nonnull (yz_draft_get_error (draft, "name"));
  g_assert_true (yz_draft_is_dirty (draft));
  g_assert_false (yz_draft_can_save (draft));

  yz_draft_save_async (draft, on_refused, &done);
  yz_test_wait (&done);

  yz_draft_set_text (draft, "seats", "12");
  g_assert_null (yz_draft_get_error (draft, "seats"));
  yz_draft_discard (draft);
  g_assert_false (yz_draft_is_dirty (draft));
}

/* A draft that is dropped without being saved or discarded is what a crash leaves behind. */
static void
test_survives_a_crash (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzDraft) again = NULL;
  g_autoptr (YzDraft) third = NULL;
  g_autofree char *text = NULL;

  {
    g_autoptr (YzDraft) draft = yz_draft_new (fixture->session, fixture->first, FALSE);

    yz_draft_set_text (draft, "seats", "a dozen");
    yz_draft_set_text (draft, "note", "两行\n文字");
  }

  again = yz_draft_new (fixture->session, fixture->first, FALSE);
  g_assert_true (yz_draft_was_recovered (again));
  text = yz_draft_dup_text (again, "seats");
  g_assert_cmpstr (text, ==, "a dozen");
  g_assert_cmpstr (yz_record_get_text (yz_draft_get_record (again), "note"), ==, "两行\n文字");

  yz_draft_discard (again);
  third = yz_draft_new (fixture->session, fixture->first, FALSE);
  g_assert_false (yz_draft_was_recovered (third));
}

static void
test_new_record (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzRecord) station = yz_session_new_record (fixture->session, &yz_station_kind);
  g_autoptr (YzDraft) draft = yz_draft_new (fixture->session, station, TRUE);
  g_autoptr (YzRecord) saved = NULL;
  gboolean done = FALSE;

  yz_draft_set_text (draft, "name", "新驿站");
  yz_draft_save_async (draft, on_saved, &done);
  yz_test_wait (&done);
  saved = fixture_reload (fixture, station);
  g_assert_cmpstr (yz_record_get_title (saved), ==, "新驿站");
  g_assert_cmpstr (yz_record_get_text (saved, "state"), ==, "open");
  g_assert_null (yz_draft_find_new (fixture->session, &yz_station_kind));
}

static gboolean
is_recorded (gpointer session)
{
  g_autoptr (YzQuery) query = yz_query_new (&yz_disclosure_kind);

  return yz_store_count (yz_session_get_store (session), query, NULL) == 1;
}

/* What is personal is covered until it is asked for, which is written down; what is typed is never covered. */
static void
test_personal_data (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzRecord) person = yz_session_new_record (fixture->session, &yz_person_kind);
  g_autoptr (YzDraft) adding = yz_draft_new (fixture->session, person, TRUE);
  g_autoptr (YzDraft) draft = NULL;
  gboolean done = FALSE;

  yz_draft_set_text (adding, "name", "周敏");
  g_assert_false (yz_draft_is_hidden (adding, "name"));
  yz_draft_save_async (adding, on_saved, &done);
  yz_test_wait (&done);

  draft = yz_draft_new (fixture->session, yz_draft_get_record (adding), FALSE);
  g_assert_true (yz_draft_is_hidden (draft, "name"));
  g_assert_false (yz_draft_is_hidden (draft, "role"));
  g_assert_false (yz_draft_is_hidden (draft, "phones"));
  yz_draft_reveal (draft);
  g_assert_false (yz_draft_is_hidden (draft, "name"));
  g_assert_false (yz_draft_is_dirty (draft));
  yz_test_wait_until (is_recorded, fixture->session);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  fixture_add ("/session/draft/save-is-one-change", test_save_is_one_change);
  fixture_add ("/session/draft/bad-input-is-kept", test_bad_input_is_kept);
  fixture_add ("/session/draft/survives-a-crash", test_survives_a_crash);
  fixture_add ("/session/draft/new-record", test_new_record);
  fixture_add ("/session/draft/personal-data", test_personal_data);
  return g_test_run ();
}
