/* The symbol of a service in its state: plain, struck through where paused, in a dashed frame where planned. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YZ_TYPE_SERVICE_SYMBOL (yz_service_symbol_get_type ())

G_DECLARE_FINAL_TYPE (YzServiceSymbol, yz_service_symbol, YZ, SERVICE_SYMBOL, GtkWidget)

/**
 * yz_service_symbol_new:
 * @icon: name of a symbolic icon
 * @state: nick of the state: offered, paused, planned, impossible
 * @size: pixels, 15 in lists and 24 in the pane
 *
 * A decoration: the word beside it or the tooltip says what it is.
 */
GtkWidget *yz_service_symbol_new (const char *icon, const char *state, int size);

G_END_DECLS
