/* What days do to stations: pure findings, then the review of a workspace. */
#include "session-fixture.h"

#include "yz-day-export.h"
#include "yz-station-card.h"

#include <math.h>

static guint32
day (int year, int month, int number)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, number, month, year);
  return g_date_get_julian (&date);
}

static void
test_findings (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *hours, *workday_hours;
    int year, month, day;
    YzDayVerdict verdict;
    const char *special, *reason;
  } cases[] = {
    /* Thursday 2026-10-01, National Day */
    { "Mo-Fr 09:00-17:00; PH off", NULL, 2026, 10, 1, YZ_DAY_CLOSED, "Closed", "National Day" },
    { "Mo-Fr 09:00-17:00; PH 10:00-12:00", NULL, 2026, 10, 1, YZ_DAY_OTHER_HOURS, "10:00–12:00", "National Day" },
    { "Mo-Fr 09:00-17:00", NULL, 2026, 10, 1, YZ_DAY_SILENT, "09:00–17:00", "says nothing about public holidays" },
    { "Mo-Fr,PH 09:00-17:00", NULL, 2026, 10, 1, YZ_DAY_AS_USUAL, "09:00–17:00", NULL },
    { "Mo-Fr 09:00-17:00; PH Mo-Fr 09:00-17:00", NULL, 2026, 10, 1, YZ_DAY_AS_USUAL, "09:00–17:00", NULL },
    { "24/7", NULL, 2026, 10, 1, YZ_DAY_AS_USUAL, "24 hours", NULL },
    { "Sa 09:00-12:00", NULL, 2026, 10, 1, YZ_DAY_CLOSED, "Closed", "as on every such day" },
    { NULL, NULL, 2026, 10, 1, YZ_DAY_UNKNOWN, "", NULL },
    /* Saturday 2026-10-10 is worked */
    { "Mo-Fr 09:00-17:00", "fr", 2026, 10, 10, YZ_DAY_OTHER_HOURS, "09:00–17:00", "National Day make-up workday" },
    { "Mo-Fr 09:00-17:00", NULL, 2026, 10, 10, YZ_DAY_CLOSED, "Closed", "as on every such day" },
    /* an ordinary Friday: closures and seasons */
    { "Mo-Su 09:00-17:00; 2026 Nov 16-27 off \"室内翻新\"", NULL, 2026, 11, 20, YZ_DAY_CLOSED, "Closed", "室内翻新" },
    { "Mo-Su 09:00-17:00", NULL, 2026, 11, 20, YZ_DAY_AS_USUAL, "09:00–17:00", NULL },
    { "Mo-Su 09:00-17:00; Nov 20-Nov 22 10:00-12:00", NULL, 2026, 11, 20, YZ_DAY_OTHER_HOURS, "10:00–12:00", "season" },
    { "Mo-Su 09:00-12:00 open, Mo-Su 12:00-20:00 open \"自助\"", NULL, 2026, 11, 20, YZ_DAY_AS_USUAL,
      "09:00–12:00, 12:00–20:00 Self-service", NULL },
    /* a year without data */
    { "Mo-Fr 09:00-17:00; PH off", NULL, 2027, 1, 1, YZ_DAY_UNKNOWN, "09:00–17:00", "no holiday data" },
  };
  g_autoptr (YzHolidays) holidays = yz_holidays_load (yz_session_get_store (fixture->session), NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const YzStationHoursSource source = { cases[i].hours, cases[i].workday_hours, NAN, NAN };
      g_autoptr (YzStationHours) hours = yz_station_hours_new (&source, holidays);
      guint32 julian = day (cases[i].year, cases[i].month, cases[i].day);
      g_autoptr (YzDayFinding) finding = yz_day_finding_new (hours, julian, julian);

      g_test_message ("%s on %d-%d-%d", cases[i].hours, cases[i].year, cases[i].month, cases[i].day);
      g_assert_cmpint (finding->verdict, ==, cases[i].verdict);
      g_assert_cmpstr (finding->special, ==, cases[i].special);
      g_assert_cmpstr (finding->reason, ==, cases[i].reason);
      g_clear_pointer (&hours, yz_station_hours_unref);
    }
}

