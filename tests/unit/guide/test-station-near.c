/* Where to go while a station is shut: near, and open then. */
#include "config.h"

#include "yz-station-near.h"

static YzGuideStation *
add_station (YzGuideContent *content, const char *id, double lat, const char *hours)
{
  YzGuideStation *station = yz_guide_station_new (id, id);

  station->position = (YzPosition){ 113.6, lat };
  station->has_position = TRUE;
  station->look = hours == NULL ? YZ_GUIDE_UNKNOWN : YZ_GUIDE_OPEN;
  if (hours != NULL)
    {
      station->hours = yz_hours_parse (hours, NULL, NULL);
      station->week = yz_hours_get_week (station->hours, NULL, 739629); /* a Monday */
    }
  g_ptr_array_add (content->stations, station);
  return station;
}

static char *
find (const YzGuideContent *content, const YzGuideStation *station, guint most)
{
  g_autoptr (GArray) nears = yz_station_near_find (content, station, most);
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < nears->len; i++)
    g_string_append (ids, g_array_index (nears, YzStationNear, i).station->id);
  return g_string_free (g_steal_pointer (&ids), FALSE);
}

static void
test_open_then (void)
{
  g_autoptr (YzGuideContent) content = yz_guide_content_new (YZ_PRINT_CHINESE);
  YzGuideStation *station = add_station (content, "o", 34.70, "Mo-Fr 09:00-17:00");
  g_autofree char *two = NULL, *all = NULL;

  add_station (content, "a", 34.701, "Mo-Fr 09:00-17:00"); /* shut at the same time */
  add_station (content, "b", 34.704, "Mo-Su 08:00-22:00");
  add_station (content, "c", 34.702, "24/7");
  add_station (content, "d", 34.7005, NULL)->look = YZ_GUIDE_UNKNOWN;
  add_station (content, "e", 34.7004, "24/7")->look = YZ_GUIDE_PAUSED;
  add_station (content, "f", 35.7, "24/7"); /* 111 km */
  add_station (content, "g", 34.7003, "24/7")->has_position = FALSE;
  add_station (content, "h", 34.705, "Mo-Fr 09:00-17:00; Sa 09:00-12:00"); /* three hours a week are no help */
  add_station (content, "i", 34.71, "Sa,Su 09:00-17:00");

  two = find (content, station, 2);
  all = find (content, station, 9);
  g_assert_cmpstr (two, ==, "cb");
  g_assert_cmpstr (all, ==, "cbi");
}

/* Who is never shut needs no other; who may be shut at any time has all that are open. */
static void
test_own_hours (void)
{
  g_autoptr (YzGuideContent) content = yz_guide_content_new (YZ_PRINT_CHINESE);
  YzGuideStation *always = add_station (content, "a", 34.70, "24/7");
  YzGuideStation *unknown = add_station (content, "u", 34.71, NULL);
  YzGuideStation *nowhere = add_station (content, "n", 34.725, "Mo 09:00-17:00");
  g_autofree char *of_always = find (content, always, 3), *of_unknown = find (content, unknown, 3), *of_nowhere = NULL;

  nowhere->has_position = FALSE;
  of_nowhere = find (content, nowhere, 3);
  g_assert_cmpstr (of_always, ==, "");
  g_assert_cmpstr (of_unknown, ==, "an");
  g_assert_cmpstr (of_nowhere, ==, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/guide/station-near/open-then", test_open_then);
  g_test_add_func ("/guide/station-near/own-hours", test_own_hours);
  return g_test_run ();
}
