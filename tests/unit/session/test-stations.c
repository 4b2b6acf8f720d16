#include "session-fixture.h"

#include "yz-station-card.h"
#include "yz-station-life.h"
#include "yz-stations.h"

#include <string.h>

static gboolean
is_idle (gpointer data)
{
  gboolean loading;

  g_object_get (data, "loading", &loading, NULL);
  return !loading;
}

static void
wait (YzStations *stations)
{
  yz_test_wait_until (is_idle, stations);
}

static YzRecord *
add (Fixture *fixture, const char *name, const char *const *pairs)
{
  g_autoptr (YzRecord) station = yz_session_new_record (fixture->session, &yz_station_kind);
  YzEdit *edit = yz_edit_new ("Add");

  yz_record_set_text (station, "name", name);
  for (guint i = 0; pairs[i] != NULL; i += 2)
    g_assert_true (yz_record_parse (station, pairs[i], pairs[i + 1], NULL));
  yz_edit_create (edit, station);
  fixture_apply (fixture, edit);
  return fixture_reload (fixture, station);
}

#define ADD(fixture, name, ...) g_object_unref (add (fixture, name, (const char *const[]){ __VA_ARGS__, NULL }))

/* Friday 14:26: one open, one closed, one round the clock, one paused, one planned, one closed for good. The two of
   the fixture have no hours. */
static YzStations *
fill (Fixture *fixture)
{
  YzStations *stations;

  ADD (fixture, "甲站", "hours", "Mo-Fr 09:00-18:00", "district", "江北区", "lon", "104.06", "lat", "30.67", "facility",
       "workers_home", "services", "water;meal:paused");
  ADD (fixture, "乙站", "hours", "Mo-Fr 09:00-12:00", "district", "江北区", "phones", "0999-86442346");
  ADD (fixture, "丙站", "hours", "24/7", "district", "云桥区", "lon", "104.07", "lat", "30.68", "smart", "yes");
  ADD (fixture, "丁站", "hours", "24/7", "state", "rectifying", "state_until", "2026-11-28");
  ADD (fixture, "戊站", "state", "planned", "opened", "2026-12-01");
  ADD (fixture, "己站", "state", "closed", "hours", "24/7");
  stations = yz_stations_new (fixture->session);
  wait (stations);
  return stations;
}

static guint
get_uint (YzStations *stations, const char *property)
{
  guint value;

  g_object_get (stations, property, &value, NULL);
  return value;
}

static char *
join_names (YzStations *stations)
{
  GListModel *list = G_LIST_MODEL (yz_listing_get_list (YZ_LISTING (stations)));
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (YzRecord) station = g_list_model_get_item (list, i);

      g_string_append_printf (names, "%s%s", i > 0 ? " " : "", yz_record_get_title (station));
    }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
assert_names (YzStations *stations, const char *expected)
{
  g_autofree char *names = NULL;

  wait (stations);
  names = join_names (stations);
  g_assert_cmpstr (names, ==, expected);
}

static void
test_counts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzStations) stations = fill (fixture);

  g_assert_cmpuint (get_uint (stations, "total"), ==, 7); /* the closed one is hidden */
  g_assert_cmpuint (get_uint (stations, "shown"), ==, 7);
  g_assert_cmpuint (get_uint (stations, "n-open"), ==, 2);
  g_assert_cmpuint (get_uint (stations, "n-all-day"), ==, 2);
  g_assert_cmpuint (get_uint (stations, "n-no-hours"), ==, 3);
  g_assert_cmpuint (yz_stations_get_points (stations)->len, ==, 2);
}

static void
test_points (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzStations) stations = fill (fixture);
  GArray *points = yz_stations_get_points (stations);

  for (guint i = 0; i < points->len; i++)
    {
      YzStationPoint *point = &g_array_index (points, YzStationPoint, i);
      g_autoptr (YzRecord) station = yz_listing_load_row (YZ_LISTING (stations), point->row);
      gboolean third = g_str_equal (yz_record_get_title (station), "丙站");

      g_assert_cmpfloat (point->lon, ==, third ? 104.07 : 104.06);
      g_assert_cmpint (point->look, ==, YZ_STATION_LOOK_OPEN);
      g_assert_cmpint (point->round_the_clock, ==, third);
      g_assert_cmpint (point->smart, ==, third);
      g_assert_cmpint (point->facility, ==, third ? 0 : 1);
    }
}

