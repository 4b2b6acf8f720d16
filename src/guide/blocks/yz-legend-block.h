/* What the signs of a guide mean: shapes of pins, bars of hours, states of services, each with its words. */
#pragma once

#include "yz-block.h"
#include "yz-guide-content.h"

G_BEGIN_DECLS

/**
 * yz_legend_new:
 * @content: of the document
 *
 * Explains every bar and symbol, and of the pins those that the stations of @content have.
 *
 * Returns: (transfer full): the legend, to stand below a heading
 */
YzBlock *yz_legend_new (const YzGuideContent *content);

G_END_DECLS
