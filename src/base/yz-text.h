/* Small text helpers that GLib 2.74 lacks. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * yz_set_str:
 * @target: (inout): an owned string or %NULL
 *
 * Replaces @target by a copy of @value.
 *
 * Returns: whether the text changed, for the "notify only on change" of a setter
 */
gboolean yz_set_str (char **target, const char *value);

/**
 * yz_text_fold:
 * @text: (nullable): UTF-8, also invalid
 *
 * The form in which headings, names and addresses are compared: full width to half width (NFKC), lower case,
 * every kind of space and dash unified, no space at the ends, runs of space as one.
 *
 * Returns: (transfer full): never %NULL
 */
char *yz_text_fold (const char *text);

/**
 * yz_text_is_han:
 *
 * Returns: whether @c is a Chinese character (any plane, without punctuation)
 */
gboolean yz_text_is_han (gunichar c);

G_END_DECLS
