#include "config.h"

#include "yz-station-actions.h"

static const char *const conditions[] = { "district", "kind",     "facility", "state",   "service",
                                          "open-now", "all-day",  "no-hours", "open-at", "no-position",
                                          "no-phone", "no-photo", "key-area" };

static void
on_clear (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  yz_station_filter_clear (YZ_STATION_FILTER (data));
}

static void
add_property (GSimpleActionGroup *group, gpointer object, const char *property)
{
  g_autoptr (GPropertyAction) action = g_property_action_new (property, object, property);

  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
}

GSimpleActionGroup *
yz_station_actions_new (YzStations *stations)
{
  GSimpleActionGroup *group = g_simple_action_group_new ();
  YzStationFilter *filter = yz_stations_get_filter (stations);
  g_autoptr (GSimpleAction) clear = g_simple_action_new ("clear", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (conditions); i++)
    add_property (group, filter, conditions[i]);
  add_property (group, stations, "order");
  add_property (group, stations, "descending");

  g_signal_connect_object (clear, "activate", G_CALLBACK (on_clear), filter, 0);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (clear));
  return group;
}
