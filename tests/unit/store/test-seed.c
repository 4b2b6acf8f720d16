/* The official calendar of a workspace, and that a day is in it once. */
#include "store-fixture.h"

static gint64
count_days (Fixture *fixture)
{
  g_autoptr (YzQuery) query = yz_query_new (&yz_calendar_day_kind);

  return yz_store_count (fixture->store, query, NULL);
}

static YzRecord *
load_day (Fixture *fixture, const char *date)
{
  g_autoptr (GError) error = NULL;
  YzRecord *day = yz_store_find (fixture->store, &yz_calendar_day_kind, date, &error);

  g_assert_no_error (error);
  return day;
}

static void
delete_day (Fixture *fixture, const char *date)
{
  g_autoptr (YzRecord) day = load_day (fixture, date);
  YzEdit *edit = yz_edit_new ("Delete");

  yz_edit_delete (edit, day);
  fixture_apply (fixture, edit);
}

static YzEdit *
add_day (Fixture *fixture, const char *date)
{
  g_autofree char *id = yz_id_factory_next (fixture->ids);
  g_autoptr (YzRecord) day = yz_record_new (&yz_calendar_day_kind, id);
  YzEdit *edit = yz_edit_new ("Add");

  yz_record_set_text (day, "date", date);
  yz_edit_create (edit, day);
  return edit;
}

static void
test_new_workspace_has_calendar (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzRecord) day = load_day (fixture, "2026-10-10");

  g_assert_cmpint (count_days (fixture), ==, 141);
  g_assert_cmpstr (yz_record_get_text (day, "kind"), ==, "workday");
  g_assert_null (yz_store_get_undo (fixture->store));
}

/* What somebody took out stays out, however often the file is opened. */
static void
test_seeded_once (Fixture *fixture, gconstpointer data)
{
  delete_day (fixture, "2026-10-10");
  fixture_reopen (fixture);
  g_assert_cmpint (count_days (fixture), ==, 140);
}

static void
test_a_day_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzEdit) edit = add_day (fixture, "2026-10-10");
  g_autoptr (GError) error = NULL;
  g_autoptr (YzAction) action = yz_store_apply (fixture->store, edit, NULL, &error);

  g_assert_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "2026-10-10"));
  g_assert_null (action);
  g_assert_cmpint (count_days (fixture), ==, 141);
}

/* Not by way of the trash or of an undo either. */
static void
test_a_day_once_after_undo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzAction) deletion = NULL;
  g_autoptr (YzAction) action = NULL;
  g_autoptr (GError) error = NULL;

  delete_day (fixture, "2026-10-10");
  deletion = yz_store_get_undo (fixture->store);
  fixture_apply (fixture, add_day (fixture, "2026-10-10"));
  action = yz_store_undo (fixture->store, deletion->seq, NULL, &error);
  g_assert_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_CONFLICT);
  g_assert_null (action);
  g_assert_cmpint (count_days (fixture), ==, 141);
}

/* Two days that change places in one edit never stand twice at its end. */
static void
test_days_change_places (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzRecord) first = load_day (fixture, "2026-10-10");
  g_autoptr (YzRecord) second = load_day (fixture, "2026-10-01");
  g_autoptr (YzRecord) first_after = yz_record_copy (first);
  g_autoptr (YzRecord) second_after = yz_record_copy (second);
  YzEdit *edit = yz_edit_new ("Swap");

  yz_record_set_text (first_after, "date", "2026-10-01");
  yz_record_set_text (second_after, "date", "2026-10-10");
  yz_edit_update (edit, first, first_after);
  yz_edit_update (edit, second, second_after);
  fixture_apply (fixture, edit);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  fixture_add ("/store/seed/new-workspace-has-calendar", test_new_workspace_has_calendar);
  fixture_add ("/store/seed/seeded-once", test_seeded_once);
  fixture_add ("/store/seed/a-day-once", test_a_day_once);
  fixture_add ("/store/seed/a-day-once-after-undo", test_a_day_once_after_undo);
  fixture_add ("/store/seed/days-change-places", test_days_change_places);
  return g_test_run ();
}
