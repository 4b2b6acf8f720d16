/* The control of a map field: every record of the other kind with a state to choose, such as a station's services. */
#pragma once

#include <gtk/gtk.h>

#include "yz-draft.h"

G_BEGIN_DECLS

#define YZ_TYPE_MAP_FIELD (yz_map_field_get_type ())

G_DECLARE_FINAL_TYPE (YzMapField, yz_map_field, YZ, MAP_FIELD, GtkWidget)

GtkWidget *yz_map_field_new (YzDraft *draft, const YzField *field, YzStore *store);

G_END_DECLS
