#include "session-fixture.h"

#include "yz-history.h"

static void
on_applied (YzSession *session, const YzAction *action, gboolean *done)
{
  *done = TRUE;
}

static void
test_name_and_undo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzRecord) gone = NULL;
  gboolean done = FALSE;

  g_assert_cmpstr (yz_session_get_workspace_name (fixture->session), ==, "晴川");
  g_assert_cmpstr (yz_session_get_undo_action (fixture->session)->subject, ==, "桥陇驿站");
  g_assert_null (yz_session_get_redo_action (fixture->session));

  g_signal_connect (fixture->session, "applied", G_CALLBACK (on_applied), &done);
  yz_session_undo (fixture->session);
  g_assert_cmpuint (g_list_model_get_n_items (yz_session_get_jobs (fixture->session)), ==, 1);
  yz_test_wait (&done);
  g_assert_cmpuint (g_list_model_get_n_items (yz_session_get_jobs (fixture->session)), ==, 0);
  g_assert_cmpstr (yz_session_get_undo_action (fixture->session)->subject, ==, "石鼓驿站");
  g_assert_cmpstr (yz_session_get_redo_action (fixture->session)->subject, ==, "桥陇驿站");

  done = FALSE;
  yz_session_redo (fixture->session);
  yz_test_wait (&done);
  gone = fixture_reload (fixture, fixture->second);
  g_assert_cmpstr (yz_record_get_title (gone), ==, "桥陇驿站");
}

static void
on_failed (YzSession *session, const GError *error, gboolean *done)
{
  *done = TRUE;
}

static void
test_unattended_failure_is_told (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzEdit) edit = yz_edit_new ("Edit");
  gboolean done = FALSE;

  yz_edit_set (edit, fixture->first, "seats", g_variant_new_int64 (-1));
  g_signal_connect (fixture->session, "failed", G_CALLBACK (on_failed), &done);
  yz_session_apply (fixture->session, edit);
  yz_test_wait (&done);
}

static void
test_history (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzHistory) history = yz_history_new (fixture->session);
  g_autoptr (YzHistoryItem) item = NULL;
  g_autofree char *when = NULL;
  YzEdit *edit = yz_edit_new ("Edit");
  const YzHistoryLine *line;

  yz_history_set_record (history, yz_record_get_id (fixture->first));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (history)), ==, 1);

  yz_edit_set (edit, fixture->first, "contact", g_variant_new_string ("周敏"));
  fixture_apply (fixture, edit);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (history)), ==, 2);

  item = g_list_model_get_item (G_LIST_MODEL (history), 0);
  g_object_get (item, "when", &when, NULL);
  g_assert_cmpstr (when, ==, "11-20 14:26");
  line = g_ptr_array_index (yz_history_item_get_lines (item), 0);
  g_assert_null (line->before);
  g_assert_cmpstr (line->after, ==, "周*"); /* personal data is masked in history too */
  g_assert_false (yz_history_load_more (history));
}

static void
test_revert (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzHistory) history = yz_history_new (fixture->session);
  g_autoptr (YzHistoryItem) item = NULL;
  g_autoptr (YzRecord) after = NULL;
  YzEdit *edit = yz_edit_new ("Edit");
  gboolean done = FALSE;

  yz_edit_set (edit, fixture->first, "name", g_variant_new_string ("石鼓桥驿站"));
  fixture_apply (fixture, edit);
  yz_history_set_record (history, yz_record_get_id (fixture->first));
  item = g_list_model_get_item (G_LIST_MODEL (history), 0);

  g_signal_connect (fixture->session, "applied", G_CALLBACK (on_applied), &done);
  yz_history_revert (history, yz_history_item_get_change (item));
  yz_test_wait (&done);
  after = fixture_reload (fixture, fixture->first);
  g_assert_cmpstr (yz_record_get_title (after), ==, "石鼓驿站");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  fixture_add ("/session/session/name-and-undo", test_name_and_undo);
  fixture_add ("/session/session/unattended-failure-is-told", test_unattended_failure_is_told);
  fixture_add ("/session/session/history", test_history);
  fixture_add ("/session/session/revert", test_revert);
  return g_test_run ();
}
