/* A slot of a cabinet as a row of a list, for whoever would rather read than look at the drawing. */
#pragma once

#include "yz-cabinet-answer.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * yz_slot_row_new:
 * @today: a Julian day
 *
 * Returns: (transfer floating): a #GtkListBoxRow whose name is the id of the slot's place
 */
GtkWidget *yz_slot_row_new (const YzSlot *slot, guint32 today);

G_END_DECLS
