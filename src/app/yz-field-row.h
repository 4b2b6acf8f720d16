/* One field of a draft in a form: its title, the control that fits its type, and what is wrong with it. */
#pragma once

#include <gtk/gtk.h>

#include "yz-draft.h"

G_BEGIN_DECLS

#define YZ_TYPE_FIELD_ROW (yz_field_row_get_type ())

G_DECLARE_FINAL_TYPE (YzFieldRow, yz_field_row, YZ, FIELD_ROW, GtkWidget)

/**
 * yz_field_row_new:
 * @draft: (transfer none): what is edited
 * @field: a field of its kind
 * @session: (transfer none): of the workspace that gives the choices of fields that refer to other records
 */
GtkWidget *yz_field_row_new (YzDraft *draft, const YzField *field, YzSession *session);

/**
 * yz_field_row_focus:
 *
 * Gives the focus to the row's control.
 */
void yz_field_row_focus (YzFieldRow *self);

G_END_DECLS
