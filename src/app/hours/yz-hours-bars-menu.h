/* The verbs of a row of bars, as a menu and as keys. Private to the editor of hours. */
#pragma once

#include "yz-hours-edit.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * yz_hours_bars_make_menu:
 * @on_bar: whether there is a bar to do something with
 * @own_row: whether the row says something that can be taken away
 *
 * Returns: (transfer full): the menu, of actions of #YzHoursBars and #YzHoursWeek
 */
GMenuModel *yz_hours_bars_make_menu (gboolean on_bar, gboolean own_row);

/**
 * yz_hours_bars_add_keys:
 * @widget_class: of #YzHoursBars
 */
void yz_hours_bars_add_keys (GtkWidgetClass *widget_class);

G_END_DECLS
