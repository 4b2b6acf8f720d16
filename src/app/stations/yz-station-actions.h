/* The conditions and the order of the Stations page as actions, for chips, menus, the palette and tests. */
#pragma once

#include "yz-stations.h"

G_BEGIN_DECLS

/**
 * yz_station_actions_new:
 *
 * Actions: each condition of #YzStationFilter under its name, "order", "descending" and "clear".
 *
 * Returns: (transfer full): the group "stations"
 */
GSimpleActionGroup *yz_station_actions_new (YzStations *stations);

G_END_DECLS
