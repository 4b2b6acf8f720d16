/* Up to five services of a station as small symbols in one line; paused ones struck through. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YZ_TYPE_SERVICE_STRIP (yz_service_strip_get_type ())

/**
 * YzServiceStrip:
 *
 * One widget for all symbols, as hundreds of them pass by when a list is scrolled. The services that people ask for
 * first come first. The tooltip says all of them in words.
 */
G_DECLARE_FINAL_TYPE (YzServiceStrip, yz_service_strip, YZ, SERVICE_STRIP, GtkWidget)

/**
 * yz_service_strip_set_services:
 * @services: (nullable): the value of a station's field "services"
 */
void yz_service_strip_set_services (YzServiceStrip *self, GVariant *services);

G_END_DECLS
