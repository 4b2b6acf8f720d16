/* The calendar of exceptions as somebody uses it: the coming holiday, whom to ask, one change for all of them. */
#include "display-fixture.h"
#include "yz-bulk-dialog.h"
#include "yz-days-window.h"
#include "yz-holiday-dialog.h"

typedef struct
{
  YzStations *stations;
  GtkWidget *window;
  guint verdict;
  guint expected;
} Days;

static guint32
day (int year, int month, int number)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, number, month, year);
  return g_date_get_julian (&date);
}

static void
add_station (Fixture *fixture, const char *name, const char *hours)
{
  g_autoptr (YzRecord)
    station = fixture_add (fixture, &yz_station_kind, "name", name, "district", "江北区", "hours", hours, NULL);

  g_assert_nonnull (station);
}

static void
open_window (Fixture *fixture, Days *days)
{
  *days = (Days){ 0 };
  add_station (fixture, "石鼓驿站", "Mo-Fr 09:00-17:00; PH off");
  add_station (fixture, "桥陇驿站", "Mo-Fr 09:00-17:00");
  add_station (fixture, "青云驿站", "Mo-Su 08:00-20:00; PH 10:00-16:00");
  fixture_show (fixture, gtk_label_new (""));
  days->stations = yz_stations_new (fixture->session);
  days->window = yz_days_window_new (GTK_WINDOW (fixture->window), days->stations);
  gtk_window_present (GTK_WINDOW (days->window));
  fixture_settle ();
}

static void
close_window (Days *days)
{
  gtk_window_destroy (GTK_WINDOW (days->window));
  fixture_settle ();
  g_clear_object (&days->stations);
}

static gboolean
has_count (gpointer data)
{
  Days *days = data;

  return yz_day_review_count (yz_days_window_get_review (YZ_DAYS_WINDOW (days->window)), days->verdict) ==
         days->expected;
}

static void
wait_for (Days *days, YzDayVerdict verdict, guint expected)
{
  days->verdict = verdict;
  days->expected = expected;
  yz_test_wait_until (has_count, days);
  fixture_settle ();
}

static void
test_a_holiday (Fixture *fixture, gconstpointer data)
{
  Days days;

  open_window (fixture, &days);
  gtk_widget_activate_action (days.window, "days.show", "(uu)", day (2026, 10, 1), day (2026, 10, 7));
  wait_for (&days, YZ_DAY_SILENT, 1);
  wait_for (&days, YZ_DAY_CLOSED, 1);
  wait_for (&days, YZ_DAY_OTHER_HOURS, 1);
  g_assert_nonnull (fixture_find_text (days.window, "石鼓驿站"));
  fixture_assert_named (days.window);
  fixture_shoot (days.window, "days-holiday");

  gtk_widget_activate_action (days.window, "days.verdict", "s", "silent");
  fixture_settle ();
  g_assert_null (fixture_find_text (days.window, "石鼓驿站"));
  g_assert_nonnull (fixture_find_text (days.window, "桥陇驿站"));
  fixture_shoot (days.window, "days-silent");
  close_window (&days);
}

static gboolean
is_hidden (gpointer widget)
{
  return !gtk_widget_get_visible (widget);
}

/* Nothing is known of 2027 yet: the window says so, and follows the calendar once it is. */
static void
test_the_coming_holiday (Fixture *fixture, gconstpointer data)
{
  Days days;
  g_autoptr (YzRecord) holiday = NULL;
  GtkWidget *gap;

  open_window (fixture, &days);
  gap = GTK_WIDGET (gtk_widget_get_template_child (days.window, YZ_TYPE_DAYS_WINDOW, "gap_box"));
  g_assert_true (gtk_widget_get_visible (gap));
  holiday = fixture_add (fixture, &yz_calendar_day_kind, "date", "2027-01-01", "name", "元旦", NULL);
  yz_test_wait_until (is_hidden, gap);
  g_assert_nonnull (fixture_find_text (days.window, "元旦"));
  gtk_widget_activate_action (days.window, "days.coming", NULL);
  wait_for (&days, YZ_DAY_CLOSED, 1);
  fixture_shoot (days.window, "days-coming");
  close_window (&days);
}

static gboolean
is_there (gpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
test_export (Fixture *fixture, gconstpointer data)
{
  Days days;
  g_autofree char *path = g_build_filename (fixture->folder, "list.csv", NULL);
  g_autofree char *text = NULL;

  open_window (fixture, &days);
  wait_for (&days, YZ_DAY_ANY, 3);
  gtk_widget_activate_action (days.window, "days.export-to", "s", path);
  yz_test_wait_until (is_there, path);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "青云驿站"));
  close_window (&days);
}

