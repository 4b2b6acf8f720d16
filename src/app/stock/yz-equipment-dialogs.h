/* What has to be asked before something is done with equipment: whom, until when, why, where. */
#pragma once

#include "yz-equipment-verbs.h"
#include "yz-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * yz_equipment_dialog_do:
 * @parent: in whose window it is asked
 * @pieces: (element-type YzRecord)
 *
 * Does it at once where nothing is to be asked, else asks. What goes wrong is told by #YzSession::failed.
 */
void yz_equipment_dialog_do (GtkWidget *parent, YzSession *session, YzEquipmentVerb verb, GPtrArray *pieces);

/**
 * yz_equipment_dialog_move:
 *
 * Asks where the pieces go.
 */
void yz_equipment_dialog_move (GtkWidget *parent, YzSession *session, GPtrArray *pieces);

G_END_DECLS