static void
test_a_holiday_of_days (Fixture *fixture, gconstpointer data)
{
  const YzStationHoursSource source = { "Mo-Fr 09:00-17:00; PH off; Oct 05-07 10:00-12:00", NULL, NAN, NAN };
  g_autoptr (YzHolidays) holidays = yz_holidays_load (yz_session_get_store (fixture->session), NULL, NULL);
  g_autoptr (YzStationHours) hours = yz_station_hours_new (&source, holidays);
  g_autoptr (YzDayFinding) finding = yz_day_finding_new (hours, day (2026, 10, 1), day (2026, 10, 7));

  g_assert_cmpint (finding->verdict, ==, YZ_DAY_OTHER_HOURS);
  g_assert_cmpstr (finding->special, ==, "Oct 1–4 Closed; Oct 5–7 10:00–12:00");
}

static void
set_value (Fixture *fixture, YzRecord *station, const char *field, GVariant *value)
{
  g_autoptr (YzRecord) now = fixture_reload (fixture, station);
  YzEdit *edit = yz_edit_new ("Edit");

  yz_edit_set (edit, now, field, value);
  fixture_apply (fixture, edit);
}

static void
set_hours (Fixture *fixture, YzRecord *station, const char *hours)
{
  set_value (fixture, station, "hours", g_variant_new_string (hours));
}

static void
on_changed (gboolean *changed)
{
  *changed = TRUE;
}

static void
wait (YzDayReview *review)
{
  gboolean changed = FALSE;
  gulong id = g_signal_connect_swapped (review, "changed", G_CALLBACK (on_changed), &changed);

  yz_test_wait (&changed);
  g_signal_handler_disconnect (review, id);
}

typedef struct
{
  gboolean done;
  gboolean ok;
} Exported;

static void
on_exported (GObject *source, GAsyncResult *result, gpointer data)
{
  Exported *exported = data;

  exported->ok = yz_day_export_finish (YZ_DAY_REVIEW (source), result, NULL);
  exported->done = TRUE;
}

/* The review may have followed before one begins to wait. */
static gboolean
are_both_closed (gpointer review)
{
  return yz_day_review_count (review, YZ_DAY_CLOSED) == 2;
}

static void
test_review (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzStations) stations = NULL;
  g_autoptr (YzDayReview) review = NULL;
  g_autofree char *title = NULL, *path = g_build_filename (fixture->folder, "list.csv", NULL), *text = NULL;
  g_auto (GStrv) ids = NULL;
  const char *const phones[] = { "13912345678" };
  Exported exported = { FALSE };

  set_value (fixture, fixture->second, "phones", g_variant_new_strv (phones, 1));
  set_hours (fixture, fixture->first, "Mo-Fr 09:00-17:00; PH off");
  set_hours (fixture, fixture->second, "Mo-Fr 09:00-17:00");
  stations = yz_stations_new (fixture->session);
  review = yz_day_review_new (stations);
  yz_day_review_set_days (review, day (2026, 10, 1), day (2026, 10, 7));
  wait (review);
  g_assert_cmpuint (yz_day_review_count (review, YZ_DAY_ANY), ==, 2);
  g_assert_cmpuint (yz_day_review_count (review, YZ_DAY_CLOSED), ==, 1);
  g_assert_cmpuint (yz_day_review_count (review, YZ_DAY_SILENT), ==, 1);
  title = yz_day_review_dup_title (review);
  g_assert_cmpstr (title, ==, "Oct 1–7 · National Day");

  yz_day_review_set_verdict (review, YZ_DAY_SILENT);
  ids = yz_day_review_dup_ids (review, NULL);
  g_assert_cmpuint (g_strv_length (ids), ==, 1);
  g_assert_cmpstr (ids[0], ==, yz_record_get_id (fixture->second));
  yz_day_export_async (review, path, on_exported, &exported);
  yz_test_wait (&exported.done);
  g_assert_true (exported.ok);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "139****5678"));
  g_assert_nonnull (strstr (text, "桥陇驿站"));
  g_assert_nonnull (strstr (text, "To be asked"));
  g_assert_null (strstr (text, "石鼓驿站"));

  /* somebody asked: the workspace is followed */
  set_hours (fixture, fixture->second, "Mo-Fr 09:00-17:00; PH off");
  yz_test_wait_until (are_both_closed, review);
  g_assert_cmpuint (g_list_model_get_n_items (yz_day_review_get_list (review)), ==, 0);

  /* a list of holidays that never ends is shown as far as it can be */
  yz_day_review_set_days (review, day (2026, 7, 1), day (2026, 12, 31));
  g_assert_cmpuint (yz_day_review_get_first (review), ==, day (2026, 7, 1));
  g_assert_cmpuint (yz_day_review_get_last (review), ==, day (2026, 8, 31));
  wait (review);
}

