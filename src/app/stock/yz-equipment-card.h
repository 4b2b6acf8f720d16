/* A piece of equipment: what is known of it, what can be done with it, and what happened to it. */
#pragma once

#include "yz-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YZ_TYPE_EQUIPMENT_CARD (yz_equipment_card_get_type ())

/**
 * YzEquipmentCard:
 *
 * Its buttons are the actions "equipment.do" (the nick of a verb), "equipment.move" and "equipment.edit" of whoever
 * shows it.
 */
G_DECLARE_FINAL_TYPE (YzEquipmentCard, yz_equipment_card, YZ, EQUIPMENT_CARD, GtkWidget)

/**
 * yz_equipment_card_show:
 * @piece: as it was read
 */
void yz_equipment_card_show (YzEquipmentCard *self, YzSession *session, YzRecord *piece);

G_END_DECLS
