/* The files of stations (一站一档): all that their records hold, and who changed what. For yz-guide-source.c. */
#pragma once

#include "yz-guide-choice.h"
#include "yz-guide-content.h"
#include "yz-store.h"

G_BEGIN_DECLS

/**
 * yz_guide_files_load:
 * @content: its stations get their facts and their history, masked where personal unless @choice wants it in full
 *
 * Returns: %FALSE with an error
 */
gboolean yz_guide_files_load (YzStore *store, const YzGuideChoice *choice, YzGuideContent *content,
                              GCancellable *cancellable, GError **error);

G_END_DECLS
