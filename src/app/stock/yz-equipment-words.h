/* How the state of a piece of equipment is shown, and what it and its place are called. */
#pragma once

#include "yz-equipment.h"
#include "yz-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * yz_equipment_show_state:
 * @box: of yz_widgets_make_state()
 */
void yz_equipment_show_state (GtkWidget *box, YzRecord *piece);

/**
 * yz_equipment_dup_field:
 *
 * Returns: (transfer full): a field of @piece in words, masked where it is personal, "" where it is empty
 */
char *yz_equipment_dup_field (YzStore *store, YzRecord *piece, const char *field);

/**
 * yz_equipment_dup_where:
 *
 * Returns: (transfer full): "Station · shelf", or that nobody knows
 */
char *yz_equipment_dup_where (YzStore *store, YzRecord *piece);

G_END_DECLS