static void
test_conditions (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *conditions;
    const char *names;
  } cases[] = {
    { "{'open-now': <true>}", "丙站 甲站" },
    { "{'all-day': <true>}", "丙站 丁站" },
    { "{'district': <'江北区'>}", "甲站 乙站" },
    { "{'district': <'江北区'>, 'open-now': <true>}", "甲站" },
    { "{'facility': <'workers_home'>}", "甲站" },
    { "{'service': <'meal'>}", "甲站" },
    { "{'state': <'closed'>}", "己站" },
    { "{'open-at': <'2026-11-20 10:00'>, 'district': <'江北区'>}", "甲站 乙站" },
    { "{'open-at': <'10:00'>, 'district': <'江北区'>}", "甲站 乙站" },
    { "{'search': <'甲站'>}", "甲站" },
    { "{'district': <'没有这个区'>}", "" },
  };
  g_autoptr (YzStations) stations = fill (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *names = NULL;
      g_auto (GStrv) found = NULL;
      g_auto (GStrv) expected = g_strsplit (cases[i].names, " ", -1);

      g_test_message ("%s", cases[i].conditions);
      g_assert_true (yz_station_filter_set_from_text (yz_stations_get_filter (stations), cases[i].conditions));
      wait (stations);
      names = join_names (stations);
      found = g_strsplit (names, " ", -1);
      g_assert_cmpuint (g_strv_length (found), ==, g_strv_length (expected));
      for (guint j = 0; expected[j] != NULL; j++)
        g_assert_true (g_strv_contains ((const char *const *) found, expected[j]));
    }

  yz_station_filter_clear (yz_stations_get_filter (stations));
  wait (stations);
  g_assert_cmpuint (get_uint (stations, "shown"), ==, 7);
}

static void
test_filter_text (void)
{
  g_autoptr (YzStationFilter) filter = yz_station_filter_new ();
  g_autoptr (YzStationFilter) copy = yz_station_filter_new ();
  g_autofree char *text = NULL;
  g_autofree char *district = NULL;
  gboolean key_area, active;
  guint n_details;

  g_object_set (filter, "district", "江北区 '二'", "key-area", TRUE, NULL);
  text = yz_station_filter_to_text (filter);
  g_assert_true (yz_station_filter_set_from_text (copy, text));
  g_object_get (copy, "district", &district, "key-area", &key_area, "active", &active, "n-details", &n_details, NULL);
  g_assert_cmpstr (district, ==, "江北区 '二'");
  g_assert_true (key_area);
  g_assert_true (active);
  g_assert_cmpuint (n_details, ==, 1);

  g_assert_false (yz_station_filter_set_from_text (copy, "district = 江北区"));
  g_assert_false (yz_station_filter_set_from_text (copy, NULL));
  g_assert_true (yz_station_filter_set_from_text (copy, "{'district': <1>, 'of-tomorrow': <'x'>}"));
}

static void
test_times (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 20, 14, 26, 0);
  gint64 today = yz_civil_instant (now) - (14 * 60 + 26);

  g_assert_cmpint (yz_station_filter_parse_time ("18:30", now), ==, today + 18 * 60 + 30);
  g_assert_cmpint (yz_station_filter_parse_time (" 2026-11-21  9:05 ", now), ==, today + 24 * 60 + 9 * 60 + 5);
  g_assert_cmpint (yz_station_filter_parse_time ("1122 24:00", now), ==, today + 3 * 24 * 60);
  g_assert_cmpint (yz_station_filter_parse_time ("25:00", now), ==, -1);
  g_assert_cmpint (yz_station_filter_parse_time ("24:01", now), ==, -1);
  g_assert_cmpint (yz_station_filter_parse_time ("18:30x", now), ==, -1);
  g_assert_cmpint (yz_station_filter_parse_time ("gestern 18:30", now), ==, -1);
  g_assert_cmpint (yz_station_filter_parse_time ("", now), ==, -1);
}

