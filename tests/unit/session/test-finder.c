#include "session-fixture.h"
#include "yz-finder.h"

typedef struct
{
  guint n_answers;
  guint n_failures;
} Heard;

static void
on_answered (Heard *heard)
{
  heard->n_answers++;
}

static void
on_failed (Heard *heard)
{
  heard->n_failures++;
}

static gboolean
has_heard (gpointer data)
{
  return ((Heard *) data)->n_answers > 0;
}

static YzFinder *
make_finder (Fixture *fixture, Heard *heard)
{
  YzFinder *finder = yz_finder_new (fixture->session, &yz_station_kind);

  g_signal_connect_swapped (finder, "answered", G_CALLBACK (on_answered), heard);
  g_signal_connect_swapped (fixture->session, "failed", G_CALLBACK (on_failed), heard);
  return finder;
}

static void
ask (YzFinder *finder, const char *text)
{
  g_autoptr (YzQuery) query = yz_query_new (&yz_station_kind);

  yz_query_set_search (query, text);
  yz_finder_ask (finder, query);
}

static void
assert_found (YzFinder *finder, const char *name)
{
  GListModel *list = G_LIST_MODEL (yz_finder_get_list (finder));
  g_autoptr (YzRecord) record = g_list_model_get_item (list, 0);

  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 1);
  g_assert_cmpstr (yz_record_get_title (record), ==, name);
}

static void
test_last_question_counts (Fixture *fixture, gconstpointer data)
{
  Heard heard = { 0 };
  g_autoptr (YzFinder) finder = make_finder (fixture, &heard);

  ask (finder, "石鼓");
  ask (finder, "桥陇");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (yz_finder_get_list (finder))), ==, 0);
  yz_test_wait_until (has_heard, &heard);
  assert_found (finder, "桥陇驿站");
  g_assert_cmpuint (heard.n_answers, ==, 1);

  yz_finder_ask (finder, NULL);
  g_assert_cmpuint (heard.n_answers, ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (yz_finder_get_list (finder))), ==, 0);
  g_assert_cmpuint (heard.n_failures, ==, 0);
}

static void
test_given_up (Fixture *fixture, gconstpointer data)
{
  Heard heard = { 0 };
  YzFinder *given_up = make_finder (fixture, &heard);
  g_autoptr (YzFinder) finder = make_finder (fixture, &heard);

  ask (given_up, "石鼓");
  g_object_unref (given_up);
  ask (finder, "石鼓");
  yz_test_wait_until (has_heard, &heard);
  assert_found (finder, "石鼓驿站");
}

static void
test_failure_is_told (Fixture *fixture, gconstpointer data)
{
  Heard heard = { 0 };
  g_autoptr (YzFinder) finder = make_finder (fixture, &heard);
  g_autoptr (GError) error = NULL;

  g_assert_true (yz_session_close (fixture->session, &error));
  g_assert_no_error (error);
  ask (finder, "石鼓");
  yz_test_wait_until (has_heard, &heard);
  g_assert_cmpuint (heard.n_failures, ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (yz_finder_get_list (finder))), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  fixture_add ("/session/finder/last-question-counts", test_last_question_counts);
  fixture_add ("/session/finder/given-up", test_given_up);
  fixture_add ("/session/finder/failure-is-told", test_failure_is_told);
  return g_test_run ();
}
