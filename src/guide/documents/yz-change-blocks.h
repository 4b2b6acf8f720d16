/* What a change sheet is made of besides headings and paragraphs. */
#pragma once

#include "yz-block.h"
#include "yz-guide-changes.h"

G_BEGIN_DECLS

/**
 * yz_change_sum_new:
 *
 * Returns: (transfer full): the sum that leads from the stations then to those now, and the one of what changed
 */
YzBlock *yz_change_sum_new (const YzGuideChanges *changes, const YzGuideContent *content);

/**
 * yz_change_first_new:
 * @label: "先看三条"
 * @things: sentences
 *
 * Returns: (transfer full): what to read first, numbered
 */
YzBlock *yz_change_first_new (const char *label, const char *const *things);

/**
 * yz_change_group_new:
 * @symbol: see yz_symbol_draw()
 * @note: (nullable): smaller, behind the heading
 *
 * Returns: (transfer full): the heading of a group of changes
 */
YzBlock *yz_change_group_new (const char *symbol, const char *text, const char *note);

/**
 * yz_change_row_new:
 *
 * Returns: (transfer full): a station, what was printed of it struck through, and what holds now
 */
YzBlock *yz_change_row_new (const YzGuideChange *change, YzPrintLanguage language);

/**
 * yz_change_head_new:
 *
 * Returns: (transfer full): the words above the columns of such rows
 */
YzBlock *yz_change_head_new (YzPrintLanguage language);

G_END_DECLS
