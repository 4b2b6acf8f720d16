/* What there is to mind about hours, with the remedies that mend it at a click. */
#pragma once

#include "yz-hours-findings.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * yz_hours_note_new:
 *
 * Returns: (transfer floating): a box with a warning that stands under what it is about
 */
GtkWidget *yz_hours_note_new (const char *message);

/**
 * yz_hours_note_add_remedies:
 * @index: of @finding among the findings
 *
 * Appends a button for each remedy.
 */
void yz_hours_note_add_remedies (GtkBox *box, guint index, const YzHoursFinding *finding);

G_END_DECLS
