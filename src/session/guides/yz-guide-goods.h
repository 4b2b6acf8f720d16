/* What documents about stock show: the papers of a stocktake, a transfer, of stations or cabinets. */
#pragma once

#include "yz-guide-choice.h"
#include "yz-guide-content.h"
#include "yz-store.h"

G_BEGIN_DECLS

/**
 * yz_guide_goods_load:
 * @choice: with the document and, unless it is of stations, its subject
 * @content: with a date, and with stations where the document is of stations
 *
 * Blocking, on any thread.
 *
 * Returns: %FALSE with an error; without any stock the content has no papers
 */
gboolean yz_guide_goods_load (YzStore *store, const YzGuideChoice *choice, YzGuideContent *content,
                              GCancellable *cancellable, GError **error);

G_END_DECLS
