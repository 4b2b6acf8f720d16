/*
 * A smart cabinet as it stands: its slots in rows, each with what is in it, how full it is, and what has to be done
 * about it, by frame, mark and word. A slot is a button: it is chosen by a click or by the keyboard, the arrows go to
 * its neighbours.
 */
#pragma once

#include "yz-cabinets.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YZ_TYPE_PLANOGRAM (yz_planogram_get_type ())

/**
 * YzPlanogram:
 *
 * Property, writable: "slot" (the id of the place that is chosen, "" for none).
 */
G_DECLARE_FINAL_TYPE (YzPlanogram, yz_planogram, YZ, PLANOGRAM, GtkWidget)

/**
 * yz_planogram_show:
 * @view: (nullable): only looked at
 */
void yz_planogram_show (YzPlanogram *self, const YzCabinetView *view);

/**
 * yz_slot_state_get_icon:
 *
 * Returns: (nullable): the symbolic icon that marks a state
 */
const char *yz_slot_state_get_icon (YzSlotState state);

/**
 * yz_slot_state_get_style:
 *
 * Returns: (nullable): the style class of a state
 */
const char *yz_slot_state_get_style (YzSlotState state);

G_END_DECLS
