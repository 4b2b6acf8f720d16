/* Hours with the official calendar of a workspace: holidays, shifted workdays, years without data, the sun. */
#include "session-fixture.h"

#include "yz-hours-book.h"
#include "yz-station-status.h"

#include <math.h>

static gint64
instant (int year, int month, int day, int hour)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day, month, year);
  return yz_hours_instant (g_date_get_julian (&date), hour * 60);
}

static YzHolidays *
load (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  YzHolidays *holidays = yz_holidays_load (yz_session_get_store (fixture->session), NULL, &error);

  g_assert_no_error (error);
  return holidays;
}

static YzStationHours *
make_hours (const char *text, const char *workday_hours, YzHolidays *holidays)
{
  const YzStationHoursSource source = { text, workday_hours, NAN, NAN };

  return yz_station_hours_new (&source, holidays);
}

static void
test_states (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *hours, *workday_hours;
    int year, month, day, hour;
    YzHoursState state;
  } cases[] = {
    /* Sunday 2026-09-20 is worked, before the National Day */
    { "Mo-Fr 09:00-17:00", NULL, 2026, 9, 20, 10, YZ_HOURS_CLOSED },
    { "Mo-Fr 09:00-17:00", "fr", 2026, 9, 20, 10, YZ_HOURS_OPEN },
    { "Mo-Th 09:00-17:00; Fr 09:00-12:00", "fr", 2026, 9, 20, 14, YZ_HOURS_CLOSED },
    { "Mo-Th 09:00-17:00; Fr 09:00-12:00", "mo", 2026, 9, 20, 14, YZ_HOURS_OPEN },
    { "Mo-Fr 09:00-17:00; Sa,Su 10:00-11:00", "fr", 2026, 9, 27, 10, YZ_HOURS_OPEN },
    { "Mo-Fr 09:00-17:00; Sa,Su 10:00-11:00", "fr", 2026, 9, 27, 14, YZ_HOURS_CLOSED },
    /* Thursday 2026-10-01 is a holiday: what does not speak of holidays is not touched by them */
    { "Mo-Fr 09:00-17:00", "fr", 2026, 10, 1, 10, YZ_HOURS_OPEN },
    { "Mo-Fr 09:00-17:00; PH off", NULL, 2026, 10, 1, 10, YZ_HOURS_CLOSED },
    { "Mo-Fr 09:00-17:00; PH 10:00-12:00", NULL, 2026, 10, 1, 11, YZ_HOURS_OPEN },
    { "Mo-Fr 09:00-17:00; PH off", NULL, 2026, 10, 8, 10, YZ_HOURS_OPEN },
    /* nothing is known of 2027: only what holidays cannot change is sure */
    { "Mo-Fr 09:00-17:00", NULL, 2027, 3, 3, 10, YZ_HOURS_OPEN },
    { "Mo-Fr 09:00-17:00; PH off", NULL, 2027, 3, 3, 10, YZ_HOURS_UNKNOWN },
    { "Mo-Fr 09:00-17:00; PH off", NULL, 2027, 3, 3, 20, YZ_HOURS_CLOSED },
    { "Mo-Fr 09:00-17:00; PH 09:00-12:00", NULL, 2027, 3, 3, 10, YZ_HOURS_OPEN },
    { "Mo-Fr 09:00-17:00", "fr", 2027, 3, 6, 10, YZ_HOURS_UNKNOWN },
    { "Mo-Fr 09:00-17:00", "fr", 2027, 3, 3, 10, YZ_HOURS_OPEN },
    { "24/7", "fr", 2027, 3, 6, 10, YZ_HOURS_OPEN },
  };
  g_autoptr (YzHolidays) holidays = load (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (YzStationHours) hours = make_hours (cases[i].hours, cases[i].workday_hours, holidays);

      g_test_message ("%s (%s) at %d-%d-%d %d:00", cases[i].hours, cases[i].workday_hours, cases[i].year,
                      cases[i].month, cases[i].day, cases[i].hour);
      g_assert_cmpint (yz_station_hours_get_state (hours, instant (cases[i].year, cases[i].month, cases[i].day,
                                                                   cases[i].hour)),
                       ==, cases[i].state);
    }
}

static void
test_words (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *hours;
    int year, month, day, hour;
    const char *brief;
  } cases[] = {
    { "Mo-Fr 09:00-17:00; PH off", 2026, 10, 1, 10, "opens after the holiday, Oct 8 09:00" },
    { "Mo-Fr 09:00-17:00; PH off", 2026, 9, 30, 18, "opens after the holiday, Oct 8 09:00" },
    { "Mo-Fr 09:00-17:00; PH off", 2026, 10, 7, 18, "opens after the holiday, tomorrow 09:00" },
    { "Mo-Fr 09:00-17:00", 2026, 9, 30, 18, "opens tomorrow 09:00" },
    { "Mo-Fr 09:00-17:00; PH off", 2026, 10, 9, 18, "opens Mon 09:00" },
    { "Dec-Mar 09:00-17:00; PH off", 2026, 9, 30, 18, "opens Dec 1 09:00" },
    { "Mo-Fr 09:00-17:00; PH off", 2027, 3, 3, 10, "no holiday data for 2027" },
    { "Mo-Fr 09:00-17:00; PH off", 2026, 12, 31, 18, "closed, no holiday data for 2027" },
    { "Mo-Fr 09:00-17:00", 2026, 12, 31, 18, "opens tomorrow 09:00" },
  };
  g_autoptr (YzHolidays) holidays = load (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (YzStationHours) hours = make_hours (cases[i].hours, NULL, holidays);
      g_autofree char *brief =
        yz_station_status_brief (fixture->first, hours,
                                 instant (cases[i].year, cases[i].month, cases[i].day, cases[i].hour));

      g_test_message ("%s at %d-%d-%d", cases[i].hours, cases[i].year, cases[i].month, cases[i].day);
      g_assert_cmpstr (brief, ==, cases[i].brief);
    }
}

