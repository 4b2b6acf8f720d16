/* The control of a reference: a button with what is referred to, which opens a list that can be searched. */
#pragma once

#include <gtk/gtk.h>

#include "yz-draft.h"

G_BEGIN_DECLS

#define YZ_TYPE_REFERENCE_FIELD (yz_reference_field_get_type ())

G_DECLARE_FINAL_TYPE (YzReferenceField, yz_reference_field, YZ, REFERENCE_FIELD, GtkWidget)

/**
 * yz_reference_field_new:
 * @draft: (transfer none): what is edited
 * @field: of type %YZ_FIELD_REF
 * @session: (transfer none): whose workspace holds what can be chosen
 */
GtkWidget *yz_reference_field_new (YzDraft *draft, const YzField *field, YzSession *session);

G_END_DECLS