/* List and map follow the calendar, too. */
static void
test_stations_follow_the_calendar (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzStations) stations = NULL;
  g_autoptr (YzRecord) station = NULL;
  g_autoptr (YzRecord) holiday = yz_session_new_record (fixture->session, &yz_calendar_day_kind);
  YzEdit *edit = yz_edit_new ("Add");

  set_hours (fixture, fixture->first, "Mo-Fr 09:00-17:00; PH off");
  stations = yz_stations_new (fixture->session);
  station = fixture_reload (fixture, fixture->first);
  g_assert_cmpint (yz_stations_get_look (stations, station), ==, YZ_STATION_LOOK_OPEN);
  yz_record_set_text (holiday, "date", "2026-11-20");
  yz_edit_create (edit, holiday);
  fixture_apply (fixture, edit);
  g_assert_cmpint (yz_stations_get_look (stations, station), ==, YZ_STATION_LOOK_CLOSED);
}

/* What the filter asks about is what list and map show: a Thursday that is a holiday, and the day after it. */
static void
test_looks_at_another_time (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzStations) stations = NULL;
  g_autoptr (YzRecord) station = NULL;
  g_autofree char *brief = NULL;

  set_hours (fixture, fixture->first, "Mo-Fr 09:00-17:00; PH off");
  stations = yz_stations_new (fixture->session);
  station = fixture_reload (fixture, fixture->first);
  g_object_set (yz_stations_get_filter (stations), "open-at", "2026-10-01 10:00", NULL);
  g_assert_cmpint (yz_stations_get_look (stations, station), ==, YZ_STATION_LOOK_CLOSED);
  brief = yz_stations_dup_status (stations, station);
  g_assert_cmpstr (brief, ==, "opens after the holiday, Oct 8 09:00");
  g_object_set (yz_stations_get_filter (stations), "open-at", "2026-10-08 10:00", NULL);
  g_assert_cmpint (yz_stations_get_look (stations, station), ==, YZ_STATION_LOOK_OPEN);
}

/* The detail pane's week: this one without a word, the one of New Year with what is missing. */
static void
test_weeks_of_the_card (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzStations) stations = NULL;
  g_autoptr (YzStationCard) card = NULL;
  g_auto (YzCardWeek) week = { 0 };
  g_autofree char *title = NULL, *gap = NULL, *none = NULL;
  const YzHoursBar *last;

  set_hours (fixture, fixture->first, "Mo-Fr 09:00-17:00; PH off");
  stations = yz_stations_new (fixture->session);
  yz_listing_select_id (YZ_LISTING (stations), yz_record_get_id (fixture->first));
  card = yz_station_card_new (stations);
  g_object_get (card, "week-title", &title, "holiday-gap", &none, NULL);
  g_assert_cmpstr (title, ==, "This week, Nov 16–22");
  g_assert_null (none);
  yz_station_card_get_week (card, &week);
  g_assert_cmpint (week.today, ==, 4);
  g_assert_cmpuint (week.bars->len, ==, 5);
  yz_card_week_clear (&week);

  g_object_set (card, "week", 6, NULL);
  g_object_get (card, "holiday-gap", &gap, NULL);
  g_assert_nonnull (strstr (gap, "2027"));
  yz_station_card_get_week (card, &week);
  g_assert_cmpint (week.today, ==, -1);
  last = &g_array_index (week.bars, YzHoursBar, week.bars->len - 1);
  g_assert_cmpuint (last->weekday, ==, G_DATE_FRIDAY);
  g_assert_cmpint (last->state, ==, YZ_HOURS_UNKNOWN);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  fixture_add ("/session/day-review/findings", test_findings);
  fixture_add ("/session/day-review/a-holiday-of-days", test_a_holiday_of_days);
  fixture_add ("/session/day-review/review", test_review);
  fixture_add ("/session/day-review/stations-follow-the-calendar", test_stations_follow_the_calendar);
  fixture_add ("/session/day-review/looks-at-another-time", test_looks_at_another_time);
  fixture_add ("/session/day-review/weeks-of-the-card", test_weeks_of_the_card);
  return g_test_run ();
}
