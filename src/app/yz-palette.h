/* The named colours of style.css for code that draws. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * yz_palette_lookup:
 * @name: of a @define-color, without the "@"
 *
 * Returns: the colour in the widget's present theme; the text colour where the name is unknown
 */
GdkRGBA yz_palette_lookup (GtkWidget *widget, const char *name);

G_END_DECLS
