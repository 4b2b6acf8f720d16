/* What import answers: every row with what became of it, for people or for programs. */
#pragma once

#include "yz-import-plan.h"

G_BEGIN_DECLS

/**
 * yz_cli_import_put_answer:
 * @plan: judged or applied
 * @json: one document instead of lines
 *
 * The answer on standard output; on standard error what a person should know of cells that were not taken over.
 */
void yz_cli_import_put_answer (YzImportPlan *plan, gboolean json);

/**
 * yz_cli_import_took_all:
 *
 * Returns: whether no row was refused, and none is left to be decided about
 */
gboolean yz_cli_import_took_all (const YzImportPlan *plan);

G_END_DECLS
