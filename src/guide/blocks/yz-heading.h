/* Headings: of a section above a rule, of a page beside a red bar. */
#pragma once

#include "yz-block.h"

G_BEGIN_DECLS

/**
 * yz_heading_new:
 * @note: (nullable): smaller, at the right
 *
 * Returns: (transfer full): a heading above a rule, kept with what follows
 */
YzBlock *yz_heading_new (const char *text, const char *note);

/**
 * yz_page_title_new:
 * @text: large
 * @fact: (nullable): bold, right of a red bar
 * @detail: (nullable): below it
 *
 * Returns: (transfer full): what begins a chapter, across the page
 */
YzBlock *yz_page_title_new (const char *text, const char *fact, const char *detail);

G_END_DECLS
