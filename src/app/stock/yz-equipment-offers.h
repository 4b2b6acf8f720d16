/* Idle pieces and the stations that lack them, each to be moved with one press. */
#pragma once

#include "yz-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YZ_TYPE_EQUIPMENT_OFFERS (yz_equipment_offers_get_type ())

G_DECLARE_FINAL_TYPE (YzEquipmentOffers, yz_equipment_offers, YZ, EQUIPMENT_OFFERS, GtkWidget)

/**
 * yz_equipment_offers_show:
 * @proposals: (nullable) (element-type YzEquipmentProposal): a reference is taken
 */
void yz_equipment_offers_show (YzEquipmentOffers *self, YzSession *session, GPtrArray *proposals);

/**
 * yz_equipment_offers_accept:
 * @tag: of a piece that is offered
 *
 * Moves it to the station that lacks it, where it is put to use.
 */
void yz_equipment_offers_accept (YzEquipmentOffers *self, const char *tag);

G_END_DECLS