static void
assert_coming (YzHolidays *holidays, gint64 from, gint64 first, gint64 last)
{
  guint32 end = 0;
  guint32 start = yz_holidays_find_coming (holidays, yz_hours_instant_get_julian (from), &end);

  g_assert_cmpuint (start, ==, yz_hours_instant_get_julian (first));
  g_assert_cmpuint (end, ==, yz_hours_instant_get_julian (last));
}

static void
test_coming_holiday (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzHolidays) holidays = load (fixture);
  guint32 end;

  assert_coming (holidays, instant (2026, 9, 28, 0), instant (2026, 10, 1, 0), instant (2026, 10, 7, 0));
  assert_coming (holidays, instant (2026, 10, 5, 0), instant (2026, 10, 1, 0), instant (2026, 10, 7, 0));
  /* two festivals in one holiday */
  assert_coming (holidays, instant (2025, 9, 20, 0), instant (2025, 10, 1, 0), instant (2025, 10, 8, 0));
  /* over the shifted workday before it */
  assert_coming (holidays, instant (2026, 2, 14, 0), instant (2026, 2, 15, 0), instant (2026, 2, 23, 0));
  g_assert_cmpuint (yz_holidays_find_coming (holidays, yz_hours_instant_get_julian (instant (2026, 10, 8, 0)), &end),
                    ==, 0);
}

static void
test_days (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzHolidays) holidays = load (fixture);
  const YzHoursCalendar *calendar = yz_holidays_get_calendar (holidays, NULL);
  const YzHoliday *worked = yz_holidays_find (holidays, yz_hours_instant_get_julian (instant (2026, 9, 20, 0)));

  g_assert_nonnull (worked);
  g_assert_true (worked->workday);
  g_assert_cmpstr (yz_holiday_get_name (worked), ==, "National Day make-up workday");
  g_assert_null (yz_holidays_find (holidays, yz_hours_instant_get_julian (instant (2026, 9, 21, 0))));
  g_assert_true (yz_hours_calendar_covers_year (calendar, 2023));
  g_assert_true (yz_hours_calendar_covers_year (calendar, 2026));
  g_assert_false (yz_hours_calendar_covers_year (calendar, 2022));
  g_assert_false (yz_hours_calendar_covers_year (calendar, 2027));
}

/* Sunrise in the west of China comes two hours later than in the east. */
static void
test_sun (Fixture *fixture, gconstpointer data)
{
  const YzStationHoursSource east = { "sunrise-sunset", NULL, 121.5, 31.2 };
  const YzStationHoursSource west = { "sunrise-sunset", NULL, 87.6, 43.8 };
  g_autoptr (YzHoursBook) book = yz_hours_book_new ();
  guint first = yz_hours_book_enter (book, &east);
  guint second = yz_hours_book_enter (book, &west);

  g_assert_cmpuint (first, !=, second);
  g_assert_cmpuint (yz_hours_book_enter (book, &east), ==, first);
  g_assert_cmpint (yz_hours_book_get_state (book, first, instant (2026, 3, 20, 7)), ==, YZ_HOURS_OPEN);
  g_assert_cmpint (yz_hours_book_get_state (book, second, instant (2026, 3, 20, 7)), ==, YZ_HOURS_CLOSED);
}

/* A book takes another calendar without reading its texts again. */
static void
test_book_follows_holidays (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzHolidays) holidays = load (fixture);
  g_autoptr (YzHoursBook) book = yz_hours_book_new ();
  const YzStationHoursSource plain = { "Mo-Fr 09:00-17:00", NULL, NAN, NAN };
  const YzStationHoursSource following = { "Mo-Fr 09:00-17:00", "fr", NAN, NAN };
  guint first = yz_hours_book_enter (book, &plain), second = yz_hours_book_enter (book, &following);
  gint64 worked = instant (2026, 9, 20, 10);

  g_assert_cmpuint (first, !=, second);
  g_assert_cmpint (yz_hours_book_get_state (book, second, worked), ==, YZ_HOURS_UNKNOWN);
  yz_hours_book_set_holidays (book, holidays);
  g_assert_cmpint (yz_hours_book_get_state (book, first, worked), ==, YZ_HOURS_CLOSED);
  g_assert_cmpint (yz_hours_book_get_state (book, second, worked), ==, YZ_HOURS_OPEN);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  fixture_add ("/session/station-hours/states", test_states);
  fixture_add ("/session/station-hours/words", test_words);
  fixture_add ("/session/station-hours/coming-holiday", test_coming_holiday);
  fixture_add ("/session/station-hours/days", test_days);
  fixture_add ("/session/station-hours/sun", test_sun);
  fixture_add ("/session/station-hours/book-follows-holidays", test_book_follows_holidays);
  return g_test_run ();
}
