/* The actions of the editor of hours that change the hours. Private to the editor. */
#pragma once

#include "yz-hours-page.h"

G_BEGIN_DECLS

/**
 * yz_hours_page_install_edit_actions:
 *
 * Installs what #YzHoursPage lists, but for what needs the page itself.
 */
void yz_hours_page_install_edit_actions (GtkWidgetClass *widget_class);

/**
 * yz_hours_page_get_session:
 *
 * Returns: (transfer none): whose workspace is edited
 */
YzSession *yz_hours_page_get_session (YzHoursPage *self);

G_END_DECLS
