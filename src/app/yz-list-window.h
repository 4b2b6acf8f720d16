/* A window above the window, with a header and something to scroll through: history, trash, backups. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * yz_list_window_new:
 * @title: translated
 * @content: fills the window under its header
 */
GtkWidget *yz_list_window_new (GtkWindow *parent, const char *title, GtkWidget *content);

/**
 * yz_list_window_make_row:
 * @button: label of the verb beside it
 *
 * Returns: (transfer none): a line for a list of such a window
 */
GtkWidget *yz_list_window_make_row (const char *title, const char *subtitle, const char *button, GCallback clicked,
                                    gpointer user_data, GClosureNotify destroy);

/**
 * yz_list_window_wrap:
 * @group: of rows
 * @empty: what to say where it has none, as plain text
 */
GtkWidget *yz_list_window_wrap (AdwPreferencesGroup *group, guint n_rows, const char *empty);

G_END_DECLS
