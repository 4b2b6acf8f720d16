#include "yz-kinds.h"
#include "yz-station-status.h"
#include "yz-test.h"

#include <math.h>

/* Friday 2026-11-20 14:26 */
static gint64
get_now (void)
{
  g_autoptr (YzClock) clock = yz_test_clock_new ();
  g_autoptr (GDateTime) local = yz_clock_get_local (clock);

  return yz_civil_instant (local);
}

/* Of a station without a workspace. */
static YzStationHours *
make_hours (const char *text)
{
  const YzStationHoursSource source = { text, NULL, NAN, NAN };

  return yz_station_hours_new (&source, NULL);
}

static void
test_briefs (void)
{
  static const struct
  {
    const char *state, *hours, *until, *opened, *brief;
    YzStationLook look;
  } cases[] = {
    { "open", "Mo-Fr 08:30-18:00", NULL, NULL, "closes 18:00", YZ_STATION_LOOK_OPEN },
    { "open", "Mo-Su 09:00-24:00", NULL, NULL, "closes 24:00", YZ_STATION_LOOK_OPEN },
    { "open", "Mo-Su 09:00-12:00,17:00-20:00", NULL, NULL, "opens 17:00", YZ_STATION_LOOK_CLOSED },
    { "open", "Mo-Su 09:00-12:00", NULL, NULL, "opens tomorrow 09:00", YZ_STATION_LOOK_CLOSED },
    { "open", "Mo-Fr 08:30-12:00", NULL, NULL, "opens Mon 08:30", YZ_STATION_LOOK_CLOSED },
    { "open", "Dec 01-31 08:30-12:00", NULL, NULL, "opens Dec 1 08:30", YZ_STATION_LOOK_CLOSED },
    { "open", "Mo-Fr 08:30-14:51", NULL, NULL, "closes in 25 min", YZ_STATION_LOOK_OPEN },
    { "open", "Mo-Fr 14:30-20:00", NULL, NULL, "opens in 4 min", YZ_STATION_LOOK_CLOSED },
    { "open", "24/7", NULL, NULL, "24 hours", YZ_STATION_LOOK_OPEN },
    { "open", "off", NULL, NULL, "closed", YZ_STATION_LOOK_CLOSED },
    { "open", NULL, NULL, NULL, "hours unknown", YZ_STATION_LOOK_UNKNOWN },
    { "rectifying", "24/7", "2026-11-28", NULL, "rectifying until 11-28", YZ_STATION_LOOK_PAUSED },
    { "paused", "24/7", NULL, NULL, "paused", YZ_STATION_LOOK_PAUSED },
    { "planned", NULL, NULL, "2026-12-01", "ready in month 12", YZ_STATION_LOOK_PLANNED },
    { "planned", NULL, NULL, "2027-03-01", "ready 2027-03", YZ_STATION_LOOK_PLANNED },
    { "closed", "24/7", NULL, NULL, "closed for good", YZ_STATION_LOOK_OVER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (YzRecord) station = yz_record_new (&yz_station_kind, "x");
      g_autoptr (YzStationHours) hours = make_hours (cases[i].hours);
      g_autofree char *brief = NULL;

      yz_record_set_text (station, "state", cases[i].state);
      yz_record_set_text (station, "state_until", cases[i].until);
      yz_record_set_text (station, "opened", cases[i].opened);
      brief = yz_station_status_brief (station, hours, get_now ());
      g_assert_cmpstr (brief, ==, cases[i].brief);
      g_assert_cmpint (yz_station_look (cases[i].state, hours, get_now ()), ==, cases[i].look);
    }
}

static void
test_left (void)
{
  g_autoptr (YzRecord) station = yz_record_new (&yz_station_kind, "x");
  g_autoptr (YzStationHours) long_day = make_hours ("Mo-Fr 08:30-18:00");
  g_autoptr (YzStationHours) nearly = make_hours ("Mo-Fr 08:30-14:51");
  g_autoptr (YzStationHours) always = make_hours ("24/7");
  g_autofree char *hours = yz_station_status_left (station, long_day, get_now ());
  g_autofree char *minutes = yz_station_status_left (station, nearly, get_now ());

  g_assert_cmpstr (hours, ==, "3 h 34 min left");
  g_assert_null (minutes);
  g_assert_null (yz_station_status_left (station, always, get_now ()));
  g_assert_true (yz_station_hours_is_round_the_clock (always));
  g_assert_false (yz_station_hours_is_round_the_clock (long_day));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/session/station-status/briefs", test_briefs);
  g_test_add_func ("/session/station-status/left", test_left);
  return g_test_run ();
}
