/* The control of a map field: every record of the other kind with a state to choose, such as a station's services. */
#pragma once

#include <gtk/gtk.h>

#include "yz-draft.h"

G_BEGIN_DECLS

#define YZ_TYPE_MAP_FIELD (yz_map_field_get_type ())

G_DECLARE_FINAL_TYPE (YzMapField, yz_map_field, YZ, MAP_FIELD, GtkWidget)

/**
 * yz_map_field_new:
 * @draft: (transfer none): what is edited
 * @field: of type %YZ_FIELD_MAP
 * @session: (transfer none): whose workspace holds the records of the other kind
 *
 * The control is empty until the workspace has answered.
 */
GtkWidget *yz_map_field_new (YzDraft *draft, const YzField *field, YzSession *session);

G_END_DECLS
