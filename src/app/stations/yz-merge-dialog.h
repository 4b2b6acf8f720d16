/* Choosing the station that another one is merged into, with what it will take over. */
#pragma once

#include <adwaita.h>

#include "yz-session.h"

G_BEGIN_DECLS

#define YZ_TYPE_MERGE_DIALOG (yz_merge_dialog_get_type ())

G_DECLARE_FINAL_TYPE (YzMergeDialog, yz_merge_dialog, YZ, MERGE_DIALOG, AdwWindow)

/**
 * yz_merge_dialog_new:
 * @detail: has the action "detail.merge-into" (s: id of the other station)
 * @station: the one that ends
 */
GtkWidget *yz_merge_dialog_new (GtkWidget *detail, YzSession *session, YzRecord *station);

G_END_DECLS
