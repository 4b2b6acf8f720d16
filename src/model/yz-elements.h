/* Lists and maps element by element: how bulk edits and merges treat them. */
#pragma once

#include "yz-field.h"

G_BEGIN_DECLS

/**
 * yz_elements_add:
 * @value: (nullable): a list or a map
 * @added: (nullable): of the same type
 *
 * Returns: (transfer full): @value with the elements of @added behind its own, each once; in a map the entries of
 *   @added take the place of those with the same key
 */
GVariant *yz_elements_add (const YzField *field, GVariant *value, GVariant *added);

/**
 * yz_elements_remove:
 * @removed: (nullable): of the same type; of a map only the keys count
 *
 * Returns: (transfer full): @value without those elements
 */
GVariant *yz_elements_remove (const YzField *field, GVariant *value, GVariant *removed);

G_END_DECLS
