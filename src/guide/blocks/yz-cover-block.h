/* The cover of a guide: which city, which edition, is it still good. It fills a page of any shape. */
#pragma once

#include "yz-block.h"
#include "yz-guide-content.h"

G_BEGIN_DECLS

/* What the cover says of the pages inside; a document gives its chapters these anchors. */
#define YZ_ANCHOR_LEGEND "legend"
#define YZ_ANCHOR_INDEX "index"

/**
 * yz_cover_new:
 * @content: of the guide
 * @audience: (nullable): whom it is for
 *
 * Returns: (transfer full): the cover
 */
YzBlock *yz_cover_new (const YzGuideContent *content, const char *audience);

G_END_DECLS
