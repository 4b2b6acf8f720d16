/* The content of printed guides, from the records of a workspace. */
#pragma once

#include "yz-guide-choice.h"
#include "yz-guide-content.h"
#include "yz-store.h"

G_BEGIN_DECLS

/**
 * yz_guide_source_load:
 *
 * Blocking, on any thread.
 *
 * Returns: (transfer full) (nullable): the content, perhaps without a station, or %NULL with an error
 */
YzGuideContent *yz_guide_source_load (YzStore *store, const YzGuideChoice *choice, GCancellable *cancellable,
                                      GError **error);

/**
 * yz_guide_source_load_async:
 * @choice: (transfer none): copied
 *
 * The same on a thread of its own.
 */
void            yz_guide_source_load_async (YzStore *store, const YzGuideChoice *choice, GCancellable *cancellable,
                                            GAsyncReadyCallback callback, gpointer user_data);
YzGuideContent *yz_guide_source_load_finish (GAsyncResult *result, GError **error);

/**
 * yz_guide_source_new_disclosure:
 * @content: as it was loaded for @choice
 * @path: of the file that it was printed into
 *
 * Returns: (transfer full) (nullable): an edit that leaves the trace of the personal data in @content; %NULL if there
 *   is none in it
 */
YzEdit *yz_guide_source_new_disclosure (YzStore *store, const YzGuideChoice *choice, const YzGuideContent *content,
                                        const char *path);

G_END_DECLS
