/* How full a slot is: a dot for each that fits, or a bar where many fit. */
#pragma once

#include "yz-cabinets.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YZ_TYPE_SLOT_PIPS (yz_slot_pips_get_type ())

G_DECLARE_FINAL_TYPE (YzSlotPips, yz_slot_pips, YZ, SLOT_PIPS, GtkWidget)

GtkWidget *yz_slot_pips_new (void);

/**
 * yz_slot_pips_show:
 * @slot: only looked at
 */
void yz_slot_pips_show (YzSlotPips *self, const YzSlot *slot);

G_END_DECLS
