/* A smart cabinet of the place that is chosen: drawn or as a list, with the slot that was clicked and its verbs. */
#pragma once

#include "yz-cabinet-answer.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YZ_TYPE_CABINET_CARD (yz_cabinet_card_get_type ())

/**
 * YzCabinetCard:
 *
 * Properties, writable: "inventory", "slot" (the id of the slot that is chosen, "" for none), "mode" ("drawing" or
 * "list"), "compact" (whether it shows nothing where the place that is chosen has no cabinet).
 *
 * Its verbs are the actions "cabinet.…".
 */
G_DECLARE_FINAL_TYPE (YzCabinetCard, yz_cabinet_card, YZ, CABINET_CARD, GtkWidget)

/**
 * YzCabinetCard::shown:
 *
 * Emitted when it shows another answer.
 */

/**
 * yz_cabinet_card_get_answer:
 *
 * Returns: (transfer none) (nullable): what it shows
 */
const YzCabinetAnswer *yz_cabinet_card_get_answer (YzCabinetCard *self);

G_END_DECLS
