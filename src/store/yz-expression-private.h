/* Conditions that people type. */
#pragma once

#include "yz-query-private.h"

G_BEGIN_DECLS

/**
 * yz_expression_parse_plain:
 * @condition: (out): what a plain comparison ("state=open", "name~塘厦", "note=") means; its field is %NULL if @text
 *   is no plain comparison
 */
void yz_expression_parse_plain (const YzKind *kind, const char *text, YzCondition *condition);

/**
 * yz_expression_check:
 *
 * Has SQLite compile @text with everything forbidden but the fields of @kind, its id, and harmless functions.
 *
 * Returns: %FALSE with %YZ_STORE_ERROR_QUERY
 */
gboolean yz_expression_check (YzDatabase *database, const YzKind *kind, const char *text, GError **error);

G_END_DECLS
