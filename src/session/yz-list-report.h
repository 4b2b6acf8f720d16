/* The list as it came, with the result and the reason of each row beside it, to be put right and imported again. */
#pragma once

#include "yz-import-plan.h"

G_BEGIN_DECLS

/**
 * yz_list_report_save:
 * @path: ending in .csv, .xlsx or .ods
 */
gboolean yz_list_report_save (YzImportPlan *plan, const char *path, GError **error);

/**
 * yz_import_outcome_get_title:
 *
 * Returns: (transfer none): translated: "New", "Changed", …
 */
const char *yz_import_outcome_get_title (YzImportOutcome outcome);

G_END_DECLS
