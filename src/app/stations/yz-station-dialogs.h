/*
 * The questions that are asked before a station changes state or is merged. Each ends in an action of the detail
 * pane, which tests call without a dialog.
 */
#pragma once

#include <gtk/gtk.h>

#include "yz-session.h"

G_BEGIN_DECLS

/**
 * yz_station_dialog_show_state:
 * @detail: has the action "detail.apply-state" (sss: state, reason, until)
 * @state: where the station shall go
 *
 * Asks for the reason and the date until which it is expected to last, and lists what still hangs on the station.
 */
void yz_station_dialog_show_state (GtkWidget *detail, YzSession *session, YzRecord *station, const char *state);

/**
 * yz_station_dialog_show_merge:
 * @detail: has the action "detail.merge-into" (s: id of the other station)
 *
 * Lets the user choose the station that goes on, the nearest first.
 */
void yz_station_dialog_show_merge (GtkWidget *detail, YzSession *session, YzRecord *station);

G_END_DECLS
