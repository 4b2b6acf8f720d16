/* A part of a form: a band with its title, and below it boxes with what is told, as in the files that offices keep. */
#pragma once

#include "yz-block.h"
#include "yz-guide-content.h"

G_BEGIN_DECLS

/**
 * yz_form_block_new:
 * @title: (nullable): of the band
 * @facts: (element-type YzGuideFact): what is told, in this order; a value of "" leaves room to write
 * @unit: the least width of a fact, in millimetres of A4's type; 0 for the usual
 * @least: likewise the least height of a row; 0 for one line of text
 *
 * As many facts stand side by side as the width allows; a long one takes the room of several.
 *
 * Returns: (transfer full): the part, across the page; it may be divided between two rows
 */
YzBlock *yz_form_block_new (const char *title, const GPtrArray *facts, double unit, double least);

G_END_DECLS
