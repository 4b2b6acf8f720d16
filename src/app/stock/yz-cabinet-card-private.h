/* What the files of YzCabinetCard share. */
#pragma once

#include "yz-cabinet-card.h"

G_BEGIN_DECLS

/* (transfer none) (nullable) */
YzInventory *yz_cabinet_card_get_inventory (YzCabinetCard *self);

/* (transfer none) (nullable): the slot that is chosen. */
const YzSlot *yz_cabinet_card_get_slot (YzCabinetCard *self);

/* Installs what opens a form or a window, or is done at once. */
void yz_cabinet_card_install_actions (GtkWidgetClass *widget_class);

G_END_DECLS