static void
on_points_changed (YzStations *stations, gint64 row, gint64 *seen)
{
  *seen = row;
}

static void
test_follows_changes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzStations) stations = fill (fixture);
  g_autoptr (YzRecord) reloaded = NULL;
  gint64 seen = -1;

  yz_listing_select_id (YZ_LISTING (stations), yz_record_get_id (fixture->first));
  g_assert_cmpstr (yz_record_get_title (yz_listing_get_current (YZ_LISTING (stations))), ==, "石鼓驿站");

  g_signal_connect (stations, "points-changed", G_CALLBACK (on_points_changed), &seen);
  fixture_apply (fixture, yz_station_make_move (fixture->first, 104.1, 30.7));
  wait (stations);
  g_assert_cmpint (seen, ==, yz_listing_get_current_row (YZ_LISTING (stations)));
  g_assert_cmpuint (yz_stations_get_points (stations)->len, ==, 3);
  g_assert_cmpfloat (yz_record_get_real (yz_listing_get_current (YZ_LISTING (stations)), "lon"), ==, 104.1);

  reloaded = fixture_reload (fixture, fixture->first);
  {
    YzEdit *edit = yz_edit_new ("Delete");

    yz_edit_delete (edit, reloaded);
    fixture_apply (fixture, edit);
  }
  wait (stations);
  g_assert_null (yz_listing_get_current (YZ_LISTING (stations)));
  g_assert_cmpuint (get_uint (stations, "total"), ==, 6);
  /* a question that was cancelled may hold the object for longer than @seen lives */
  g_signal_handlers_disconnect_by_data (stations, &seen);
}

static void
test_selection (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzStations) stations = fill (fixture);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_auto (GStrv) ids = NULL;

  for (guint i = 0; i < 2; i++)
    {
      gint64 row = yz_record_list_get_row (yz_listing_get_list (YZ_LISTING (stations)), i);

      g_array_append_val (rows, row);
    }
  yz_listing_set_selected (YZ_LISTING (stations), rows);
  ids = fixture_load_selected_ids (YZ_LISTING (stations));
  g_assert_true (yz_listing_is_selected (YZ_LISTING (stations), ids[0]));
  g_assert_false (yz_listing_is_selected (YZ_LISTING (stations), "nobody"));
  g_assert_cmpuint (g_strv_length (ids), ==, 2);
  g_assert_cmpuint (get_uint (stations, "n-selected"), ==, 2);
  g_assert_null (yz_listing_get_current (YZ_LISTING (stations)));
}

static gboolean
has_five (gpointer data)
{
  return get_uint (data, "total") == 5;
}

/* One step to undo, which says how many. */
static void
test_deletion (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzStations) stations = fill (fixture);
  YzRecordList *list = yz_listing_get_list (YZ_LISTING (stations));
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (YzAction) undo = NULL;

  for (guint i = 0; i < 2; i++)
    {
      gint64 row = yz_record_list_get_row (list, i);

      g_array_append_val (rows, row);
    }
  yz_listing_set_selected (YZ_LISTING (stations), rows);
  yz_listing_delete_selected (YZ_LISTING (stations));
  yz_test_wait_until (has_five, stations);
  wait (stations);
  undo = yz_store_get_undo (yz_session_get_store (fixture->session));
  g_assert_cmpstr (undo->subject, ==, "Stations × 2");
}

static gboolean
shows_copy (gpointer data)
{
  YzRecord *current = yz_listing_get_current (YZ_LISTING (data));

  return current != NULL && g_str_equal (yz_record_get_id (current), "0192f0c0-0000-7000-8000-00000000c0b1");
}

static gboolean
shows_none (gpointer data)
{
  return yz_listing_get_current (YZ_LISTING (data)) == NULL;
}

