/* Paragraphs. */
#pragma once

#include "yz-block.h"

G_BEGIN_DECLS

/**
 * yz_text_block_new:
 * @type: of the text; copied
 *
 * Returns: (transfer full): a paragraph in a column. Where it is too high for what is left, it is divided; two lines or
 *   more stand on either side
 */
YzBlock *yz_text_block_new (const YzType *type, const char *text);

G_END_DECLS
