/* Two records that may be one, in words. */
#pragma once

#include "yz-import-plan.h"

G_BEGIN_DECLS

/**
 * yz_match_dup_words:
 *
 * Returns: (transfer full): what the two share, translated: "24 m apart", "same telephone"
 */
char **yz_match_dup_words (const YzMatch *match);

/**
 * yz_match_dup_other:
 * @other_row: see yz_import_plan_get_match()
 *
 * Returns: (transfer full): what @row may be, translated: "“Riverside”", "row 4 of the list"
 */
char *yz_match_dup_other (YzImportPlan *plan, guint row, guint other_row);

G_END_DECLS
