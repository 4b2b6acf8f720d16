/* The days that are not as the week says, as a list: when, what, why. */
#pragma once

#include "yz-hours-edit.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YZ_TYPE_HOURS_EXCEPTIONS (yz_hours_exceptions_get_type ())

G_DECLARE_FINAL_TYPE (YzHoursExceptions, yz_hours_exceptions, YZ, HOURS_EXCEPTIONS, GtkWidget)

/**
 * yz_hours_exceptions_set_edit:
 * @edit: (nullable): whose exceptions are shown
 */
void yz_hours_exceptions_set_edit (YzHoursExceptions *self, YzHoursEdit *edit);

G_END_DECLS
