/* The Stations page: list, map and the details of the current station side by side. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define YZ_TYPE_STATIONS_PAGE (yz_stations_page_get_type ())

G_DECLARE_FINAL_TYPE (YzStationsPage, yz_stations_page, YZ, STATIONS_PAGE, GtkWidget)

G_END_DECLS