/* A copy is what one goes on with; in the trash it is not shown any more, and nothing else is there. */
static void
test_copy (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzStations) stations = fill (fixture);
  const char *id = "0192f0c0-0000-7000-8000-00000000c0b1";
  g_autoptr (YzEdit) edit = yz_station_make_duplicate (fixture->first, id);

  yz_listing_create (YZ_LISTING (stations), edit, id);
  yz_test_wait_until (shows_copy, stations);
  wait (stations);
  g_assert_cmpuint (get_uint (stations, "total"), ==, 8);
  yz_listing_delete_current (YZ_LISTING (stations));
  yz_test_wait_until (shows_none, stations);
  wait (stations);
  g_assert_cmpuint (get_uint (stations, "total"), ==, 7);
}

static void
test_words (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzStations) stations = fill (fixture);
  g_autofree char *status = NULL;

  g_assert_cmpint (yz_stations_get_look (stations, fixture->first), ==, YZ_STATION_LOOK_UNKNOWN);
  status = yz_stations_dup_status (stations, fixture->first);
  g_assert_cmpstr (status, ==, "hours unknown");
}

static void
test_order (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzStations) stations = fill (fixture);

  yz_stations_set_origin (stations, 104.08, 30.69);
  yz_listing_set_order (YZ_LISTING (stations), "distance", FALSE);
  g_object_set (yz_stations_get_filter (stations), "open-now", TRUE, NULL);
  assert_names (stations, "丙站 甲站");
  yz_stations_set_origin (stations, 104.05, 30.66);
  assert_names (stations, "甲站 丙站");
}

static void
test_districts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzStations) stations = fill (fixture);
  g_autoptr (GArray) districts = yz_stations_get_districts (stations);

  g_assert_cmpuint (districts->len, ==, 3);
  g_assert_cmpstr (g_array_index (districts, YzDistrictCount, 0).name, ==, "");
  g_assert_cmpuint (g_array_index (districts, YzDistrictCount, 0).n, ==, 4);
  g_assert_cmpstr (g_array_index (districts, YzDistrictCount, 1).name, ==, "江北区");
  g_assert_cmpuint (g_array_index (districts, YzDistrictCount, 1).n, ==, 2);
}

static guint
count_changes (YzStationCard *card)
{
  guint n_changes;

  g_object_get (card, "n-changes", &n_changes, NULL);
  return n_changes;
}

static gboolean
knows_changes (gpointer card)
{
  return count_changes (card) > 0;
}

/* The card stands before its station's past is read, and never tells that of another one. */
static void
test_card_looks_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzStations) stations = fill (fixture);
  g_autoptr (YzStationCard) card = yz_station_card_new (stations);
  g_autofree char *last = NULL, *none = NULL;

  yz_listing_select_id (YZ_LISTING (stations), yz_record_get_id (fixture->first));
  g_assert_cmpuint (count_changes (card), ==, 0);
  yz_test_wait_until (knows_changes, card);
  g_assert_cmpuint (count_changes (card), ==, 1);
  g_object_get (card, "last-change", &last, NULL);
  g_assert_nonnull (last);

  yz_listing_select_id (YZ_LISTING (stations), yz_record_get_id (fixture->second));
  g_object_get (card, "last-change", &none, NULL);
  g_assert_null (none);
  yz_test_wait_until (knows_changes, card);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add ("/session/stations/counts", test_counts);
  fixture_add ("/session/stations/points", test_points);
  fixture_add ("/session/stations/conditions", test_conditions);
  g_test_add_func ("/session/stations/filter-text", test_filter_text);
  g_test_add_func ("/session/stations/times", test_times);
  fixture_add ("/session/stations/follows-changes", test_follows_changes);
  fixture_add ("/session/stations/selection", test_selection);
  fixture_add ("/session/stations/deletion", test_deletion);
  fixture_add ("/session/stations/copy", test_copy);
  fixture_add ("/session/stations/words", test_words);
  fixture_add ("/session/stations/order", test_order);
  fixture_add ("/session/stations/districts", test_districts);
  fixture_add ("/session/stations/card-looks-back", test_card_looks_back);
  return g_test_run ();
}
