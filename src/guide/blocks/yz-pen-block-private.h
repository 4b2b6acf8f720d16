/* A block that is one function: for the parts of a document that no other has. */
#pragma once

#include "yz-block.h"
#include "yz-pen-private.h"

G_BEGIN_DECLS

/**
 * YzPenFunc:
 * @area: where; of no height while it is measured
 *
 * Lays out and, where @pen has a canvas, draws.
 *
 * Returns: the height that is needed
 */
typedef double (*YzPenFunc) (const YzPen *pen, const YzRect *area, gpointer data);

/**
 * yz_pen_block_new:
 * @design: width in millimetres that it was designed for and that it is made larger or smaller from; 0 for a block
 *   that takes any width, with type of the size that it names
 * @data: (transfer full): for @layout
 *
 * Returns: (transfer full): a block across the page
 */
YzBlock *yz_pen_block_new (YzPenFunc layout, double design, gpointer data, GDestroyNotify free_data);

G_END_DECLS
