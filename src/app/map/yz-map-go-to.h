/* Asks where to go on the map: a position in any common form, or a station by name, address or initials. */
#pragma once

#include <gtk/gtk.h>

#include "yz-position.h"
#include "yz-stations.h"

G_BEGIN_DECLS

#define YZ_TYPE_MAP_GO_TO (yz_map_go_to_get_type ())

G_DECLARE_FINAL_TYPE (YzMapGoTo, yz_map_go_to, YZ, MAP_GO_TO, GtkPopover)

/**
 * YzMapGoTo::chosen:
 * @row: of a station, 0 for a mere position
 * @lon: WGS-84 degrees
 * @lat: likewise
 */

/**
 * yz_map_go_to_new:
 * @stations: (transfer none): what is searched
 *
 * Returns: a popover to be given a parent
 */
GtkWidget *yz_map_go_to_new (YzStations *stations);

/**
 * yz_map_go_to_popup:
 *
 * Asks, with the entry ready to be typed into.
 */
void yz_map_go_to_popup (YzMapGoTo *self);

/**
 * yz_map_go_to_find:
 *
 * Goes to the first that @text means without asking, or shows the entry with what is wrong with it.
 */
void yz_map_go_to_find (YzMapGoTo *self, const char *text);

G_END_DECLS
