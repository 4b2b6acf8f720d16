/* The rows of an import in words: their values, and what two of them share that may be one. */
#pragma once

#include "yz-import-plan.h"

G_BEGIN_DECLS

/**
 * yz_import_plan_value_to_words:
 *
 * As yz_value_to_words(), personal data masked; a row of the list that is referred to is called by its name.
 *
 * Returns: (transfer full)
 */
char *yz_import_plan_value_to_words (YzImportPlan *plan, const YzField *field, GVariant *value);

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
