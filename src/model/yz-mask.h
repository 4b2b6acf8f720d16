/* Masking of personal data, as screens and exports show it unless somebody reveals it. */
#pragma once

#include "yz-record.h"

G_BEGIN_DECLS

/**
 * yz_mask_phone:
 * @text: any text with telephone numbers in it
 *
 * Mobile numbers of the mainland keep their first three and last four digits (138****5596); numbers of offices,
 * which stand on the door, stay.
 *
 * Returns: (transfer full): @text with its mobile numbers masked
 */
char *yz_mask_phone (const char *text);

/**
 * yz_mask_value:
 * @value: (nullable): a value of @field
 *
 * Returns: (transfer full) (nullable): what may be shown of it: @value itself if the field is not personal, and for
 *   telephone numbers the masked ones in any case
 */
GVariant *yz_mask_value (const YzField *field, GVariant *value);

/**
 * yz_mask_title:
 *
 * Returns: (transfer full): what @record is called, masked where its name is personal
 */
char *yz_mask_title (YzRecord *record);

G_END_DECLS
