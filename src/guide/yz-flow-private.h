/* Blocks put on pages: columns, what stays together, balance. Private to yz-pages.c. */
#pragma once

#include "yz-document.h"

G_BEGIN_DECLS

/**
 * YzPlacement:
 * @block: (transfer full): what stands there
 * @area: where, in millimetres
 * @scale: below 1 for a block that would not fit on any page otherwise
 */
typedef struct
{
  YzBlock *block;
  YzRect area;
  double scale;
} YzPlacement;

/**
 * YzPage:
 * @section: that it belongs to
 * @placements: (element-type YzPlacement): what stands on it
 * @height: of the page; of a roll, as long as it became
 */
typedef struct
{
  const YzSection *section;
  GArray *placements;
  double height;
} YzPage;

typedef struct _YzFlow YzFlow;

/**
 * yz_flow_new:
 * @document: complete
 * @paper: outlives the flow
 * @typesetter: likewise
 *
 * Returns: (transfer full): a flow before its first page
 */
YzFlow *yz_flow_new (YzDocument *document, const YzPaper *paper, YzTypesetter *typesetter);
void    yz_flow_free (YzFlow *self);

/**
 * yz_flow_next:
 *
 * Returns: (transfer full) (nullable): the next page, %NULL after the last
 */
YzPage *yz_flow_next (YzFlow *self);

void yz_page_free (YzPage *page);

G_END_DECLS