static void
assert_hours (Fixture *fixture, const char *name, const char *text)
{
  g_autoptr (YzQuery) query = yz_query_new (&yz_station_kind);
  g_autoptr (GArray) rows = NULL;
  g_autoptr (YzRecord) station = NULL;

  yz_query_add (query, "name", YZ_COMPARE_EQUAL, g_variant_new_string (name));
  rows = yz_store_query (yz_session_get_store (fixture->session), query, NULL, NULL);
  g_assert_cmpuint (rows->len, ==, 1);
  station = yz_store_load_row (yz_session_get_store (fixture->session), &yz_station_kind,
                               g_array_index (rows, gint64, 0), NULL);
  g_assert_cmpstr (yz_record_get_text (station, "hours"), ==, text);
}

static gboolean
has_previewed (gpointer text)
{
  return fixture_find_text (fixture_find_window (YZ_TYPE_HOLIDAY_DIALOG), text) != NULL;
}

#define PARK_HOURS "Mo-Su sunrise-sunset; 2026 Dec 28-31 off \"翻新\""

/* Whom nobody needs to ask again: their week stays, holidays are said, who cannot surely be changed is left alone. */
static void
test_what_holds_on_holidays (Fixture *fixture, gconstpointer data)
{
  Days days;
  GtkWidget *dialog, *hint;

  add_station (fixture, "公园驿站", PARK_HOURS);
  open_window (fixture, &days);
  gtk_widget_activate_action (days.window, "days.show", "(uu)", day (2026, 10, 1), day (2026, 10, 7));
  wait_for (&days, YZ_DAY_SILENT, 2);
  gtk_widget_activate_action (days.window, "days.verdict", "s", "silent");
  fixture_settle ();
  gtk_widget_activate_action (days.window, "days.holidays", "s", "hours");
  fixture_settle ();
  dialog = fixture_find_window (YZ_TYPE_HOLIDAY_DIALOG);
  g_assert_nonnull (dialog);
  g_assert_null (fixture_find_text (dialog, "→"));
  hint = fixture_find_text (dialog, "Type the hours of public holidays: here stands what happens to each station.");
  g_assert_true (hint != NULL && gtk_widget_get_mapped (hint));
  fixture_assert_named (dialog);

  gtk_widget_activate_action (dialog, "holidays.times", "s", "9-16");
  yz_test_wait_until (has_previewed, "→");
  g_assert_nonnull (fixture_find_text (dialog, "1 is changed · 1 is left alone"));
  fixture_shoot (dialog, "holiday-hours");
  gtk_widget_activate_action (dialog, "holidays.apply", NULL);
  wait_for (&days, YZ_DAY_SILENT, 1);
  assert_hours (fixture, "桥陇驿站", "Mo-Fr 09:00-17:00; PH 09:00-16:00");
  assert_hours (fixture, "公园驿站", PARK_HOURS);
  g_assert_cmpuint (yz_session_get_undo_action (fixture->session)->n_changes, ==, 1);
  g_assert_null (fixture_find_window (YZ_TYPE_HOLIDAY_DIALOG));

  yz_session_undo (fixture->session);
  wait_for (&days, YZ_DAY_SILENT, 2);
  assert_hours (fixture, "桥陇驿站", "Mo-Fr 09:00-17:00");
  close_window (&days);
}

/* Of all that are listed: one has it already, two are changed, and times that are none are told. */
static void
test_closed_on_holidays (Fixture *fixture, gconstpointer data)
{
  Days days;
  GtkWidget *dialog;

  open_window (fixture, &days);
  wait_for (&days, YZ_DAY_ANY, 3);
  gtk_widget_activate_action (days.window, "days.holidays", "s", "hours");
  dialog = fixture_find_window (YZ_TYPE_HOLIDAY_DIALOG);
  gtk_widget_activate_action (dialog, "holidays.times", "s", "9-12, 11-14");
  yz_test_wait_until (has_previewed, "Two of the times overlap.");
  gtk_widget_activate_action (dialog, "holidays.rule", "s", "closed");
  yz_test_wait_until (has_previewed, "2 are changed · 1 stays as it is");
  fixture_shoot (dialog, "holiday-closed");
  gtk_window_destroy (GTK_WINDOW (dialog));

  gtk_widget_activate_action (days.window, "days.workdays", NULL);
  dialog = fixture_find_window (YZ_TYPE_BULK_DIALOG);
  g_assert_nonnull (dialog);
  g_assert_nonnull (fixture_find_text (dialog, "On shifted workdays"));
  gtk_window_destroy (GTK_WINDOW (dialog));
  close_window (&days);
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
  fixture_test ("/display/days-window/a-holiday", test_a_holiday);
  fixture_test ("/display/days-window/the-coming-holiday", test_the_coming_holiday);
  fixture_test ("/display/days-window/export", test_export);
  fixture_test ("/display/days-window/what-holds-on-holidays", test_what_holds_on_holidays);
  fixture_test ("/display/days-window/closed-on-holidays", test_closed_on_holidays);
  return g_test_run ();
}
