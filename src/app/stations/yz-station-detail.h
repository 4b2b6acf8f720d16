/* The pane beside the map: everything about the current station, to read; its form while it is edited. */
#pragma once

#include <gtk/gtk.h>

#include "yz-draft.h"
#include "yz-station-card.h"

G_BEGIN_DECLS

#define YZ_TYPE_STATION_DETAIL (yz_station_detail_get_type ())

/**
 * YzStationDetail:
 *
 * Properties: "stations" (#YzStations), "card" (#YzStationCard), "closable" (gboolean: shows a button that closes
 * the pane, which activates "stations.close-detail"), "editing" (gboolean).
 *
 * Actions: "detail.edit", "detail.save", "detail.cancel-edit", "detail.goods", "detail.equipment", "detail.history",
 * "detail.copy-position" (s, a datum), "detail.state" (s, the state to go to), "detail.close-station" (ss, why, and
 * where everything goes), "detail.merge", "detail.duplicate", "detail.delete".
 */
G_DECLARE_FINAL_TYPE (YzStationDetail, yz_station_detail, YZ, STATION_DETAIL, GtkWidget)

/**
 * yz_station_detail_edit_new:
 * @draft: (transfer none): of a new station
 *
 * Shows the form of a station that does not exist yet.
 */
void yz_station_detail_edit_new (YzStationDetail *self, YzDraft *draft);

G_END_DECLS
