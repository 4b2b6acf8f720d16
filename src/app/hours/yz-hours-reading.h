/* What the hours come to: read out in both languages, raw and editable, what to mind, and the days to come. */
#pragma once

#include "yz-hours-edit.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YZ_TYPE_HOURS_READING (yz_hours_reading_get_type ())

/**
 * YzHoursReading:
 *
 * Actions: "hours.recognise", "hours.copy-value".
 */
G_DECLARE_FINAL_TYPE (YzHoursReading, yz_hours_reading, YZ, HOURS_READING, GtkWidget)

/**
 * yz_hours_reading_set_edit:
 * @edit: (nullable): what is read out
 */
void yz_hours_reading_set_edit (YzHoursReading *self, YzHoursEdit *edit);

/**
 * yz_hours_reading_recognise:
 * @text: as if it had been typed into the panel
 */
void yz_hours_reading_recognise (YzHoursReading *self, const char *text);

G_END_DECLS
