/* How a station's look is drawn: the icon of its shape, and the class that gives icon and word their colour. */
#pragma once

#include <gtk/gtk.h>

#include "yz-station-status.h"

G_BEGIN_DECLS

/**
 * yz_look_to_icon:
 *
 * Returns: the name of a symbol; shape and not colour alone tells the looks apart
 */
const char *yz_look_to_icon (YzStationLook look);

/**
 * yz_look_style:
 *
 * Gives @widget the style class of @look, in place of any other look's.
 */
void yz_look_style (GtkWidget *widget, YzStationLook look);

G_END_DECLS
