/* Errors of the layers beneath as sentences that say what to do. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * yz_error_to_sentence:
 *
 * Returns: (transfer full): what happened and what the user can do about it, translated
 */
char *yz_error_to_sentence (const GError *error);

G_END_DECLS
