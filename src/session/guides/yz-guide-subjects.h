/* What papers about stock can be about: the stocktakes, transfers, cabinets of a workspace, the newest first. */
#pragma once

#include "yz-document-kind.h"
#include "yz-store.h"
#include "yz-worker.h"

G_BEGIN_DECLS

/**
 * yz_guide_subjects_load_async:
 * @kind: of a document that has a subject other than stations
 * @chosen: a subject that is in the list in any case; "" for none
 *
 * Reads them on @worker. yz_guide_subjects_load_finish() returns them as a model of #YzGuideOption, or %NULL with an
 * error.
 */
void        yz_guide_subjects_load_async (YzWorker *worker, YzStore *store, const YzDocumentKind *kind,
                                          const char *chosen, GCancellable *cancellable, GAsyncReadyCallback callback,
                                          gpointer user_data);
GListModel *yz_guide_subjects_load_finish (GAsyncResult *result, GError **error);

/**
 * yz_guide_subject_find:
 * @text: the number of a stocktake, transfer or document, the name or code of a station, cabinet or place, or an id
 *
 * Finds what a person typed. Blocking.
 *
 * Returns: (transfer full) (nullable): the subject of a document of @kind, of one of stations the id of a station, or
 *   %NULL with %YZ_STORE_ERROR_NOT_FOUND
 */
char *yz_guide_subject_find (YzStore *store, const YzDocumentKind *kind, const char *text, GError **error);

G_END_DECLS
