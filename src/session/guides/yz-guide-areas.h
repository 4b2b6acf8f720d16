/* Which stations a guide can be about: what the workspace and the Stations page offer to choose from. */
#pragma once

#include "yz-stations.h"
#include "yz-worker.h"

G_BEGIN_DECLS

/**
 * YzGuideAreas:
 *
 * The organisations, services and printed editions of a workspace, as they were read.
 */
typedef struct _YzGuideAreas YzGuideAreas;

void yz_guide_areas_free (YzGuideAreas *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzGuideAreas, yz_guide_areas_free)

/**
 * yz_guide_areas_load_async:
 *
 * Reads them on @worker. yz_guide_areas_load_finish() returns them, or %NULL with an error.
 */
void          yz_guide_areas_load_async (YzWorker *worker, YzStore *store, GCancellable *cancellable,
                                         GAsyncReadyCallback callback, gpointer user_data);
YzGuideAreas *yz_guide_areas_load_finish (GAsyncResult *result, GError **error);

/**
 * yz_guide_areas_list:
 * @self: (nullable): %NULL while they are not read
 * @selected: (nullable) (element-type gint64): rows of chosen stations
 * @area: that is wished for: a single station is told where it is one
 *
 * Returns: (transfer full): a model of #YzGuideOption, see the property "area" of yz_guides_new()
 */
GListModel *yz_guide_areas_list (YzGuideAreas *self, YzStations *stations, GArray *selected, const char *area);

/**
 * yz_guide_areas_list_services:
 *
 * Returns: (transfer full): a model of #YzGuideOption: "" for any service, then each
 */
GListModel *yz_guide_areas_list_services (YzGuideAreas *self);

/**
 * yz_guide_areas_list_editions:
 * @document: (nullable): nick; %NULL for editions of any
 *
 * Returns: (transfer full): a model of #YzGuideOption: "" for the last one, then each, the newest first
 */
GListModel *yz_guide_areas_list_editions (YzGuideAreas *self, const char *document);

G_END_DECLS
