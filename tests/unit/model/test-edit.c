#include "yz-edit.h"
#include "yz-kinds.h"

static YzRecord *
make_station (const char *id, const char *name)
{
  YzRecord *station = yz_record_new (&yz_station_kind, id);

  yz_record_set_text (station, "name", name);
  return station;
}

static void
test_sets_of_one_record_are_one_change (void)
{
  g_autoptr (YzRecord) station = make_station ("a", "石鼓驿站");
  g_autoptr (YzEdit) edit = yz_edit_new ("Edit station");
  const YzChange *change;

  yz_edit_set (edit, station, "name", g_variant_new_string ("石鼓桥驿站"));
  yz_edit_set (edit, station, "seats", g_variant_new_int64 (12));
  g_assert_cmpuint (yz_edit_get_n_changes (edit), ==, 1);

  change = yz_edit_get_change (edit, 0);
  g_assert_cmpint (change->verb, ==, YZ_VERB_SET);
  g_assert_cmpstr (yz_record_get_title (change->record), ==, "石鼓驿站");
  g_assert_cmpstr (yz_record_get_title (change->after), ==, "石鼓桥驿站");
  g_assert_cmpint (yz_record_get_integer (change->after, "seats"), ==, 12);
  g_assert_cmpstr (yz_edit_get_subject (edit), ==, "石鼓桥驿站");
}

static void
test_idle_sets_do_not_count (void)
{
  g_autoptr (YzRecord) one = make_station ("a", "石鼓驿站");
  g_autoptr (YzRecord) two = make_station ("b", "桥陇驿站");
  g_autoptr (YzEdit) edit = yz_edit_new ("Edit stations");

  yz_edit_set (edit, one, "name", g_variant_new_string ("石鼓驿站"));
  yz_edit_set (edit, two, "seats", g_variant_new_int64 (3));
  yz_edit_update (edit, one, one);
  g_assert_cmpuint (yz_edit_get_n_changes (edit), ==, 1);
  g_assert_cmpstr (yz_edit_get_subject (edit), ==, "桥陇驿站");
}

static void
test_set_of_a_new_record (void)
{
  g_autoptr (YzRecord) station = make_station ("a", "石鼓驿站");
  g_autoptr (YzEdit) edit = yz_edit_new ("Add station");

  yz_edit_create (edit, station);
  yz_edit_set (edit, station, "seats", g_variant_new_int64 (3));
  g_assert_cmpuint (yz_edit_get_n_changes (edit), ==, 1);
  g_assert_cmpint (yz_edit_get_change (edit, 0)->verb, ==, YZ_VERB_CREATE);
  g_assert_cmpint (yz_record_get_integer (yz_edit_get_change (edit, 0)->record, "seats"), ==, 3);
}

static void
test_check_names_the_record (void)
{
  g_autoptr (YzRecord) station = make_station ("a", "石鼓驿站");
  g_autoptr (YzEdit) edit = yz_edit_new ("Edit station");
  g_autoptr (GError) error = NULL;

  g_assert_true (yz_edit_check (edit, &error));
  yz_edit_set (edit, station, "seats", g_variant_new_int64 (-3));
  g_assert_false (yz_edit_check (edit, &error));
  g_assert_error (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_RANGE);
  g_assert_true (g_str_has_prefix (error->message, "石鼓驿站: "));
}

/* What has no name yet is told by its kind: a new record, or one whose name was taken away. */
static void
test_check_without_a_name (void)
{
  g_autoptr (YzRecord) station = yz_record_new (&yz_station_kind, "019a9dd1-4c00-7000-8000-000000000002");
  g_autoptr (YzEdit) edit = yz_edit_new ("Add station");
  g_autoptr (GError) error = NULL;

  yz_edit_create (edit, station);
  g_assert_false (yz_edit_check (edit, &error));
  g_assert_error (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_REQUIRED);
  g_assert_cmpstr (error->message, ==, "Station: Name is missing");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/model/edit/sets-of-one-record-are-one-change", test_sets_of_one_record_are_one_change);
  g_test_add_func ("/model/edit/idle-sets-do-not-count", test_idle_sets_do_not_count);
  g_test_add_func ("/model/edit/set-of-a-new-record", test_set_of_a_new_record);
  g_test_add_func ("/model/edit/check-names-the-record", test_check_names_the_record);
  g_test_add_func ("/model/edit/check-without-a-name", test_check_without_a_name);
  return g_test_run ();
}
